#include "program/event_days.h"

#include <algorithm>
#include <array>

namespace hallway {
namespace {

constexpr Minutes latest_boundary = minutes_per_day / 2;
/// Only that part of a gap counts which lies in a long night, from the evening before: the
/// afternoon of a program that has little by day is no border between days.
constexpr Minutes night_start = -3 * 60;
constexpr Minutes night_end = 13 * 60;
/// Hardly anything starts at that time anywhere.
constexpr Minutes usual_boundary = 4 * 60;

} // namespace

Minutes find_day_boundary(const std::vector<Minutes>& starts)
{
    std::array<bool, minutes_per_day> taken {};
    Minutes before = -1; // the last start, seen from the day after
    for (const Minutes start : starts) {
        taken[static_cast<std::size_t>(start)] = true;
        before = std::max(before, start);
    }
    if (before < 0) return usual_boundary;

    Minutes longest = 0;
    Minutes boundary = usual_boundary;
    Minutes from = before - minutes_per_day;
    for (Minutes until = 0; until < minutes_per_day && from < latest_boundary; ++until) {
        if (!taken[static_cast<std::size_t>(until)]) continue;
        const Minutes at_night = std::min(until, night_end) - std::max(from, night_start);
        if (at_night > longest && until > 0) {
            longest = at_night;
            boundary =
                std::clamp((from + until) / 2, std::max(from + 1, Minutes { 0 }), latest_boundary);
        }
        from = until;
    }
    return boundary;
}

} // namespace hallway
