#include "app/shown_time.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;

/// How much of the clock's minute has passed; also before 1970.
std::int64_t ms_of_minute(const AppState& state)
{
    return (state.shown_ms % ms_per_minute + ms_per_minute) % ms_per_minute;
}

Instant shown_minute(const AppState& state)
{
    return { static_cast<std::int32_t>((state.shown_ms - ms_of_minute(state)) / ms_per_minute) };
}

} // namespace

Instant shown_instant(const AppState& state, const Program& program)
{
    const Instant shown = shown_minute(state);
    const ZoneRules& zone = program.zone();
    const bool floating = zone.transitions().empty();
    if (state.shown_is_local) return floating ? shown : zone.instant(floating_wall_time(shown));
    return floating ? shown + state.local_offset : shown;
}

Date shown_event_day(const AppState& state, const Program& program)
{
    WallTime wall = program.zone().wall_time(shown_instant(state, program));
    if (wall.minute_of_day < program.conference().day_boundary) --wall.date.days;
    return wall.date;
}

std::optional<Date> today(const AppState& state, const Program& program)
{
    const Date date = shown_event_day(state, program);
    const auto is_today = [&](const pack::DayRecord& day) { return day.date == date.days; };
    return std::ranges::any_of(program.days(), is_today) ? std::optional(date) : std::nullopt;
}

bool is_event_on(const AppState& state, const Program& program)
{
    const auto days = program.days();
    if (days.empty()) return false;
    const Date date = shown_event_day(state, program);
    if (date.days < days.front().date || date.days > days.back().date) return false;
    const std::int32_t now = shown_instant(state, program).minutes;
    return std::ranges::any_of(program.occurrences(),
        [&](const pack::OccurrenceRecord& occurrence) { return occurrence.end > now; });
}

bool can_be_over(const pack::OccurrenceRecord& occurrence)
{
    return (occurrence.flags & (pack::OccurrenceEndMissing | pack::OccurrenceCancelled)) == 0;
}

bool is_over(const AppState& state, const Program& program, OccurrenceIndex index)
{
    const pack::OccurrenceRecord& occurrence = program.occurrence(index);
    return can_be_over(occurrence) && occurrence.end <= shown_instant(state, program).minutes;
}

bool is_past(const AppState& state, const Program& program, OccurrenceIndex index)
{
    return is_over(state, program, index) && is_event_on(state, program);
}

bool shows_minute(const AppState& state)
{
    if (!state.program || state.route.screen == Route::Screen::Open) return false;
    if (state.list_screen == Route::Screen::Now || state.shown_is_set) return true;
    // The line of now stands on its day alone.
    const auto date = today(state, *state.program);
    if (state.list_screen != Route::Screen::Grid || !date) return false;
    return !state.day || *state.day == ListedDay(*date);
}

bool tells_what_is_over(const AppState& state)
{
    return state.list_screen == Route::Screen::Plan || state.list_screen == Route::Screen::Program;
}

std::int64_t shown_at_ms(const AppState& state, Instant instant)
{
    const std::int64_t ahead = instant.minutes - shown_instant(state, *state.program).minutes;
    return state.now_ms + ahead * ms_per_minute - ms_of_minute(state);
}

std::int64_t next_minute_ms(const AppState& state)
{
    return state.now_ms + ms_per_minute - ms_of_minute(state);
}

std::int64_t shown_tick(const AppState& state)
{
    if (shows_minute(state) || tells_what_is_over(state)) return shown_minute(state).minutes;
    return state.program ? shown_event_day(state, *state.program).days : 0;
}

} // namespace hallway
