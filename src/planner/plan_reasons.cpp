#include "planner/plan_reasons.h"
#include "base/sort.h"
#include "planner/equivalents.h"

#include <algorithm>

namespace hallway {
namespace {

LeftOutWhy why_barred(Barred barred)
{
    switch (barred) {
    case Barred::Cancelled: return LeftOutWhy::Cancelled;
    case Barred::Begun: return LeftOutWhy::Begun;
    case Barred::OutOfHours: return LeftOutWhy::OutOfHours;
    }
    return LeftOutWhy::Cancelled;
}

LeftOutWhy why_left(PlanObstacle::Kind kind)
{
    switch (kind) {
    case PlanObstacle::Kind::Overlaps: return LeftOutWhy::Overlaps;
    case PlanObstacle::Kind::Walk: return LeftOutWhy::Walk;
    case PlanObstacle::Kind::DayIsFull: return LeftOutWhy::DayIsFull;
    case PlanObstacle::Kind::Block: return LeftOutWhy::Block;
    case PlanObstacle::Kind::Displaced: return LeftOutWhy::Displaced;
    }
    return LeftOutWhy::Displaced;
}

std::optional<std::uint32_t> find_appointment(
    const PlanRequest& request, const Attendance& attendance)
{
    for (std::uint32_t i = 0; i < request.appointments.size(); ++i)
        if (overlap_of(attendance.start, attendance.end, request.appointments[i]) > 0) return i;
    return std::nullopt;
}

LeftOut explain(const PlanRequest& request, const PlanObstacle& obstacle)
{
    LeftOut found { .occurrence = request.occurrences[obstacle.candidate],
        .why = why_left(obstacle.kind),
        .minutes = obstacle.minutes };
    if (obstacle.other) {
        found.other = request.occurrences[*obstacle.other];
    } else if (const auto appointment = find_appointment(
                   request, request.problem.candidates[obstacle.candidate].attendance)) {
        found.why = LeftOutWhy::Appointment;
        found.appointment = *appointment;
    }
    return found;
}

} // namespace

std::vector<LeftOut> explain_left_out(
    const Program& program, const PlanRequest& request, const PlanSolution& solution)
{
    std::vector<LeftOut> found;
    for (const PlanObstacle& obstacle : solution.obstacles)
        found.push_back(explain(request, obstacle));
    std::vector<bool> fulfilled(program.sessions().size(), false);
    for (const PlanWish& wish : request.problem.wishes) {
        if (!is_fulfilled(wish, solution.plan)) continue;
        for (const std::uint32_t i : wish.candidates)
            fulfilled[first_of_same(program, program.occurrence(request.occurrences[i]).session)] =
                true;
    }
    for (const BarredOccurrence& barred : request.barred)
        if (!fulfilled[first_of_same(program, program.occurrence(barred.occurrence).session)])
            found.push_back({ .occurrence = barred.occurrence, .why = why_barred(barred.why) });
    sort_things(
        found, [](const LeftOut& a, const LeftOut& b) { return a.occurrence < b.occurrence; });
    return found;
}

} // namespace hallway
