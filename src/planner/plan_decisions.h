#pragma once
#include "planner/best_plan.h"
#include "planner/plan_request.h"

#include <vector>

namespace hallway {

/// What of a best plan the attendee has to decide on for it to stand: what is given at another
/// time, too, and what clashes with another wish. The rest is in the plan by its star alone.
/// Shape:  occurrences in the order of attendances, each once; none that the attendee is going to.
[[nodiscard]] std::vector<OccurrenceIndex> find_decisions(
    const PlanRequest& request, const BestPlan& plan);

} // namespace hallway
