#include "app/personal_events.h"
#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/shown_time.h"

#include <algorithm>

namespace hallway {
namespace {

EventForm::Field make_field(const Language& language, Text label, std::string_view value,
    IntentKind kind, std::string_view hint = {})
{
    return { model_key("event field", std::to_string(static_cast<int>(kind))), language.text(label),
        value, hint, Intent { kind } };
}

PageText fault_text(const Language& language, EventDraft::Fault fault)
{
    switch (fault) {
    case EventDraft::Fault::None: break;
    case EventDraft::Fault::NoTitle: return language.text(Text::EventNoTitle);
    case EventDraft::Fault::NoTimes: return language.text(Text::EventNoTimes);
    case EventDraft::Fault::TooLong: return language.text(Text::EventTooLong);
    }
    return {};
}

} // namespace

EventForm make_event_form(const AppState& state, const Program& program)
{
    const Language& language = state.language;
    const EventDraft& draft = state.event_draft;
    EventForm form;
    form.title = language.text(draft.id.empty() ? Text::EventNew : Text::EventChange);
    form.close_label = language.text(Text::DialogClose);
    form.what = make_field(language, Text::EventWhat, draft.title, IntentKind::SetEventTitle,
        language.text(Text::EventWhatHint));
    form.days_label = language.text(Text::EventDay);
    const bool is_known = std::ranges::any_of(
        program.days(), [&](const pack::DayRecord& day) { return draft.day == Date { day.date }; });
    if (program.days().size() > 1 || !is_known) {
        for (const pack::DayRecord& day : program.days()) {
            const std::string days = std::to_string(day.date);
            form.days.push_back(
                { model_key("event day", days), language.day_short(Date { day.date }), {},
                    draft.day == Date { day.date }, SetEventDay { days } });
        }
    }
    form.start = make_field(language, Text::EventStart, draft.start, IntentKind::SetEventStart);
    form.end = make_field(language, Text::EventEnd, draft.end, IntentKind::SetEventEnd);
    form.zone_note = zone_text(program, language);
    form.place = make_field(language, Text::EventPlace, draft.place, IntentKind::SetEventPlace);
    form.fault = fault_text(language, draft.fault);
    form.save = make_action(language, Text::EventSave, SaveEvent {});
    if (!draft.id.empty()) form.remove = make_action(language, Text::EventRemove, RemoveEvent {});
    return form;
}

SessionCard make_event_card(
    const AppState& state, const Program& program, const Appointment& appointment)
{
    const Language& language = state.language;
    SessionCard card;
    card.key = model_key("event", appointment.event.id);
    card.title = appointment.event.title;
    card.change = OpenEvent { appointment.event.id };
    card.change_name =
        language.text(Text::EventChangeName, { { "title", appointment.event.title } });
    card.start = language.time(appointment.start, program.zone());
    card.end = language.time(appointment.end, program.zone());
    card.day = language.day_short(language.wall_time(appointment.start, program.zone()).date);
    card.when = language.text(Text::TimeSpan, { { "start", card.start }, { "end", card.end } });
    card.place = appointment.event.place;
    card.people = language.text(Text::EventOwn);
    const Date day { program.days()[appointment.day].date };
    const std::string other = other_date_text(program, language, appointment.start, day);
    if (appointment.elsewhere)
        card.marks.push_back({ SessionCard::Mark::Kind::Night, card.day });
    else if (!other.empty())
        card.marks.push_back({ SessionCard::Mark::Kind::Night, other });
    if (appointment.end <= shown_instant(state, program).minutes)
        card.marks.push_back({ SessionCard::Mark::Kind::Over, language.text(Text::RowOver) });
    return card;
}

} // namespace hallway
