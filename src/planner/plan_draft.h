#pragma once
#include "planner/plan_blocks.h"
#include "planner/plan_order.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

using Candidates = std::vector<std::uint32_t>;

[[nodiscard]] std::vector<Spell> spells_of(
    const PlanOrder& order, std::span<const std::uint32_t> candidates);

/// What every plan of a problem has to keep, and what holds for all of them.
struct PlanRules {
    explicit PlanRules(const PlanOrder& order);

    const PlanOrder& order;
    Candidates goings;
    Candidates kept_blocks;                   ///< indices into the problem's
    std::vector<PlanBlock> blocks;            ///< those that are kept
    std::optional<std::vector<Minutes>> room; ///< by day: for those that are no goings
};

/// A plan that grows as long as it stays one.
class PlanDraft {
public:
    explicit PlanDraft(const PlanRules& rules);

    /// Adds it, with all other parts of its wish. False: it would be no plan.
    bool add(std::uint32_t candidate);
    [[nodiscard]] Candidates sorted() const;

private:
    bool add_all(std::span<const std::uint32_t> candidates);
    [[nodiscard]] bool can_put(std::uint32_t candidate) const;
    void put(std::uint32_t candidate);
    bool take_back(std::size_t count);

    const PlanRules& rules_;
    std::optional<std::vector<Minutes>> room_;
    Candidates chosen_;
    std::vector<bool> is_in_, taken_;
};

} // namespace hallway
