#pragma once
#include "base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// A length of time in whole minutes; may be negative.
using Minutes = std::int32_t;

/// A point on the world's time line, or, in a program without a zone, a wall-clock time counted as
/// if it were UTC ("floating", RFC 5545 section 3.3.5).
struct Instant {
    /// Minutes since 1970-01-01T00:00Z.
    std::int32_t minutes = 0;
    friend auto operator<=>(Instant, Instant) = default;
};
[[nodiscard]] constexpr Instant operator+(Instant at, Minutes by) { return { at.minutes + by }; }
[[nodiscard]] constexpr Instant operator-(Instant at, Minutes by) { return { at.minutes - by }; }
[[nodiscard]] constexpr Minutes operator-(Instant to, Instant from)
{
    return to.minutes - from.minutes;
}

/// A day of the proleptic Gregorian calendar.
struct Date {
    /// Days since 1970-01-01.
    std::int32_t days = 0;
    friend auto operator<=>(Date, Date) = default;
};

/// Year, month (from 1) and day of the month (from 1).
struct CivilDate {
    std::int32_t year = 1970;
    std::int32_t month = 1;
    std::int32_t day = 1;
    friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

/// What a clock on the wall shows: a day, and minutes since its midnight (0 to 1439).
struct WallTime {
    Date date;
    Minutes minute_of_day = 0;
    friend auto operator<=>(const WallTime&, const WallTime&) = default;
};

inline constexpr Minutes minutes_per_hour = 60;
inline constexpr Minutes minutes_per_day = 24 * minutes_per_hour;

/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
[[nodiscard]] Date date_of(CivilDate civil);
/// Source: as `date_of`, civil_from_days.
[[nodiscard]] CivilDate civil_of(Date date);
/// 0 is Sunday, 6 is Saturday.
[[nodiscard]] int weekday_of(Date date);
/// Nothing when month or day do not exist.
[[nodiscard]] std::optional<Date> checked_date(
    std::int32_t year, std::int32_t month, std::int32_t day);

[[nodiscard]] constexpr Instant floating_instant(WallTime wall)
{
    return { wall.date.days * minutes_per_day + wall.minute_of_day };
}
[[nodiscard]] WallTime floating_wall_time(Instant at);

/// The rules of one zone for the years that a program needs, as data: made by the host (the
/// browser's `Intl`, or the system's zone files), so that the core needs neither a clock nor a zone
/// library.
class ZoneRules {
public:
    struct Transition {
        Instant at;         ///< First minute of the new offset.
        Minutes offset = 0; ///< Local time minus UTC from then on.
    };

    ZoneRules() = default;
    /// `transitions` are in order of time; the first stands for all time before it, too.
    ZoneRules(std::string name, std::vector<Transition> transitions);

    /// IANA name, as "Europe/Berlin"; empty for a floating program.
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<Transition>& transitions() const { return transitions_; }
    [[nodiscard]] Minutes offset_at(Instant at) const;
    [[nodiscard]] WallTime wall_time(Instant at) const;
    /// A wall time that a change of the clock skips is taken with the offset before the change; one
    /// that occurs twice is its first occurrence.
    /// Source: RFC 5545, section 3.3.5 (form 3).
    [[nodiscard]] Instant instant(WallTime wall) const;

private:
    std::string name_;
    std::vector<Transition> transitions_;
};

/// Where readers get rules from: the host's knowledge of IANA zones. Gives `ZoneUnknown` for other
/// names.
class ZoneSource {
public:
    virtual ~ZoneSource() = default;
    [[nodiscard]] virtual Result<ZoneRules> rules(
        std::string_view name, std::int32_t first_year, std::int32_t last_year) const = 0;
};

/// A date and time as files write them: "2025-12-27T10:30:00+01:00", "2012-03-07T13:50",
/// "2025-12-27 10:30".
struct WrittenTime {
    WallTime wall;
    /// Offset from UTC, absent when the text names none; `Z` is 0.
    std::optional<Minutes> offset;
};

/// Shape:  date, then `T` or a space, then hours and minutes; seconds and their fraction are
///         dropped.
/// Errors: nothing for any other text, and for dates and times that do not exist.
/// Source: RFC 3339 section 5.6, with the offset optional.
[[nodiscard]] std::optional<WrittenTime> parse_date_time(std::string_view text);
/// Source: RFC 3339 section 5.6, full-date.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// "9:05", "09:05" or "09:05:00" as minutes since midnight, 0 to 1440.
[[nodiscard]] std::optional<Minutes> parse_time_of_day(std::string_view text);
/// Hours and minutes of a length, "0:30", "25:00" or "01:30:00": not a clock time, hours may exceed
/// 24.
[[nodiscard]] std::optional<Minutes> parse_duration(std::string_view text);

/// "2025-12-27"; the form that routes and files use, in no language.
[[nodiscard]] std::string format_date(Date date);
/// "2025-12-27T10:30".
[[nodiscard]] std::string format_wall_time(WallTime wall);

} // namespace hallway
