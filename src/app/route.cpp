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
    { Screen::Grid, "#/grid" },
    { Screen::Plan, "#/plan" },
    { Screen::Speakers, "#/speakers" },
    { Screen::More, "#/more" },
    { Screen::About, "#/about" },
    { Screen::Settings, "#/settings" },
    { Screen::Keys, "#/keys" },
    { Screen::Triage, "#/triage" },
    { Screen::BestPlan, "#/best-plan" },
    { Screen::Open, "#/open" },
    { Screen::Session, "#/session/" },
    { Screen::Speaker, "#/speaker/" },
    { Screen::Room, "#/room/" },
    { Screen::Compare, "#/compare/" },
};
static_assert(std::size(paths) == static_cast<std::size_t>(Screen::Compare) + 1);

constexpr std::string_view day_name = "day=";
constexpr std::string_view no_day = "none";

std::optional<ListedDay> parse_day(std::string_view text)
{
    if (text == no_day) return Unscheduled {};
    return parse_date(text);
}

/// What stands behind the path, from its question mark.
void parse_query(std::string_view query, Route& route)
{
    while (!query.empty()) {
        query.remove_prefix(1);
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(part.size());
        if (part.starts_with(day_name)) {
            if (!route.day) route.day = parse_day(part.substr(day_name.size()));
        } else if (auto filter = parse_filter(part); filter && route.screen == Screen::Program) {
            if (route.filters.size() < filters_max && !has_filter(route.filters, *filter))
                toggle_filter(route.filters, *filter);
        }
    }
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
            Route route { screen, {}, {} };
            parse_query(rest, route);
            return route;
        }
    }
    return {};
}

std::string make_href(const Route& route)
{
    std::string href(paths[static_cast<std::size_t>(route.screen)].path);
    if (is_detail(route.screen)) return href + percent_encode(route.key);
    char before = '?';
    if (route.day) {
        const Date* date = std::get_if<Date>(&*route.day);
        href.append(1, before).append(day_name);
        href += date ? format_date(*date) : std::string(no_day);
        before = '&';
    }
    for (const FilterValue& filter : route.filters) {
        href.append(1, before).append(format_filter(filter));
        before = '&';
    }
    return href;
}

std::string format_filter(const FilterValue& filter)
{
    return std::string(facet_name(filter.facet)) + '=' + percent_encode(filter.key);
}

std::optional<FilterValue> parse_filter(std::string_view text)
{
    const std::size_t end = text.find('=');
    const auto facet = find_facet(text.substr(0, end));
    if (!facet || end == std::string_view::npos) return std::nullopt;
    return FilterValue { *facet, percent_decode(text.substr(end + 1)) };
}

std::string program_href(ListedDay day) { return make_href({ Screen::Program, {}, day }); }
std::string grid_href(ListedDay day)
{
    const bool dated = std::holds_alternative<Date>(day);
    return make_href({ dated ? Screen::Grid : Screen::Program, {}, day });
}
std::string plan_href(ListedDay day) { return make_href({ Screen::Plan, {}, day }); }
std::string session_href(std::string_view key) { return detail_href(Screen::Session, key); }
std::string speaker_href(std::string_view key) { return detail_href(Screen::Speaker, key); }
std::string room_href(std::string_view key) { return detail_href(Screen::Room, key); }
std::string compare_href(WallTime at) { return detail_href(Screen::Compare, format_wall_time(at)); }
std::string screen_href(Screen screen) { return make_href({ screen, {}, {} }); }

} // namespace hallway
