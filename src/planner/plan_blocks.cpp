#include "planner/plan_blocks.h"
#include "base/sort.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace hallway {
namespace {

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

/// The earliest end of the block that begins at `from` or later, outside `busy`; `never` if none.
std::int32_t earliest_end(const PlanBlock& block, std::int32_t from, std::span<const Spell> busy)
{
    std::int32_t start = std::max(from, block.from);
    for (const Spell& spell : busy) {
        if (spell.from >= start + block.minutes) break;
        start = std::max(start, spell.until);
    }
    return start > block.until - block.minutes ? never : start + block.minutes;
}

/// For each set of blocks the earliest time at which all of it can be over: whatever order is best,
/// one of them is last, and the others are over as early as can be.
std::vector<std::int32_t> earliest_ends_of_sets(
    std::span<const PlanBlock> blocks, std::int32_t from, std::span<const Spell> busy)
{
    std::vector<std::int32_t> ends(std::size_t { 1 } << blocks.size(), never);
    ends[0] = from;
    for (std::size_t set = 1; set < ends.size(); ++set) {
        for (std::size_t last = 0; last < blocks.size(); ++last) {
            if ((set >> last & 1) == 0) continue;
            const std::int32_t others = ends[set & ~(std::size_t { 1 } << last)];
            if (others != never)
                ends[set] = std::min(ends[set], earliest_end(blocks[last], others, busy));
        }
    }
    return ends;
}

} // namespace

bool blocks_fit(std::span<const PlanBlock> blocks, std::span<const Spell> busy)
{
    // Blocks whose windows do not meet have nothing to do with each other.
    std::vector<PlanBlock> rest(blocks.begin(), blocks.end());
    sort_things(rest, [](const PlanBlock& a, const PlanBlock& b) { return a.from < b.from; });
    for (std::size_t first = 0; first < rest.size();) {
        std::size_t next = first + 1;
        for (std::int32_t until = rest[first].until; next < rest.size() && rest[next].from < until;
             ++next)
            until = std::max(until, rest[next].until);
        const std::span<const PlanBlock> near(rest.data() + first, next - first);
        if (near.size() > plan_blocks_near_max) return false;
        if (earliest_ends_of_sets(near, rest[first].from, busy).back() == never) return false;
        first = next;
    }
    return true;
}

std::uint32_t block_sets_between(
    std::span<const PlanBlock> blocks, std::int32_t from, std::int32_t until)
{
    const std::vector<std::int32_t> ends = earliest_ends_of_sets(blocks, from, {});
    std::uint32_t sets = 0;
    for (std::size_t set = 0; set < ends.size(); ++set)
        if (set == 0 || ends[set] <= until) sets |= 1u << set;
    return sets;
}

std::vector<std::uint32_t> keep_blocks(
    std::span<const PlanBlock> blocks, std::span<const Spell> busy)
{
    std::vector<std::uint32_t> kept;
    std::vector<PlanBlock> standing;
    for (std::uint32_t i = 0; i < blocks.size() && kept.size() < plan_blocks_max; ++i) {
        standing.push_back(blocks[i]);
        if (blocks_fit(standing, busy))
            kept.push_back(i);
        else
            standing.pop_back();
    }
    return kept;
}

} // namespace hallway
