#pragma once
#include "planner/plan_problem.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hallway {

/// Half-open, Instants.
struct Spell {
    std::int32_t from = 0, until = 0;
};

/// Of blocks whose windows meet: the search for their places doubles with each.
inline constexpr std::size_t plan_blocks_near_max = 10;

/// Whether each block has a place of its own outside `busy`, which is in ascending order of
/// `from` and may overlap. False, too, for more than `plan_blocks_near_max` that meet.
[[nodiscard]] bool blocks_fit(std::span<const PlanBlock> blocks, std::span<const Spell> busy);

/// Which sets of `blocks` have a place between two times with nothing in between: bit `s` of the
/// result is for the set that has block `b` if bit `b` of `s` is set. At most
/// `blocks_in_sets_max` blocks.
inline constexpr std::size_t blocks_in_sets_max = 3;
[[nodiscard]] std::uint32_t block_sets_between(
    std::span<const PlanBlock> blocks, std::int32_t from, std::int32_t until);

/// Indices of those that are kept: each that has a place outside `busy` beside those kept before.
[[nodiscard]] std::vector<std::uint32_t> keep_blocks(
    std::span<const PlanBlock> blocks, std::span<const Spell> busy);

} // namespace hallway
