#include "app/star_notice.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
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

    const Plan plan = make_own_plan(state, program);
    const std::vector<Rivalry> rivalries = find_rivalries(plan);
    const bool on = is_event_on(state, program);
    const Instant now = shown_instant(state, program);
    std::optional<OccurrenceIndex> clashing, free;
    for (const OccurrenceIndex index : given_times(program, program.session(*session))) {
        if (on && program.occurrence(index).start < now.minutes) continue;
        const bool clashes = !rivalries_of(rivalries, index).empty();
        const PlanEntry* entry = find_entry(program, plan, index);
        // A time that an appointment takes is not free either.
        if (!clashes && entry != nullptr && !entry->appointments.empty()) continue;
        std::optional<OccurrenceIndex>& found = clashes ? clashing : free;
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
    notice.other = subject(rivalries_of(rivalries, *clashing).front().rival);
    return notice;
}

} // namespace hallway
