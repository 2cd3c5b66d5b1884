#pragma once
#include "app/state.h"
#include "planner/plan.h"
#include "planner/plan_request.h"

namespace hallway {

/// When lunch can be had, and how long it takes.
inline constexpr DayBlock lunch_break { { 11 * minutes_per_hour + 30, 14 * minutes_per_hour + 30 },
    45 };

/// What the attendee's settings say of a plan: how to get about, what may be missed, what a day
/// looks like. Without `now`.
[[nodiscard]] PlanSettings plan_settings(const Preferences& preferences);

/// The plan by those settings, with `also` as if it were starred. What is past clashes with nothing
/// and leaves nothing to choose.
[[nodiscard]] Plan make_own_plan(
    const AppState& state, const Program& program, std::optional<SessionIndex> also = {});

} // namespace hallway
