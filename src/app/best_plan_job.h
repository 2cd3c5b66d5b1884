#pragma once
#include "app/preferences.h"
#include "planner/best_plan.h"
#include "planner/plan_request.h"

#include <cstdint>
#include <memory>

namespace hallway {

/// The search for the best plan, which goes on from frame to frame, and what it was started from.
struct BestPlanJob {
    PlanRequest request;
    std::unique_ptr<PlanSearch> search;
    bool done = false;
    /// Of the plan that was found what the attendee has to decide on for it. Once it is done.
    std::vector<OccurrenceIndex> decisions;
    bool picking = false;                   ///< one by one which of them are made
    std::vector<OccurrenceIndex> left_open; ///< those that are not

    std::shared_ptr<const Bytes> pack;
    std::uint64_t agenda_revision = 0;
    Preferences preferences;
};

[[nodiscard]] bool is_left_open(const BestPlanJob& job, OccurrenceIndex index);

} // namespace hallway
