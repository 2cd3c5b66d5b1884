#pragma once
#include "planner/plan_problem.h"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace hallway {

/// What the search for a best plan has found. Indices are into the problem's candidates and blocks.
struct BestPlan {
    std::vector<std::uint32_t> chosen; ///< in the order of attendances, goings among them
    PlanValue value;
    PlanValue bound;     ///< no plan is worth more
    bool proven = false; ///< none is worth more than this one
    std::vector<std::pair<std::uint32_t, std::uint32_t>> clashing_goings; ///< earlier one first
    std::vector<std::uint32_t> dropped_blocks; ///< have no place beside the goings
};

/// How long to look, in pairs of candidates looked at, so that the result depends on no clock. Some
/// 200 million pairs are a second's work.
struct PlanEffort {
    std::uint64_t pairs_max = 20'000'000;
};

/// Looks for the best plan in slices. The rules are those of docs/planning.md, "The best plan".
///
/// Without repeats it is a longest path through each day. With them it is hard (NP-hard in
/// general): branch and bound, whose bound is the longest path under prices for what the path may
/// not do, such as taking a wish twice.
/// Source: Fisher, "The Lagrangian Relaxation Method for Solving Integer Programming Problems"
/// (1981).
class PlanSearch {
public:
    explicit PlanSearch(PlanProblem problem, PlanEffort effort = {});
    ~PlanSearch();
    PlanSearch(const PlanSearch&) = delete;
    PlanSearch& operator=(const PlanSearch&) = delete;

    /// Looks at about so many pairs more. True: there is nothing more to do.
    bool advance(std::uint64_t pairs);
    /// Thousandths of the effort that are spent; 1000 when done.
    [[nodiscard]] int progress_permille() const;
    /// The best so far: a plan at any time, with its bound.
    [[nodiscard]] const BestPlan& best() const;
    [[nodiscard]] const PlanProblem& problem() const;

private:
    class Tree;
    std::unique_ptr<Tree> tree_;
};

/// All of it at once.
[[nodiscard]] BestPlan find_best_plan(PlanProblem problem, PlanEffort effort = {});

} // namespace hallway
