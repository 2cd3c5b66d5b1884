#pragma once
#include "app/effect.h"
#include "app/state.h"

#include <string_view>

namespace hallway {

/// Hands a write to the store and counts it as unsaved until the store answers.
void save_choice(AppState& state, const Choice& choice, Effects& effects);

// What the attendee chooses about sessions. What the program does not have is passed over, but a
// star of what it had can be taken off.

void toggle_star(AppState& state, std::string_view session_key, Effects& effects);
/// `choice` is as in `SetKeenness` and `SetRating`.
void set_keenness(AppState& state, std::string_view choice, Effects& effects);
void set_rating(AppState& state, std::string_view choice, Effects& effects);
/// One that is "yes" or nothing.
void toggle_choice(
    AppState& state, ChoiceField field, std::string_view session_key, Effects& effects);
/// Whether the attendee has a place. What one has a place in is starred.
void toggle_place(AppState& state, std::string_view session_key, Effects& effects);
/// Of what is given several times one goes to one at a time.
void toggle_going(AppState& state, std::string_view occurrence, Effects& effects);
/// `occurrences` and `choice` are as in `GoOnly` and `StayForPart`.
void go_only(AppState& state, std::string_view occurrences, Effects& effects);
/// To `taken`, which is starred if it is not, and to nothing that clashes with it, but for what
/// there is a place in; the star of `lost` stays. False where the program does not have them.
[[nodiscard]] bool go_instead(
    AppState& state, std::string_view taken, std::string_view lost, Effects& effects);
void stay_for_part(AppState& state, std::string_view choice, Effects& effects);
/// What is too long is kept up to the limit, and told as long as it is.
void write_note(
    AppState& state, std::string_view session_key, std::string_view text, Effects& effects);

} // namespace hallway
