#include "app/update_events.h"
#include "agenda/personal_event.h"
#include "app/listed_days.h"
#include "app/update_choices.h"
#include "base/text.h"
#include "program/event_days.h"

#include <algorithm>
#include <charconv>

namespace hallway {
namespace {

/// What ends before it begins is taken to end on the next day, if it is not longer than this.
constexpr Minutes length_max = 12 * minutes_per_hour;
/// A new one is proposed for lunch.
constexpr std::string_view proposed_start = "12:00", proposed_end = "13:00";

std::string_view conference_of(const AppState& state)
{
    return state.program->text(state.program->conference().key);
}

std::string time_of_day(WallTime wall)
{
    constexpr std::size_t date_and_letter = std::string_view("2000-01-01T").size();
    return format_wall_time(wall).substr(date_and_letter);
}

Date day_looked_at(const AppState& state)
{
    const auto days = state.program->days();
    const std::size_t shown = shown_day(state, *state.program);
    return { days[std::min(shown, days.size() - 1)].date };
}

/// Minutes from the midnight that an event day begins with: what lies before the day's boundary is
/// of the night after it.
std::optional<Minutes> minute_of_event_day(const AppState& state, std::string_view text)
{
    const auto minute = parse_time_of_day(trim(text));
    if (!minute) return std::nullopt;
    const bool at_night = *minute < state.program->conference().day_boundary;
    return *minute + (at_night ? minutes_per_day : 0);
}

WallTime wall_of(Date event_day, Minutes minute)
{
    return { { event_day.days + minute / minutes_per_day }, minute % minutes_per_day };
}

/// Sets the draft's fault where it is none.
std::optional<PersonalEvent> event_of(const AppState& state, EventDraft& draft)
{
    using Fault = EventDraft::Fault;
    const auto start = minute_of_event_day(state, draft.start);
    auto end = minute_of_event_day(state, draft.end);
    const bool has_times = start && end && *start != *end;
    if (has_times && *end < *start) *end += minutes_per_day;
    if (trim(draft.title).empty())
        draft.fault = Fault::NoTitle;
    else if (!has_times)
        draft.fault = Fault::NoTimes;
    else if (*end - *start > length_max)
        draft.fault = Fault::TooLong;
    else
        return PersonalEvent { draft.id, wall_of(draft.day, *start), wall_of(draft.day, *end),
            draft.title, draft.place };
    return std::nullopt;
}

/// `title`: what undo calls it.
void write(AppState& state, const std::string& id, std::string value, const std::string& title,
    Effects& effects)
{
    const auto choice =
        state.agenda.choose({ std::string(conference_of(state)), id, ChoiceField::Event },
            std::move(value), { title, {}, {} }, state.now_ms);
    if (choice) save_choice(state, *choice, effects);
}

} // namespace

void open_event(AppState& state, std::string_view id)
{
    if (!state.program || state.program->days().empty()) return;
    EventDraft draft;
    draft.day = day_looked_at(state);
    draft.start = proposed_start;
    draft.end = proposed_end;
    if (!id.empty()) {
        const auto event = parse_personal_event(id,
            state.agenda.value(
                { std::string(conference_of(state)), std::string(id), ChoiceField::Event }));
        if (!event) return;
        draft = { event->id, event->title, event->place,
            event_day(event->start, state.program->conference().day_boundary),
            time_of_day(event->start), time_of_day(event->end) };
    }
    state.event_draft = std::move(draft);
    state.dialog = Dialog { Dialog::Kind::EventForm };
}

bool is_of_event_form(IntentKind kind)
{
    return kind >= IntentKind::SetEventTitle && kind <= IntentKind::SetEventEnd;
}

void type_event(AppState& state, IntentKind kind, std::string_view text)
{
    EventDraft& draft = state.event_draft;
    draft.fault = EventDraft::Fault::None;
    switch (kind) {
    case IntentKind::SetEventTitle: draft.title = text; break;
    case IntentKind::SetEventPlace: draft.place = text; break;
    case IntentKind::SetEventStart: draft.start = text; break;
    case IntentKind::SetEventEnd: draft.end = text; break;
    default: break;
    }
}

void set_event_day(AppState& state, std::string_view days)
{
    std::int32_t day = 0;
    state.event_draft.fault = EventDraft::Fault::None;
    if (std::from_chars(days.data(), days.data() + days.size(), day).ec == std::errc {})
        state.event_draft.day = { day };
}

void save_event(AppState& state, Effects& effects)
{
    if (!state.program) return;
    auto event = event_of(state, state.event_draft);
    if (!event) return;
    if (event->id.empty())
        event->id = new_event_id(state.agenda, conference_of(state), state.now_ms);
    write(state, event->id, format_personal_event(*event), event->title, effects);
    state.dialog.reset();
}

void remove_event(AppState& state, Effects& effects)
{
    if (!state.program || state.event_draft.id.empty()) return;
    write(state, state.event_draft.id, {}, state.event_draft.title, effects);
    state.dialog.reset();
}

} // namespace hallway
