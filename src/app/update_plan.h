#pragma once
#include "app/effect.h"
#include "app/state.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// Goes on with the search for the best plan where it is looked at, for some milliseconds. True:
/// there is more to do, so come again.
bool work_on_plan(AppState& state);

/// Candidates of the plan that was found, about which something is to be decided.
[[nodiscard]] std::vector<std::uint32_t> decisions_of(const BestPlanJob& job);

/// Makes the choices that the plan which was found comes to: going, wherever there is something to
/// decide.
/// Shape:  gives how many choices it made.
std::uint32_t use_plan(AppState& state, Effects& effects);

} // namespace hallway
