#include "planner/plan_chain.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::int32_t path_start = -1;

std::int32_t earliest(std::span<const PlanBlock> blocks)
{
    return std::ranges::min(blocks, {}, &PlanBlock::from).from;
}
std::int32_t latest(std::span<const PlanBlock> blocks)
{
    return std::ranges::max(blocks, {}, &PlanBlock::until).until;
}

} // namespace

DayChain::DayChain(
    const PlanOrder& order, const PlanOrder::Day& day, std::span<const PlanBlock> blocks)
    : candidates_(day.candidates), blocks_(blocks.begin(), blocks.end())
{
    const std::size_t count = candidates_.size();
    links_.reserve(count * (count - 1) / 2);
    for (std::size_t j = 0; j < count; ++j) {
        const PlanCandidate& later = order.at(candidates_[j]);
        for (std::size_t i = 0; i < j; ++i) {
            const PlanCandidate& earlier = order.at(candidates_[i]);
            Link link;
            // Goings are all in the plan, also those that clash with each other.
            if (order.compatible(candidates_[i], candidates_[j]) || (earlier.going && later.going))
                link.walk = order.walk(candidates_[i], candidates_[j]);
            else
                link.walk = -1;
            if (!blocks_.empty())
                link.block_sets =
                    block_sets_between(blocks_, earlier.attendance.end, later.attendance.start);
            links_.push_back(link);
        }
        if (blocks_.empty()) continue;
        sets_before_.push_back(
            block_sets_between(blocks_, earliest(blocks_), later.attendance.start));
        sets_after_.push_back(block_sets_between(blocks_, later.attendance.end, latest(blocks_)));
    }
    best_.resize(count << blocks_.size());
}

void DayChain::start_at(std::size_t at)
{
    const std::uint32_t sets = blocks_.empty() ? 1 : sets_before_[at];
    for (std::uint32_t set = 0; set >> blocks_.size() == 0; ++set)
        if (sets >> set & 1) best(at, set) = { 0, path_start, 0, true };
}

void DayChain::go(std::size_t earlier, std::size_t later)
{
    const Link& by = link(earlier, later);
    if (by.walk < 0) return;
    for (std::uint32_t set = 0; set >> blocks_.size() == 0; ++set) {
        const Best& from = best(earlier, set);
        if (!from.reached) continue;
        const std::int64_t value = from.value - by.walk;
        for (std::uint32_t placed = 0; placed >> blocks_.size() == 0; ++placed) {
            if ((by.block_sets >> placed & 1) == 0 || (placed & set) != 0) continue;
            Best& to = best(later, set | placed);
            if (!to.reached || value > to.value)
                to = { value, static_cast<std::int32_t>(earlier), set, true };
        }
    }
}

/// The path may end here: what blocks are left have their place afterwards.
void DayChain::finish(std::size_t last, Best& found)
{
    const std::uint32_t all = (1u << blocks_.size()) - 1;
    const std::uint32_t sets = blocks_.empty() ? 1 : sets_after_[last];
    for (std::uint32_t set = 0; set <= all; ++set) {
        const Best& end = best(last, set);
        if (!end.reached || (sets >> (all & ~set) & 1) == 0) continue;
        if (!found.reached || end.value > found.value)
            found = { end.value, static_cast<std::int32_t>(last), set, true };
    }
}

void DayChain::trace(const Best& found, Path& path)
{
    for (Best at = found; at.before != path_start;
         at = best(static_cast<std::size_t>(at.before), at.set))
        path.candidates.push_back(candidates_[static_cast<std::size_t>(at.before)]);
    std::ranges::reverse(path.candidates);
}

void DayChain::solve(
    std::span<const Decision> decisions, std::span<const std::int64_t> gains, Path& path)
{
    path = {};
    std::fill(best_.begin(), best_.end(), Best {});
    // No path goes past what is in: each one passes through it or comes after it.
    std::size_t since = 0;
    bool may_start = true;
    Best found;
    for (std::size_t at = 0; at < candidates_.size(); ++at) {
        const std::uint32_t candidate = candidates_[at];
        if (decisions[candidate] == Decision::Out) continue;
        if (may_start) start_at(at);
        for (std::size_t earlier = since; earlier < at; ++earlier)
            if (decisions[candidates_[earlier]] != Decision::Out) go(earlier, at);
        for (std::uint32_t set = 0; set >> blocks_.size() == 0; ++set)
            best(at, set).value += gains[candidate];
        if (decisions[candidate] == Decision::In) {
            since = at;
            may_start = false;
            found = {};
        }
        finish(at, found);
    }
    // Nothing at all is a path, too.
    if (may_start && (!found.reached || found.value < 0)) {
        path.possible = true;
        return;
    }
    path.possible = found.reached;
    path.value = found.value;
    if (found.reached) trace(found, path);
}

} // namespace hallway
