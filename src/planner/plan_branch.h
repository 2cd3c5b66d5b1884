#pragma once
#include "planner/plan_chain.h"
#include "planner/plan_draft.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace hallway {

/// Decisions that plans have in common, and the prices under which their bound was found.
struct PlanBranch {
    std::vector<Decision> decisions;
    std::vector<std::int64_t> wish_prices; ///< of taking a wish once more
    std::vector<std::int64_t> day_prices;  ///< of a minute of a day
    std::int64_t bound = std::numeric_limits<std::int64_t>::max();
};

/// Decides on candidates of a branch, and on all that follows from it.
class PlanDecider {
public:
    PlanDecider(const PlanRules& rules, PlanBranch& branch) : rules_(rules), branch_(branch) { }

    /// False, here and below: no plan is left.
    bool take(std::uint32_t candidate);
    bool leave(std::uint32_t candidate);
    /// What the limits of days and the blocks leave after what is in.
    bool settle();

private:
    bool settle_minutes();

    const PlanRules& rules_;
    PlanBranch& branch_;
};

} // namespace hallway
