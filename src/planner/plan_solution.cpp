#include "planner/plan_solution.h"
#include "planner/plan_draft.h"

#include <algorithm>

namespace hallway {
namespace {

/// Tells what stands in the way of candidates; those of `order`, by their place in it.
class Explainer {
public:
    Explainer(const PlanOrder& order, const BestPlan& plan) : order_(order)
    {
        std::vector<bool> is_chosen(order.size(), false);
        for (const std::uint32_t i : plan.chosen) is_chosen[i] = true;
        for (std::uint32_t i = 0; i < order.size(); ++i)
            if (is_chosen[order.given(i)]) chosen_.push_back(i);
        const std::vector<PlanBlock>& blocks = order.problem().blocks;
        for (std::uint32_t i = 0; i < blocks.size(); ++i)
            if (!std::ranges::binary_search(plan.dropped_blocks, i)) blocks_.push_back(blocks[i]);
    }

    [[nodiscard]] const Candidates& chosen() const { return chosen_; }

    [[nodiscard]] bool is_fulfilled(const PlanOrder::Wish& wish) const
    {
        const auto is_in = [&](std::uint32_t i) { return std::ranges::binary_search(chosen_, i); };
        return wish.all ? std::ranges::all_of(wish.candidates, is_in)
                        : std::ranges::any_of(wish.candidates, is_in);
    }

    [[nodiscard]] PlanObstacle find_obstacle(std::uint32_t candidate) const
    {
        PlanObstacle found { .candidate = order_.given(candidate) };
        if (const auto other = find_rival(candidate)) {
            const Judgement judgement =
                judge_in_order(std::min(candidate, *other), std::max(candidate, *other));
            const bool overlaps = judgement.verdict == Verdict::Overlaps;
            found.kind = overlaps ? PlanObstacle::Kind::Overlaps : PlanObstacle::Kind::Walk;
            found.other = order_.given(*other);
            found.minutes = judgement.minutes.value_or(0);
        } else if (is_day_full(candidate)) {
            found.kind = PlanObstacle::Kind::DayIsFull;
        } else if (!leaves_blocks(candidate)) {
            found.kind = PlanObstacle::Kind::Block;
        }
        return found;
    }

private:
    [[nodiscard]] Judgement judge_in_order(std::uint32_t i, std::uint32_t j) const
    {
        const PlanProblem& problem = order_.problem();
        const Attendance &earlier = order_.at(i).attendance, &later = order_.at(j).attendance;
        return judge(earlier, later, problem.transfers.between(earlier.place, later.place),
            problem.allowance);
    }

    [[nodiscard]] std::optional<std::uint32_t> find_rival(std::uint32_t candidate) const
    {
        std::optional<std::uint32_t> found;
        const auto weight = [&](std::uint32_t i) {
            const int keenness = static_cast<int>(order_.wishes()[order_.wish_of(i)].keenness);
            return keenness + (order_.at(i).going ? static_cast<int>(Keenness::No) : 0);
        };
        for (const std::uint32_t i : chosen_) {
            if (order_.compatible(candidate, i)) continue;
            if (!found || weight(i) > weight(*found)) found = i;
        }
        return found;
    }

    [[nodiscard]] bool is_day_full(std::uint32_t candidate) const
    {
        if (!order_.problem().minutes_per_day_max) return false;
        Minutes taken = order_.length(candidate);
        for (const std::uint32_t i : chosen_)
            if (order_.day_of(i) == order_.day_of(candidate)) taken += order_.length(i);
        return taken > *order_.problem().minutes_per_day_max;
    }

    [[nodiscard]] bool leaves_blocks(std::uint32_t candidate) const
    {
        Candidates all = chosen_;
        all.insert(std::ranges::lower_bound(all, candidate), candidate);
        return blocks_fit(blocks_, spells_of(order_, all));
    }

    const PlanOrder& order_;
    Candidates chosen_;
    std::vector<PlanBlock> blocks_;
};

/// Given at another time, too, or in the way of another wish.
bool is_open(const PlanOrder& order, std::uint32_t candidate)
{
    const PlanOrder::Wish& wish = order.wishes()[order.wish_of(candidate)];
    if (!wish.all && wish.candidates.size() > 1) return true;
    for (std::uint32_t other = 0; other < order.size(); ++other)
        if (other != candidate && !order.compatible(candidate, other)) return true;
    return false;
}

} // namespace

bool is_fulfilled(const PlanWish& wish, const BestPlan& plan)
{
    const auto is_in = [&](std::uint32_t i) {
        return std::ranges::find(plan.chosen, i) != plan.chosen.end();
    };
    return wish.all ? std::ranges::all_of(wish.candidates, is_in)
                    : std::ranges::any_of(wish.candidates, is_in);
}

PlanSolution explain_plan(const PlanProblem& problem, BestPlan plan)
{
    const PlanOrder order(problem);
    const Explainer explainer(order, plan);
    PlanSolution solution { .plan = std::move(plan), .to_decide = {}, .obstacles = {} };
    for (const std::uint32_t i : explainer.chosen())
        if (!order.at(i).going && is_open(order, i)) solution.to_decide.push_back(order.given(i));
    for (const PlanOrder::Wish& wish : order.wishes()) {
        if (explainer.is_fulfilled(wish)) continue;
        for (const std::uint32_t i : wish.candidates)
            if (!order.at(i).going) solution.obstacles.push_back(explainer.find_obstacle(i));
    }
    return solution;
}

PlanSolution solve_plan(const PlanProblem& problem)
{
    return explain_plan(problem, find_best_plan(problem));
}

} // namespace hallway
