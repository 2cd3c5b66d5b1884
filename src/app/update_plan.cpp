#include "app/update_plan.h"
#include "app/best_plan_job.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "app/update_choices.h"
#include "planner/conflicts.h"

#include <algorithm>

namespace hallway {
namespace {

/// Pairs that a frame looks at: some two milliseconds' work.
constexpr std::uint64_t pairs_per_frame = 100'000;

bool is_current(const AppState& state, const BestPlanJob& job)
{
    return job.pack == state.program->pack() && job.agenda_revision == state.agenda.revision()
        && job.preferences == state.preferences;
}

std::shared_ptr<BestPlanJob> start_job(const AppState& state)
{
    auto job = std::make_shared<BestPlanJob>();
    PlanSettings settings;
    settings.walks = walk_settings(state.preferences);
    // Before and after the event all of it can be planned.
    if (is_event_on(state, *state.program)) settings.now = shown_instant(state, *state.program);
    job->request = ask_for_plan(*state.program, state.agenda, settings);
    job->search = std::make_unique<PlanSearch>(job->request.problem);
    job->pack = state.program->pack();
    job->agenda_revision = state.agenda.revision();
    job->preferences = state.preferences;
    return job;
}

/// Whether anything had to be decided about it: another time, or a rival.
bool is_decision(const PlanProblem& problem, std::uint32_t candidate)
{
    const PlanCandidate& own = problem.candidates[candidate];
    const PlanWish& wish = problem.wishes[own.wish];
    if (!wish.all && wish.candidates.size() > 1) return true;
    for (std::uint32_t i = 0; i < problem.candidates.size(); ++i) {
        const PlanCandidate& other = problem.candidates[i];
        const std::pair<std::uint32_t, std::uint32_t> both = std::minmax(candidate, i);
        if (i == candidate || std::ranges::binary_search(problem.together, both)) continue;
        const bool first = std::tie(own.attendance.start, own.attendance.end, own.key)
            < std::tie(other.attendance.start, other.attendance.end, other.key);
        const Attendance& earlier = first ? own.attendance : other.attendance;
        const Attendance& later = first ? other.attendance : own.attendance;
        const Transfer& way = problem.transfers.between(earlier.place, later.place);
        if (!is_compatible(earlier, later, way, problem.allowance)) return true;
    }
    return false;
}

} // namespace

bool work_on_plan(AppState& state)
{
    if (!state.program || state.list_screen != Route::Screen::BestPlan) {
        state.best_plan.reset();
        return false;
    }
    if (!state.best_plan || !is_current(state, *state.best_plan)) {
        state.best_plan = start_job(state);
        ++state.revision;
        return true;
    }
    BestPlanJob& job = *state.best_plan;
    if (job.done) return false;
    job.done = job.search->advance(pairs_per_frame);
    ++state.revision;
    return !job.done;
}

std::vector<std::uint32_t> decisions_of(const BestPlanJob& job)
{
    std::vector<std::uint32_t> found;
    for (const std::uint32_t i : job.search->best().chosen)
        if (!job.request.problem.candidates[i].going && is_decision(job.request.problem, i))
            found.push_back(i);
    return found;
}

std::uint32_t use_plan(AppState& state, Effects& effects)
{
    if (!state.program || !state.best_plan || !is_current(state, *state.best_plan)) return 0;
    // Choosing makes the job outdated, so that it is held here.
    const std::shared_ptr<BestPlanJob> job = state.best_plan;
    std::uint32_t count = 0;
    for (const std::uint32_t i : decisions_of(*job)) {
        toggle_going(state, job->request.problem.candidates[i].key, effects);
        ++count;
    }
    return count;
}

} // namespace hallway
