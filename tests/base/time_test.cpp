#include "base/time.h"

#include <doctest/doctest.h>

using namespace hallway;

TEST_SUITE_BEGIN("base/time");

namespace {

Instant utc(std::int32_t year, std::int32_t month, std::int32_t day, int hour, int minute = 0)
{
    return floating_instant({ date_of({ year, month, day }), hour * 60 + minute });
}

/// Europe/Berlin in 2025 and the winter after it.
ZoneRules berlin()
{
    return { "Europe/Berlin",
        { { utc(2024, 12, 31, 0), 60 }, { utc(2025, 3, 30, 1), 120 },
            { utc(2025, 10, 26, 1), 60 } } };
}

} // namespace

TEST_CASE("days are counted through the Gregorian calendar in both directions")
{
    CHECK(date_of({ 1970, 1, 1 }).days == 0);
    CHECK(date_of({ 2000, 3, 1 }).days == 11017);
    CHECK(date_of({ 1969, 12, 31 }).days == -1);
    for (std::int32_t days = -720000; days < 1472000; days += 97) {
        const CivilDate civil = civil_of({ days });
        CHECK(date_of(civil).days == days);
    }
}

TEST_CASE("weekdays: 27 December 2025 is a Saturday, and days before 1970 have one, too")
{
    CHECK(weekday_of(date_of({ 2025, 12, 27 })) == 6);
    CHECK(weekday_of(date_of({ 1970, 1, 1 })) == 4);
    CHECK(weekday_of(date_of({ 1969, 12, 28 })) == 0);
    CHECK(weekday_of(date_of({ 1969, 12, 27 })) == 6);
}

TEST_CASE("dates that do not exist are refused")
{
    CHECK(checked_date(2024, 2, 29).has_value());
    CHECK_FALSE(checked_date(2025, 2, 29).has_value());
    CHECK_FALSE(checked_date(2100, 2, 29).has_value());
    CHECK(checked_date(2000, 2, 29).has_value());
    CHECK_FALSE(checked_date(2025, 4, 31).has_value());
    CHECK_FALSE(checked_date(2025, 0, 1).has_value());
    CHECK_FALSE(checked_date(2025, 13, 1).has_value());
    CHECK_FALSE(checked_date(0, 1, 1).has_value());
    CHECK_FALSE(checked_date(6001, 1, 1).has_value());
}

TEST_CASE("date and time are read in the forms that files have")
{
    struct Row {
        std::string_view text;
        std::string_view wall;
        std::optional<Minutes> offset;
    };
    const Row rows[] = {
        { "2025-12-27T10:30:00+01:00", "2025-12-27T10:30", 60 },
        { "2025-12-27T10:30+0100", "2025-12-27T10:30", 60 },
        { "2025-12-27T10:30:00-05", "2025-12-27T10:30", -300 },
        { "2025-12-27T10:30:00Z", "2025-12-27T10:30", 0 },
        { "2025-12-27T10:30:59.999Z", "2025-12-27T10:30", 0 },
        { "2025-12-27T23:59:60Z", "2025-12-27T23:59", 0 },
        { "2025-12-27T10:30:00+05:45", "2025-12-27T10:30", 345 },
        { "2025-12-27T10:30:00-09:30", "2025-12-27T10:30", -570 },
        { "2012-03-07T13:50", "2012-03-07T13:50", {} },
        { "2012-03-07 13:50", "2012-03-07T13:50", {} },
        { "  2012-03-07T13:50\n", "2012-03-07T13:50", {} },
        { "2025-12-31T24:00:00+01:00", "2026-01-01T00:00", 60 },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto written = parse_date_time(row.text);
        REQUIRE(written.has_value());
        CHECK(format_wall_time(written->wall) == row.wall);
        CHECK(written->offset == row.offset);
    }
}

