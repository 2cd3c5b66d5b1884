#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t prose_line = 24;

} // namespace

void room_detail_ui(Ui& ui, const RoomModel& room, Pane& pane)
{
    auto detail = ui.pane(pane, { .label = room.name, .scroll_key = room.key });
    detail_head_ui(ui, room.back, room.kind);
    auto body = ui.group(Style::None, {}, room.key);
    detail_title_ui(ui, room.name);
    if (!room.facts.empty()) facts_ui(ui, room.facts, room.key);
    if (!room.directions.empty()) {
        section_head_ui(ui, 3, room.directions_label, 0);
        auto prose = ui.group(Style::Prose);
        ui.paragraph(room.directions, Style::None, prose_line);
    }
    for (const RoomModel::Day& day : room.days) {
        auto group = ui.group(Style::None, {}, day.key);
        section_head_ui(ui, 3, day.title, 0);
        session_cards_ui(ui, day.sessions, CardForm::Timed);
    }
}

} // namespace hallway::ui
