#include "planner/meetings.h"
#include "base/sort.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/equivalents.h"

#include <algorithm>
#include <tuple>

namespace hallway {

bool takes_time(const Program& program, const pack::OccurrenceRecord& occurrence)
{
    return (occurrence.flags & pack::OccurrenceCancelled) == 0
        && program.sessions()[occurrence.session].again != pack::Again::OpenHours;
}

bool is_given_elsewhere(const Program& program, const Agenda& agenda, OccurrenceIndex index)
{
    const pack::SessionRecord& session = program.sessions()[program.occurrence(index).session];
    if (session.again != pack::Again::Repeat || is_going(program, agenda, index)) return false;
    return std::ranges::any_of(given_times(program, session),
        [&](OccurrenceIndex other) { return is_going(program, agenda, other); });
}

bool asks_for_time(const Program& program, const Agenda& agenda, OccurrenceIndex index)
{
    const pack::OccurrenceRecord& occurrence = program.occurrence(index);
    return takes_time(program, occurrence) && occurrence.start < occurrence.end
        && !is_given_elsewhere(program, agenda, index);
}

Meetings::Meetings(const Program& program, const Agenda& agenda,
    std::span<const OccurrenceIndex> occurrences, const WalkSettings& walks,
    const Allowance& allowance, Times times)
    : allowance_(allowance)
{
    for (const OccurrenceIndex index : occurrences) {
        const pack::OccurrenceRecord& occurrence = program.occurrence(index);
        if (!asks_for_time(program, agenda, index)) continue;
        const Attendance whole { occurrence.start, occurrence.end, 0 };
        const std::vector<Attendance> attendances =
            times == Times::Whole ? std::vector { whole } : attendances_of(program, agenda, index);
        for (const Attendance& attendance : attendances)
            order_.push_back({ index, attendance, occurrence_subject(program, occurrence),
                is_going(program, agenda, index) });
    }
    const auto rank = [](const Meeting& it) {
        return std::tie(it.attendance.start, it.attendance.end, it.subject);
    };
    sort_things(order_, [&](const Meeting& a, const Meeting& b) { return rank(a) < rank(b); });
    std::vector<OccurrenceIndex> ordered;
    for (const Meeting& it : order_) ordered.push_back(it.occurrence);
    Places places = find_places(program, ordered, walks);
    std::vector<Attendance> attendances;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        order_[i].attendance.place = places.place_of[i];
        attendances.push_back(order_[i].attendance);
    }
    transfers_ = std::move(places.transfers);
    conflicts_ =
        find_conflicts(attendances, transfers_, pairs_together(program, ordered), allowance);
}

Judgement Meetings::between(const Meeting& earlier, const Meeting& later) const
{
    return judge(earlier.attendance, later.attendance,
        transfers_.between(earlier.attendance.place, later.attendance.place), allowance_);
}

} // namespace hallway
