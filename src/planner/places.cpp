#include "planner/places.h"
#include "base/sort.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <tuple>

namespace hallway {
namespace {

constexpr Transfer nowhere { 0, Knowledge::Unknown };
constexpr Transfer here { 0, Knowledge::Known };

constexpr float earth_radius_metres = 6'371'000;
constexpr float metres_a_minute = 75;

/// Great-circle distance; more than a day's walk is only about right.
/// Source: the haversine formula, with the arcsine of what is small. Differences are taken before
/// they become floats, so that these are precise enough (and a third of the code).
float metres_between(const pack::RoomRecord& from, const pack::RoomRecord& to)
{
    constexpr float radians = std::numbers::pi_v<float> / 180 / 1'000'000;
    const auto half = [](std::int32_t a, std::int32_t b) {
        return std::sin(static_cast<float>(std::int64_t { b } - a) * radians / 2);
    };
    const float up = half(from.latitude_micro_degrees, to.latitude_micro_degrees);
    const float along = half(from.longitude_micro_degrees, to.longitude_micro_degrees);
    const float latitudes = std::cos(static_cast<float>(from.latitude_micro_degrees) * radians)
        * std::cos(static_cast<float>(to.latitude_micro_degrees) * radians);
    return 2 * earth_radius_metres * std::sqrt(up * up + latitudes * along * along);
}

bool start_alike(std::string_view key, std::string_view other)
{
    return !key.empty() && !other.empty()
        && decode_code_point(key).value == decode_code_point(other).value;
}

/// The organiser's, of which the first counts.
struct Walk {
    using Ends = std::tuple<bool, std::uint32_t, std::uint32_t>;
    bool between_areas = false;
    std::uint32_t from = 0, to = 0;
    Minutes minutes = 0;
    [[nodiscard]] Ends ends() const { return { between_areas, from, to }; }
};

/// Ways between the rooms of a program.
class RoomWays {
public:
    RoomWays(const Program& program, const WalkSettings& settings)
        : program_(program), settings_(settings)
    {
        for (const pack::WalkRecord& walk : program.walks())
            walks_.push_back({ walk.between_areas != 0, walk.from, walk.to,
                settings.step_free ? walk.step_free_minutes : walk.minutes });
        sort_things(walks_, [](const Walk& a, const Walk& b) { return a.ends() < b.ends(); });
    }

    [[nodiscard]] Transfer between(std::uint32_t from, std::uint32_t to) const
    {
        const pack::RoomRecord &a = program_.rooms()[from], &b = program_.rooms()[to];
        if (from == to || (a.flags & pack::RoomOnline) || (b.flags & pack::RoomOnline)) return here;
        if (const auto minutes = find_walk(false, from, to))
            return { at_pace(*minutes), Knowledge::Known };
        const bool placed = a.area != pack::none && b.area != pack::none;
        if (placed) {
            if (const auto minutes = find_walk(true, a.area, b.area))
                return { at_pace(*minutes), Knowledge::Known };
            if (settings_.areas)
                return { at_pace(by_area(a, b, *settings_.areas)), Knowledge::Known };
        }
        if ((a.flags & pack::RoomHasPosition) && (b.flags & pack::RoomHasPosition))
            return { at_pace(by_position(a, b)), Knowledge::Guessed };
        if (!placed) return nowhere;
        return { at_pace(by_area(a, b, area_minutes_default) + by_floor(a, b)),
            Knowledge::Guessed };
    }

private:
    [[nodiscard]] std::optional<Minutes> find_walk(
        bool between_areas, std::uint32_t from, std::uint32_t to) const
    {
        const Walk::Ends ends(between_areas, from, to);
        const auto found = std::ranges::lower_bound(walks_, ends, {}, &Walk::ends);
        if (found == walks_.end() || found->ends() != ends) return std::nullopt;
        return found->minutes;
    }

