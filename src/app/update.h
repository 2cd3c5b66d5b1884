#pragma once
#include "app/effect.h"
#include "app/state.h"

namespace hallway {

/// Changes the state as the user's intent says. What the host has to do is appended to `effects`.
void update(AppState& state, const Intent& intent, Effects& effects);

/// What the attendee does to a node that carries `intent`: activates it, or has typed `text` into
/// it so far. A field's own text stands in the state already when Enter activates it.
void activate(AppState& state, const Intent& intent, Effects& effects);
void type_into(AppState& state, const Intent& intent, std::string_view text, Effects& effects);

/// Takes in what the host reports.
void receive(AppState& state, const HostEvent& event, Effects& effects);

/// Opens what the page was started with: a program's address, or without one the program that was
/// open last; at the place that `hash` names.
void start(AppState& state, std::string_view address, std::string_view hash, Effects& effects);

/// What was stored of the preferences; of an unknown version they are left at their defaults.
void apply_settings(AppState& state, ByteView settings, Effects& effects);

} // namespace hallway
