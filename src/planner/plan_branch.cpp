#include "planner/plan_branch.h"

#include <algorithm>

namespace hallway {

bool PlanDecider::take(std::uint32_t candidate)
{
    const PlanOrder& order = rules_.order;
    Decision& decision = branch_.decisions[candidate];
    if (decision == Decision::In) return true;
    if (decision == Decision::Out) return false;
    decision = Decision::In;
    for (std::uint32_t other = 0; other < order.size(); ++other)
        if (other != candidate && !order.compatible(candidate, other)
            && !(order.at(candidate).going && order.at(other).going) && !leave(other))
            return false;
    const PlanOrder::Wish& wish = order.wishes()[order.wish_of(candidate)];
    for (const std::uint32_t other : wish.candidates) {
        if (other == candidate || order.at(other).going) continue;
        // Parts of which some are goings may stay as they are.
        if (wish.all && order.at(candidate).going) continue;
        if (!(wish.all ? take(other) : leave(other))) return false;
    }
    return true;
}

bool PlanDecider::leave(std::uint32_t candidate)
{
    const PlanOrder& order = rules_.order;
    Decision& decision = branch_.decisions[candidate];
    if (decision == Decision::Out) return true;
    if (decision == Decision::In) return false;
    decision = Decision::Out;
    const PlanOrder::Wish& wish = order.wishes()[order.wish_of(candidate)];
    if (!wish.all) return true;
    return std::ranges::all_of(wish.candidates,
        [&](std::uint32_t other) { return order.at(other).going || leave(other); });
}

bool PlanDecider::settle()
{
    const PlanOrder& order = rules_.order;
    if (rules_.room && !settle_minutes()) return false;
    if (rules_.blocks.empty()) return true;
    Candidates in;
    for (std::uint32_t i = 0; i < order.size(); ++i)
        if (branch_.decisions[i] == Decision::In) in.push_back(i);
    return blocks_fit(rules_.blocks, spells_of(order, in));
}

bool PlanDecider::settle_minutes()
{
    const PlanOrder& order = rules_.order;
    std::vector<Minutes> room = *rules_.room;
    for (std::uint32_t i = 0; i < order.size(); ++i)
        if (branch_.decisions[i] == Decision::In && !order.at(i).going)
            room[order.day_of(i)] -= order.length(i);
    if (std::ranges::any_of(room, [](Minutes minutes) { return minutes < 0; })) return false;
    for (std::uint32_t i = 0; i < order.size(); ++i)
        if (branch_.decisions[i] == Decision::Open && order.length(i) > room[order.day_of(i)]
            && !leave(i))
            return false;
    return true;
}

} // namespace hallway
