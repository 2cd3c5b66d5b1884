#include "planner/plan_worth.h"

#include <algorithm>
#include <tuple>

namespace hallway {

bool is_better(const PlanValue& left, const PlanValue& right)
{
    return std::tie(left.musts, left.wants, left.maybes, right.walking)
        > std::tie(right.musts, right.wants, right.maybes, left.walking);
}

PlanWorth::PlanWorth(const PlanOrder& order) : order_(order)
{
    Minutes longest = 0;
    const TransferTable& transfers = order.problem().transfers;
    for (std::uint32_t from = 0; from < transfers.places(); ++from)
        for (std::uint32_t to = 0; to < transfers.places(); ++to)
            longest = std::max(longest, transfers.between(from, to).minutes);
    maybe_ = 1 + std::int64_t { longest } * order.size();
    for (const PlanOrder::Wish& wish : order.wishes()) {
        wants_ += wish.keenness == Keenness::Want;
        maybes_ += wish.keenness == Keenness::Maybe;
    }
    want_ = maybe_ * (maybes_ + 1);
    must_ = want_ * (wants_ + 1);

    shares_.resize(order.size());
    for (const PlanOrder::Wish& wish : order.wishes()) {
        const std::int64_t worth = of(wish.keenness);
        most_ += worth;
        if (wish.all) {
            const auto parts = static_cast<std::int64_t>(wish.candidates.size());
            for (const std::uint32_t part : wish.candidates) shares_[part] = worth / parts;
            shares_[wish.candidates.front()] += worth % parts;
        } else if (wish.going) {
            shares_[*wish.going] = worth; // Others add nothing to it.
        } else {
            for (const std::uint32_t candidate : wish.candidates) shares_[candidate] = worth;
        }
    }
}

std::int64_t PlanWorth::of(Keenness keenness) const
{
    switch (keenness) {
    case Keenness::Must: return must_;
    case Keenness::Want: return want_;
    case Keenness::Maybe: return maybe_;
    case Keenness::None:
    case Keenness::No: return 0;
    }
    return 0;
}

std::int64_t PlanWorth::of_plan(std::span<const std::uint32_t> chosen) const
{
    std::vector<std::size_t> taken(order_.wishes().size(), 0);
    std::vector<bool> has_before(order_.days().size(), false);
    std::vector<std::uint32_t> before(order_.days().size(), 0);
    std::int64_t worth = 0;
    for (const std::uint32_t candidate : chosen) {
        ++taken[order_.wish_of(candidate)];
        const std::uint32_t day = order_.day_of(candidate);
        if (has_before[day]) worth -= order_.walk(before[day], candidate);
        has_before[day] = true;
        before[day] = candidate;
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const PlanOrder::Wish& wish = order_.wishes()[i];
        if (taken[i] >= (wish.all ? wish.candidates.size() : 1)) worth += of(wish.keenness);
    }
    return worth;
}

PlanValue PlanWorth::value(std::int64_t worth) const
{
    // Rounded up to whole wishes; what is too much is walking.
    const std::int64_t wishes = worth <= 0 ? 0 : (worth + maybe_ - 1) / maybe_;
    PlanValue value;
    value.walking = wishes * maybe_ - worth;
    value.maybes = static_cast<std::uint32_t>(wishes % (maybes_ + 1));
    value.wants = static_cast<std::uint32_t>(wishes / (maybes_ + 1) % (wants_ + 1));
    value.musts = static_cast<std::uint32_t>(wishes / (maybes_ + 1) / (wants_ + 1));
    return value;
}

} // namespace hallway
