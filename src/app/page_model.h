#pragma once
#include "app/state.h"
#include "app/view_models.h"

namespace hallway {

/// Makes everything that the page shows from the state, in words. The same state gives the same
/// page.
[[nodiscard]] PageModel make_page(const AppState& state, Layout layout);

/// When the page has to be made again without anything happening, Unix milliseconds; 0: never.
[[nodiscard]] std::int64_t page_wakes_at(const AppState& state);

// --- its parts, one file each --------------------------------------------------------------------

[[nodiscard]] ProgramModel make_program_model(
    const AppState& state, const Program& program, Layout layout);
[[nodiscard]] SessionModel make_session_model(
    const AppState& state, const Program& program, SessionIndex session);
[[nodiscard]] ChooserModel make_chooser_model(const AppState& state);
[[nodiscard]] EmptyState make_failure(const AppState& state, const AppState::LoadFailure& failure);
[[nodiscard]] NoticeModel make_notice_model(const AppState& state, const Notice& notice);

/// Whether the last choice about the session's keenness is durable; false if there is none.
[[nodiscard]] bool is_saved(
    const AppState& state, std::string_view conference, std::string_view session);
/// A button of that label.
[[nodiscard]] Action make_action(const Language& language, Text label, Intent intent);
/// Identity of a node-to-be, from what it stands for.
[[nodiscard]] std::uint64_t model_key(std::string_view kind, std::string_view key);

} // namespace hallway
