#pragma once
#include "app/effect.h"
#include "app/state.h"

#include <cstdint>
#include <string_view>

namespace hallway {

/// To be called before a page is made: has the best plan searched for where it is looked at, anew
/// when what it depends on has changed, and ends the search where it is not.
void watch_plan(AppState& state, Effects& effects);
/// News of an earlier search say nothing.
void hear_of_plan(AppState& state, const PlanNews& news);
[[nodiscard]] bool is_searching(const AppState& state);
/// Once more, after a search that ended without an answer.
void retry_plan(AppState& state);

/// Makes the choices that the plan which was found comes to: going, wherever there is something to
/// decide and it was not left open.
/// Shape:  gives how many sessions it decided on.
std::uint32_t use_plan(AppState& state, Effects& effects);

/// Starts to decide one by one.
void pick_plan(AppState& state);
/// Leaves one open, or takes it again. `occurrence` as `occurrence_subject` names it.
void toggle_pick(AppState& state, std::string_view occurrence);

} // namespace hallway
