#include "planner/plan_decisions.h"
#include "planner/plan_order.h"

#include <algorithm>

namespace hallway {

std::vector<OccurrenceIndex> find_decisions(const PlanRequest& request, const BestPlan& plan)
{
    const PlanOrder order(request.problem);
    std::vector<bool> is_chosen(order.size(), false);
    for (const std::uint32_t i : plan.chosen) is_chosen[i] = true;
    std::vector<OccurrenceIndex> found;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        if (!is_chosen[order.given(i)] || order.at(i).going) continue;
        const PlanOrder::Wish& wish = order.wishes()[order.wish_of(i)];
        bool is_open = !wish.all && wish.candidates.size() > 1;
        for (std::uint32_t other = 0; !is_open && other < order.size(); ++other)
            is_open = other != i && !order.compatible(i, other);
        const OccurrenceIndex index = request.occurrences[order.given(i)];
        if (is_open && std::ranges::find(found, index) == found.end()) found.push_back(index);
    }
    return found;
}

} // namespace hallway
