#include "planner/plan_decisions.h"

#include <algorithm>

namespace hallway {

std::vector<OccurrenceIndex> find_decisions(
    const PlanRequest& request, const PlanSolution& solution)
{
    std::vector<OccurrenceIndex> found;
    for (const std::uint32_t i : solution.to_decide) {
        const OccurrenceIndex index = request.occurrences[i];
        // One from which the attendee goes away in between is a candidate twice.
        if (std::ranges::find(found, index) == found.end()) found.push_back(index);
    }
    return found;
}

} // namespace hallway
