#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "app/update_preferences.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/join_link.h"
#include "planner/listing.h"
#include "planner/now_next.h"
#include "planner/related.h"

#include <algorithm>
#include <iterator>

namespace hallway {
namespace {

Fact time_fact(
    const Program& program, const Language& language, const pack::OccurrenceRecord& occurrence)
{
    Fact fact { "clock", language.text(Text::SessionTime), span_text(program, language, occurrence),
        length_text(language, occurrence) };
    if (!language.zone()) fact.note = language.listed(fact.note, zone_text(program, language));
    return fact;
}

/// The same time in the zone that the lists do not use; nothing where there is but one.
void add_other_time(SessionModel& model, const AppState& state, const Program& program,
    const pack::OccurrenceRecord& occurrence)
{
    if (!zones_differ(state)) return;
    const Language& language = state.language;
    const bool mine = !language.zone();
    const ZoneRules& zone = mine ? state.device_zone : program.zone();
    const WallTime start = zone.wall_time({ occurrence.start });
    Fact fact { "globe", mine ? language.text(Text::SessionMyTime) : zone_text(program, language),
        language.text(Text::SessionWhen,
            { { "day", language.day_short(start.date) }, { "time", language.time(start) } }),
        {} };
    fact.note = fact.label;
    fact.wide = true;
    model.facts.push_back(std::move(fact));
}

Fact place_fact(
    const Program& program, const Language& language, const pack::OccurrenceRecord& occurrence)
{
    Fact fact { "map-pin", language.text(Text::SessionPlace),
        place_text(program, language, occurrence), {} };
    const auto rooms = program.rooms_of(occurrence);
    if (rooms.empty() && (occurrence.flags & pack::OccurrenceOnline) == 0)
        fact.text = language.text(Text::SessionNoPlace);
    if (rooms.size() != 1) return fact;
    const pack::RoomRecord& room = program.rooms()[rooms[0]];
    fact.note = room_area_text(program, language, room);
    fact.href = room_href(program.text(room.key));
    return fact;
}

/// What "again" means for this session, in one sentence; nothing where that is said by its times.
std::string again_text(
    const Program& program, const Language& language, const pack::SessionRecord& session)
{
    const auto occurrences = program.occurrences_of(session);
    if (session.again == pack::Again::Parts)
        return language.plural(Text::SessionParts, static_cast<std::int64_t>(occurrences.size()));
    if (session.again != pack::Again::OpenHours || occurrences.empty()) return {};
    const pack::OccurrenceRecord& hours = program.occurrences()[occurrences[0]];
    return language.text(Text::SessionOpenHours,
        { { "start", language.time(hours.start, program.zone()) },
            { "end", language.time(hours.end, program.zone()) } });
}

/// What is known of a session that stands on no day: what the file says in its own words.
void add_written_facts(SessionModel& model, const Language& language, const Program& program,
    const pack::SessionRecord& session)
{
    std::string time(program.text(session.written_time));
    model.facts.push_back({ "clock", language.text(Text::SessionTime),
        time.empty() ? language.text(Text::SessionNoTime) : std::move(time), {} });
    std::string place(program.text(session.written_place));
    if (!place.empty())
        model.facts.push_back(
            { "map-pin", language.text(Text::SessionPlace), std::move(place), {} });
}

void add_directions(SessionModel& model, const Language& language, const Program& program,
    const pack::OccurrenceRecord& occurrence)
{
    for (const std::uint32_t index : program.rooms_of(occurrence)) {
        const std::string_view words = program.text(program.rooms()[index].directions);
        if (words.empty()) continue;
        Fact fact { "route", language.text(Text::SessionDirections), std::string(words), {} };
        fact.wide = true;
        model.facts.push_back(std::move(fact));
    }
}

void add_facts(SessionModel& model, const AppState& state, const Program& program,
    const pack::SessionRecord& session)
{
    const Language& language = state.language;
    const auto occurrences = program.occurrences_of(session);
    if (occurrences.empty()) return add_written_facts(model, language, program, session);
    bool all_cancelled = true;
    for (const std::uint32_t index : occurrences) {
        const pack::OccurrenceRecord& occurrence = program.occurrences()[index];
        const bool cancelled = (occurrence.flags & pack::OccurrenceCancelled) != 0;
        // Several have a list of their own.
        if (occurrences.size() == 1) {
            model.facts.push_back(time_fact(program, language, occurrence));
            model.facts.push_back(place_fact(program, language, occurrence));
            add_directions(model, language, program, occurrence);
            add_other_time(model, state, program, occurrence);
        }
        all_cancelled = all_cancelled && cancelled;
    }
    model.cancelled = all_cancelled;
    if (all_cancelled) model.cancelled_text = language.text(Text::SessionCancelled);
    const pack::OccurrenceRecord& first = program.occurrences()[occurrences[0]];
    const Date day { program.days()[first.day].date };
    model.when = language.text(Text::SessionWhen,
        { { "day", language.day_short(day) },
            { "time", language.time(first.start, program.zone()) } });
    if (std::ranges::all_of(occurrences,
            [&](std::uint32_t i) { return is_past(state, program, OccurrenceIndex { i }); }))
        model.when = language.listed(model.when, language.text(Text::RowOver));
}

Action link_action(std::string_view label, std::string_view url)
{
    return { model_key("link", url), label, {}, url };
}

void add_links(SessionModel& model, const Language& language, const Program& program,
    const pack::SessionRecord& session)
{
    model.links_label = language.text(Text::SessionLinks);
    const auto add = [&](Text label, pack::StringRef url) {
        if (url.size > 0)
            model.links.push_back(link_action(language.text(label), program.text(url)));
    };
    // Where one has to sign up, the link stands beside that.
    if (!model.choices.sign_up) add(Text::SessionSignUpAction, session.sign_up_url);
    add(Text::SessionRecordingAction, session.recording_url);
    for (const pack::LinkRecord& link : program.links(session.links))
        model.links.push_back(make_web_link(program, link));
    add(Text::SessionPageAction, session.url);
}

void add_people(SessionModel& model, const Language& language, const Program& program,
    const pack::SessionRecord& session)
{
    const auto people = program.people_of(session);
    model.people_label =
        language.plural(Text::SessionPeople, static_cast<std::int64_t>(people.size()));
    for (const std::uint32_t index : people) {
        const pack::PersonRecord& person = program.people()[index];
        SessionModel::Person entry { program.text(person.name),
            speaker_href(program.text(person.key)), make_prose(program, person.biography) };
        model.people.push_back(std::move(entry));
    }
}

/// The times of which clashes and the way there are told: all but those of which any is fine.
std::vector<OccurrenceIndex> decided_times(
    const AppState& state, const Program& program, const pack::SessionRecord& session)
{
    std::vector<OccurrenceIndex> times = standing_occurrences(program, session);
    if (given_times(program, session).size() > 1 && session.again == pack::Again::Repeat)
        std::erase_if(
            times, [&](OccurrenceIndex index) { return !is_going(program, state.agenda, index); });
    return times;
}

/// How both fit; `of_it`: what would be missed is the other one's beginning.
SessionCard::Mark clash_mark(
    const Language& language, const PlanConflict& conflict, Minutes length, bool of_it)
{
    using Kind = SessionCard::Mark::Kind;
    const Judgement& it = conflict.judgement;
    const std::string minutes = std::to_string(it.minutes.value_or(0));
    switch (it.verdict) {
    case Verdict::Overlaps:
        return { Kind::Overlap,
            language.text(conflict.about ? Text::SessionOverlapsAbout : Text::SessionOverlaps,
                { { "n", minutes }, { "m", std::to_string(length) } }) };
    case Verdict::Missed:
        return { Kind::Late,
            language.text(
                of_it ? Text::SessionMissedOfIt : Text::PlanMissed, { { "n", minutes } }) };
    case Verdict::Fits:
    case Verdict::StraightAfter:
    case Verdict::Tight: break;
    }
    const bool known = it.transfer.knowledge == Knowledge::Known;
    return {
        Kind::Tight,
        language.text(known ? Text::PlanTight : Text::PlanTightAbout,
            { { "gap", std::to_string(it.gap) }, { "walk", std::to_string(it.transfer.minutes) } })
    };
}

void add_clash(SessionModel& model, const AppState& state, const Program& program, const Plan& plan,
    OccurrenceIndex own, OccurrenceIndex other, const PlanConflict& conflict)
{
    const pack::OccurrenceRecord& it = program.occurrence(own);
    const auto comes = [&](OccurrenceIndex index) {
        return find_entry(program, plan, index)->attendance.start;
    };
    SessionCard card = make_session_card(state, program, other);
    PageList<SessionCard::Mark> marks { clash_mark(
        state.language, conflict, it.end - it.start, comes(other) > comes(own)) };
    for (const SessionCard::Mark& mark : card.marks) marks.push_back(mark);
    card.marks = marks;
    model.clashes.push_back(std::move(card));
    if (conflict.judgement.compatible || !model.star.on || model.compare) return;
    const std::int32_t first = std::min(it.start, program.occurrence(other).start);
    const std::string href = compare_href(program.wall_time(first));
    model.compare = make_action(state.language, Text::PlanCompare, OpenLink { href });
    model.compare->href = href;
}

/// What it clashes with in my plan, as if it were in it.
void add_clashes(SessionModel& model, const AppState& state, const Program& program,
    const Plan& plan, const std::vector<OccurrenceIndex>& times)
{
    for (const OccurrenceIndex own : times)
        for (const PlanEntry& entry : plan.days[program.occurrence(own).day])
            for (const PlanConflict& conflict : entry.conflicts) {
                if (entry.occurrence == own)
                    add_clash(model, state, program, plan, own, conflict.other, conflict);
                else if (conflict.other == own)
                    add_clash(model, state, program, plan, own, entry.occurrence, conflict);
            }
    if (!model.clashes.empty()) model.clashes_label = state.language.text(Text::SessionClashes);
}

/// The way there from what comes before it in my plan, and when to leave.
void add_walk(SessionModel& model, const AppState& state, const Program& program, const Plan& plan,
    OccurrenceIndex own)
{
    const Language& language = state.language;
    const PlanEntry* entry = find_entry(program, plan, own);
    // Who attends from afar does not walk.
    if (!entry || !entry->way || state.preferences.online) return;
    const Judgement& way = *entry->way;
    Fact fact { "walk", language.text(Text::SessionWalk), {}, {} };
    const std::string room = place_text(program, language, program.occurrence(entry->way_from));
    if (way.transfer.knowledge == Knowledge::Unknown) {
        fact.text = language.text(Text::SessionDistanceUnknown);
        fact.note = room;
        fact.wide = true;
        model.facts.push_back(std::move(fact));
        return;
    }
    const PlanSettings settings = plan_settings(state.preferences);
    const auto departure = find_departure(program, plan, own, settings.allowance);
    if (!departure) return;
    const bool known = way.transfer.knowledge == Knowledge::Known;
    fact.text = language.text(known ? Text::SessionWay : Text::SessionWayAbout,
        { { "n", std::to_string(way.transfer.minutes) }, { "room", room } });
    fact.note = language.text(known ? Text::SessionLeaveAt : Text::SessionLeaveAtAbout,
        { { "time", language.time(departure->at.minutes, program.zone()) } });
    // Of a long wait nobody asks how much there is to spare.
    if (way.verdict == Verdict::Fits && way.minutes && way.gap < free_minutes_min)
        fact.note = language.listed(fact.note,
            language.text(known ? Text::SessionSpare : Text::SessionSpareAbout,
                { { "n", std::to_string(*way.minutes) } }));
    model.facts.push_back(std::move(fact));
}

void add_related(
    SessionModel& model, const AppState& state, const Program& program, SessionIndex index)
{
    constexpr std::size_t related_max = 3;
    for (const SessionIndex other : Related(program).most_related(index, related_max)) {
        const auto times = standing_occurrences(program, program.session(other));
        model.related.push_back(times.empty()
                ? make_undated_card(state, program, program.session(other))
                : make_session_card(state, program, times.front()));
    }
    model.related_label = state.language.text(Text::SessionRelated);
}

/// What belongs to this session: as many as posters to a poster session.
void add_children(
    SessionModel& model, const AppState& state, const Program& program, SessionIndex index)
{
    for (const pack::SessionRecord& session : program.sessions()) {
        if (session.parent != position(index)) continue;
        const auto occurrences = program.occurrences_of(session);
        model.children.push_back(occurrences.empty()
                ? make_undated_card(state, program, session)
                : make_session_card(state, program, OccurrenceIndex { occurrences[0] }));
    }
    model.children_label = state.language.plural(
        Text::SessionChildren, static_cast<std::int64_t>(model.children.size()));
}

} // namespace

Action make_web_link(const Program& program, const pack::LinkRecord& link)
{
    const std::string_view title = program.text(link.title), url = program.text(link.url);
    return link_action(title.empty() ? url : title, url);
}

SessionModel make_session_model(
    const AppState& state, const Program& program, SessionIndex index, Layout layout)
{
    const Language& language = state.language;
    const pack::SessionRecord& session = program.session(index);

    SessionModel model;
    model.session_key = program.text(session.key);
    model.key = model_key("session", model.session_key);
    model.back = make_back_link(state, layout);
    model.title = program.text(session.title);
    model.subtitle = program.text(session.subtitle);
    model.language = title_language(program, session);
    if (session.track != pack::none)
        model.track = program.text(program.tracks()[session.track].name);
    model.track_color = track_color(session);
    if (const pack::LinkRecord* link =
            state.preferences.online ? find_join_link(program, session) : nullptr)
        model.join = link_action(language.text(Text::SessionJoin), program.text(link->url));
    model.star = make_star(state, program, session);
    model.star_word = language.text(Text::SessionStar);
    // Once it is starred the button says so itself.
    if (!model.star.on)
        model.star_hint = language.text(
            session.again == pack::Again::Parts ? Text::SessionStarParts : Text::SessionAdd);
    model.choices = make_session_choices(state, program, session);
    add_facts(model, state, program, session);
    const Plan plan = make_own_plan(state, program, index);
    const std::vector<OccurrenceIndex> times = decided_times(state, program, session);
    if (times.size() == 1) add_walk(model, state, program, plan, times.front());
    add_clashes(model, state, program, plan, times);
    std::ranges::move(
        make_session_facts(language, program, session), std::back_inserter(model.facts));
    add_people(model, language, program, session);
    add_children(model, state, program, index);
    add_links(model, language, program, session);
    add_related(model, state, program, index);

    model.about_label = language.text(Text::SessionAbout);
    if (std::string again = again_text(program, language, session); !again.empty())
        model.about.push_back(make_paragraph(std::move(again)));
    Prose abstract = make_prose(program, session.abstract);
    std::move(abstract.begin(), abstract.end(), std::back_inserter(model.about));
    return model;
}

} // namespace hallway