TEST_CASE("what is no date and time is refused, never guessed")
{
    for (const std::string_view text :
        { "", "2025-12-27", "10:30", "2025-12-27T", "2025-12-27T1030", "2025-12-27T25:00",
            "2025-12-27T24:01", "2025-12-27T10:60", "2025-12-27T10:30:61", "2025-12-27T10:30:00.",
            "2025-12-27T10:30:00+1", "2025-12-27T10:30:00+24:00", "2025-12-27T10:30:00+01:60",
            "2025-12-27T10:30:00 +01:00", "2025-12-27T10:30:00Europe/Berlin", "2025-02-29T10:00",
            "25-12-27T10:30", "2025-1-1T10:00", "99999-01-01T00:00", "-2025-12-27T10:30",
            "2025-12-27T-1:30", "next Friday", "1766827800" }) {
        INFO(text);
        CHECK_FALSE(parse_date_time(text).has_value());
    }
}

TEST_CASE("dates alone")
{
    CHECK(format_date(*parse_date(" 2025-12-27 ")) == "2025-12-27");
    for (const std::string_view text :
        { "", "2025-12-27T10:00", "2025-12", "27.12.2025", "2025-12-32" }) {
        INFO(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("durations may exceed a day, clock times may not")
{
    struct Row {
        std::string_view text;
        std::optional<Minutes> duration;
        std::optional<Minutes> clock;
    };
    const Row rows[] = {
        { "0:30", 30, 30 },
        { "00:30", 30, 30 },
        { "1:05", 65, 65 },
        { "01:30:00", 90, 90 },
        { "24:00", 1440, 1440 },
        { "25:00", 1500, {} },
        { "9999:59", 599999, {} },
        { "99999:00", {}, {} },
        { "0:0", {}, {} },
        { "0:60", {}, {} },
        { ":30", {}, {} },
        { "30", {}, {} },
        { "-1:00", {}, {} },
        { "1:00x", {}, {} },
        { "", {}, {} },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(parse_duration(row.text) == row.duration);
        CHECK(parse_time_of_day(row.text) == row.clock);
    }
}

TEST_CASE("a zone gives the offset that is in force")
{
    const ZoneRules zone = berlin();
    CHECK(zone.offset_at(utc(1999, 1, 1, 0)) == 60);
    CHECK(zone.offset_at(utc(2025, 3, 30, 0, 59)) == 60);
    CHECK(zone.offset_at(utc(2025, 3, 30, 1)) == 120);
    CHECK(zone.offset_at(utc(2025, 10, 26, 0, 59)) == 120);
    CHECK(zone.offset_at(utc(2025, 10, 26, 1)) == 60);
    CHECK(format_wall_time(zone.wall_time(utc(2025, 12, 27, 23, 30))) == "2025-12-28T00:30");
}

TEST_CASE("every wall time outside of a change of the clock leads back to itself")
{
    const ZoneRules zone = berlin();
    for (Instant at = utc(2025, 1, 1, 0); at < utc(2026, 1, 1, 0); at = at + 30) {
        const WallTime wall = zone.wall_time(at);
        const Instant back = zone.instant(wall);
        // In the hour that occurs twice, the first occurrence is meant.
        const bool second = at >= utc(2025, 10, 26, 1) && at < utc(2025, 10, 26, 2);
        CHECK(back == (second ? at - 60 : at));
    }
}

TEST_CASE("a skipped wall time is taken with the offset before the change")
{
    const ZoneRules zone = berlin();
    CHECK(zone.instant({ date_of({ 2025, 3, 30 }), 150 }) == utc(2025, 3, 30, 1, 30));
    CHECK(format_wall_time(zone.wall_time(zone.instant({ date_of({ 2025, 3, 30 }), 150 })))
        == "2025-03-30T03:30");
}

TEST_CASE("without rules, times are as printed")
{
    const ZoneRules none;
    CHECK(none.offset_at(utc(2025, 1, 1, 0)) == 0);
    CHECK(none.instant({ date_of({ 2025, 1, 1 }), 600 }) == utc(2025, 1, 1, 10));
    const ZoneRules fixed = ZoneRules("", { { Instant {}, 330 } });
    CHECK(format_wall_time(fixed.wall_time(utc(2025, 1, 1, 20))) == "2025-01-02T01:30");
}

TEST_CASE("wall times before 1970 have a day and a minute, not a negative clock")
{
    CHECK(format_wall_time(floating_wall_time({ -1 })) == "1969-12-31T23:59");
    CHECK(format_wall_time(floating_wall_time({ -1440 })) == "1969-12-31T00:00");
}

TEST_SUITE_END();
