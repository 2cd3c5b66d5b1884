#include "program/event_days.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr Minutes latest_boundary = minutes_per_day / 2;
/// Hardly anything starts at that time anywhere.
constexpr Minutes usual_boundary = 4 * 60;

} // namespace

Minutes find_day_boundary(std::vector<Minutes> starts)
{
    if (starts.empty()) return usual_boundary;
    std::sort(starts.begin(), starts.end());

    Minutes longest = -1;
    Minutes boundary = usual_boundary;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        // The gap before each start; the one before the first reaches back into the evening before.
        const Minutes until = starts[i];
        const Minutes from = i > 0 ? starts[i - 1] : starts.back() - minutes_per_day;
        if (until <= 0 || from >= latest_boundary || until - from <= longest) continue;
        longest = until - from;
        boundary = std::clamp(from + longest / 2, Minutes { 0 }, latest_boundary);
        // Clamping may lead out of the gap at its late end only; the start itself begins the day then.
        boundary = std::clamp(boundary, std::max(from + 1, Minutes { 0 }), until);
    }
    return boundary;
}

} // namespace hallway
