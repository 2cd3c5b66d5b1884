#pragma once
#include "base/result.h"
#include "base/time.h"

#include <string_view>
#include <vector>

namespace hallway {

/// The zone of a program whose times are written as `times`.
///
/// Shape:  the host's rules for `name`; where there is no name or the host does not know it, rules made of
///         the offsets that the times are written with, unnamed, so that every time shows as printed; without
///         any offset no rules at all.
/// Errors: `ZoneUnknown` if the host does not know `name` and a time has no offset.
[[nodiscard]] Result<ZoneRules> zone_of_times(
    std::string_view name, const std::vector<WrittenTime>& times, const ZoneSource& zones);

/// The instant that was written: its own offset counts, else the zone's.
[[nodiscard]] Instant instant_of(const WrittenTime& time, const ZoneRules& zone);

} // namespace hallway
