#include "app/route.h"

#include "base/text.h"

#include <iterator>

namespace hallway {
namespace {

using Screen = Route::Screen;

struct ScreenPath {
    Screen screen;
    std::string_view path; ///< of a detail up to its key
};
/// In the order of `Screen`.
constexpr ScreenPath paths[] = {
    { Screen::Now, "#/now" },
    { Screen::Program, "#/program" },
    { Screen::Plan, "#/plan" },
    { Screen::Speakers, "#/speakers" },
    { Screen::More, "#/more" },
    { Screen::About, "#/about" },
    { Screen::Settings, "#/settings" },
    { Screen::Keys, "#/keys" },
    { Screen::Open, "#/open" },
    { Screen::Session, "#/session/" },
    { Screen::Speaker, "#/speaker/" },
    { Screen::Room, "#/room/" },
};
static_assert(std::size(paths) == static_cast<std::size_t>(Screen::Room) + 1);

constexpr std::string_view day_query = "?day=";
constexpr std::string_view no_day = "none";

std::optional<ListedDay> parse_day(std::string_view query)
{
    if (!query.starts_with(day_query)) return std::nullopt;
    query.remove_prefix(day_query.size());
    if (query == no_day) return Unscheduled {};
    return parse_date(query);
}

std::string detail_href(Screen screen, std::string_view key)
{
    return make_href({ screen, std::string(key), {} });
}

} // namespace

Route parse_route(std::string_view hash)
{
    for (const auto& [screen, path] : paths) {
        if (!hash.starts_with(path)) continue;
        const std::string_view rest = hash.substr(path.size());
        if (is_detail(screen)) {
            if (!rest.empty()) return { screen, percent_decode(rest), {} };
        } else if (rest.empty() || rest.starts_with('?')) {
            return { screen, {}, parse_day(rest) };
        }
    }
    return {};
}

std::string make_href(const Route& route)
{
    std::string href(paths[static_cast<std::size_t>(route.screen)].path);
    if (is_detail(route.screen)) return href + percent_encode(route.key);
    if (!route.day) return href;
    href += day_query;
    if (const Date* date = std::get_if<Date>(&*route.day))
        href += format_date(*date);
    else
        href += no_day;
    return href;
}

std::string program_href(ListedDay day) { return make_href({ Screen::Program, {}, day }); }
std::string plan_href(ListedDay day) { return make_href({ Screen::Plan, {}, day }); }
std::string session_href(std::string_view key) { return detail_href(Screen::Session, key); }
std::string speaker_href(std::string_view key) { return detail_href(Screen::Speaker, key); }
std::string room_href(std::string_view key) { return detail_href(Screen::Room, key); }
std::string screen_href(Screen screen) { return make_href({ screen, {}, {} }); }

} // namespace hallway
