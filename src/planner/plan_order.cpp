#include "planner/plan_order.h"
#include "base/sort.h"

#include <algorithm>
#include <tuple>

namespace hallway {
namespace {

auto rank(const PlanCandidate& candidate)
{
    return std::tie(candidate.attendance.start, candidate.attendance.end, candidate.key);
}

std::uint64_t pair_of(std::uint32_t i, std::uint32_t j)
{
    return static_cast<std::uint64_t>(std::min(i, j)) << 32 | std::max(i, j);
}

} // namespace

PlanOrder::PlanOrder(const PlanProblem& problem) : problem_(problem)
{
    const auto& candidates = problem.candidates;
    order_ = sorted_positions(candidates.size(), [&](std::uint32_t a, std::uint32_t b) {
        return rank(candidates[a]) < rank(candidates[b]);
    });

    std::vector<std::uint32_t> position(order_.size());
    for (std::uint32_t i = 0; i < size(); ++i) position[order_[i]] = i;
    for (const auto& [a, b] : problem.together)
        together_.push_back(pair_of(position[a], position[b]));
    sort_things(together_);
    sort_days();
    sort_wishes();
}

void PlanOrder::sort_days()
{
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < size(); ++i) numbers.push_back(at(i).day);
    sort_things(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const std::uint32_t number : numbers) days_.push_back({ number, {} });
    for (std::uint32_t i = 0; i < size(); ++i) {
        const auto day = std::ranges::lower_bound(numbers, at(i).day);
        day_of_.push_back(static_cast<std::uint32_t>(day - numbers.begin()));
        days_[day_of_[i]].candidates.push_back(i);
    }
}

void PlanOrder::sort_wishes()
{
    constexpr auto unseen = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> index(problem_.wishes.size(), unseen);
    for (std::uint32_t i = 0; i < size(); ++i) {
        std::uint32_t& wish = index[at(i).wish];
        if (wish == unseen) {
            wish = static_cast<std::uint32_t>(wishes_.size());
            const PlanWish& given = problem_.wishes[at(i).wish];
            wishes_.push_back({ .keenness = given.keenness, .all = given.all });
        }
        wish_of_.push_back(wish);
        wishes_[wish].candidates.push_back(i);
        if (at(i).going && !wishes_[wish].going) wishes_[wish].going = i;
    }
}

bool PlanOrder::together(std::uint32_t i, std::uint32_t j) const
{
    return !together_.empty() && std::ranges::binary_search(together_, pair_of(i, j));
}

bool PlanOrder::compatible(std::uint32_t i, std::uint32_t j) const
{
    const Attendance& earlier = at(std::min(i, j)).attendance;
    const Attendance& later = at(std::max(i, j)).attendance;
    return is_compatible(earlier, later, problem_.transfers.between(earlier.place, later.place),
               problem_.allowance)
        || together(i, j);
}

Minutes PlanOrder::walk(std::uint32_t earlier, std::uint32_t later) const
{
    return problem_.transfers.between(at(earlier).attendance.place, at(later).attendance.place)
        .minutes;
}

} // namespace hallway
