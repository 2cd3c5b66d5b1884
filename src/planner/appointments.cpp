#include "planner/appointments.h"
#include "base/sort.h"
#include "program/event_days.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace hallway {
namespace {

std::uint32_t nearest_day(const Program& program, Date date)
{
    const auto days = program.days();
    const auto distance = [&](const pack::DayRecord& day) {
        return std::abs(day.date - date.days);
    };
    const auto nearest = std::ranges::min_element(days, {}, distance);
    return static_cast<std::uint32_t>(nearest - days.begin());
}

} // namespace

std::vector<Appointment> find_appointments(const Program& program, const Agenda& agenda)
{
    std::vector<Appointment> found;
    if (program.days().empty()) return found;
    const std::string_view conference = program.text(program.conference().key);
    for (PersonalEvent& event : personal_events(agenda, conference)) {
        Appointment made;
        const Date date = event_day(event.start, program.conference().day_boundary);
        made.day = nearest_day(program, date);
        made.elsewhere = program.days()[made.day].date != date.days;
        made.start = program.zone().instant(event.start).minutes;
        // On the night of a change of the clock the end may come before the start.
        made.end = std::max(program.zone().instant(event.end).minutes, made.start + 1);
        made.event = std::move(event);
        found.push_back(std::move(made));
    }
    sort_things(found, [](const Appointment& a, const Appointment& b) {
        return std::tie(a.start, a.end, a.event.id) < std::tie(b.start, b.end, b.event.id);
    });
    return found;
}

Minutes overlap_of(std::int32_t start, std::int32_t end, const Appointment& appointment)
{
    return std::max(0, std::min(end, appointment.end) - std::max(start, appointment.start));
}

} // namespace hallway
