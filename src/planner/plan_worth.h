#pragma once
#include "planner/plan_order.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hallway {

/// A plan's value as one number that orders as `PlanValue` does: a maybe is worth more than all
/// walking there can be, a want more than all maybes, a must more than all wants.
class PlanWorth {
public:
    explicit PlanWorth(const PlanOrder& order);

    /// What a fulfilled wish is worth.
    [[nodiscard]] std::int64_t of(Keenness keenness) const;
    /// All wishes fulfilled without a step.
    [[nodiscard]] std::int64_t most() const { return most_; }
    /// What a candidate brings towards it: of parts its share, which add up to the whole; of
    /// several goings all by the first.
    [[nodiscard]] std::int64_t share(std::uint32_t candidate) const { return shares_[candidate]; }
    /// `chosen` is in order.
    [[nodiscard]] std::int64_t of_plan(std::span<const std::uint32_t> chosen) const;
    /// The value that no plan exceeds whose number is at most `worth`. Of a plan's own number it
    /// is the plan's value.
    [[nodiscard]] PlanValue value(std::int64_t worth) const;

private:
    const PlanOrder& order_;
    std::int64_t maybe_ = 1, want_ = 1, must_ = 1, most_ = 0;
    std::uint32_t wants_ = 0, maybes_ = 0;
    std::vector<std::int64_t> shares_;
};

} // namespace hallway
