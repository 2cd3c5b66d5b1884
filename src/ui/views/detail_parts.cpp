#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t title_line_phone = 28;
constexpr std::uint8_t title_line_desktop = 36;
constexpr std::uint8_t text_line = 20;
constexpr std::uint8_t note_line = 16;

// Parts of a detail that occur once or are counted, as keys.
constexpr std::uint64_t links_part = 3;
constexpr std::uint64_t facts_part = 1 << 8;

void fact_text_ui(Ui& ui, const Fact& fact)
{
    const auto flags = static_cast<std::uint16_t>(FlagStrong | FlagTabular);
    if (fact.href.empty()) {
        ui.leaf({ .role = Role::Definition,
            .style = Style::FactText,
            .name = fact.text,
            .line = text_line,
            .flags = flags });
        return;
    }
    auto definition = ui.open({ .role = Role::Definition, .style = Style::FactText });
    const bool ours = fact.href.front() == '#';
    ui.leaf({ .role = Role::Link,
        .name = fact.text,
        .value = fact.href,
        .line = text_line,
        .flags = static_cast<std::uint16_t>(ours ? flags : flags | FlagExternal),
        .intent = ours ? OpenLink { fact.href } : Intent {} });
}

} // namespace

void detail_head_ui(Ui& ui, const BackLink& back, std::string_view line)
{
    auto head = ui.group(Style::DetailHead);
    // On a desktop the list stands beside it: there is nothing to go back to, only something to
    // close.
    const bool beside = ui.style().layout == Layout::Desktop;
    {
        auto link = ui.open({ .role = Role::Link,
            .style = Style::IconButton,
            .value = back.href,
            .label = back.label,
            .intent = OpenLink { back.href } });
        ui.icon(beside ? "close" : "back");
    }
    ui.text(line, Style::DetailWhen, text_line);
}

void detail_title_ui(Ui& ui, std::string_view title, std::string_view language, std::uint16_t flags)
{
    const bool desktop = ui.style().layout == Layout::Desktop;
    ui.leaf({ .role = Role::Heading,
        .style = Style::DetailTitle,
        .name = title,
        .language = language,
        .line = desktop ? title_line_desktop : title_line_phone,
        .level = 2,
        .flags = static_cast<std::uint16_t>(FlagStrong | flags) });
}

void segment_ui(Ui& ui, std::string_view label, std::span<const SettingsModel::Choice> choices)
{
    auto list = ui.list(Style::Segment, {}, label);
    for (const SettingsModel::Choice& choice : choices) {
        auto item = ui.item(choice.key, Style::None, {});
        const int flags = choice.chosen ? FlagPressed | FlagStrong : 0;
        ui.leaf({ .role = Role::Toggle,
            .style = Style::SegmentButton,
            .key = choice.key,
            .name = choice.label,
            .language = choice.language,
            .line = text_line,
            .flags = static_cast<std::uint16_t>(flags),
            .intent = choice.intent });
    }
}

void facts_ui(Ui& ui, std::span<const Fact> list, std::uint64_t key)
{
    auto facts = ui.open({ .role = Role::TermList, .style = Style::Facts });
    std::uint64_t part = facts_part;
    for (const Fact& fact : list) {
        auto group = ui.group(fact.wide ? Style::FactWide : Style::Fact, {}, mix64(key, part++));
        {
            auto term = ui.open({ .role = Role::Term });
            ui.icon(fact.icon);
            ui.text(fact.label, Style::VisuallyHidden, note_line);
        }
        fact_text_ui(ui, fact);
        if (!fact.note.empty())
            ui.leaf({ .role = Role::Definition,
                .style = Style::FactNote,
                .name = fact.note,
                .line = note_line });
    }
}

void section_head_ui(Ui& ui, int level, std::string_view text, std::uint64_t key)
{
    ui.leaf({ .role = Role::Heading,
        .style = Style::SectionHead,
        .key = key,
        .name = text,
        .line = text_line,
        .level = static_cast<std::uint8_t>(level),
        .flags = FlagStrong });
}

void links_ui(Ui& ui, std::string_view label, std::span<const Action> links)
{
    if (links.empty()) return;
    section_head_ui(ui, 3, label, mix64(ui.current_key(), links_part));
    auto list = ui.list(Style::Links, {});
    for (const Action& link : links) {
        auto item = ui.item(link.key, Style::None, {});
        action_ui(ui, link, Style::None);
    }
}

} // namespace hallway::ui
