#pragma once
#include "base/time.h"

#include <string_view>
#include <vector>

namespace hallway {

struct ZoneOfTimes {
    ZoneRules rules;
    bool is_known = true; ///< false: a name that the host does not know
};

/// The zone of a program whose times are written as `times`.
///
/// Shape: the host's rules for `name`; where there is no name or the host does not know it, rules
///        made of the offsets that the times are written with, unnamed, so that every time shows as
///        printed; without any offset no rules at all.
[[nodiscard]] ZoneOfTimes zone_of_times(
    std::string_view name, const std::vector<WrittenTime>& times, const ZoneSource& zones);

/// The instant that was written: its own offset counts, else the zone's.
[[nodiscard]] Instant instant_of(const WrittenTime& time, const ZoneRules& zone);

} // namespace hallway
