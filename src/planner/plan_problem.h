#pragma once
#include "planner/keenness.h"
#include "planner/verdict.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What "Plan it for me" has to solve, without anything of a program's: numbers and keys. The
/// rules are those of docs/planning.md, "The best plan".
namespace hallway {

/// Something that could be attended.
struct PlanCandidate {
    std::string key; ///< unlike any other's; decides where nothing else does
    Attendance attendance;
    std::uint32_t day = 0;  ///< event day
    std::uint32_t wish = 0; ///< index into `PlanProblem::wishes`
    bool going = false;     ///< fixed: the attendee said so
};

/// A starred session, or several that are the same.
struct PlanWish {
    Keenness keenness = Keenness::Want; ///< None: worth nothing, attended since it is a going
    std::vector<std::uint32_t> candidates;
    bool all = false; ///< its candidates are parts: all or none; else any one is enough
};

/// A spell without sessions that the attendee wants: lunch, rest.
struct PlanBlock {
    std::int32_t from = 0, until = 0; ///< Instants: it lies somewhere between them
    Minutes minutes = 0;
};

struct PlanProblem {
    std::vector<PlanCandidate> candidates;
    std::vector<PlanWish> wishes;
    TransferTable transfers;
    /// Pairs of candidates of which attending one is attending the other, too: they never clash.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> together;
    Allowance allowance;
    std::optional<Minutes> minutes_per_day_max;
    /// Of those that have a place at most `plan_blocks_max` are kept.
    std::vector<PlanBlock> blocks;
};
inline constexpr std::size_t plan_blocks_max = 32;

/// What a plan is worth. Fulfilled musts decide, then wants, then maybes, then less walking.
struct PlanValue {
    std::uint32_t musts = 0, wants = 0, maybes = 0;
    std::int64_t walking = 0; ///< minutes
    friend bool operator==(const PlanValue&, const PlanValue&) = default;
};
[[nodiscard]] bool is_better(const PlanValue& left, const PlanValue& right);

} // namespace hallway
