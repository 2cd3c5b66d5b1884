#pragma once
#include "planner/verdict.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace hallway {

/// Two attendances that overlap, or between which the way takes more than there is time.
struct Conflict {
    std::uint32_t earlier = 0, later = 0; ///< indices of the attendances
    Judgement judgement;
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

/// Finds all of them: each pair once, by the later one, then the earlier one. Those that are
/// compatible all the same (a little overlap, a tight way) are among them.
///
/// Shape:  `attendances` are in order (docs/planning.md); `together` are pairs that never clash, of
///         two indices, the smaller one first, ascending. Takes n log n steps and one for each pair
///         that meets or that lies within the longest way from the earlier one's place.
[[nodiscard]] std::vector<Conflict> find_conflicts(std::span<const Attendance> attendances,
    const TransferTable& transfers,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> together, const Allowance& allowance);

/// Attendances that hang together by clashes, in order; groups are in the order of their first.
/// Shape:  `count` attendances, of which `conflicts` tells.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> group_clashes(
    std::size_t count, std::span<const Conflict> conflicts);

} // namespace hallway
