#include "app/plan_settings.h"
#include "app/shown_time.h"

namespace hallway {
namespace {

WalkSettings walk_settings(const Preferences& preferences)
{
    WalkSettings settings;
    switch (preferences.pace) {
    case Preferences::Pace::Easy: settings.pace_percent = pace_percent_easy; break;
    case Preferences::Pace::Usual: break;
    case Preferences::Pace::Quick: settings.pace_percent = pace_percent_quick; break;
    }
    settings.step_free = preferences.step_free;
    if (const auto& areas = preferences.areas)
        settings.areas = AreaMinutes { areas->same, areas->next, areas->far };
    return settings;
}

void forget_what_is_past(Plan& plan, const AppState& state, const Program& program)
{
    if (!is_event_on(state, program)) return;
    const auto past = [&](OccurrenceIndex index) { return is_over(state, program, index); };
    const std::int32_t now = shown_instant(state, program).minutes;
    for (std::size_t day = 0; day < plan.days.size(); ++day) {
        const std::vector<PlanAppointment>& appointments = plan.appointments[day];
        for (PlanEntry& entry : plan.days[day]) {
            std::erase_if(entry.conflicts, [&](const PlanConflict& conflict) {
                return past(entry.occurrence) || past(conflict.other);
            });
            std::erase_if(entry.appointments, [&](const AppointmentClash& clash) {
                return past(entry.occurrence)
                    || appointments[clash.appointment].appointment.end <= now;
            });
        }
    }
    for (std::vector<OccurrenceIndex>& group : plan.groups) std::erase_if(group, past);
    std::erase_if(plan.groups, [](const auto& group) { return group.size() < 2; });
}

} // namespace

PlanSettings plan_settings(const Preferences& preferences)
{
    PlanSettings settings;
    settings.walks = walk_settings(preferences);
    settings.allowance = { preferences.buffer, preferences.tolerance };
    if (preferences.lunch) settings.blocks.push_back(lunch_break);
    if (preferences.hours_a_day > 0)
        settings.minutes_per_day_max = preferences.hours_a_day * minutes_per_hour;
    if (preferences.starts_at > 0 || preferences.ends_at > 0) {
        DayHours& hours = settings.hours.emplace();
        hours.from = preferences.starts_at * minutes_per_hour;
        // Without an end of its own a day lasts over midnight.
        hours.until = preferences.ends_at > 0 ? preferences.ends_at * minutes_per_hour
                                              : minutes_per_day + minutes_per_day / 2;
    }
    return settings;
}

Plan make_own_plan(const AppState& state, const Program& program, std::optional<SessionIndex> also)
{
    const PlanSettings settings = plan_settings(state.preferences);
    Plan plan = make_plan(program, state.agenda, settings.walks, settings.allowance, also);
    forget_what_is_past(plan, state, program);
    return plan;
}

} // namespace hallway
