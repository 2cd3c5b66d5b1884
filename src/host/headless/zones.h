#pragma once
#include "base/time.h"

namespace hallway {

/// Zone rules for tests: from the system's zone files, or from `Intl` where
/// the program runs as WebAssembly under Node. Not for threads: it changes the environment for the
/// length of a call.
class SystemZones final : public ZoneSource {
public:
    /// Shape:  the transitions from the start of `first_year` to the end of `last_year`, before
    ///         them one for the offset at that start.
    /// Errors: `ZoneUnknown`, with the name.
    [[nodiscard]] Result<ZoneRules> rules(
        std::string_view name, std::int32_t first_year, std::int32_t last_year) const override;
};

} // namespace hallway
