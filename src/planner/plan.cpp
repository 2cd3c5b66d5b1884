#include "planner/plan.h"
#include "base/sort.h"

#include "planner/listing.h"
#include "planner/meetings.h"

#include <algorithm>

namespace hallway {
namespace {

bool is_within(const Program& program, std::uint32_t session, std::uint32_t ancestor)
{
    for (std::uint32_t at = session; at != pack::none; at = program.sessions()[at].parent)
        if (at == ancestor) return true;
    return false;
}

bool is_end_guessed(const pack::OccurrenceRecord& occurrence)
{
    return (occurrence.flags & pack::OccurrenceEndMissing) != 0;
}

/// Adds to a day's entries what lies between them.
void connect(const Program& program, const Meetings& meetings, Plan& plan)
{
    std::vector<PlanEntry*> entries(program.occurrences().size(), nullptr);
    for (std::vector<PlanEntry>& day : plan.days)
        for (PlanEntry& entry : day) entries[position(entry.occurrence)] = &entry;
    const auto guessed = [&](OccurrenceIndex index) {
        return is_end_guessed(program.occurrence(index));
    };
    for (const Conflict& it : meetings.conflicts()) {
        auto [earlier, later] = std::minmax(
            meetings.order()[it.earlier].occurrence, meetings.order()[it.later].occurrence);
        entries[position(later)]->conflicts.push_back(
            { earlier, it.judgement, guessed(earlier) || guessed(later) });
    }
    for (std::vector<PlanEntry>& day : plan.days)
        for (PlanEntry& entry : day)
            sort_things(entry.conflicts,
                [](const PlanConflict& a, const PlanConflict& b) { return a.other < b.other; });

    std::vector<const Meetings::Meeting*> meeting_of(program.occurrences().size(), nullptr);
    for (const Meetings::Meeting& it : meetings.order()) meeting_of[position(it.occurrence)] = &it;
    for (std::vector<PlanEntry>& day : plan.days) {
        const Meetings::Meeting* last = nullptr; // The one that ends last so far.
        for (PlanEntry& entry : day) {
            const Meetings::Meeting* own = meeting_of[position(entry.occurrence)];
            if (!own) continue;
            const Meetings::Meeting& it = *own;
            const Minutes gap = last ? it.attendance.start - last->attendance.end : -1;
            if (gap >= 0) {
                entry.way = meetings.between(*last, it);
                entry.way_from = last->occurrence;
            }
            if (gap >= free_minutes_min)
                entry.free_before = FreeTime { { last->attendance.end }, { it.attendance.start },
                    guessed(last->occurrence) };
            if (!last || it.attendance.end > last->attendance.end) last = &it;
        }
    }
}

std::vector<std::vector<OccurrenceIndex>> open_groups(const Meetings& meetings)
{
    const auto& order = meetings.order();
    // What clashes with a going is decided against, and so is what it clashes with beside that.
    std::vector<bool> decided(order.size(), false);
    for (const Conflict& it : meetings.conflicts()) {
        if (it.judgement.compatible || order[it.earlier].going == order[it.later].going) continue;
        decided[order[it.earlier].going ? it.later : it.earlier] = true;
    }
    std::vector<Conflict> open;
    for (const Conflict& it : meetings.conflicts())
        if (!decided[it.earlier] && !decided[it.later]) open.push_back(it);
    std::vector<std::vector<OccurrenceIndex>> groups;
    for (const std::vector<std::uint32_t>& group : group_clashes(order.size(), open)) {
        std::vector<OccurrenceIndex>& members = groups.emplace_back();
        for (const std::uint32_t i : group) members.push_back(order[i].occurrence);
        sort_things(members);
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

} // namespace

bool takes_time(const Program& program, const pack::OccurrenceRecord& occurrence)
{
    return (occurrence.flags & pack::OccurrenceCancelled) == 0
        && program.sessions()[occurrence.session].again != pack::Again::OpenHours;
}

bool belong_together(const Program& program, std::uint32_t session, std::uint32_t other)
{
    return is_within(program, session, other) || is_within(program, other, session);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_together(
    const Program& program, std::span<const OccurrenceIndex> occurrences)
{
    std::vector<std::vector<std::uint32_t>> of_session(program.sessions().size());
    const auto session_of = [&](std::uint32_t i) {
        return program.occurrence(occurrences[i]).session;
    };
    for (std::uint32_t i = 0; i < occurrences.size(); ++i) of_session[session_of(i)].push_back(i);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < occurrences.size(); ++i) {
        const std::uint32_t own = session_of(i);
        for (std::uint32_t at = own; at != pack::none; at = program.sessions()[at].parent) {
            for (const std::uint32_t other : of_session[at])
                if (at != own || other > i) pairs.emplace_back(std::minmax(i, other));
        }
    }
    sort_things(pairs);
    return pairs;
}

Plan make_plan(const Program& program, const Agenda& agenda, const WalkSettings& walks,
    const Allowance& allowance)
{
    const Filters stars { { Facet::Starred, std::string(filter_yes) } };
    const Listing starred = make_listing(program, agenda, { {}, stars });
    Plan plan;
    plan.unscheduled = starred.unscheduled;
    std::vector<OccurrenceIndex> all;
    for (const std::vector<OccurrenceIndex>& day : starred.days) {
        std::vector<PlanEntry>& entries = plan.days.emplace_back();
        for (const OccurrenceIndex index : day) entries.push_back({ .occurrence = index });
        all.insert(all.end(), day.begin(), day.end());
    }
    const Meetings meetings(program, agenda, all, walks, allowance, Meetings::Times::AsChosen);
    connect(program, meetings, plan);
    plan.groups = open_groups(meetings);
    plan.gone = find_gone(program, agenda);
    return plan;
}

} // namespace hallway
