#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t text_line = 20;
constexpr std::uint8_t note_line = 16;

void skipped_ui(Ui& ui, const AboutModel& about)
{
    section_head_ui(ui, 2, about.skipped_label, 0);
    auto list = ui.list(Style::Skipped, {});
    for (const AboutModel::Skipped& skipped : about.skipped) {
        auto item = ui.item(skipped.key, Style::SkippedItem, {});
        if (!skipped.entry.empty())
            ui.text(skipped.entry, Style::SkippedEntry, text_line, FlagStrong);
        ui.text(skipped.reason, Style::SkippedReason, text_line);
        if (!skipped.place.empty()) ui.text(skipped.place, Style::SkippedPlace, note_line);
    }
}

} // namespace

void about_ui(Ui& ui, const AboutModel& about, Pane& pane)
{
    auto list = ui.pane(pane, { .label = about.title, .scroll_key = about.key });
    auto page = ui.group(Style::Page);
    list_note_ui(ui, about.name);
    facts_ui(ui, about.facts, about.key);
    {
        auto actions = ui.group(Style::AboutActions);
        action_ui(ui, about.check, Style::OutlineButton);
        action_ui(ui, about.other, Style::QuietButton);
    }
    if (about.skipped.empty()) return;
    skipped_ui(ui, about);
    if (!about.skipped_rest.empty())
        ui.paragraph(about.skipped_rest, Style::SkippedPlace, text_line);
}

} // namespace hallway::ui
