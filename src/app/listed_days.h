#pragma once
#include "app/page_model.h"

#include <span>

namespace hallway {

/// Position of the event day that lists show; `days().size()` stands for the sessions without a
/// time.
[[nodiscard]] std::size_t shown_day(const AppState& state, const Program& program);

/// "Saturday 31 January", "No time yet".
[[nodiscard]] std::string day_name(
    const Program& program, const Language& language, std::size_t day);
/// Accessible name of the list of a day.
[[nodiscard]] std::string list_label(
    const Program& program, const Language& language, std::size_t day);

/// Shape:  `counts`: what each event day holds; `screen`: the list whose days they are.
[[nodiscard]] DayTabs make_day_tabs(const AppState& state, const Program& program, Layout layout,
    Route::Screen screen, std::span<const std::size_t> counts, std::size_t unscheduled_count);

} // namespace hallway
