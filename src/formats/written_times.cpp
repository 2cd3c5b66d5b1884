#include "formats/written_times.h"

#include "base/sort.h"

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
    const auto order = sorted_positions(written.size(),
        [&](std::uint32_t a, std::uint32_t b) { return written[a].at < written[b].at; });
    std::vector<ZoneRules::Transition> changes;
    for (const std::uint32_t position : order)
        if (changes.empty() || changes.back().offset != written[position].offset)
            changes.push_back(written[position]);
    return { {}, std::move(changes) };
}

struct Years {
    std::int32_t first = 1970;
    std::int32_t last = 1970;
};

/// The years for which the host is asked. A stray date must not make it look through centuries, nor
/// into years of which clocks and calendars know nothing: ten years around the middle one of all
/// times are enough.
Years years_of(const std::vector<WrittenTime>& times)
{
    if (times.empty()) return {}; // any year will do
    constexpr std::int32_t reach = 10;
    const auto order = sorted_positions(times.size(),
        [&](std::uint32_t a, std::uint32_t b) { return times[a].wall < times[b].wall; });
    const auto year_at = [&](std::size_t rank) {
        return civil_of(times[order[rank]].wall.date).year;
    };
    const std::int32_t middle = year_at(order.size() / 2);
    const auto known = [](std::int32_t year) { return std::clamp(year, 1900, 2200); };
    return { known(std::max(year_at(0), middle - reach)),
        known(std::min(year_at(order.size() - 1), middle + reach)) };
}

} // namespace

ZoneOfTimes zone_of_times(
    std::string_view name, const std::vector<WrittenTime>& times, const ZoneSource& zones)
{
    if (name.empty()) return { zone_of_offsets(times) };
    const Years years = years_of(times);
    auto rules = zones.rules(name, years.first, years.last);
    if (rules.has_value()) return { *std::move(rules) };
    return { zone_of_offsets(times), false };
}

Instant instant_of(const WrittenTime& time, const ZoneRules& zone)
{
    return time.offset ? floating_instant(time.wall) - *time.offset : zone.instant(time.wall);
}

} // namespace hallway
