#pragma once
#include "base/time.h"

#include <vector>

namespace hallway {

/// Where one event day ends and the next begins, when the file does not say: the middle of the
/// largest nightly span of the clock in which nothing ever starts, kept between midnight and noon.
///
/// Shape:  `starts` are the starts of all occurrences as the wall shows them, minutes since
///         midnight, in any order; none gives the fallback.
/// Units:  minutes after midnight, 0 to 720.
[[nodiscard]] Minutes find_day_boundary(const std::vector<Minutes>& starts);

/// The event day of a wall time: one that lies before the boundary belongs to the day before.
[[nodiscard]] constexpr Date event_day(WallTime wall, Minutes boundary)
{
    return { wall.minute_of_day < boundary ? wall.date.days - 1 : wall.date.days };
}

} // namespace hallway
