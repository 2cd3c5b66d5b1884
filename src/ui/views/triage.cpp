#include "ui/views/views.h"

#include <charconv>

namespace hallway::ui {

namespace {

constexpr std::uint8_t text_line = 20;

void progress_ui(Ui& ui, const TriageModel& triage)
{
    char digits[8];
    const auto end = std::to_chars(digits, digits + sizeof digits, triage.permille).ptr;
    ui.leaf({ .role = Role::Progress,
        .value = { digits, static_cast<std::size_t>(end - digits) },
        .label = triage.progress });
}

/// The buttons stay where they are from one session to the next, and so does the focus on them.
void actions_ui(Ui& ui, const TriageModel& triage)
{
    auto actions = ui.group(Style::TriageActions);
    bool first = true;
    for (const Action& action : triage.actions) {
        action_ui(ui, action, first ? Style::PrimaryButton : Style::OutlineButton);
        first = false;
    }
}

} // namespace

void triage_ui(Ui& ui, const TriageModel& triage, Pane& pane)
{
    const std::uint64_t key = triage.card ? triage.card->key : 0;
    auto list =
        ui.pane(pane, { .label = triage.title, .scroll_key = mix64(hash64("triage"), key) });
    auto page = ui.group(Style::Page);
    list_note_ui(ui, triage.progress);
    progress_ui(ui, triage);
    if (triage.card) {
        auto body = ui.group(Style::TriageBody, {}, key);
        session_cards_ui(ui, { &*triage.card, 1 }, CardForm::Dated);
        prose_ui(ui, triage.about, 2, triage.card->language);
    } else {
        section_head_ui(ui, 2, triage.done_title, 0);
        ui.paragraph(triage.done_text, Style::ListNote, text_line);
    }
    actions_ui(ui, triage);
}

} // namespace hallway::ui
