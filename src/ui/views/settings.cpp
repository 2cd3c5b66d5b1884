#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t label_line = 22;
constexpr std::uint8_t note_line = 16;
constexpr std::uint8_t choice_line = 20;

using Row = SettingsModel::Row;

void words_ui(Ui& ui, const Row& row)
{
    ui.icon(row.icon);
    ui.text(row.label, Style::MenuLabel, label_line);
    if (!row.note.empty()) ui.text(after_blank(row.note), Style::MenuNote, note_line);
}

void switch_ui(Ui& ui, const Row& row)
{
    ui.leaf({ .role = Role::Toggle,
        .style = Style::Switch,
        .key = row.key,
        .label = row.label,
        .flags = row.on ? static_cast<std::uint16_t>(FlagPressed) : std::uint16_t { 0 },
        .intent = row.intent });
}

void row_ui(Ui& ui, const Row& row)
{
    if (row.kind == Row::Kind::Link) {
        auto item = ui.item(row.key, Style::None, {});
        auto link = ui.open({ .role = Role::Link,
            .style = Style::MenuRow,
            .key = row.key,
            .value = row.href,
            .line = label_line,
            .intent = OpenLink { row.href } });
        words_ui(ui, row);
        ui.icon("chevron-right", Style::MenuEnd);
        return;
    }
    auto item =
        ui.item(row.key, row.kind == Row::Kind::Choice ? Style::ChoiceRow : Style::SettingRow, {});
    words_ui(ui, row);
    switch (row.kind) {
    case Row::Kind::Choice: segment_ui(ui, row.label, row.choices); break;
    case Row::Kind::Switch: switch_ui(ui, row); break;
    case Row::Kind::Button: ui.button(row.action, Style::QuietButton, row.key, row.intent); break;
    case Row::Kind::Link: break;
    }
}

void question_ui(Ui& ui, const SettingsModel::Question& question)
{
    auto box = ui.group(Style::Question);
    ui.leaf({ .role = Role::Alert,
        .style = Style::QuestionText,
        .name = question.text,
        .line = choice_line });
    for (const SettingsModel::Choice& answer : question.answers)
        ui.button(answer.label, Style::OutlineButton, answer.key, answer.intent);
}

} // namespace

void settings_ui(Ui& ui, const SettingsModel& settings, Pane& pane)
{
    auto list = ui.pane(pane, { .label = settings.title, .scroll_key = settings.key });
    auto page = ui.group(Style::Page);
    for (const SettingsModel::Group& group : settings.groups) {
        // The question stands where its row was: before what is advanced.
        if (settings.question && &group == &settings.groups.back())
            question_ui(ui, *settings.question);
        if (!group.title.empty()) section_head_ui(ui, 2, group.title, group.key);
        if (group.rows.empty()) continue;
        auto rows = ui.open({ .role = Role::List, .style = Style::Menu, .key = group.key });
        for (const Row& row : group.rows) row_ui(ui, row);
    }
}

void keys_ui(Ui& ui, const KeysModel& keys, Pane& pane)
{
    auto list = ui.pane(pane, { .label = keys.title, .scroll_key = keys.key });
    auto page = ui.group(Style::Page);
    {
        auto rows = ui.list(Style::Menu, {});
        row_ui(ui, keys.turn_on);
    }
    auto terms = ui.open({ .role = Role::TermList, .style = Style::Keys });
    for (std::size_t i = 0; i < keys.entries.size(); ++i) {
        auto entry = ui.group(Style::None, {}, i + 1);
        ui.leaf({ .role = Role::Term,
            .style = Style::KeyCap,
            .name = keys.entries[i].keys,
            .line = choice_line,
            .flags = FlagStrong });
        ui.leaf({ .role = Role::Definition, .name = keys.entries[i].text, .line = choice_line });
    }
}

} // namespace hallway::ui
