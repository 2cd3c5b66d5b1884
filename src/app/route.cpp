#include "app/route.h"

#include "base/text.h"

namespace hallway {
namespace {

constexpr std::string_view program_path = "#/program";
constexpr std::string_view session_path = "#/session/";
constexpr std::string_view open_path = "#/open";
constexpr std::string_view day_query = "?day=";
constexpr std::string_view no_day = "none";

} // namespace

Route parse_route(std::string_view hash)
{
    Route route;
    if (hash == open_path) {
        route.screen = Route::Screen::Open;
    } else if (hash.starts_with(session_path) && hash.size() > session_path.size()) {
        route.screen = Route::Screen::Session;
        route.session_key = percent_decode(hash.substr(session_path.size()));
    } else if (hash.starts_with(program_path)) {
        std::string_view query = hash.substr(program_path.size());
        if (query.starts_with(day_query)) {
            query.remove_prefix(day_query.size());
            if (query == no_day)
                route.day = Unscheduled {};
            else
                route.day = parse_date(query);
        }
    }
    return route;
}

std::string make_href(const Route& route)
{
    switch (route.screen) {
    case Route::Screen::Open: return std::string(open_path);
    case Route::Screen::Session:
        return std::string(session_path) + percent_encode(route.session_key);
    case Route::Screen::Program: break;
    }
    std::string href(program_path);
    if (!route.day) return href;
    href += day_query;
    if (const Date* date = std::get_if<Date>(&*route.day))
        href += format_date(*date);
    else
        href += no_day;
    return href;
}

std::string program_href(ListedDay day)
{
    Route route;
    route.day = day;
    return make_href(route);
}

std::string session_href(std::string_view key)
{
    Route route;
    route.screen = Route::Screen::Session;
    route.session_key = key;
    return make_href(route);
}

} // namespace hallway
