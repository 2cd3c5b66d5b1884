#pragma once
#include "app/event_form_model.h"
#include "app/session_card_model.h"
#include "app/state.h"
#include "planner/appointments.h"

namespace hallway {

/// Of the draft.
[[nodiscard]] EventForm make_event_form(const AppState& state, const Program& program);
/// A card without a page and a star, which opens the form.
[[nodiscard]] SessionCard make_event_card(
    const AppState& state, const Program& program, const Appointment& appointment);

} // namespace hallway
