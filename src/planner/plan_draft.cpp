#include "planner/plan_draft.h"
#include "base/sort.h"

#include <algorithm>

namespace hallway {
namespace {

Candidates goings_of(const PlanOrder& order)
{
    Candidates goings;
    for (std::uint32_t i = 0; i < order.size(); ++i)
        if (order.at(i).going) goings.push_back(i);
    return goings;
}

} // namespace

std::vector<Spell> spells_of(const PlanOrder& order, std::span<const std::uint32_t> candidates)
{
    std::vector<Spell> spells;
    for (const std::uint32_t i : candidates)
        spells.push_back({ order.at(i).attendance.start, order.at(i).attendance.end });
    return spells;
}

PlanRules::PlanRules(const PlanOrder& given) : order(given), goings(goings_of(given))
{
    const PlanProblem& problem = order.problem();
    kept_blocks = keep_blocks(problem.blocks, spells_of(order, goings));
    for (const std::uint32_t kept : kept_blocks) blocks.push_back(problem.blocks[kept]);
    if (!problem.minutes_per_day_max) return;
    room.emplace(order.days().size(), *problem.minutes_per_day_max);
    for (const std::uint32_t i : goings) (*room)[order.day_of(i)] -= order.length(i);
    for (Minutes& minutes : *room) minutes = std::max(minutes, 0);
}

PlanDraft::PlanDraft(const PlanRules& rules)
    : rules_(rules), room_(rules.room), is_in_(rules.order.size(), false),
      taken_(rules.order.wishes().size(), false)
{
    for (const std::uint32_t i : rules.goings) put(i);
}

bool PlanDraft::add(std::uint32_t candidate)
{
    const PlanOrder& order = rules_.order;
    if (is_in_[candidate]) return true;
    const PlanOrder::Wish& wish = order.wishes()[order.wish_of(candidate)];
    if (!wish.all) return !taken_[order.wish_of(candidate)] && add_all({ &candidate, 1 });
    return add_all(wish.candidates);
}

Candidates PlanDraft::sorted() const
{
    Candidates chosen = chosen_;
    sort_things(chosen);
    return chosen;
}

bool PlanDraft::add_all(std::span<const std::uint32_t> candidates)
{
    const std::size_t before = chosen_.size();
    for (const std::uint32_t i : candidates) {
        if (is_in_[i]) continue;
        if (!can_put(i)) return take_back(before);
        put(i);
    }
    if (rules_.blocks.empty() || blocks_fit(rules_.blocks, spells_of(rules_.order, sorted())))
        return true;
    return take_back(before);
}

bool PlanDraft::can_put(std::uint32_t i) const
{
    const PlanOrder& order = rules_.order;
    if (room_ && (*room_)[order.day_of(i)] < order.length(i)) return false;
    return std::ranges::all_of(
        chosen_, [&](std::uint32_t other) { return order.compatible(i, other); });
}

void PlanDraft::put(std::uint32_t i)
{
    const PlanOrder& order = rules_.order;
    chosen_.push_back(i);
    is_in_[i] = true;
    taken_[order.wish_of(i)] = true;
    if (room_ && !order.at(i).going) (*room_)[order.day_of(i)] -= order.length(i);
}

/// Always false.
bool PlanDraft::take_back(std::size_t count)
{
    const PlanOrder& order = rules_.order;
    for (; chosen_.size() > count; chosen_.pop_back()) {
        const std::uint32_t i = chosen_.back();
        is_in_[i] = false;
        if (!order.wishes()[order.wish_of(i)].all) taken_[order.wish_of(i)] = false;
        if (room_) (*room_)[order.day_of(i)] += order.length(i);
    }
    return false;
}

} // namespace hallway
