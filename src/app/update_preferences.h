#pragma once
#include "app/effect.h"
#include "app/state.h"

#include <string_view>

/// Changes of the state that settings ask for; `update` and `receive` call them.
namespace hallway {

/// The words from now on; clock and zone are read as preferred.
void use_language(AppState& state, Language language);
/// `change` as intents carry it, "theme=dark".
void set_preference(AppState& state, std::string_view change, Effects& effects);
/// What was stored; tells the page how to look.
void use_preferences(AppState& state, const Preferences& preferences, Effects& effects);
/// After another program was opened, and when the device's zone is known: which zones there are to
/// choose from.
void take_zones(AppState& state, Effects& effects);

/// Whether the event's times and the device's are known to differ on some day of the event.
[[nodiscard]] bool zones_differ(const AppState& state);

/// Asks first: `what` is "ask", "keep", "conference" or "everything".
void delete_data(AppState& state, std::string_view what, Effects& effects);
void restore_data(AppState& state, Effects& effects);

} // namespace hallway
