#pragma once
#include "app/preferences.h"
#include "planner/plan_request.h"
#include "planner/plan_solution.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace hallway {

/// The search for the best plan, which the host has done elsewhere, and what it was started from.
struct BestPlanJob {
    std::uint32_t number = 0; ///< unlike that of any job before
    PlanRequest request;
    std::uint32_t permille = 0; ///< of the effort that is spent
    bool failed = false;        ///< it ended without an answer
    std::optional<PlanSolution> solution;
    /// Of the plan that was found what the attendee has to decide on for it.
    std::vector<OccurrenceIndex> decisions;
    bool picking = false;                   ///< one by one which of them are made
    std::vector<OccurrenceIndex> left_open; ///< those that are not

    std::shared_ptr<const Bytes> pack;
    std::uint64_t agenda_revision = 0;
    Preferences preferences;
};

[[nodiscard]] bool is_left_open(const BestPlanJob& job, OccurrenceIndex index);

} // namespace hallway
