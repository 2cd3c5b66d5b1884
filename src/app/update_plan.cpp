#include "app/update_plan.h"
#include "app/best_plan_job.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "app/update_choices.h"
#include "planner/plan_order.h"

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
    const PlanOrder order(job.request.problem);
    std::vector<bool> is_chosen(order.size(), false);
    for (const std::uint32_t i : job.search->best().chosen) is_chosen[i] = true;
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        if (!is_chosen[order.given(i)] || order.at(i).going) continue;
        // Another time, or a rival.
        const PlanOrder::Wish& wish = order.wishes()[order.wish_of(i)];
        bool is_open = !wish.all && wish.candidates.size() > 1;
        for (std::uint32_t other = 0; !is_open && other < order.size(); ++other)
            is_open = other != i && !order.compatible(i, other);
        if (is_open) found.push_back(order.given(i));
    }
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
