#include "program/event_days.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace hallway;

TEST_SUITE_BEGIN("program/event_days");

namespace {

std::vector<Minutes> clocks(std::initializer_list<const char*> texts)
{
    std::vector<Minutes> minutes;
    for (const char* text : texts) minutes.push_back(*parse_time_of_day(text));
    return minutes;
}

} // namespace

TEST_CASE("the boundary is the middle of the longest span in which nothing starts, at night")
{
    struct Row {
        const char* what;
        std::vector<Minutes> starts;
        Minutes boundary;
    };
    const Row rows[] = {
        { "nothing at all", {}, 4 * 60 },
        { "an ordinary day", clocks({ "09:00", "10:00", "17:00" }), 60 },
        { "a party after midnight", clocks({ "10:00", "20:00", "00:15", "02:00" }), 6 * 60 },
        { "one session", clocks({ "14:00" }), 2 * 60 },
        { "early birds", clocks({ "05:00", "06:00", "16:00" }), 0 },
        { "at midnight only", clocks({ "00:00" }), 4 * 60 },
        { "from evening to morning", clocks({ "18:00", "22:00", "02:00", "06:00", "08:00" }),
            12 * 60 },
        { "every hour",
            clocks({ "00:00", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00", "07:00",
                "08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00",
                "17:00", "18:00", "19:00", "20:00", "21:00", "22:00", "23:00" }),
            30 },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(find_day_boundary(row.starts) == row.boundary);
    }
}

TEST_CASE("the boundary never lies behind a start that it should precede")
{
    for (Minutes first = 0; first < minutes_per_day; first += 7) {
        for (Minutes length = 0; length < minutes_per_day; length += 31) {
            std::vector<Minutes> starts;
            for (Minutes at = 0; at <= length; at += 13)
                starts.push_back((first + at) % minutes_per_day);
            const Minutes boundary = find_day_boundary(starts);
            CHECK(boundary >= 0);
            CHECK(boundary <= 12 * 60);
        }
    }
}

TEST_CASE("a start at the boundary belongs to the new day, one before it to the old")
{
    const Date day = date_of({ 2025, 12, 28 });
    CHECK(event_day({ day, 6 * 60 }, 6 * 60) == day);
    CHECK(event_day({ day, 6 * 60 - 1 }, 6 * 60).days == day.days - 1);
    CHECK(event_day({ day, 0 }, 0) == day);
}

TEST_SUITE_END();
