#pragma once
#include "planner/plan_blocks.h"
#include "planner/plan_order.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hallway {

/// What a search has decided about a candidate.
enum class Decision : std::uint8_t { Open, In, Out };

/// The longest path through a day: candidates one after the other, each compatible with the one
/// before it, with all that are decided to be in. It looks at neighbours only, may take several
/// candidates of one wish, and does not count minutes; so its value is a bound for every plan that
/// the decisions allow.
class DayChain {
public:
    /// `blocks` are those whose windows no other day's candidates reach; at most
    /// `blocks_in_sets_max`.
    DayChain(const PlanOrder& order, const PlanOrder::Day& day, std::span<const PlanBlock> blocks);

    struct Path {
        bool possible = false; ///< false: the blocks have no place beside what is in
        std::int64_t value = 0;
        std::vector<std::uint32_t> candidates; ///< in order
    };
    /// Shape:  `decisions` and `gains` are by candidate; the path's value is the sum of its gains
    ///         less its walking.
    void solve(
        std::span<const Decision> decisions, std::span<const std::int64_t> gains, Path& path);

    /// Pairs that `solve` looks at, at most.
    [[nodiscard]] std::uint64_t pairs() const { return links_.size() << blocks_.size(); }

private:
    /// From an earlier candidate of the day to a later one.
    struct Link {
        std::int32_t walk = 0; ///< negative: not compatible
        std::uint32_t block_sets = 1;
    };
    struct Best {
        std::int64_t value = 0;
        std::int32_t before = 0; ///< place in the day; of the first of a path `path_start`
        std::uint32_t set = 0;   ///< of blocks that have had their place before
        bool reached = false;
    };
    [[nodiscard]] const Link& link(std::size_t earlier, std::size_t later) const
    {
        return links_[later * (later - 1) / 2 + earlier];
    }
    [[nodiscard]] Best& best(std::size_t at, std::size_t set)
    {
        return best_[(at << blocks_.size()) + set];
    }
    void start_at(std::size_t at);
    void go(std::size_t earlier, std::size_t later);
    void finish(std::size_t last, Best& found);
    void trace(const Best& found, Path& path);

    const std::vector<std::uint32_t>& candidates_;
    std::vector<PlanBlock> blocks_;
    std::vector<Link> links_;
    std::vector<std::uint32_t> sets_before_, sets_after_; ///< from the day's start, to its end
    std::vector<Best> best_;
};

} // namespace hallway
