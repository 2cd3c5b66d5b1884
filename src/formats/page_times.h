#pragma once
#include "base/time.h"

#include <optional>
#include <string_view>

namespace hallway {

/// A time as pages write it for people: "Wednesday 13:50 - 14:50", "7 March 2012, 9 to 10:30 a.m.".
struct PageTime {
    std::optional<int> weekday; ///< 0 is Sunday, as `weekday_of` counts
    std::optional<std::int32_t> year;
    std::optional<std::int32_t> month; ///< from 1; there is one where there is a `day`
    std::optional<std::int32_t> day;
    std::optional<Minutes> start; ///< after midnight, 0 to 1439
    std::optional<Minutes> end;   ///< never before the start: 1450 is ten past midnight
};

/// Shape:  weekday, date and times in any order; "-", "–" or "to" before the end; hours of 24, or
///         of 12 with "am" or "p.m."; English names, also short ones. What is none of that is
///         passed over.
/// Errors: nothing for each part that is not there, or that does not exist on clocks and calendars.
[[nodiscard]] PageTime read_page_time(std::string_view text);

struct DaySpan {
    Date first;
    Date last;
};

/// The first days with a year in a text, as "7-9 March 2012", "September 30 to October 2, 2012" or
/// "9 March 2012"; at most `span_days_max` of them.
[[nodiscard]] std::optional<DaySpan> find_day_span(std::string_view text);
inline constexpr std::int32_t span_days_max = 31;

/// The first year in a text, from 1900 to 2199.
[[nodiscard]] std::optional<std::int32_t> find_year(std::string_view text);

} // namespace hallway
