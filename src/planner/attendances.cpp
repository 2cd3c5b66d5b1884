#include "planner/attendances.h"
#include "planner/choices.h"

#include <string>

namespace hallway {
namespace {

/// The time that was chosen; nothing if none was or it cannot be read.
std::optional<Instant> chosen_time(
    const Program& program, const Agenda& agenda, std::string_view subject, ChoiceField field)
{
    const std::string_view conference = program.text(program.conference().key);
    const auto written =
        parse_date_time(agenda.value({ std::string(conference), std::string(subject), field }));
    if (!written) return std::nullopt;
    return program.zone().instant(written->wall);
}

} // namespace

Attendance attendance_of(const Program& program, const Agenda& agenda, OccurrenceIndex index)
{
    const pack::OccurrenceRecord& occurrence = program.occurrence(index);
    const std::string subject = occurrence_subject(program, occurrence);
    Attendance found { occurrence.start, occurrence.end, 0 };
    const auto comes = chosen_time(program, agenda, subject, ChoiceField::Comes);
    const auto leaves = chosen_time(program, agenda, subject, ChoiceField::Leaves);
    const auto is_within = [&](const std::optional<Instant>& time) {
        return time && time->minutes > occurrence.start && time->minutes < occurrence.end;
    };
    if (is_within(comes)) found.start = comes->minutes;
    if (is_within(leaves) && leaves->minutes > found.start) found.end = leaves->minutes;
    return found;
}

} // namespace hallway
