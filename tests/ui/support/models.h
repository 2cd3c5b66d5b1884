#pragma once
#include "app/grid_model.h"
#include "app/view_models.h"

#include <cstddef>

namespace hallway::test {

/// A page of a program with one day tab of `rows` sessions, `per_slot` at the same time. Titles are
/// of one and two lines; the same on every machine.
[[nodiscard]] PageModel program_page(std::size_t rows, std::size_t per_slot = 8);
/// So many rooms with so many sessions of half an hour each, one after the other.
[[nodiscard]] GridModel room_grid(std::size_t room_count, std::size_t sessions);
/// Beside the list or instead of it: a session with everything that its page can show.
[[nodiscard]] SessionModel full_session();
/// Everything that can be chosen about a session.
[[nodiscard]] SessionChoices full_choices();
/// A day of my plan with everything that it can show.
[[nodiscard]] PlanModel full_plan();
/// With several days, one that stands, and something missing.
[[nodiscard]] EventForm full_event_form();
/// Each kind of row, and the question.
[[nodiscard]] SettingsModel full_settings();
/// The first screen: nothing is open yet.
[[nodiscard]] PageModel chooser_page();
/// Keeps only every n-th row, as a filter does.
void filter_rows(ProgramModel& program, std::size_t every);

}
