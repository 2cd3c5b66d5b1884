#include "planner/plan.h"
#include "base/sort.h"

#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/listing.h"
#include "planner/meetings.h"

#include <algorithm>

namespace hallway {
namespace {

bool is_end_guessed(const pack::OccurrenceRecord& occurrence)
{
    return (occurrence.flags & pack::OccurrenceEndMissing) != 0;
}

void sort_once(std::vector<OccurrenceIndex>& occurrences)
{
    sort_things(occurrences);
    occurrences.erase(std::unique(occurrences.begin(), occurrences.end()), occurrences.end());
}

using Entries = std::vector<PlanEntry*>; ///< by occurrence; null: it is not in the plan

/// Two parts of a session that clash with the same are one conflict with it.
void add_conflict(PlanEntry& entry, const PlanConflict& conflict)
{
    const auto same = std::ranges::find(entry.conflicts, conflict.other, &PlanConflict::other);
    if (same == entry.conflicts.end()) return entry.conflicts.push_back(conflict);
    const bool both_overlap = same->judgement.verdict == Verdict::Overlaps
        && conflict.judgement.verdict == Verdict::Overlaps;
    const Minutes minutes = same->judgement.minutes.value_or(0);
    if (same->judgement.verdict < conflict.judgement.verdict) same->judgement = conflict.judgement;
    if (both_overlap) same->judgement.minutes = minutes + conflict.judgement.minutes.value_or(0);
    same->judgement.compatible &= conflict.judgement.compatible;
}

void add_conflicts(const Program& program, const Meetings& meetings, const Entries& entries)
{
    const auto guessed = [&](OccurrenceIndex index) {
        return is_end_guessed(program.occurrence(index));
    };
    for (const Conflict& it : meetings.conflicts()) {
        auto [earlier, later] = std::minmax(
            meetings.order()[it.earlier].occurrence, meetings.order()[it.later].occurrence);
        add_conflict(*entries[position(later)],
            { earlier, it.judgement, guessed(earlier) || guessed(later) });
    }
    for (PlanEntry* entry : entries)
        if (entry)
            sort_things(entry->conflicts,
                [](const PlanConflict& a, const PlanConflict& b) { return a.other < b.other; });
}

/// By meeting: what clashes with a going is decided against.
std::vector<bool> find_ruled_out(const Meetings& meetings)
{
    const auto& order = meetings.order();
    std::vector<bool> ruled_out(order.size(), false);
    for (const Conflict& it : meetings.conflicts()) {
        if (it.judgement.compatible || order[it.earlier].going == order[it.later].going) continue;
        ruled_out[order[it.earlier].going ? it.later : it.earlier] = true;
    }
    return ruled_out;
}

/// Ways between what is not ruled out; the way to what is, is known all the same.
void find_ways(const Program& program, const Meetings& meetings, const Entries& entries)
{
    const Meetings::Meeting* last = nullptr; // Of this day, the one that ends last so far.
    std::vector<bool> is_known(program.occurrences().size(), false);
    const auto day_of = [&](const Meetings::Meeting& it) {
        return program.occurrence(it.occurrence).day;
    };
    // What begins together stands in the program's order.
    std::vector<const Meetings::Meeting*> order;
    for (const Meetings::Meeting& it : meetings.order()) order.push_back(&it);
    sort_things(order, [](const Meetings::Meeting* a, const Meetings::Meeting* b) {
        return std::pair(a->attendance.start, a->occurrence)
            < std::pair(b->attendance.start, b->occurrence);
    });
    for (const Meetings::Meeting* meeting : order) {
        const Meetings::Meeting& it = *meeting;
        PlanEntry& entry = *entries[position(it.occurrence)];
        if (last && day_of(*last) != day_of(it)) last = nullptr;
        const Minutes gap = last ? it.attendance.start - last->attendance.end : -1;
        if (!is_known[position(it.occurrence)]) {
            is_known[position(it.occurrence)] = true;
            if (gap >= 0) {
                entry.way = meetings.between(*last, it);
                entry.way_from = last->occurrence;
            }
        }
        if (entry.ruled_out) continue;
        if (!last || it.attendance.end > last->attendance.end) last = &it;
    }
}

/// Of the time that the attendee is there, whole or in parts.
void add_appointments(Plan& plan, const Program& program, const Agenda& agenda,
    const Meetings& meetings, const Entries& entries, const Allowance& allowance)
{
    plan.appointments.resize(program.days().size());
    for (Appointment& it : find_appointments(program, agenda)) {
        std::vector<PlanAppointment>& of_day = plan.appointments[it.day];
        const auto number = static_cast<std::uint32_t>(of_day.size());
        for (const Meetings::Meeting& meeting : meetings.order()) {
            const auto& [start, end, place] = meeting.attendance;
            const Minutes minutes = overlap_of(start, end, it);
            if (minutes == 0 || program.occurrence(meeting.occurrence).day != it.day) continue;
            auto& clashes = entries[position(meeting.occurrence)]->appointments;
            if (clashes.empty() || clashes.back().appointment != number)
                clashes.push_back({ number, 0 });
            clashes.back().minutes += minutes;
        }
        of_day.push_back({ std::move(it) });
    }
    for (std::vector<PlanEntry>& day : plan.days)
        for (PlanEntry& entry : day)
            std::erase_if(entry.appointments, [&](const AppointmentClash& clash) {
                return clash.minutes <= allowance.tolerance;
            });
}

/// A stretch of a day in which the attendee is somewhere.
struct Stretch {
    std::int32_t start = 0, end = 0;
    bool about = false; ///< `end` is a guess
    /// Where it is told that the time before it is free; null: not told.
    std::optional<FreeTime>* free_before = nullptr;
    std::uint32_t rank = pack::none; ///< in the program; what begins together stands in its order
};

/// Before sessions that are not ruled out, and before appointments.
void find_free_time(
    Plan& plan, const Program& program, const Meetings& meetings, const Entries& entries)
{
    std::vector<std::vector<Stretch>> days(plan.days.size());
    std::vector<bool> is_known(program.occurrences().size(), false);
    for (const Meetings::Meeting& it : meetings.order()) {
        PlanEntry& entry = *entries[position(it.occurrence)];
        if (entry.ruled_out) continue;
        const pack::OccurrenceRecord& occurrence = program.occurrence(it.occurrence);
        const bool first = !is_known[position(it.occurrence)];
        is_known[position(it.occurrence)] = true;
        days[occurrence.day].push_back({ it.attendance.start, it.attendance.end,
            is_end_guessed(occurrence), first ? &entry.free_before : nullptr,
            static_cast<std::uint32_t>(position(it.occurrence)) });
    }
    for (std::size_t day = 0; day < days.size(); ++day) {
        for (PlanAppointment& it : plan.appointments[day])
            if (!it.appointment.elsewhere)
                days[day].push_back(
                    { it.appointment.start, it.appointment.end, false, &it.free_before });
        sort_things(days[day], [](const Stretch& a, const Stretch& b) {
            return std::pair(a.start, a.rank) < std::pair(b.start, b.rank);
        });
        const Stretch* last = nullptr; // The one that ends last so far.
        for (const Stretch& it : days[day]) {
            if (last && it.free_before && it.start - last->end >= free_minutes_min)
                *it.free_before = FreeTime { { last->end }, { it.start }, last->about };
            if (!last || it.end > last->end) last = &it;
        }
    }
}

std::vector<std::vector<OccurrenceIndex>> open_groups(
    const Meetings& meetings, const std::vector<bool>& ruled_out)
{
    // What is decided against leaves nothing to decide with its other rivals.
    std::vector<Conflict> open;
    for (const Conflict& it : meetings.conflicts())
        if (!ruled_out[it.earlier] && !ruled_out[it.later]) open.push_back(it);
    std::vector<std::vector<OccurrenceIndex>> groups;
    for (const std::vector<std::uint32_t>& group : group_clashes(meetings.order().size(), open)) {
        std::vector<OccurrenceIndex>& members = groups.emplace_back();
        for (const std::uint32_t i : group) members.push_back(meetings.order()[i].occurrence);
        sort_once(members);
    }
    sort_things(groups, [](const auto& a, const auto& b) { return a.front() < b.front(); });
    return groups;
}

std::vector<GoneStar> find_gone(const Program& program, const Agenda& agenda)
{
    const std::string conference(program.text(program.conference().key));
    std::vector<GoneStar> gone;
    const auto& choices = agenda.choices();
    for (auto at = choices.lower_bound({ conference, {}, {} });
         at != choices.end() && at->first.conference == conference; ++at) {
        const auto& [key, choice] = *at;
        if (key.field != ChoiceField::Keenness || !is_starred(agenda, conference, key.subject))
            continue;
        if (!program.find_session(key.subject)) gone.push_back({ key.subject, choice.context });
    }
    return gone;
}

/// What somebody is going to or has a place in, starred or not: another device may have taken the
/// star.
void add_goings(
    const Program& program, const Agenda& agenda, std::vector<OccurrenceIndex>& occurrences)
{
    const std::string conference(program.text(program.conference().key));
    const auto& choices = agenda.choices();
    for (auto at = choices.lower_bound({ conference, {}, {} });
         at != choices.end() && at->first.conference == conference; ++at) {
        const auto& [key, choice] = *at;
        if (choice.value != choice_yes) continue;
        if (key.field == ChoiceField::Going)
            if (const auto index = find_occurrence(program, key.subject))
                occurrences.push_back(*index);
        if (key.field != ChoiceField::Place) continue;
        const auto session = program.find_session(key.subject);
        if (!session) continue;
        const auto times = standing_occurrences(program, program.session(*session));
        if (times.size() == 1) occurrences.push_back(times.front());
    }
}

bool meets_another(const Plan& plan, std::uint32_t day, OccurrenceIndex index)
{
    // Each pair is told once, by the later of the two.
    return std::ranges::any_of(plan.days[day], [&](const PlanEntry& entry) {
        return std::ranges::any_of(entry.conflicts, [&](const PlanConflict& conflict) {
            return !conflict.judgement.compatible
                && (entry.occurrence == index || conflict.other == index);
        });
    });
}

} // namespace

std::vector<OccurrenceIndex> chosen_occurrences(const Program& program, const Agenda& agenda)
{
    std::vector<OccurrenceIndex> chosen;
    const std::vector<bool> starred = read_opinions(program, agenda).starred;
    for (std::uint32_t i = 0; i < program.occurrences().size(); ++i)
        if (starred[program.occurrences()[i].session]) chosen.push_back(OccurrenceIndex { i });
    add_goings(program, agenda, chosen);
    sort_once(chosen);
    return chosen;
}

Plan make_plan(const Program& program, const Agenda& agenda, const WalkSettings& walks,
    const Allowance& allowance, std::optional<SessionIndex> also)
{
    Plan plan;
    for (const SessionIndex session : program.unscheduled())
        if (is_starred(agenda, program.text(program.conference().key),
                program.text(program.session(session).key)))
            plan.unscheduled.push_back(session);
    std::vector<OccurrenceIndex> all = chosen_occurrences(program, agenda);
    if (also) {
        for (const std::uint32_t i : program.occurrences_of(program.session(*also)))
            all.push_back(OccurrenceIndex { i });
        sort_once(all);
    }
    plan.days.resize(program.days().size());
    for (const OccurrenceIndex index : all) {
        const std::vector<Attendance> parts = attendances_of(program, agenda, index);
        plan.days[program.occurrence(index).day].push_back(
            { index, { parts.front().start, parts.back().end, 0 } });
    }

    Entries entries(program.occurrences().size(), nullptr);
    for (std::vector<PlanEntry>& day : plan.days)
        for (PlanEntry& entry : day) entries[position(entry.occurrence)] = &entry;
    const Meetings meetings(program, agenda, all, walks, allowance, Meetings::Times::AsChosen);
    const std::vector<bool> ruled_out = find_ruled_out(meetings);
    for (PlanEntry* entry : entries)
        if (entry) entry->ruled_out = is_given_elsewhere(program, agenda, entry->occurrence);
    for (std::size_t i = 0; i < ruled_out.size(); ++i)
        if (ruled_out[i]) entries[position(meetings.order()[i].occurrence)]->ruled_out = true;
    add_conflicts(program, meetings, entries);
    find_ways(program, meetings, entries);
    add_appointments(plan, program, agenda, meetings, entries, allowance);
    find_free_time(plan, program, meetings, entries);
    plan.groups = open_groups(meetings, ruled_out);
    plan.gone = find_gone(program, agenda);
    return plan;
}

std::vector<Rivalry> find_rivalries(const Plan& plan)
{
    std::vector<Rivalry> found;
    for (const std::vector<PlanEntry>& day : plan.days)
        for (const PlanEntry& entry : day)
            for (const PlanConflict& it : entry.conflicts) {
                if (it.judgement.compatible) continue;
                found.push_back({ entry.occurrence, it.other, it.judgement, it.about });
                found.push_back({ it.other, entry.occurrence, it.judgement, it.about });
            }
    sort_things(found, [](const Rivalry& a, const Rivalry& b) {
        return std::pair(a.occurrence, a.rival) < std::pair(b.occurrence, b.rival);
    });
    return found;
}

std::span<const Rivalry> rivalries_of(const std::vector<Rivalry>& all, OccurrenceIndex occurrence)
{
    const auto found =
        std::equal_range(all.begin(), all.end(), Rivalry { .occurrence = occurrence },
            [](const Rivalry& a, const Rivalry& b) { return a.occurrence < b.occurrence; });
    return { found.first, found.second };
}

const PlanEntry* find_entry(const Program& program, const Plan& plan, OccurrenceIndex occurrence)
{
    const std::vector<PlanEntry>& day = plan.days[program.occurrence(occurrence).day];
    const auto found = std::ranges::find(day, occurrence, &PlanEntry::occurrence);
    return found == day.end() ? nullptr : &*found;
}

bool has_alternative(const Program& program, const Plan& plan, OccurrenceIndex index)
{
    const pack::OccurrenceRecord& occurrence = program.occurrence(index);
    if ((occurrence.flags & pack::OccurrenceCancelled) != 0) return false;
    const pack::SessionRecord& session = program.sessions()[occurrence.session];
    const bool repeated =
        session.again == pack::Again::Repeat && given_times(program, session).size() > 1;
    return repeated || meets_another(plan, occurrence.day, index);
}

} // namespace hallway
