#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t title_line = 22;
constexpr std::uint8_t meta_line = 20;
constexpr std::uint8_t small_line = 16;

/// The end is read as "to 11:25" by its place alone, so the span is said as a whole.
void times_ui(Ui& ui, const SessionCard& card)
{
    auto times = ui.group(Style::CardTimes);
    ui.text(card.start, Style::CardStart, meta_line, FlagStrong | FlagTabular);
    if (!card.end.empty())
        ui.text(std::string(" – ").append(card.end), Style::CardEnd, small_line, FlagTabular);
}

void mark_ui(Ui& ui, const SessionCard::Mark& mark, std::uint64_t key)
{
    static constexpr struct {
        Style style;
        std::string_view icon;
    } looks[] = { { Style::MarkNight, "moon" }, { Style::MarkCancelled, "close" },
        { Style::MarkOverlap, "overlap" }, { Style::MarkGoing, "pin-filled" },
        { Style::MarkNote, "note" }, { Style::MarkOver, "check" }, { Style::MarkTight, "tight" },
        { Style::MarkLate, "late" } };
    const auto& look = looks[static_cast<std::size_t>(mark.kind)];
    auto paragraph = ui.open({ .role = Role::Paragraph, .style = look.style, .key = key });
    ui.icon(look.icon);
    ui.text(mark.text, Style::None, small_line, FlagStrong);
}

} // namespace

void session_card_ui(Ui& ui, const SessionCard& card, CardForm form)
{
    const bool own = !card.change_name.empty();
    const int flags = (card.current ? FlagCurrent : 0) | (card.cancelled ? FlagStruck : 0)
        | (card.passed_over ? FlagOver : 0);
    auto item = ui.item(card.key, form == CardForm::Timed ? Style::TimedCard : Style::Card, {},
        card.track_color, static_cast<std::uint16_t>(flags));
    if (form == CardForm::Timed && !card.start.empty()) times_ui(ui, card);
    {
        auto body = ui.group(Style::CardBody);
        if (own) {
            // Its text runs in its own direction only as a part of the button.
            auto button = ui.open({ .role = Role::Button,
                .style = Style::CardTitle,
                .label = card.change_name,
                .line = title_line,
                .intent = card.change });
            ui.text(card.title, Style::None, title_line, FlagStrong);
        } else {
            ui.leaf({ .role = Role::Link,
                .style = Style::CardTitle,
                .name = card.title,
                .value = card.href,
                .language = card.language,
                .line = title_line,
                .flags = static_cast<std::uint16_t>(FlagStrong | (card.cancelled ? FlagStruck : 0)),
                .intent = OpenLink { card.href } });
        }
        const bool plain = form == CardForm::Plain;
        if (form == CardForm::Dated || (card.start.empty() && !plain))
            ui.text(card.when, Style::CardWhen, meta_line, FlagTabular);
        const std::string meta = joined(plain ? std::string_view() : std::string_view(card.place),
            card.people, ui.style().right_to_left);
        if (!meta.empty()) ui.text(meta, Style::CardMeta, meta_line);
        std::uint64_t number = 0;
        for (const SessionCard::Mark& mark : card.marks)
            mark_ui(ui, mark, mix64(card.key, ++number));
    }
    if (own) return;
    ui.star(card.star.label, {}, card.star.keenness, card.star.saved,
        ToggleStar { card.star.session_key });
}

void session_cards_ui(Ui& ui, std::span<const SessionCard> cards, CardForm form)
{
    auto list = ui.list(Style::Cards, {});
    for (const SessionCard& card : cards) session_card_ui(ui, card, form);
}

} // namespace hallway::ui
