#include "base/hash.h"
#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t text_line = 20;
constexpr std::uint64_t left_out_part = 1;
constexpr std::uint64_t pick_part = 2;

void actions_ui(Ui& ui, const BestPlanModel& plan)
{
    auto actions = ui.group(Style::PlanActions);
    if (plan.retry) action_ui(ui, *plan.retry, Style::PrimaryButton);
    if (plan.use) action_ui(ui, *plan.use, Style::PrimaryButton);
    if (plan.pick) action_ui(ui, *plan.pick, Style::OutlineButton);
    action_ui(ui, plan.not_now, plan.use ? Style::QuietButton : Style::OutlineButton);
}

} // namespace

void best_plan_ui(Ui& ui, const BestPlanModel& plan, Pane& pane)
{
    auto list = ui.pane(pane, { .label = plan.title, .scroll_key = plan.scroll_key });
    if (plan.empty) return empty_ui(ui, *plan.empty, "star");
    auto page = ui.group(Style::Page);
    if (!plan.searching.empty() || !plan.failed.empty()) {
        const PageText& line = plan.searching.empty() ? plan.failed : plan.searching;
        ui.paragraph(line, Style::ListNote, text_line);
        return actions_ui(ui, plan);
    }
    {
        auto head = ui.group(Style::ListHead);
        std::uint64_t number = 0;
        for (const PageText& line : plan.lines)
            ui.paragraph(line, Style::ListNote, text_line, mix64(plan.scroll_key, ++number));
    }
    actions_ui(ui, plan);
    for (const BestPlanModel::Day& day : plan.days) {
        auto group = ui.group(Style::None, {}, day.key);
        section_head_ui(ui, 2, day.title, 0);
        auto cards = ui.list(Style::Cards, {});
        for (const BestPlanModel::Entry& entry : day.entries) {
            session_card_ui(ui, entry.card, CardForm::Timed);
            if (!entry.pick) continue;
            auto item = ui.item(mix64(entry.card.key, pick_part), Style::Pick, {});
            choice_ui(ui, *entry.pick, "check");
        }
    }
    if (plan.left_out.empty()) return;
    auto group = ui.group(Style::None, {}, mix64(plan.scroll_key, left_out_part));
    section_head_ui(ui, 2, plan.left_out_title, 0);
    session_cards_ui(ui, plan.left_out, CardForm::Dated);
}

} // namespace hallway::ui
