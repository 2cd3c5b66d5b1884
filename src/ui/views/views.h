#pragma once
#include "app/grid_model.h"
#include "app/view_models.h"
#include "ui/ui.h"

#include <span>

/// One function for each view. Views take what is to be shown, place it, and say what it means;
/// they look nothing up and decide nothing about the program.
namespace hallway::ui {

// --- a pane each

/// Title and tools; below them, for a made-up program, that it is made up.
void header_ui(Ui& ui, const PageModel& page, Pane& pane);
/// The bar at the bottom or the rail.
void views_ui(Ui& ui, const PageModel& page, Pane& pane);
void now_ui(Ui& ui, const NowModel& now, Pane& pane);
/// Search, days, filters.
void program_controls_ui(Ui& ui, const PageModel& page, Pane& pane);
/// Opens all filters; says how many are on.
void filter_button_ui(Ui& ui, const FilterBar& bar);
void filter_chips_ui(Ui& ui, const FilterBar& bar);
/// Its title, and the button that closes it.
void dialog_head_ui(Ui& ui, std::string_view title, std::string_view close_label);
/// Dialogs.
void day_sheet_ui(Ui& ui, const PageModel::DaySheet& sheet, Pane& pane);
void event_form_ui(Ui& ui, const EventForm& form, Pane& pane);
void filter_sheet_ui(Ui& ui, const FilterSheet& sheet, Pane& pane);
void program_list_ui(Ui& ui, const ProgramModel& program, Pane& pane);
/// Days, and the buttons that page through the rooms.
void grid_controls_ui(Ui& ui, const PageModel& page, const Pane& list, Pane& pane);
void grid_ui(Ui& ui, const GridModel& grid, Pane& pane);
/// Days alone.
void plan_controls_ui(Ui& ui, const PlanModel& plan, Pane& pane);
void plan_ui(Ui& ui, const PlanModel& plan, Pane& pane);
void speakers_ui(Ui& ui, const SpeakersModel& speakers, Pane& pane);
void about_ui(Ui& ui, const AboutModel& about, Pane& pane);
void settings_ui(Ui& ui, const SettingsModel& settings, Pane& pane);
void keys_ui(Ui& ui, const KeysModel& keys, Pane& pane);
/// One unseen session after the other.
void triage_ui(Ui& ui, const TriageModel& triage, Pane& pane);
void best_plan_ui(Ui& ui, const BestPlanModel& plan, Pane& pane);
void more_ui(Ui& ui, const MoreModel& more, Pane& pane);
void session_detail_ui(Ui& ui, const SessionModel& session, Pane& pane);
void speaker_detail_ui(Ui& ui, const SpeakerModel& speaker, Pane& pane);
void room_detail_ui(Ui& ui, const RoomModel& room, Pane& pane);
void compare_ui(Ui& ui, const CompareModel& compare, Pane& pane);
/// What is spoken, the notice, and progress beside what is open.
void notices_ui(Ui& ui, const PageModel& page, Pane& pane);

// --- parts of a pane

/// "List", "By room".
void lists_ui(Ui& ui, const PageModel& page);
void days_ui(Ui& ui, const DayTabs& tabs);
/// Which zone the times are in, and the way to the other one.
void zone_ui(Ui& ui, const DayTabs& tabs);
void chooser_ui(Ui& ui, const ChooserModel& chooser);
void empty_ui(Ui& ui, const EmptyState& empty, std::string_view icon);
void loading_ui(Ui& ui, const LoadingModel& loading);
/// A link where the action has an address, else a button.
/// `name`: its accessible name, where the label alone says too little.
void action_ui(Ui& ui, const Action& action, Style style, std::string_view name = {});
/// What is open among several, and the way to decide, within `Style::OpenGroup`.
void open_choice_ui(Ui& ui, const OpenChoice& choice);
void unfold_ui(Ui& ui, const Unfolding& unfold, Style style);

// --- parts of pages

/// Title of what the list pane shows, with a line below it.
void list_note_ui(Ui& ui, std::string_view note);
/// The way back and a line beside it, on top of a detail.
void detail_head_ui(Ui& ui, const BackLink& back, std::string_view line);
void detail_title_ui(
    Ui& ui, std::string_view title, std::string_view language = {}, std::uint16_t flags = 0);
void section_head_ui(Ui& ui, int level, std::string_view text, std::uint64_t key);
/// Headings in the text stand at `heading_level`, 1 to 6.
void prose_ui(Ui& ui, const Prose& prose, int heading_level, std::string_view language);
/// One of several values.
void segment_ui(Ui& ui, std::string_view label, std::span<const SettingsModel::Choice> choices);
/// `key` is that of the page that they stand on.
void facts_ui(Ui& ui, std::span<const Fact> facts, std::uint64_t key);
void links_ui(Ui& ui, std::string_view label, std::span<const Action> links);

/// How keen, going, signing up, the times: what stands below the star.
void choices_ui(Ui& ui, const SessionChoices& choices);
/// On or off; `icon` says so, too, where it has no shape of its own.
void choice_ui(Ui& ui, const ChoiceOption& option, std::string_view icon);
void note_ui(Ui& ui, const SessionChoices::Note& note);
void rating_ui(Ui& ui, const SessionChoices::Rating& rating);

enum class CardForm : std::uint8_t {
    Timed, ///< the times stand before the card
    Dated, ///< day and times stand in it
    Plain, ///< what is around it says when and where
};
void session_card_ui(Ui& ui, const SessionCard& card, CardForm form);
void session_cards_ui(Ui& ui, std::span<const SessionCard> cards, CardForm form);

/// The colour of a track's bar.
/// Shape:  `track`: from 1; they repeat.
[[nodiscard]] inline Token track_token(int track)
{
    return static_cast<Token>(static_cast<int>(Token::Track1) + (track - 1) % track_count);
}

/// With the blank that parts it from what stands before it, for those who get the text alone.
[[nodiscard]] std::string after_blank(std::string_view text);
/// "a · b", each kept together where one of them or the page runs from right to left; empty parts
/// are left out.
/// Source: Unicode Standard Annex 9, 2.5 (isolates).
[[nodiscard]] std::string joined(std::string_view a, std::string_view b, bool right_to_left);

} // namespace hallway::ui
