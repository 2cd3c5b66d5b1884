#pragma once
#include "app/page_list.h"
#include "app/state.h"
#include "app/view_models.h"

namespace hallway {

/// Makes everything that the page shows from the state, in words. The same state gives the same
/// page.
[[nodiscard]] PageModel make_page(const AppState& state, Layout layout);

/// When the page has to be made again without anything happening, Unix milliseconds; 0: never.
[[nodiscard]] std::int64_t page_wakes_at(const AppState& state);

/// What the page depends on besides the state's and the agenda's revisions and the layout.
[[nodiscard]] std::uint64_t page_condition(const AppState& state);

// --- its parts, one file each --------------------------------------------------------------------

[[nodiscard]] NowModel make_now_model(const AppState& state, const Program& program);
/// The list of the program, and the dialog with its filters where that is open.
void add_program_list(
    PageModel& page, const AppState& state, const Program& program, Layout layout);
[[nodiscard]] PlanModel make_plan_model(
    const AppState& state, const Program& program, Layout layout);
[[nodiscard]] BestPlanModel make_best_plan_model(const AppState& state, const Program& program);
[[nodiscard]] SpeakersModel make_speakers_model(const AppState& state, const Program& program);
[[nodiscard]] MoreModel make_more_model(const AppState& state, const Program& program);
[[nodiscard]] SettingsModel make_settings_model(const AppState& state);
[[nodiscard]] KeysModel make_keys_model(const AppState& state);
[[nodiscard]] TriageModel make_triage_model(const AppState& state, const Program& program);
/// Sessions that the run through the unseen would show.
[[nodiscard]] std::size_t count_unseen(const AppState& state, const Program& program);
[[nodiscard]] AboutModel make_about_model(const AppState& state, const Program& program);
[[nodiscard]] SessionModel make_session_model(
    const AppState& state, const Program& program, SessionIndex session, Layout layout);
/// `person` and `room` are positions in the program.
[[nodiscard]] SpeakerModel make_speaker_model(
    const AppState& state, const Program& program, std::uint32_t person, Layout layout);
[[nodiscard]] RoomModel make_room_model(
    const AppState& state, const Program& program, std::uint32_t room, Layout layout);
/// `time`: as in its address.
[[nodiscard]] CompareModel make_compare_model(
    const AppState& state, const Program& program, std::string_view time, Layout layout);
[[nodiscard]] ChooserModel make_chooser_model(const AppState& state);
[[nodiscard]] EmptyState make_failure(const AppState& state, const AppState::LoadFailure& failure);
/// Where a plan would be; `elsewhere`: there are stars, but none here.
[[nodiscard]] EmptyState make_no_stars(const Language& language, bool elsewhere);
[[nodiscard]] NoticeModel make_notice_model(const AppState& state, const Notice& notice);

// --- parts of these parts ------------------------------------------------------------------------

[[nodiscard]] SessionChoices make_session_choices(
    const AppState& state, const Program& program, const pack::SessionRecord& session);
/// What is known of it besides time and place: language, recording, access, and so on.
[[nodiscard]] PageList<Fact> make_session_facts(
    const Language& language, const Program& program, const pack::SessionRecord& session);
[[nodiscard]] Star make_star(
    const AppState& state, const Program& program, const pack::SessionRecord& session);
[[nodiscard]] SessionCard make_session_card(
    const AppState& state, const Program& program, OccurrenceIndex occurrence);
/// Of a session that stands on no day.
[[nodiscard]] SessionCard make_undated_card(
    const AppState& state, const Program& program, const pack::SessionRecord& session);
/// When the next session of the plan's shown day will be over; none: there is none.
[[nodiscard]] std::optional<Instant> next_plan_end(const AppState& state, const Program& program);
/// The same of all sessions of that day, while the event is on.
[[nodiscard]] std::optional<Instant> next_listed_end(const AppState& state, const Program& program);
/// To the list, on the day that it shows.
[[nodiscard]] BackLink make_list_link(const AppState& state);
/// From a screen that has no tab to the one that leads there; none for a screen with a tab.
[[nodiscard]] std::optional<BackLink> make_parent_link(const AppState& state);
/// From a detail to the one before it, or else to the list; where the list stands beside it, always
/// there.
[[nodiscard]] BackLink make_back_link(const AppState& state, Layout layout);
/// A link to somewhere else, called by its address where it has no title.
[[nodiscard]] Action make_web_link(const Program& program, const pack::LinkRecord& link);

/// How many people give a session.
[[nodiscard]] std::int64_t count_speakers(const Program& program);
[[nodiscard]] std::optional<std::uint32_t> find_person(
    const Program& program, std::string_view key);
[[nodiscard]] std::optional<std::uint32_t> find_room(const Program& program, std::string_view key);

/// Whether the last choice of a key is durable; false if there is none.
[[nodiscard]] bool is_saved(const AppState& state, const ChoiceKey& key);
/// The same for the session's keenness.
[[nodiscard]] bool is_saved(
    const AppState& state, std::string_view conference, std::string_view session);
/// A button of that label.
[[nodiscard]] Action make_action(const Language& language, Text label, Intent intent);
/// Identity of a node-to-be, from what it stands for.
[[nodiscard]] std::uint64_t model_key(std::string_view kind, std::string_view key);

} // namespace hallway
