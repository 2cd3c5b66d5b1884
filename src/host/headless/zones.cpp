#include "host/headless/zones.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#else
#include <cstdio>
#include <ctime>
#endif

namespace hallway {
namespace {

/// Only what an IANA name may consist of, so that it cannot lead to another file.
/// Source: IANA time zone database, theory.html, "Timezone identifiers".
bool is_zone_name(std::string_view name)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '/' || c == '_' || c == '+' || c == '-';
    };
    return !name.empty() && name.front() != '/' && std::all_of(name.begin(), name.end(), allowed);
}

#ifdef __EMSCRIPTEN__

// clang-format off
// The offset in minutes of the zone `name` at an instant; INT32_MIN for an unknown zone.
EM_JS(int, zone_offset_minutes, (const char* name, int instant_minutes), {
    const zone = UTF8ToString(name);
    let format = (globalThis.hallwayZoneFormats || (globalThis.hallwayZoneFormats = {}))[zone];
    try {
        format = format || new Intl.DateTimeFormat("en-US", {
            timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
            hour: "numeric", minute: "numeric",
        });
    } catch (unknown) {
        return -0x80000000;
    }
    globalThis.hallwayZoneFormats[zone] = format;
    const at = {};
    for (const { type, value } of format.formatToParts(instant_minutes * 60000))
        at[type] = Number(value);
    const local = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute);
    return local / 60000 - instant_minutes;
})
// clang-format on

class OpenZone {
public:
    explicit OpenZone(std::string_view name) : name_(name) { }
    [[nodiscard]] bool known() const { return zone_offset_minutes(name_.c_str(), 0) != INT32_MIN; }
    [[nodiscard]] Minutes offset_at(Instant at) const
    {
        return zone_offset_minutes(name_.c_str(), at.minutes);
    }

private:
    std::string name_;
};

#else

/// Makes the C library's local time that of a zone, for as long as it lives.
class OpenZone {
public:
    explicit OpenZone(std::string_view name)
    {
        if (const char* before = std::getenv("TZ")) before_ = before;
        const std::string path = "/usr/share/zoneinfo/" + std::string(name);
        char magic[4] = {};
        if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
            known_ = std::fread(magic, 1, 4, file) == 4 && std::string_view(magic, 4) == "TZif";
            std::fclose(file);
        }
        setenv("TZ", (":" + path).c_str(), 1);
        tzset();
    }
    OpenZone(const OpenZone&) = delete;
    OpenZone& operator=(const OpenZone&) = delete;
    ~OpenZone()
    {
        if (before_)
            setenv("TZ", before_->c_str(), 1);
        else
            unsetenv("TZ");
        tzset();
    }

    [[nodiscard]] bool known() const { return known_; }
    [[nodiscard]] Minutes offset_at(Instant at) const
    {
        const std::time_t seconds = std::time_t { at.minutes } * 60;
        std::tm local {};
        localtime_r(&seconds, &local);
        return static_cast<Minutes>(local.tm_gmtoff / 60);
    }

private:
    std::optional<std::string> before_;
    bool known_ = false;
};

#endif

/// First minute after `before` at which the offset is another than there; it has changed by
/// `after`.
Instant find_change(const OpenZone& zone, Instant before, Instant after)
{
    const Minutes offset = zone.offset_at(before);
    while (after - before > 1) {
        const Instant middle = before + (after - before) / 2;
        (zone.offset_at(middle) == offset ? before : after) = middle;
    }
    return after;
}

} // namespace

Result<ZoneRules> SystemZones::rules(
    std::string_view name, std::int32_t first_year, std::int32_t last_year) const
{
    // No zone has changed its clock and changed it back within a week.
    constexpr Minutes step = 7 * minutes_per_day;
    if (!is_zone_name(name)) return Error { ErrorCode::ZoneUnknown, std::string(name), {}, {} };
    const OpenZone zone(name);
    if (!zone.known()) return Error { ErrorCode::ZoneUnknown, std::string(name), {}, {} };

    Instant at = floating_instant({ date_of({ first_year, 1, 1 }), 0 }) - minutes_per_day;
    const Instant end = floating_instant({ date_of({ last_year + 1, 1, 1 }), 0 }) + minutes_per_day;
    std::vector<ZoneRules::Transition> transitions { { at, zone.offset_at(at) } };
    for (; at < end; at = at + step) {
        const Instant next = at + step;
        if (zone.offset_at(next) == zone.offset_at(at)) continue;
        const Instant change = find_change(zone, at, next);
        transitions.push_back({ change, zone.offset_at(change) });
    }
    return ZoneRules { std::string(name), std::move(transitions) };
}

} // namespace hallway
