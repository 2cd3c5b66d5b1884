#pragma once
#include "planner/plan_request.h"
#include "planner/plan_solution.h"

#include <vector>

namespace hallway {

/// What of a best plan the attendee has to decide on for it to stand; the rest is in the plan by
/// its star alone.
/// Shape:  occurrences in the order of attendances, each once.
[[nodiscard]] std::vector<OccurrenceIndex> find_decisions(
    const PlanRequest& request, const PlanSolution& solution);

} // namespace hallway
