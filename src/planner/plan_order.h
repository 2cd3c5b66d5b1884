#pragma once
#include "planner/plan_problem.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

/// A problem's candidates in the order of attendances, so that what a search does depends on
/// nothing but what is given, and what holds between each two of them.
class PlanOrder {
public:
    /// `problem` outlives it.
    explicit PlanOrder(const PlanProblem& problem);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(order_.size()); }
    [[nodiscard]] const PlanCandidate& at(std::uint32_t i) const
    {
        return problem_.candidates[order_[i]];
    }
    [[nodiscard]] Minutes length(std::uint32_t i) const
    {
        return at(i).attendance.end - at(i).attendance.start;
    }
    /// Index into the problem's candidates.
    [[nodiscard]] std::uint32_t given(std::uint32_t i) const { return order_[i]; }
    [[nodiscard]] const PlanProblem& problem() const { return problem_; }

    /// Whether both may be in one plan, goings aside.
    [[nodiscard]] bool compatible(std::uint32_t i, std::uint32_t j) const;
    [[nodiscard]] Minutes walk(std::uint32_t earlier, std::uint32_t later) const;

    /// Days in ascending order, each with its candidates' range.
    struct Day {
        std::uint32_t number = 0; ///< as candidates have it
        std::vector<std::uint32_t> candidates;
    };
    [[nodiscard]] std::span<const Day> days() const { return days_; }
    [[nodiscard]] std::uint32_t day_of(std::uint32_t i) const { return day_of_[i]; }

    /// Wishes in the order of their first candidates, apart from those without any.
    struct Wish {
        Keenness keenness = Keenness::None;
        bool all = false;
        /// The first of its candidates that is a going.
        std::optional<std::uint32_t> going = {};
        std::vector<std::uint32_t> candidates = {};
    };
    [[nodiscard]] std::span<const Wish> wishes() const { return wishes_; }
    [[nodiscard]] std::uint32_t wish_of(std::uint32_t i) const { return wish_of_[i]; }

private:
    [[nodiscard]] bool together(std::uint32_t i, std::uint32_t j) const;
    void sort_days();
    void sort_wishes();

    const PlanProblem& problem_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint64_t> together_; ///< pairs, sorted; the smaller position in the upper half
    std::vector<Day> days_;
    std::vector<std::uint32_t> day_of_;
    std::vector<Wish> wishes_;
    std::vector<std::uint32_t> wish_of_;
};

} // namespace hallway
