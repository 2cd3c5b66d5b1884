#pragma once
#include "app/view_models.h"
#include "ui/ui.h"

/// One function for each view. Views take what is to be shown, place it, and say what it means;
/// they look nothing up and decide nothing about the program.
namespace hallway::ui {

// --- a pane each

/// Title and tools; below them, for a made-up program, that it is made up.
void header_ui(Ui& ui, const PageModel& page, Pane& pane);
/// The bar at the bottom or the rail.
void views_ui(Ui& ui, const PageModel& page, Pane& pane);
/// Search, days, filters.
void program_controls_ui(Ui& ui, const ProgramModel& program, Pane& pane);
void program_list_ui(Ui& ui, const ProgramModel& program, Pane& pane);
void session_detail_ui(Ui& ui, const SessionModel& session, Pane& pane);
/// What is spoken, the notice, and progress beside what is open.
void notices_ui(Ui& ui, const PageModel& page, Pane& pane);

// --- parts of a pane

void chooser_ui(Ui& ui, const ChooserModel& chooser);
void empty_ui(Ui& ui, const EmptyState& empty, std::string_view icon);
void loading_ui(Ui& ui, const LoadingModel& loading);
/// A link where the action has an address, else a button.
void action_ui(Ui& ui, const Action& action, Style style);

/// "a · b", each kept together where one of them or the page runs from right to left; empty parts
/// are left out.
/// Source: Unicode Standard Annex 9, 2.5 (isolates).
[[nodiscard]] std::string joined(std::string_view a, std::string_view b, bool right_to_left);

} // namespace hallway::ui
