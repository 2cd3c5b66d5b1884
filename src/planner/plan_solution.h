#pragma once
#include "planner/best_plan.h"
#include "planner/plan_problem.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// What stands between a plan and a candidate that is not in it.
struct PlanObstacle {
    enum class Kind : std::uint8_t {
        Overlaps,  ///< `other`, by `minutes`
        Walk,      ///< to or from `other`: `minutes` are missing
        DayIsFull, ///< the limit of minutes a day
        Block,     ///< lunch or rest would have no place
        Displaced, ///< a part of it, or what it displaces, has no place
    };
    std::uint32_t candidate = 0;
    Kind kind = Kind::Displaced;
    std::optional<std::uint32_t> other = {}; ///< a candidate that is in the plan
    Minutes minutes = 0;
    friend bool operator==(const PlanObstacle&, const PlanObstacle&) = default;
};

/// A plan, and what can be told of it without the program. Indices are into the problem's
/// candidates.
struct PlanSolution {
    BestPlan plan;
    /// What of the plan the attendee has to decide on for it to stand: what is given at another
    /// time, too, and what clashes with another wish. In the order of attendances; no goings.
    std::vector<std::uint32_t> to_decide;
    /// One for each candidate of the wishes that the plan does not fulfil, goings apart. What
    /// stands in the way is a going before others, then what is keenest.
    std::vector<PlanObstacle> obstacles;
};

[[nodiscard]] bool is_fulfilled(const PlanWish& wish, const BestPlan& plan);

/// Tells of a plan of `problem` what it comes to.
[[nodiscard]] PlanSolution explain_plan(const PlanProblem& problem, BestPlan plan);

/// Finds the best plan and tells what it comes to, all at once.
[[nodiscard]] PlanSolution solve_plan(const PlanProblem& problem);

} // namespace hallway
