#include "ui/views/views.h"

#include <charconv>

namespace hallway::ui {

namespace {

constexpr std::uint8_t headline_line = 36;
constexpr std::uint8_t head_line = 22;
constexpr std::uint8_t text_line = 20;
constexpr std::uint8_t small_line = 16;

void progress_ui(Ui& ui, const NowModel::Current& current)
{
    char digits[8];
    const auto end = std::to_chars(digits, digits + sizeof digits, current.permille).ptr;
    ui.leaf({ .role = Role::Progress,
        .value = { digits, static_cast<std::size_t>(end - digits) },
        .label = current.left });
    auto times = ui.group(Style::NowTimes);
    ui.text(current.start, Style::CardStart, small_line, FlagTabular);
    ui.text(" – ", Style::VisuallyHidden, small_line);
    ui.text(current.end, Style::CardEnd, small_line, FlagTabular);
}

/// The way out of a full room: where to, and what becomes of what is lost.
void full_ui(Ui& ui, const NowModel::Full& full)
{
    auto group = ui.group(Style::NowFull, {}, full.key);
    unfold_ui(ui, full.unfold, Style::OutlineButton);
    if (!full.unfold.open) return;
    section_head_ui(ui, 3, full.title, mix64(full.key, 2));
    if (!full.nothing.empty()) ui.paragraph(full.nothing, Style::NowNote, text_line);
    if (!full.offers.empty()) {
        auto list = ui.list(Style::Cards, {});
        for (const NowModel::Full::Offer& offer : full.offers) {
            session_card_ui(ui, offer.card, CardForm::Dated);
            auto item = ui.item(mix64(offer.card.key, 1), Style::NowOffer, {});
            action_ui(ui, offer.go, Style::OutlineButton, offer.name);
        }
    }
    std::uint64_t number = 2;
    for (const PageText& line : full.lines)
        ui.paragraph(line, Style::NowNote, text_line, mix64(full.key, ++number));
}

void current_ui(Ui& ui, const NowModel::Current& current)
{
    auto group = ui.group(Style::NowCurrent, {}, current.card.key);
    ui.text(current.place, Style::NowPlace, text_line);
    ui.text(current.left, Style::NowLeft, text_line, FlagStrong | FlagTabular);
    session_cards_ui(ui, { &current.card, 1 }, CardForm::Plain);
    if (!current.end.empty()) progress_ui(ui, current);
    if (current.full) full_ui(ui, *current.full);
}

void next_ui(Ui& ui, const NowModel& now)
{
    if (now.headline.empty()) return;
    auto group = ui.group(Style::NowNext);
    ui.leaf({ .role = Role::Heading,
        .style = Style::NowHeadline,
        .name = now.headline,
        .line = headline_line,
        .level = 2,
        .flags = static_cast<std::uint16_t>(FlagStrong | FlagTabular) });
    if (!now.note.empty()) ui.paragraph(now.note, Style::NowNote, head_line);
    if (now.choice) {
        auto choice = ui.group(Style::OpenGroup);
        open_choice_ui(ui, *now.choice);
    }
    if (!now.next.empty()) session_cards_ui(ui, now.next, CardForm::Dated);
    if (now.full) full_ui(ui, *now.full);
    if (now.actions.empty()) return;
    auto actions = ui.group(Style::Actions);
    for (const Action& action : now.actions) action_ui(ui, action, Style::PrimaryButton);
}

void group_ui(Ui& ui, const NowModel::Group& group)
{
    auto node = ui.group(Style::NowGroup, {}, group.key);
    {
        auto heading = ui.open({ .role = Role::Heading, .key = mix64(group.key, 1), .level = 2 });
        auto button = ui.open({ .role = Role::Button,
            .style = Style::NowHead,
            .key = mix64(group.key, 2),
            .name = group.label,
            .line = head_line,
            .flags = static_cast<std::uint16_t>(
                FlagStrong | FlagTabular | FlagUnfolds | (group.open ? FlagUnfolded : 0)),
            .intent = group.toggle });
        ui.icon(group.open ? "chevron-up" : "chevron-down");
    }
    if (group.open) session_cards_ui(ui, group.cards, CardForm::Dated);
}

} // namespace

void now_ui(Ui& ui, const NowModel& now, Pane& pane)
{
    auto list = ui.pane(pane, { .label = now.title, .scroll_key = hash64("now") });
    auto page = ui.group(Style::Page);
    for (const NowModel::Current& current : now.current) current_ui(ui, current);
    next_ui(ui, now);
    for (const NowModel::Group& group : now.groups) group_ui(ui, group);
}

} // namespace hallway::ui
