#pragma once
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace hallway {

struct Unscheduled {
    friend bool operator==(Unscheduled, Unscheduled) = default;
};
/// What the list of the program shows: the sessions of an event day, or those without a time.
using ListedDay = std::variant<Date, Unscheduled>;

/// A place in the app, as its address says it.
///
///   #/program                    the list, on the day that was looked at last
///   #/program?day=2012-03-07     the list of that event day; `day=none`: sessions without a time
///   #/session/<key>              one session, the key percent-encoded
///   #/open                       "Which conference?"
struct Route {
    enum class Screen : std::uint8_t { Program, Session, Open };
    Screen screen = Screen::Program;
    std::string session_key;
    std::optional<ListedDay> day;
    friend bool operator==(const Route&, const Route&) = default;
};

/// An address that is none of ours leads to the program.
[[nodiscard]] Route parse_route(std::string_view hash);
/// The one function that makes links, so that static pages and the app agree.
[[nodiscard]] std::string make_href(const Route& route);

[[nodiscard]] std::string program_href(ListedDay day);
[[nodiscard]] std::string session_href(std::string_view key);

} // namespace hallway
