#include "app/star_notice.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "planner/choices.h"
#include "planner/plan.h"

#include <vector>

namespace hallway {

std::optional<Notice> find_star_notice(const AppState& state, std::string_view session_key)
{
    if (!state.program) return std::nullopt;
    const Program& program = *state.program;
    const auto session = program.find_session(session_key);
    const std::string_view conference = program.text(program.conference().key);
    if (!session || !is_starred(state.agenda, conference, session_key)) return std::nullopt;

    // The first of each.
    std::vector<std::optional<OccurrenceIndex>> rivals(program.occurrences().size());
    const auto oppose = [&](OccurrenceIndex index, OccurrenceIndex rival) {
        if (!rivals[position(index)]) rivals[position(index)] = rival;
    };
    const Plan plan = make_plan(program, state.agenda, walk_settings(state.preferences));
    for (const std::vector<PlanEntry>& day : plan.days)
        for (const PlanEntry& entry : day)
            for (const PlanConflict& conflict : entry.conflicts) {
                if (conflict.judgement.compatible) continue;
                oppose(entry.occurrence, conflict.other);
                oppose(conflict.other, entry.occurrence);
            }
    const bool on = is_event_on(state, program);
    const Instant now = shown_instant(state, program);
    std::optional<OccurrenceIndex> clashing, free;
    for (const OccurrenceIndex index : standing_occurrences(program, program.session(*session))) {
        if (on && program.occurrence(index).start < now.minutes) continue;
        std::optional<OccurrenceIndex>& found = rivals[position(index)] ? clashing : free;
        if (!found) found = index;
    }
    if (!clashing) return std::nullopt;
    const auto subject = [&](OccurrenceIndex index) {
        return occurrence_subject(program, program.occurrence(index));
    };
    Notice notice;
    if (free && program.session(*session).again == pack::Again::Repeat) {
        notice.kind = Notice::Kind::StarIsFree;
        notice.subject = subject(*free);
        return notice;
    }
    notice.kind = Notice::Kind::StarClashes;
    notice.subject = subject(*clashing);
    notice.other = subject(*rivals[position(*clashing)]);
    return notice;
}

} // namespace hallway