    [[nodiscard]] Minutes at_pace(Minutes minutes) const
    {
        const int pace = std::clamp(settings_.pace_percent, pace_percent_min, pace_percent_max);
        // Positions may lie anywhere on earth; more than a day is as far as a day.
        return std::min((std::min(minutes, minutes_per_day) * pace + 99) / 100, minutes_per_day);
    }

    [[nodiscard]] Minutes by_area(
        const pack::RoomRecord& a, const pack::RoomRecord& b, const AreaMinutes& minutes) const
    {
        if (a.area == b.area) return minutes.same;
        const std::string_view key = program_.text(program_.areas()[a.area].key);
        const std::string_view other = program_.text(program_.areas()[b.area].key);
        return start_alike(key, other) ? minutes.next : minutes.far;
    }

    [[nodiscard]] static Minutes by_position(const pack::RoomRecord& a, const pack::RoomRecord& b)
    {
        return static_cast<Minutes>(std::ceil(metres_between(a, b) / metres_a_minute));
    }

    /// Of one area: half a minute a floor, rounded up.
    [[nodiscard]] static Minutes by_floor(const pack::RoomRecord& a, const pack::RoomRecord& b)
    {
        const bool known = a.floor != pack::floor_unknown && b.floor != pack::floor_unknown;
        if (!known || a.area != b.area) return 0;
        const std::int64_t floors = std::abs(std::int64_t { a.floor } - b.floor);
        return static_cast<Minutes>(std::min<std::int64_t>((floors + 1) / 2, 60));
    }

    const Program& program_;
    const WalkSettings& settings_;
    std::vector<Walk> walks_; ///< in the order of their ends
};

/// Rooms that an occurrence takes place in, in order; none: not announced.
struct Place {
    bool online = false;
    std::vector<std::uint32_t> rooms = {};
    friend bool operator==(const Place&, const Place&) = default;
};

Place place_of(const Program& program, const pack::OccurrenceRecord& occurrence)
{
    if ((occurrence.flags & pack::OccurrenceOnline) != 0) return { true };
    const auto rooms = program.rooms_of(occurrence);
    Place place { false, { rooms.begin(), rooms.end() } };
    sort_things(place.rooms);
    return place;
}

/// The shortest way, a known one before a guess, and a guess before nothing.
bool is_preferred(const Transfer& way, const Transfer& to)
{
    if (way.knowledge != to.knowledge) return way.knowledge > to.knowledge;
    return way.minutes < to.minutes;
}

Transfer way_between(const RoomWays& ways, const Place& from, const Place& to)
{
    if (from.online || to.online) return here;
    Transfer best = nowhere;
    for (const std::uint32_t a : from.rooms)
        for (const std::uint32_t b : to.rooms)
            if (const Transfer way = ways.between(a, b); is_preferred(way, best)) best = way;
    return best;
}

} // namespace

Places find_places(const Program& program, std::span<const OccurrenceIndex> occurrences,
    const WalkSettings& settings)
{
    std::vector<Place> places;
    Places found;
    for (const OccurrenceIndex index : occurrences) {
        Place place = place_of(program, program.occurrence(index));
        const auto at = std::ranges::find(places, place);
        found.place_of.push_back(static_cast<std::uint32_t>(at - places.begin()));
        if (at == places.end()) places.push_back(std::move(place));
    }
    const RoomWays ways(program, settings);
    std::vector<Transfer> transfers;
    transfers.reserve(places.size() * places.size());
    for (const Place& from : places)
        for (const Place& to : places) transfers.push_back(way_between(ways, from, to));
    found.transfers = { places.size(), std::move(transfers) };
    return found;
}

Transfer find_way(
    const Program& program, OccurrenceIndex from, OccurrenceIndex to, const WalkSettings& settings)
{
    return way_between(RoomWays(program, settings), place_of(program, program.occurrence(from)),
        place_of(program, program.occurrence(to)));
}

} // namespace hallway
