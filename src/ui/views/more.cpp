#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t label_line = 22;
constexpr std::uint8_t note_line = 16;
constexpr std::uint64_t more_scroll_key = 3;

} // namespace

void more_ui(Ui& ui, const MoreModel& more, Pane& pane)
{
    auto list = ui.pane(pane, { .label = more.title, .scroll_key = more_scroll_key });
    auto page = ui.group(Style::Page);
    auto menu = ui.list(Style::Menu, {});
    for (const MoreModel::Row& row : more.rows) {
        auto item = ui.item(row.key, Style::None, {});
        const bool leads = !row.href.empty();
        const Intent does = leads ? OpenLink { row.href } : static_cast<Intent>(row.intent);
        auto control = ui.open({ .role = leads ? Role::Link : Role::Button,
            .style = Style::MenuRow,
            .value = row.href,
            .line = label_line,
            .intent = does });
        ui.icon(row.icon);
        ui.text(row.label, Style::MenuLabel, label_line);
        if (!row.note.empty()) ui.text(after_blank(row.note), Style::MenuNote, note_line);
        if (leads) ui.icon("chevron-right", Style::MenuEnd);
    }
}

} // namespace hallway::ui
