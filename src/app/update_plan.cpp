#include "app/update_plan.h"
#include "app/best_plan_job.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "app/update_choices.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/plan_decisions.h"
#include "planner/plan_message.h"

#include <algorithm>

namespace hallway {
namespace {

/// During the event: something that is to be decided for it has begun, so that it is too late.
bool is_too_late(const AppState& state, const BestPlanJob& job)
{
    if (!is_event_on(state, *state.program)) return false;
    const Instant now = shown_instant(state, *state.program);
    return std::ranges::any_of(job.decisions, [&](OccurrenceIndex index) {
        return attendances_of(*state.program, state.agenda, index).front().start <= now.minutes;
    });
}

bool is_current(const AppState& state, const BestPlanJob& job)
{
    if (job.pack == state.program->pack() && is_too_late(state, job)) return false;
    return job.pack == state.program->pack() && job.agenda_revision == state.agenda.revision()
        && job.preferences == state.preferences;
}

std::shared_ptr<BestPlanJob> start_job(const AppState& state)
{
    auto job = std::make_shared<BestPlanJob>();
    PlanSettings settings = plan_settings(state.preferences);
    // Before and after the event all of it can be planned.
    if (is_event_on(state, *state.program)) settings.now = shown_instant(state, *state.program);
    job->request = ask_for_plan(*state.program, state.agenda, settings);
    job->pack = state.program->pack();
    job->agenda_revision = state.agenda.revision();
    job->preferences = state.preferences;
    // What was left open stays so, where it is to be decided still.
    if (const auto& before = state.best_plan; before && before->pack == job->pack) {
        job->picking = before->picking;
        job->left_open = before->left_open;
    }
    return job;
}

} // namespace

bool is_left_open(const BestPlanJob& job, OccurrenceIndex index)
{
    return std::ranges::find(job.left_open, index) != job.left_open.end();
}

void watch_plan(AppState& state, Effects& effects)
{
    if (!state.program || state.list_screen != Route::Screen::BestPlan) {
        if (is_searching(state)) effects.emplace_back(EndPlanSearch {});
        state.best_plan.reset();
        return;
    }
    if (state.best_plan && is_current(state, *state.best_plan)) return;
    state.best_plan = start_job(state);
    state.best_plan->number = ++state.plan_search_count;
    effects.emplace_back(
        FindPlan { state.best_plan->number, encode_problem(state.best_plan->request.problem) });
    ++state.revision;
}

void hear_of_plan(AppState& state, const PlanNews& news)
{
    if (!is_searching(state) || state.best_plan->number != news.number) return;
    BestPlanJob& job = *state.best_plan;
    job.permille = news.permille;
    job.failed = news.failed;
    if (news.failed || news.solution.empty()) return;
    job.solution = decode_solution(news.solution, job.request.problem);
    job.failed = !job.solution;
    if (job.solution) job.decisions = find_decisions(job.request, *job.solution);
}

bool is_searching(const AppState& state)
{
    return state.best_plan && !state.best_plan->solution && !state.best_plan->failed;
}

std::uint32_t use_plan(AppState& state, Effects& effects)
{
    if (!state.program || !state.best_plan || !is_current(state, *state.best_plan)) return 0;
    // Choosing makes the job outdated, so that it is held here.
    const std::shared_ptr<BestPlanJob> job = state.best_plan;
    std::uint32_t count = 0;
    for (const OccurrenceIndex index : job->decisions) {
        if (job->picking && is_left_open(*job, index)) continue;
        toggle_going(
            state, occurrence_subject(*state.program, state.program->occurrence(index)), effects);
        ++count;
    }
    return count;
}

void retry_plan(AppState& state) { state.best_plan.reset(); }

void pick_plan(AppState& state)
{
    if (!state.best_plan) return;
    state.best_plan->picking = true;
}

void toggle_pick(AppState& state, std::string_view occurrence)
{
    if (!state.program || !state.best_plan) return;
    const auto index = find_occurrence(*state.program, occurrence);
    if (!index) return;
    if (is_left_open(*state.best_plan, *index))
        std::erase(state.best_plan->left_open, *index);
    else
        state.best_plan->left_open.push_back(*index);
}

} // namespace hallway
