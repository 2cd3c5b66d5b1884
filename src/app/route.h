#pragma once
#include "base/time.h"
#include "planner/filter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace hallway {

struct Unscheduled {
    friend bool operator==(Unscheduled, Unscheduled) = default;
};
/// What a list shows: the sessions of an event day, or those without a time.
using ListedDay = std::variant<Date, Unscheduled>;

/// A place in the app, as its address says it.
///
///   #/now                        what is on now and next
///   #/program                    the list, on the day that was looked at last
///   #/program?day=2012-03-07     the list of that event day; `day=none`: sessions without a time
///   #/program?track=Main%20Track&starred=yes
///                                filtered; a value for each that is chosen, a facet may come again
///   #/grid                       the program by room; `day` as above, but for `none`
///   #/plan                       my plan; `day` as above
///   #/best-plan                  the best plan of what is starred, as a proposal
///   #/speakers                   everybody who gives a session
///   #/more                       what has no tab of its own
///   #/about                      where the program comes from and what was left out of it
///   #/settings                   what one person wants on this device
///   #/keys                       the help keys
///   #/open                       "Which conference?"
///   #/session/<key>              one session, the key percent-encoded
///   #/speaker/<key>              one person
///   #/room/<key>                 one room
///   #/compare/<time>             the choice to make at that time, as 2026-01-31T11:00
struct Route {
    enum class Screen : std::uint8_t {
        Now,
        Program,
        Grid,
        Plan,
        Speakers,
        More,
        About,
        Settings,
        Keys,
        Triage,
        BestPlan,
        Open,
        Session,
        Speaker,
        Room,
        Compare,
    };
    Screen screen = Screen::Program;
    std::string key;              ///< of the session, person or room; the time of a choice
    std::optional<ListedDay> day; ///< of the program, the grid and the plan
    Filters filters = {};         ///< of the program
    friend bool operator==(const Route&, const Route&) = default;
};

/// Whether a screen is about one thing: where there is room, it stands beside a list.
[[nodiscard]] constexpr bool is_detail(Route::Screen screen)
{
    return screen >= Route::Screen::Session;
}

/// An address that is none of ours leads to the program.
[[nodiscard]] Route parse_route(std::string_view hash);
/// The one function that makes links, so that static pages and the app agree.
[[nodiscard]] std::string make_href(const Route& route);

/// "track=Main%20Track", as it stands in an address.
[[nodiscard]] std::string format_filter(const FilterValue& filter);
/// Nothing for a facet that is not known.
[[nodiscard]] std::optional<FilterValue> parse_filter(std::string_view text);

[[nodiscard]] std::string program_href(ListedDay day);
/// Sessions without a time have no place in the grid, so their day is the list's.
[[nodiscard]] std::string grid_href(ListedDay day);
[[nodiscard]] std::string plan_href(ListedDay day);
[[nodiscard]] std::string session_href(std::string_view key);
[[nodiscard]] std::string speaker_href(std::string_view key);
[[nodiscard]] std::string room_href(std::string_view key);
[[nodiscard]] std::string compare_href(WallTime at);
/// Of a screen that needs no more than its name.
[[nodiscard]] std::string screen_href(Route::Screen screen);

} // namespace hallway
