#include "app/describe_session.h"
#include "app/page_model.h"
#include "planner/listing.h"

#include <algorithm>

namespace hallway {
namespace {

void add_facts(RoomModel& model, const Program& program, const Language& language,
    const pack::RoomRecord& room)
{
    if (const std::string where = room_area_text(program, language, room); !where.empty())
        model.facts.push_back({ "building", language.text(Text::SessionPlace), where, {} });
    if (room.capacity > 0)
        model.facts.push_back({ "people", language.text(Text::RoomSize),
            language.plural(Text::RoomSeats, room.capacity), {} });
    if ((room.flags & pack::RoomStepFree) != 0)
        model.facts.push_back(
            { "ramp", language.text(Text::RoomAccess), language.text(Text::RoomStepFree), {} });
}

} // namespace

RoomModel make_room_model(
    const AppState& state, const Program& program, std::uint32_t index, Layout layout)
{
    const Language& language = state.language;
    const pack::RoomRecord& room = program.rooms()[index];
    RoomModel model;
    model.key = model_key("room", program.text(room.key));
    model.back = make_back_link(state, layout);
    model.kind = language.text(Text::RoomKind);
    model.name = program.text(room.name);
    add_facts(model, program, language, room);
    model.directions_label = language.text(Text::RoomDirections);
    model.directions = program.text(room.directions);
    for (const pack::DayRecord& day : program.days()) {
        RoomModel::Day shown;
        shown.title = language.day_long(Date { day.date });
        shown.key = model_key("room day", shown.title);
        for (std::uint32_t i = day.first_occurrence;
             i < day.first_occurrence + day.occurrence_count; ++i) {
            if (!is_in_room(program, program.occurrences()[i], index)) continue;
            SessionCard card = make_session_card(state, program, OccurrenceIndex { i });
            card.day = {};
            card.when = span_text(program, language, program.occurrences()[i]);
            card.place = {};
            shown.sessions.push_back(std::move(card));
        }
        if (!shown.sessions.empty()) model.days.push_back(std::move(shown));
    }
    return model;
}

std::optional<std::uint32_t> find_room(const Program& program, std::string_view key)
{
    const auto rooms = program.rooms();
    const auto at = std::find_if(rooms.begin(), rooms.end(),
        [&](const pack::RoomRecord& room) { return program.text(room.key) == key; });
    if (at == rooms.end()) return std::nullopt;
    return static_cast<std::uint32_t>(at - rooms.begin());
}

} // namespace hallway
