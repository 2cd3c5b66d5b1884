#include "app/update_events.h"
#include "agenda/personal_event.h"
#include "app/listed_days.h"
#include "app/update_choices.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace hallway {
namespace {

/// What ends before it begins is taken to end after midnight, if it is not longer than this.
constexpr Minutes over_midnight_max = 12 * minutes_per_hour;
/// A new one is proposed for lunch.
constexpr std::string_view proposed_start = "12:00", proposed_end = "13:00";

std::string_view conference_of(const AppState& state)
{
    return state.program->text(state.program->conference().key);
}

/// "12:30"; nothing for what is no time of day.
std::optional<Minutes> parse_time_of_day(std::string_view text)
{
    // A date makes it a time that the parser of date-times checks.
    const auto read = parse_date_time("2000-01-01T" + std::string(trim(text)));
    if (!read) return std::nullopt;
    return read->wall.minute_of_day;
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

/// Sets `draft.fault` where it is none.
std::optional<PersonalEvent> event_of(EventDraft& draft)
{
    using Fault = EventDraft::Fault;
    const auto start = parse_time_of_day(draft.start), end = parse_time_of_day(draft.end);
    draft.fault = Fault::None;
    if (trim(draft.title).empty())
        draft.fault = Fault::NoTitle;
    else if (!start || !end || *start == *end)
        draft.fault = Fault::NoTimes;
    else if (*end<*start&& * end + minutes_per_day - *start> over_midnight_max)
        draft.fault = Fault::TooLong;
    if (draft.fault != Fault::None) return std::nullopt;
    const Date last { draft.day.days + (*end < *start ? 1 : 0) };
    return PersonalEvent { draft.id, { draft.day, *start }, { last, *end }, draft.title,
        draft.place };
}

void write(AppState& state, const std::string& id, std::string value, Effects& effects)
{
    const auto choice =
        state.agenda.choose({ std::string(conference_of(state)), id, ChoiceField::Event },
            std::move(value), {}, state.now_ms);
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
        draft = { event->id, event->title, event->place, event->start.date,
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
    if (std::from_chars(days.data(), days.data() + days.size(), day).ec == std::errc {})
        state.event_draft.day = { day };
}

void save_event(AppState& state, Effects& effects)
{
    if (!state.program) return;
    auto event = event_of(state.event_draft);
    if (!event) return;
    if (event->id.empty())
        event->id = new_event_id(state.agenda, conference_of(state), state.now_ms);
    write(state, event->id, format_personal_event(*event), effects);
    state.dialog.reset();
}

void remove_event(AppState& state, Effects& effects)
{
    if (!state.program || state.event_draft.id.empty()) return;
    write(state, state.event_draft.id, {}, effects);
    state.dialog.reset();
}

} // namespace hallway
