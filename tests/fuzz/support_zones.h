#pragma once
#include "base/time.h"

namespace hallway::test {

/// Knows one zone, with a change of the clock; made-up input asks for anything.
class OneZone final : public ZoneSource {
public:
    Result<ZoneRules> rules(std::string_view name, std::int32_t, std::int32_t) const override
    {
        if (name != "Europe/Berlin")
            return Error { ErrorCode::ZoneUnknown, std::string(name), {}, {} };
        return ZoneRules { "Europe/Berlin",
            { { Instant {}, 60 }, { Instant { 29'057'220 }, 120 } } };
    }
};

} // namespace hallway::test
