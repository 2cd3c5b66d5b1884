#pragma once
#include "app/state.h"

#include <optional>

namespace hallway {

/// What the clock shows, on the program's own time line. Where the program names no zone, its times
/// are taken for the device's.
[[nodiscard]] Instant shown_instant(const AppState& state, const Program& program);

/// The event day that it is now: until the boundary in the night it is still the day before.
[[nodiscard]] Date shown_event_day(const AppState& state, const Program& program);

/// The same, if the program has something on it; nothing before and after the event.
[[nodiscard]] std::optional<Date> today(const AppState& state, const Program& program);

/// Whether it is a day of the event, from the first to the last, and not all is over.
[[nodiscard]] bool is_event_on(const AppState& state, const Program& program);

/// Where the end is a guess, nobody can say that it is over; and what is cancelled never takes
/// place.
[[nodiscard]] bool can_be_over(const pack::OccurrenceRecord& occurrence);
[[nodiscard]] bool is_over(const AppState& state, const Program& program, OccurrenceIndex index);
/// Whether it takes part in no choice any more: it is over, and the event is on. An event that is
/// over altogether can be planned for trying things out.
[[nodiscard]] bool is_past(const AppState& state, const Program& program, OccurrenceIndex index);

/// When the clock will show a time of the open program.
/// Units:  Unix milliseconds, as `state.now_ms`.
[[nodiscard]] std::int64_t shown_at_ms(const AppState& state, Instant instant);

/// When the clock shows its next minute.
/// Units:  Unix milliseconds, as `state.now_ms`.
[[nodiscard]] std::int64_t next_minute_ms(const AppState& state);

/// What of the page changes with the clock alone: the minute where one is shown, else the event
/// day.
[[nodiscard]] std::int64_t shown_tick(const AppState& state);

/// Whether the page shows the minute.
[[nodiscard]] bool shows_minute(const AppState& state);
/// Whether the list tells what is over, and wakes for that alone.
[[nodiscard]] bool tells_what_is_over(const AppState& state);

} // namespace hallway
