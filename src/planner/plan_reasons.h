#pragma once
#include "planner/plan_request.h"
#include "planner/plan_solution.h"

#include <optional>
#include <vector>

namespace hallway {

/// Why an occurrence of a starred session is not in a plan.
enum class LeftOutWhy : std::uint8_t {
    Overlaps,    ///< with `other`, by `minutes`
    Walk,        ///< to or from `other`: `minutes` are missing
    DayIsFull,   ///< the limit of minutes a day
    Block,       ///< lunch or rest would have no place
    Appointment, ///< with `appointment`
    Displaced,   ///< a part of it, or what it displaces, has no place
    Cancelled,
    Begun,
    OutOfHours,
};
struct LeftOut {
    OccurrenceIndex occurrence {};
    LeftOutWhy why = LeftOutWhy::Overlaps;
    std::optional<OccurrenceIndex> other = {};
    std::uint32_t appointment = 0; ///< index into the request's
    Minutes minutes = 0;
};

/// For each wish that the plan does not fulfil, why: an entry for each of its occurrences, in the
/// order of the program.
[[nodiscard]] std::vector<LeftOut> explain_left_out(
    const Program& program, const PlanRequest& request, const PlanSolution& solution);

} // namespace hallway
