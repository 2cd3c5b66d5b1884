#include "formats/written_times.h"

#include <algorithm>

namespace hallway {
namespace {

/// Rules that hold exactly at the times that are written with an offset.
ZoneRules zone_of_offsets(const std::vector<WrittenTime>& times)
{
    std::vector<ZoneRules::Transition> written;
    for (const WrittenTime& time : times)
        if (time.offset)
            written.push_back({ floating_instant(time.wall) - *time.offset, *time.offset });
    std::sort(written.begin(), written.end(), [](const auto& a, const auto& b) {
        return a.at != b.at ? a.at < b.at : a.offset < b.offset;
    });
    const auto same = [](const auto& a, const auto& b) { return a.offset == b.offset; };
    written.erase(std::unique(written.begin(), written.end(), same), written.end());
    return { {}, std::move(written) };
}

struct Years {
    std::int32_t first = 1970;
    std::int32_t last = 1970;
};

/// The years for which the host is asked. A stray date must not make it look through centuries: ten years
/// around the middle one of all times are enough.
Years years_of(const std::vector<WrittenTime>& times)
{
    if (times.empty()) return {}; // any year will do
    constexpr std::int32_t reach = 10;
    std::vector<std::int32_t> days;
    for (const WrittenTime& time : times) days.push_back(time.wall.date.days);
    const auto middle = days.begin() + static_cast<std::ptrdiff_t>(days.size() / 2);
    std::nth_element(days.begin(), middle, days.end());
    const std::int32_t year = civil_of({ *middle }).year;
    const auto ends = std::minmax_element(days.begin(), days.end());
    return { std::max(civil_of({ *ends.first }).year, year - reach),
        std::min(civil_of({ *ends.second }).year, year + reach) };
}

} // namespace

Result<ZoneRules> zone_of_times(
    std::string_view name, const std::vector<WrittenTime>& times, const ZoneSource& zones)
{
    if (name.empty()) return zone_of_offsets(times);

    const Years years = years_of(times);
    auto rules = zones.rules(name, years.first, years.last);
    if (rules.has_value()) return rules;

    const bool all_have_offsets = std::all_of(times.begin(), times.end(),
        [](const WrittenTime& time) { return time.offset.has_value(); });
    if (times.empty() || !all_have_offsets) return rules;
    return zone_of_offsets(times);
}

Instant instant_of(const WrittenTime& time, const ZoneRules& zone)
{
    return time.offset ? floating_instant(time.wall) - *time.offset : zone.instant(time.wall);
}

} // namespace hallway
