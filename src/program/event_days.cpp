#include "program/event_days.h"

#include <algorithm>
#include <array>

namespace hallway {
namespace {

constexpr Minutes latest_boundary = minutes_per_day / 2;
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

    Minutes longest = -1;
    Minutes boundary = usual_boundary;
    Minutes from = before - minutes_per_day;
    for (Minutes until = 0; until < minutes_per_day && from < latest_boundary; ++until) {
        if (!taken[static_cast<std::size_t>(until)]) continue;
        if (until - from > longest && until > 0) {
            longest = until - from;
            boundary =
                std::clamp(from + longest / 2, std::max(from + 1, Minutes { 0 }), latest_boundary);
        }
        from = until;
    }
    return boundary;
}

} // namespace hallway
