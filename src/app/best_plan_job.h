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

    std::shared_ptr<const Bytes> pack;
    std::uint64_t agenda_revision = 0;
    Preferences preferences;
};

} // namespace hallway
