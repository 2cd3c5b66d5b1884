#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t text_line = 20;

// What stands before a card, as keys beside the card's.
constexpr std::uint64_t free_part = 1;
constexpr std::uint64_t choice_part = 1 << 8;
constexpr std::uint64_t way_part = 2 << 8;

void could_fit_ui(Ui& ui, const PlanModel::Entry::CouldFit& fit)
{
    unfold_ui(ui, fit.unfold, Style::CouldFitHead);
    if (!fit.nothing.empty()) ui.paragraph(fit.nothing, Style::CouldFit, text_line);
    if (!fit.cards.empty()) session_cards_ui(ui, fit.cards, CardForm::Dated);
}

void entries_ui(Ui& ui, const PlanModel& plan)
{
    auto list = ui.list(Style::Cards, {}, plan.list_label);
    for (const PlanModel::Entry& entry : plan.entries) {
        if (!entry.free.empty()) {
            auto item = ui.item(mix64(entry.card.key, free_part), Style::FreeTime, {});
            ui.text(entry.free, Style::None, text_line, FlagTabular);
            if (entry.could_fit) could_fit_ui(ui, *entry.could_fit);
        }
        if (entry.choice) {
            auto item = ui.item(mix64(entry.card.key, choice_part), Style::OpenGroup, {});
            open_choice_ui(ui, *entry.choice);
        }
        if (!entry.way.empty()) {
            auto item = ui.item(mix64(entry.card.key, way_part), Style::Way, {});
            ui.icon("walk");
            ui.text(entry.way, Style::None, text_line, FlagTabular);
        }
        session_card_ui(ui, entry.card, CardForm::Timed);
    }
}

void gone_ui(Ui& ui, const PlanModel& plan)
{
    if (plan.gone.empty()) return;
    auto group = ui.group(Style::Gone);
    section_head_ui(ui, 2, plan.gone_title, 0);
    auto list = ui.list(Style::Cards, {});
    for (const PlanModel::Gone& gone : plan.gone) {
        auto item = ui.item(hash64(gone.star.session_key), Style::Card, {});
        {
            auto body = ui.group(Style::CardBody);
            ui.text(gone.title, Style::CardWhen, text_line);
            ui.text(joined(gone.when, gone.place, ui.style().right_to_left), Style::CardMeta,
                text_line);
        }
        ui.star(gone.star.label, {}, gone.star.keenness, gone.star.saved,
            ToggleStar { gone.star.session_key });
    }
}

} // namespace

void list_note_ui(Ui& ui, std::string_view note)
{
    if (note.empty()) return;
    auto head = ui.group(Style::ListHead);
    ui.paragraph(note, Style::ListNote, text_line);
}

void plan_ui(Ui& ui, const PlanModel& plan, Pane& pane)
{
    auto list = ui.pane(pane, { .label = plan.list_label, .scroll_key = plan.scroll_key });
    auto page = ui.group(Style::Page);
    list_note_ui(ui, plan.summary);
    if (plan.find || plan.add) {
        auto actions = ui.group(Style::PlanActions);
        if (plan.find) action_ui(ui, *plan.find, Style::OutlineButton);
        if (plan.add) action_ui(ui, *plan.add, Style::QuietButton);
    }
    if (plan.empty)
        empty_ui(ui, *plan.empty, "star");
    else
        entries_ui(ui, plan);
    gone_ui(ui, plan);
}

} // namespace hallway::ui
