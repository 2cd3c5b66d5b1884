#pragma once
#include "app/effect.h"
#include "app/state.h"

#include <cstdint>
#include <string_view>

namespace hallway {

/// Goes on with the search for the best plan where it is looked at, for some milliseconds. True:
/// there is more to do, so come again.
bool work_on_plan(AppState& state);

/// Makes the choices that the plan which was found comes to: going, wherever there is something to
/// decide and it was not left open.
/// Shape:  gives how many sessions it decided on.
std::uint32_t use_plan(AppState& state, Effects& effects);

/// Starts to decide one by one.
void pick_plan(AppState& state);
/// Leaves one open, or takes it again. `occurrence` as `occurrence_subject` names it.
void toggle_pick(AppState& state, std::string_view occurrence);

} // namespace hallway
