#pragma once
#include "app/effect.h"
#include "app/state.h"

#include <string_view>

namespace hallway {

// The form of a personal event. What the program or the agenda does not have is passed over.

/// Opens the form: with what stands under `id`, or for a new one on the day that is looked at.
void open_event(AppState& state, std::string_view id);
/// Whether it is the intent of one of the form's fields.
[[nodiscard]] bool is_of_event_form(IntentKind kind);
void type_event(AppState& state, IntentKind kind, std::string_view text);
void set_event_day(AppState& state, std::string_view days);
/// Keeps it and closes the form, or says in the form what is missing.
void save_event(AppState& state, Effects& effects);
void remove_event(AppState& state, Effects& effects);

} // namespace hallway
