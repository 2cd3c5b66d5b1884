#pragma once
#include "planner/transfer.h"
#include "program/program.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

/// The three numbers by which an attendee tells how far a conference's buildings are apart.
struct AreaMinutes {
    Minutes same = 0; ///< from room to room
    Minutes next = 0; ///< to an area whose key starts with the same letter
    Minutes far = 0;
    friend bool operator==(const AreaMinutes&, const AreaMinutes&) = default;
};
/// What is guessed where nobody has told.
inline constexpr AreaMinutes area_minutes_default { 2, 5, 10 };

/// How the attendee gets about.
struct WalkSettings {
    int pace_percent = 100; ///< of the minutes: 150 takes half as long again
    bool step_free = false;
    std::optional<AreaMinutes> areas = {};
    friend bool operator==(const WalkSettings&, const WalkSettings&) = default;
};
inline constexpr int pace_percent_min = 25, pace_percent_max = 400;
/// Of the paces that have a name, beside the usual one.
inline constexpr int pace_percent_easy = 150, pace_percent_quick = 80;

/// Where some occurrences take place, and the ways between those places.
struct Places {
    TransferTable transfers;
    std::vector<std::uint32_t> place_of; ///< by position in `occurrences`
};

/// The rules are those of docs/planning.md, "Transfers".
/// Errors: none.
[[nodiscard]] Places find_places(const Program& program,
    std::span<const OccurrenceIndex> occurrences, const WalkSettings& settings);
/// The way from where one takes place to where the other does.
[[nodiscard]] Transfer find_way(
    const Program& program, OccurrenceIndex from, OccurrenceIndex to, const WalkSettings& settings);

} // namespace hallway
