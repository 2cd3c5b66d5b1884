#include "planner/plan_reasons.h"
#include "base/sort.h"
#include "planner/equivalents.h"
#include "planner/plan_draft.h"

#include <algorithm>
#include <tuple>

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

class Explainer {
public:
    Explainer(const PlanRequest& request, const BestPlan& plan)
        : request_(request), problem_(request.problem), plan_(plan)
    {
        for (std::uint32_t i = 0; i < problem_.blocks.size(); ++i)
            if (!std::ranges::binary_search(plan.dropped_blocks, i))
                blocks_.push_back(problem_.blocks[i]);
    }

    [[nodiscard]] bool is_fulfilled(const PlanWish& wish) const
    {
        const auto is_in = [&](std::uint32_t i) {
            return std::ranges::find(plan_.chosen, i) != plan_.chosen.end();
        };
        return wish.all ? std::ranges::all_of(wish.candidates, is_in)
                        : std::ranges::any_of(wish.candidates, is_in);
    }

    [[nodiscard]] LeftOut explain(std::uint32_t candidate) const
    {
        LeftOut found { .occurrence = request_.occurrences[candidate],
            .why = LeftOutWhy::Displaced };
        if (const auto other = find_rival(candidate)) {
            const Judgement judgement = judge_both(candidate, *other);
            const bool overlaps = judgement.verdict == Verdict::Overlaps;
            found.why = overlaps ? LeftOutWhy::Overlaps : LeftOutWhy::Walk;
            found.other = request_.occurrences[*other];
            found.minutes = judgement.minutes.value_or(0);
        } else if (const auto appointment = find_appointment(candidate)) {
            found.why = LeftOutWhy::Appointment;
            found.appointment = *appointment;
        } else if (is_day_full(candidate)) {
            found.why = LeftOutWhy::DayIsFull;
        } else if (!leaves_blocks(candidate)) {
            found.why = LeftOutWhy::Block;
        }
        return found;
    }

private:
    [[nodiscard]] Judgement judge_both(std::uint32_t a, std::uint32_t b) const
    {
        const auto rank = [&](std::uint32_t i) {
            const PlanCandidate& it = problem_.candidates[i];
            return std::tie(it.attendance.start, it.attendance.end, it.key);
        };
        if (rank(b) < rank(a)) std::swap(a, b);
        const Attendance& earlier = problem_.candidates[a].attendance;
        const Attendance& later = problem_.candidates[b].attendance;
        return judge(earlier, later, problem_.transfers.between(earlier.place, later.place),
            problem_.allowance);
    }

    [[nodiscard]] std::optional<std::uint32_t> find_rival(std::uint32_t candidate) const
    {
        std::optional<std::uint32_t> found;
        const auto weight = [&](std::uint32_t i) {
            const PlanCandidate& it = problem_.candidates[i];
            return std::pair(it.going, problem_.wishes[it.wish].keenness);
        };
        for (const std::uint32_t i : plan_.chosen) {
            if (judge_both(candidate, i).compatible) continue;
            const std::pair<std::uint32_t, std::uint32_t> both = std::minmax(candidate, i);
            if (std::ranges::binary_search(problem_.together, both)) continue;
            if (!found || weight(i) > weight(*found)) found = i;
        }
        return found;
    }

    [[nodiscard]] std::optional<std::uint32_t> find_appointment(std::uint32_t candidate) const
    {
        const Attendance& it = problem_.candidates[candidate].attendance;
        for (std::uint32_t i = 0; i < request_.appointments.size(); ++i)
            if (overlap_of(it.start, it.end, request_.appointments[i]) > 0) return i;
        return std::nullopt;
    }

    [[nodiscard]] bool is_day_full(std::uint32_t candidate) const
    {
        if (!problem_.minutes_per_day_max) return false;
        Minutes taken = 0;
        const auto add = [&](std::uint32_t i) {
            const PlanCandidate& it = problem_.candidates[i];
            if (it.day == problem_.candidates[candidate].day)
                taken += it.attendance.end - it.attendance.start;
        };
        for (const std::uint32_t i : plan_.chosen) add(i);
        add(candidate);
        return taken > *problem_.minutes_per_day_max;
    }

    [[nodiscard]] bool leaves_blocks(std::uint32_t candidate) const
    {
        std::vector<Spell> busy;
        const auto add = [&](std::uint32_t i) {
            const Attendance& it = problem_.candidates[i].attendance;
            busy.push_back({ it.start, it.end });
        };
        for (const std::uint32_t i : plan_.chosen) add(i);
        add(candidate);
        sort_things(busy, [](const Spell& a, const Spell& b) { return a.from < b.from; });
        return blocks_fit(blocks_, busy);
    }

    const PlanRequest& request_;
    const PlanProblem& problem_;
    const BestPlan& plan_;
    std::vector<PlanBlock> blocks_;
};

} // namespace

std::vector<LeftOut> explain_left_out(
    const Program& program, const PlanRequest& request, const BestPlan& plan)
{
    const Explainer explainer(request, plan);
    std::vector<LeftOut> found;
    std::vector<bool> fulfilled(program.sessions().size(), false);
    for (const PlanWish& wish : request.problem.wishes) {
        const bool is_fulfilled = explainer.is_fulfilled(wish);
        for (const std::uint32_t i : wish.candidates) {
            if (is_fulfilled)
                fulfilled[first_of_same(
                    program, program.occurrence(request.occurrences[i]).session)] = true;
            else if (!request.problem.candidates[i].going)
                found.push_back(explainer.explain(i));
        }
    }
    for (const BarredOccurrence& barred : request.barred)
        if (!fulfilled[first_of_same(program, program.occurrence(barred.occurrence).session)])
            found.push_back({ .occurrence = barred.occurrence, .why = why_barred(barred.why) });
    sort_things(
        found, [](const LeftOut& a, const LeftOut& b) { return a.occurrence < b.occurrence; });
    return found;
}

} // namespace hallway
