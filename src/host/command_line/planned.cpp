#include "host/command_line/planned.h"
#include "planner/plan_order.h"

#include <algorithm>

namespace hallway::command_line {

Planned make_planned(const Program& program, const Agenda& agenda, PlanSettings settings)
{
    Planned made;
    made.settings = std::move(settings);
    made.request = ask_for_plan(program, agenda, made.settings);
    const PlanProblem& problem = made.request.problem;

    const PlanOrder order(problem);
    std::vector<std::uint32_t> place(order.size());
    std::vector<Attendance> attendances;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        made.order.push_back(order.given(i));
        place[order.given(i)] = i;
        attendances.push_back(order.at(i).attendance);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> together;
    for (const auto& [a, b] : problem.together)
        together.emplace_back(std::minmax(place[a], place[b]));
    std::ranges::sort(together);
    made.conflicts = find_conflicts(attendances, problem.transfers, together, problem.allowance);
    made.groups = group_clashes(attendances.size(), made.conflicts);

    PlanSolution solution = solve_plan(problem);
    made.left_out = explain_left_out(program, made.request, solution);
    made.plan = std::move(solution.plan);
    std::vector<OccurrenceIndex> chosen;
    for (const std::uint32_t i : made.plan.chosen) chosen.push_back(made.request.occurrences[i]);
    const Proposals proposals(program, agenda, made.settings, chosen);
    for (const OccurrenceIndex index : chosen) made.plan_b.push_back(proposals.plan_b(index));
    made.gaps = proposals.gaps();
    return made;
}

std::string written_time(const Program& program, Instant at)
{
    return format_wall_time(program.zone().wall_time(at));
}

std::string_view name_of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fits: return "fits";
    case Verdict::StraightAfter: return "straight after";
    case Verdict::Tight: return "tight";
    case Verdict::Missed: return "missed";
    case Verdict::Overlaps: return "overlaps";
    }
    return "";
}

std::string_view name_of(Knowledge knowledge)
{
    switch (knowledge) {
    case Knowledge::Unknown: return "unknown";
    case Knowledge::Guessed: return "guessed";
    case Knowledge::Known: return "known";
    }
    return "";
}

std::string_view name_of(LeftOutWhy why)
{
    switch (why) {
    case LeftOutWhy::Overlaps: return "overlaps";
    case LeftOutWhy::Walk: return "walk";
    case LeftOutWhy::DayIsFull: return "day is full";
    case LeftOutWhy::Block: return "block";
    case LeftOutWhy::Appointment: return "appointment";
    case LeftOutWhy::Displaced: return "displaced";
    case LeftOutWhy::Cancelled: return "cancelled";
    case LeftOutWhy::Begun: return "begun";
    case LeftOutWhy::OutOfHours: return "out of hours";
    }
    return "";
}

} // namespace hallway::command_line
