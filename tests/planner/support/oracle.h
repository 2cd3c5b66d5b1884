#pragma once
#include "planner/plan_problem.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// docs/planning.md a second time, by trying everything: slow, and as plain as can be. It shares
/// types with the planner, but no code.
namespace hallway::test {

/// An attendance with what orders it and what it never clashes with.
struct OracleAttendance {
    std::string key;
    Attendance attendance;
};

/// "Verdicts" of docs/planning.md.
[[nodiscard]] Judgement oracle_judge(const Attendance& earlier, const Attendance& later,
    const Transfer& transfer, const Allowance& allowance);

/// All pairs of `attendances` that clash, each once and the smaller index first, in ascending
/// order. `together`: pairs that never clash, in either order.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> oracle_clashes(
    const std::vector<OracleAttendance>& attendances, const TransferTable& transfers,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& together,
    const Allowance& allowance);

/// "Clashes and groups" of docs/planning.md, as indices into `attendances`.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> oracle_groups(
    const std::vector<OracleAttendance>& attendances, const TransferTable& transfers,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& together,
    const Allowance& allowance);

/// Indices of `problem.blocks` that are dropped (rule 6), ascending.
[[nodiscard]] std::vector<std::uint32_t> oracle_dropped_blocks(const PlanProblem& problem);

/// The first rule of "The best plan" that `chosen` (indices into the candidates, in any order, each
/// once) breaks; 0: it is a plan.
[[nodiscard]] int oracle_broken_rule(
    const PlanProblem& problem, const std::vector<std::uint32_t>& chosen);

/// The value of a plan.
[[nodiscard]] PlanValue oracle_value(
    const PlanProblem& problem, const std::vector<std::uint32_t>& chosen);

/// The greatest value that a plan can have, by trying all sets of candidates. For at most some 16
/// candidates that are no goings.
[[nodiscard]] PlanValue oracle_best_value(const PlanProblem& problem);

} // namespace hallway::test
