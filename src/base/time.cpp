#include "base/time.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::int32_t floor_div(std::int32_t a, std::int32_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

/// Takes `count` digits from the front of `text`.
std::optional<std::int32_t> take_digits(std::string_view& text, std::size_t count)
{
    if (text.size() < count) return std::nullopt;
    std::int32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c)
{
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> take_date(std::string_view& text)
{
    const auto year = take_digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day) return std::nullopt;
    return checked_date(*year, *month, *day);
}

/// Takes ":SS" and ".ffff", whose value does not matter: the core counts in minutes.
bool take_seconds(std::string_view& text)
{
    if (!take(text, ':')) return true;
    const auto seconds = take_digits(text, 2);
    if (!seconds || *seconds > 60) return false; // 60 is a leap second
    if (take(text, '.')) {
        if (!take_digits(text, 1)) return false;
        while (take_digits(text, 1)) { }
    }
    return true;
}

std::optional<Minutes> take_clock(std::string_view& text)
{
    const auto hours = take_digits(text, 2);
    if (!hours || !take(text, ':')) return std::nullopt;
    const auto minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59 || *hours > 24) return std::nullopt;
    if (!take_seconds(text)) return std::nullopt;
    const Minutes total = *hours * 60 + *minutes;
    if (total > minutes_per_day) return std::nullopt;
    return total;
}

/// Takes "Z", "+01:00", "+0100" or "-05".
std::optional<Minutes> take_offset(std::string_view& text)
{
    if (take(text, 'Z') || take(text, 'z')) return 0;
    const bool west = !text.empty() && text.front() == '-';
    if (!west && (text.empty() || text.front() != '+')) return std::nullopt;
    text.remove_prefix(1);
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 23) return std::nullopt;
    take(text, ':');
    const std::int32_t minutes = take_digits(text, 2).value_or(0);
    if (minutes > 59) return std::nullopt;
    return (west ? -1 : 1) * (*hours * 60 + minutes);
}

/// `value` with zeros in front up to `size` digits.
std::string padded(std::int32_t value, std::size_t size)
{
    const std::string digits = std::to_string(value);
    return std::string(size - std::min(size, digits.size()), '0') + digits;
}

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

} // namespace

Date date_of(CivilDate civil)
{
    const std::int32_t y = civil.year - (civil.month <= 2 ? 1 : 0);
    const std::int32_t era = floor_div(y, 400);
    const std::int32_t year_of_era = y - era * 400;
    const std::int32_t month_from_march = (civil.month + 9) % 12;
    const std::int32_t day_of_year = (153 * month_from_march + 2) / 5 + civil.day - 1;
    const std::int32_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return { era * 146097 + day_of_era - 719468 };
}

CivilDate civil_of(Date date)
{
    const std::int32_t z = date.days + 719468;
    const std::int32_t era = floor_div(z, 146097);
    const std::int32_t day_of_era = z - era * 146097;
    const std::int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int32_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int32_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int32_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const std::int32_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return { year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

int weekday_of(Date date)
{
    return date.days + 4 - 7 * floor_div(date.days + 4, 7); // 1970-01-01 was a Thursday
}

std::optional<Date> checked_date(std::int32_t year, std::int32_t month, std::int32_t day)
{
    if (year < 1 || year > 6000 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const Date date = date_of({ year, month, day });
    if (civil_of(date) != CivilDate { year, month, day }) return std::nullopt;
    return date;
}

WallTime floating_wall_time(Instant at)
{
    const std::int32_t days = floor_div(at.minutes, minutes_per_day);
    return { { days }, at.minutes - days * minutes_per_day };
}

ZoneRules::ZoneRules(std::string name, std::vector<Transition> transitions)
    : name_(std::move(name)), transitions_(std::move(transitions))
{
}

Minutes ZoneRules::offset_at(Instant at) const
{
    if (transitions_.empty()) return 0;
    const auto after = std::upper_bound(transitions_.begin(), transitions_.end(), at,
        [](Instant value, const Transition& t) { return value < t.at; });
    return after == transitions_.begin() ? after->offset : std::prev(after)->offset;
}

WallTime ZoneRules::wall_time(Instant at) const { return floating_wall_time(at + offset_at(at)); }

Instant ZoneRules::instant(WallTime wall) const
{
    const Instant local = floating_instant(wall);
    // The offset in force shortly before: gives the first of two occurrences, and for a skipped
    // time the offset before the gap. If the guess lands after a change, the later offset is the
    // right one.
    const Minutes before = offset_at(local - minutes_per_day);
    const Minutes after = offset_at(local + minutes_per_day);
    if (const Instant early = local - before; offset_at(early) == before) return early;
    if (const Instant late = local - after; offset_at(late) == after) return late;
    return local - before;
}

std::optional<WrittenTime> parse_date_time(std::string_view text)
{
    text = trimmed(text);
    const auto date = take_date(text);
    if (!date || text.empty()
        || (text.front() != 'T' && text.front() != 't' && text.front() != ' '))
        return std::nullopt;
    text.remove_prefix(1);
    const auto clock = take_clock(text);
    if (!clock) return std::nullopt;
    WrittenTime written { { *date, *clock }, std::nullopt };
    if (*clock == minutes_per_day) written.wall = { { date->days + 1 }, 0 }; // 24:00 ends the day
    if (!text.empty()) {
        written.offset = take_offset(text);
        if (!written.offset || !text.empty()) return std::nullopt;
    }
    return written;
}

std::optional<Date> parse_date(std::string_view text)
{
    text = trimmed(text);
    const auto date = take_date(text);
    return text.empty() ? date : std::nullopt;
}

std::optional<Minutes> parse_time_of_day(std::string_view text)
{
    const auto length = parse_duration(text);
    return length && *length <= minutes_per_day ? length : std::nullopt;
}

std::optional<Minutes> parse_duration(std::string_view text)
{
    text = trimmed(text);
    std::int32_t hours = 0;
    std::size_t digits = 0;
    while (digits < 4) {
        const auto digit = take_digits(text, 1);
        if (!digit) break;
        hours = hours * 10 + *digit;
        ++digits;
    }
    if (digits == 0 || !take(text, ':')) return std::nullopt;
    const auto minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59 || !take_seconds(text) || !text.empty()) return std::nullopt;
    return hours * 60 + *minutes;
}

std::string format_date(Date date)
{
    const CivilDate civil = civil_of(date);
    return padded(civil.year, 4) + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2);
}

std::string format_wall_time(WallTime wall)
{
    return format_date(wall.date) + 'T' + padded(wall.minute_of_day / 60, 2) + ':'
        + padded(wall.minute_of_day % 60, 2);
}

} // namespace hallway
