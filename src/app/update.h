#pragma once
#include "app/effect.h"
#include "app/state.h"

namespace hallway {

/// Changes the state as the user's intent says. What the host has to do is appended to `effects`.
void update(AppState& state, const Intent& intent, Effects& effects);

/// Takes in what the host reports.
void receive(AppState& state, const HostEvent& event, Effects& effects);

/// Opens what the page was started with: a program's address, or the program that was open last.
void start(AppState& state, std::string_view address, std::string_view hash, Effects& effects);

[[nodiscard]] Bytes encode_settings(const AppState& state);
/// Settings of another version are left at their defaults.
void apply_settings(AppState& state, ByteView settings);

} // namespace hallway
