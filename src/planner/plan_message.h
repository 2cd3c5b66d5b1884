#pragma once
#include "base/bytes.h"
#include "planner/plan_solution.h"

#include <optional>

/// A problem on its way to the module that solves it, and the solution on its way back. Both
/// modules are of one build, so the bytes have no version; they are never stored.
namespace hallway {

[[nodiscard]] Bytes encode_problem(const PlanProblem& problem);
/// Nothing if they are no problem's bytes.
[[nodiscard]] std::optional<PlanProblem> decode_problem(ByteView bytes);

[[nodiscard]] Bytes encode_solution(const PlanSolution& solution);
/// Nothing if they are not the bytes of a solution of `problem`.
[[nodiscard]] std::optional<PlanSolution> decode_solution(
    ByteView bytes, const PlanProblem& problem);

} // namespace hallway
