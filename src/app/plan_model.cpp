#include "app/describe_session.h"
#include "app/listed_days.h"
#include "app/open_choice.h"
#include "app/page_model.h"
#include "app/personal_events.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "base/text.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/listing.h"
#include "planner/proposals.h"

#include <algorithm>
#include <limits>

namespace hallway {
namespace {

/// More than this are told as a number.
constexpr std::size_t named_overlaps_max = 1;

std::string overlap_text(const Program& program, const Language& language,
    const pack::OccurrenceRecord& occurrence, const PlanConflict& conflict)
{
    const pack::OccurrenceRecord& other = program.occurrence(conflict.other);
    const std::string_view title = program.text(program.sessions()[other.session].title);
    return language.text(conflict.about ? Text::PlanOverlapsAbout : Text::PlanOverlaps,
        { { "title", title }, { "n", std::to_string(conflict.judgement.minutes.value_or(0)) },
            { "m", std::to_string(occurrence.end - occurrence.start) } });
}

void add_overlaps(
    SessionCard& card, const Program& program, const Language& language, const PlanEntry& entry)
{
    using Kind = SessionCard::Mark::Kind;
    std::vector<const PlanConflict*> overlaps;
    for (const PlanConflict& conflict : entry.conflicts)
        if (conflict.judgement.verdict == Verdict::Overlaps) overlaps.push_back(&conflict);
    if (overlaps.size() > named_overlaps_max) {
        const auto count = static_cast<std::int64_t>(overlaps.size());
        card.marks.push_back({ Kind::Overlap, language.plural(Text::PlanOverlapsMany, count) });
        return;
    }
    const pack::OccurrenceRecord& occurrence = program.occurrence(entry.occurrence);
    for (const PlanConflict* conflict : overlaps)
        card.marks.push_back(
            { Kind::Overlap, overlap_text(program, language, occurrence, *conflict) });
}

/// Too little time for the way from the entry before.
void add_late(SessionCard& card, const Language& language, const Judgement& way)
{
    using Kind = SessionCard::Mark::Kind;
    const std::string minutes = std::to_string(way.minutes.value_or(0));
    if (way.verdict == Verdict::Missed)
        card.marks.push_back({ Kind::Late, language.text(Text::PlanMissed, { { "n", minutes } }) });
    if (way.verdict != Verdict::Tight) return;
    const bool known = way.transfer.knowledge == Knowledge::Known;
    card.marks.push_back({ Kind::Tight,
        language.text(known ? Text::PlanTight : Text::PlanTightAbout,
            { { "gap", std::to_string(way.gap) },
                { "walk", std::to_string(way.transfer.minutes) } }) });
}

/// So soon after the one before, one session follows the other.
constexpr Minutes straight_minutes_max = 5;

/// "6 min to UB5.132"; nothing where there is no way. One that is not known is told where it could
/// matter.
std::string way_text(const Language& language, const Judgement& way, std::string_view room)
{
    if (way.transfer.knowledge == Knowledge::Unknown)
        return std::string(
            way.gap <= straight_minutes_max ? language.text(Text::PlanStraightUnknown) : "");
    if (way.transfer.minutes == 0) return {};
    const bool known = way.transfer.knowledge == Knowledge::Known;
    const std::string minutes = std::to_string(way.transfer.minutes);
    if (way.verdict == Verdict::StraightAfter)
        return language.text(
            known ? Text::PlanStraight : Text::PlanStraightAbout, { { "n", minutes } });
    return language.text(
        known ? Text::PlanWay : Text::PlanWayAbout, { { "n", minutes }, { "room", room } });
}

/// Of the time that the attendee is there, where it is not all of it.
std::string part_text(const AppState& state, const Program& program, OccurrenceIndex index)
{
    const Language& language = state.language;
    const pack::OccurrenceRecord& whole = program.occurrence(index);
    const std::vector<Attendance> parts = attendances_of(program, state.agenda, index);
    const auto time = [&](std::int32_t at) { return language.time(at, program.zone()); };
    std::string text;
    if (parts.front().start > whole.start)
        text = language.text(Text::PlanComing, { { "time", time(parts.front().start) } });
    std::string leaving;
    if (parts.size() > 1)
        leaving = language.text(
            Text::PlanAway, { { "start", time(parts[0].end) }, { "end", time(parts[1].start) } });
    else if (parts.front().end < whole.end)
        leaving = language.text(Text::PlanLeaving, { { "time", time(parts.front().end) } });
    if (!leaving.empty()) text = language.listed(text, leaving);
    return text;
}

/// What the attendee said of it: going, which part of it, and how the note begins.
void add_own_marks(
    SessionCard& card, const AppState& state, const Program& program, OccurrenceIndex index)
{
    using Kind = SessionCard::Mark::Kind;
    const Language& language = state.language;
    const pack::SessionRecord& session = program.sessions()[program.occurrence(index).session];
    const bool has_place = is_chosen(program, state.agenda, session, ChoiceField::Place);
    if (is_going(program, state.agenda, index))
        card.marks.push_back(
            { Kind::Going, language.text(has_place ? Text::ChoicePlace : Text::ChoiceGoing) });
    if (std::string part = part_text(state, program, index); !part.empty())
        card.marks.push_back({ Kind::Going, std::move(part) });
    const std::string_view note =
        trim(state.agenda.value({ std::string(program.text(program.conference().key)),
            std::string(program.text(session.key)), ChoiceField::Note }));
    if (!note.empty()) card.marks.push_back({ Kind::Note, note.substr(0, note.find('\n')) });
}

std::string free_text(
    const Program& program, const Language& language, Text text, const FreeTime& free)
{
    return language.text(text,
        { { "start", language.time(free.start.minutes, program.zone()) },
            { "end", language.time(free.end.minutes, program.zone()) } });
}

/// "Saturday 31 January: 7 sessions, one choice to make, free 13:00 to 14:00."
std::string summary_text(
    const Program& program, const Language& language, std::size_t day, const Plan& plan)
{
    const std::vector<PlanEntry>& entries = plan.days[day];
    const auto choices = std::ranges::count_if(plan.groups,
        [&](const auto& group) { return program.occurrence(group.front()).day == day; });
    const FreeTime* longest = nullptr;
    const auto length = [](const FreeTime& free) { return free.end.minutes - free.start.minutes; };
    const auto look_at = [&](const std::optional<FreeTime>& free) {
        if (free && (longest == nullptr || length(*free) > length(*longest))) longest = &*free;
    };
    for (const PlanEntry& entry : entries) look_at(entry.free_before);
    for (const PlanAppointment& it : plan.appointments[day]) look_at(it.free_before);
    const auto kept = std::ranges::count(entries, false, &PlanEntry::ruled_out);
    std::string out =
        language.plural(Text::PlanSummary, kept, { { "day", day_name(program, language, day) } });
    if (choices > 0) out = language.listed(out, language.plural(Text::PlanSummaryChoices, choices));
    if (longest != nullptr)
        out = language.listed(out,
            free_text(program, language,
                longest->about ? Text::PlanSummaryFreeAbout : Text::PlanSummaryFree, *longest));
    return language.text(Text::ListSentence, { { "text", out } });
}

/// What could fit into free time that has not passed.
std::optional<PlanModel::Entry::CouldFit> could_fit(const AppState& state, const Program& program,
    const Plan& plan, std::size_t day, const FreeTime& free)
{
    if (is_event_on(state, program) && free.end <= shown_instant(state, program))
        return std::nullopt;
    const Language& language = state.language;
    PlanModel::Entry::CouldFit made;
    const std::string subject = std::to_string(free.start.minutes);
    made.unfold = { model_key("could fit", subject), language.text(Text::PlanCouldFit),
        language.text(Text::PlanCouldFitAt,
            { { "start", language.time(free.start.minutes, program.zone()) },
                { "end", language.time(free.end.minutes, program.zone()) } }),
        state.open_gap == free.start, ToggleGap { subject } };
    if (!made.unfold.open) return made;
    PlanSettings settings = plan_settings(state.preferences);
    if (is_event_on(state, program)) settings.now = shown_instant(state, program);
    std::vector<OccurrenceIndex> kept;
    for (const PlanEntry& it : plan.days[day])
        if (!it.ruled_out) kept.push_back(it.occurrence);
    const Proposals proposals(program, state.agenda, settings, std::move(kept));
    for (const OccurrenceIndex index : proposals.within(free.start, free.end))
        made.cards.push_back(make_session_card(state, program, index));
    if (made.cards.empty()) made.nothing = language.text(Text::PlanNothingFits);
    return made;
}

void add_free_time(PlanModel::Entry& shown, const AppState& state, const Program& program,
    const Plan& plan, std::size_t day, const std::optional<FreeTime>& free)
{
    if (!free) return;
    shown.free = free_text(
        program, state.language, free->about ? Text::PlanFreeAbout : Text::PlanFree, *free);
    shown.could_fit = could_fit(state, program, plan, day, *free);
}

/// With what else of the attendee's own lies at that time.
void add_appointment_clashes(SessionCard& card, const Program& program, const Language& language,
    const Plan& plan, const PlanEntry& entry)
{
    const pack::OccurrenceRecord& occurrence = program.occurrence(entry.occurrence);
    for (const AppointmentClash& clash : entry.appointments) {
        const PersonalEvent& event =
            plan.appointments[occurrence.day][clash.appointment].appointment.event;
        card.marks.push_back({ SessionCard::Mark::Kind::Overlap,
            language.text(Text::PlanOverlaps,
                { { "title", event.title }, { "n", std::to_string(clash.minutes) },
                    { "m", std::to_string(occurrence.end - occurrence.start) } }) });
    }
}

/// What the attendee is going to instead, where it clashes with that.
std::optional<OccurrenceIndex> gone_to_instead(
    const AppState& state, const Program& program, const Plan& plan, const PlanEntry& entry)
{
    if (!entry.ruled_out) return std::nullopt;
    for (const Rivalry& it : find_rivalries(plan))
        if (it.occurrence == entry.occurrence && is_pinned(program, state.agenda, it.rival))
            return it.rival;
    return std::nullopt;
}

PlanModel::Entry make_entry(const AppState& state, const Program& program, const Plan& plan,
    std::size_t day, const PlanEntry& entry)
{
    const Language& language = state.language;
    PlanModel::Entry shown;
    shown.card = make_session_card(state, program, entry.occurrence);
    const auto instead = gone_to_instead(state, program, plan, entry);
    shown.card.passed_over = instead.has_value();
    add_free_time(shown, state, program, plan, day, entry.free_before);
    if (const auto* group = find_group(plan, entry.occurrence);
        group && group->front() == entry.occurrence)
        shown.choice = make_open_choice(program, language, *group);
    if (entry.way) {
        shown.way = way_text(language, *entry.way, shown.card.place);
        add_late(shown.card, language, *entry.way);
    }
    if (instead) {
        // It is decided: what it overlaps is of no use any more.
        const std::uint32_t session = program.occurrence(*instead).session;
        shown.card.marks.push_back({ SessionCard::Mark::Kind::Over,
            language.text(Text::NoticeGoneInstead,
                { { "title", program.text(program.sessions()[session].title) } }) });
    } else {
        add_overlaps(shown.card, program, language, entry);
    }
    add_appointment_clashes(shown.card, program, language, plan, entry);
    add_own_marks(shown.card, state, program, entry.occurrence);
    return shown;
}

/// Sessions and appointments in order of start.
void add_day(PlanModel& model, const AppState& state, const Program& program, const Plan& plan,
    std::size_t day)
{
    auto appointment = plan.appointments[day].begin();
    const auto add_appointments_until = [&](std::int32_t start) {
        for (;
             appointment != plan.appointments[day].end() && appointment->appointment.start < start;
             ++appointment) {
            PlanModel::Entry shown;
            shown.card = make_event_card(state, program, appointment->appointment);
            add_free_time(shown, state, program, plan, day, appointment->free_before);
            model.entries.push_back(shown);
        }
    };
    for (const PlanEntry& entry : plan.days[day]) {
        add_appointments_until(program.occurrence(entry.occurrence).start);
        model.entries.push_back(make_entry(state, program, plan, day, entry));
    }
    add_appointments_until(std::numeric_limits<std::int32_t>::max());
    if (!plan.days[day].empty()) model.summary = summary_text(program, state.language, day, plan);
}

void add_gone(PlanModel& model, const AppState& state, const Program& program, const Plan& plan)
{
    if (plan.gone.empty()) return;
    const Language& language = state.language;
    const std::string_view conference = program.text(program.conference().key);
    model.gone_title = language.plural(Text::PlanGone, static_cast<std::int64_t>(plan.gone.size()));
    for (const GoneStar& gone : plan.gone) {
        PlanModel::Gone shown;
        shown.title = gone.context.title;
        shown.place = gone.context.room;
        shown.star = { gone.session_key,
            language.text(Text::RowStar, { { "title", gone.context.title } }), true,
            is_saved(state, conference, gone.session_key),
            keenness_of(state.agenda, conference, gone.session_key) };
        if (const auto start = parse_date_time(gone.context.start))
            shown.when = language.text(Text::SessionWhen,
                { { "day", language.day_short(start->wall.date) },
                    { "time", language.time(start->wall) } });
        model.gone.push_back(std::move(shown));
    }
}

/// Where there is more than one session to plan.
std::optional<Action> find_best(const AppState& state, const Program& program, const Plan& plan)
{
    const Language& language = state.language;
    std::ptrdiff_t ahead = 0;
    for (const auto& day : plan.days)
        ahead += std::ranges::count_if(day,
            [&](const PlanEntry& entry) { return !is_past(state, program, entry.occurrence); });
    if (ahead < 2) return std::nullopt;
    const std::string href = screen_href(Route::Screen::BestPlan);
    Action find = make_action(language, Text::PlanFind, OpenLink { href });
    find.href = href;
    return find;
}

bool has_entries(const Plan& plan)
{
    const auto is_filled = [](const auto& day) { return !day.empty(); };
    return !plan.unscheduled.empty() || std::ranges::any_of(plan.days, is_filled);
}

} // namespace

EmptyState make_no_stars(const Language& language, bool elsewhere)
{
    EmptyState empty;
    empty.title = language.text(Text::EmptyStarredTitle);
    empty.text = language.text(elsewhere ? Text::EmptyStarredDayText : Text::EmptyStarredText);
    const std::string href = screen_href(Route::Screen::Program);
    Action browse = make_action(language, Text::PlanBrowse, OpenLink { href });
    browse.href = href;
    empty.actions.push_back(std::move(browse));
    return empty;
}

std::optional<Instant> next_plan_end(const AppState& state, const Program& program)
{
    const Plan plan = make_own_plan(state, program);
    const std::size_t day = shown_day(state, program);
    if (day >= plan.days.size()) return std::nullopt;
    const Instant now = shown_instant(state, program);
    std::optional<Instant> next;
    for (const PlanEntry& entry : plan.days[day]) {
        const pack::OccurrenceRecord& occurrence = program.occurrence(entry.occurrence);
        if (can_be_over(occurrence) && occurrence.end > now.minutes
            && (!next || occurrence.end < next->minutes))
            next = Instant { occurrence.end };
    }
    for (const PlanAppointment& it : plan.appointments[day]) {
        const std::int32_t end = it.appointment.end;
        if (end > now.minutes && (!next || end < next->minutes)) next = Instant { end };
    }
    return next;
}

PlanModel make_plan_model(const AppState& state, const Program& program, Layout layout)
{
    const Language& language = state.language;
    const Plan plan = make_own_plan(state, program);
    const std::size_t day = shown_day(state, program);

    PlanModel model;
    model.title = language.text(Text::ViewsPlan);
    model.list_label =
        language.text(Text::PlanList, { { "day", day_name(program, language, day) } });
    std::vector<std::size_t> counts;
    for (const auto& entries : plan.days) counts.push_back(entries.size());
    model.days =
        make_day_tabs(state, program, layout, Route::Screen::Plan, counts, plan.unscheduled.size());
    if (day < plan.days.size()) {
        add_day(model, state, program, plan, day);
    } else {
        for (const SessionIndex index : plan.unscheduled)
            model.entries.push_back(
                { .card = make_undated_card(state, program, program.session(index)) });
    }
    add_gone(model, state, program, plan);
    if (model.entries.empty()) model.empty = make_no_stars(language, has_entries(plan));
    model.find = find_best(state, program, plan);
    if (!program.days().empty()) model.add = make_action(language, Text::PlanAdd, OpenEvent {});
    model.scroll_key = model_key("plan", std::to_string(day));
    return model;
}

} // namespace hallway
