#include "formats/page_times.h"

#include <doctest/doctest.h>

#include <string>

using namespace hallway;

TEST_SUITE_BEGIN("formats/page_times");

namespace {

std::string clock_text(Minutes minutes)
{
    const auto two = [](Minutes number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return two(minutes / 60) + ':' + two(minutes % 60);
}

/// "Wed 2012-3-7 13:50-14:50", without what is not there.
std::string text_of(const PageTime& time)
{
    constexpr const char* weekdays[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
    std::string text;
    const auto add = [&text](const std::string& part) {
        if (!text.empty()) text += ' ';
        text += part;
    };
    if (time.weekday) add(weekdays[*time.weekday]);
    if (time.day)
        add((time.year ? std::to_string(*time.year) + '-' : "") + std::to_string(*time.month) + '-'
            + std::to_string(*time.day));
    if (time.start)
        add(clock_text(*time.start) + (time.end ? '-' + clock_text(*time.end) : std::string()));
    return text;
}

std::string text_of(const std::optional<DaySpan>& span)
{
    return span ? format_date(span->first) + ' ' + format_date(span->last) : "none";
}

} // namespace

TEST_CASE("times as pages write them")
{
    struct Row {
        const char* written;
        const char* read;
    };
    const Row rows[] = {
        { "Wednesday 13:50 - 14:50", "Wed 13:50-14:50" },
        { "Wed, 13.50–14.50", "Wed 13:50-14:50" },
        { "WEDNESDAY 9:00", "Wed 09:00" },
        { "13h50 to 14h", "13:50-14:00" },
        { "9:30 a.m. – 10:15 a.m.", "09:30-10:15" },
        { "1:30 – 3 p.m.", "13:30-15:00" },
        { "11:00 - 1:00 pm", "11:00-13:00" },
        { "11 am - 1:30", "11:00-13:30" },
        { "9 - 10 am", "09:00-10:00" },
        { "9-10", "" },
        { "12 am - 12 pm", "00:00-12:00" },
        { "noon - 1pm", "12:00-13:00" },
        { "11 pm — 12:30 am", "23:00-24:30" },
        { "23:30 − 00:30", "23:30-24:30" },
        { "20:00-24:00", "20:00-24:00" },
        { "24:00", "" },
        { "25:00", "" },
        { "13:60", "" },
        { "13 pm", "" },
        { "09:00:00-10:00:00", "09:00-10:00" },
        { "Wednesday 7 March 2012, 13:50", "Wed 2012-3-7 13:50" },
        { "March 7th, 9:30 am", "3-7 09:30" },
        { "Fri Sept 9 at 9:30", "Fri 9-9 09:30" },
        { "March, 9:30", "09:30" },
        { "2012-03-07 13:50 - 14:50", "2012-3-7 13:50-14:50" },
        { "2012-03-07T13:50", "2012-3-7 13:50" },
        { "7.3.2012 13.50", "2012-3-7 13:50" },
        { "7/3/2012", "" },
        { "Room 5, 10:00", "10:00" },
        { "10:00 - late", "10:00" },
        { "99999999999999999999:00", "" },
        { "", "" },
        { "after lunch", "" },
        { "\xE2\x80", "" },
    };
    for (const Row& row : rows) {
        INFO(row.written);
        CHECK(text_of(read_page_time(row.written)) == row.read);
    }
}

TEST_CASE("the days of a conference in a text")
{
    struct Row {
        const char* text;
        const char* span;
    };
    const Row rows[] = {
        { "London, 7-9 March 2012.", "2012-03-07 2012-03-09" },
        { "on 28–30 Sept 2011 in Baltimore", "2011-09-28 2011-09-30" },
        { "March 7th to 9th, 2012", "2012-03-07 2012-03-09" },
        { "30 September - 2 October 2012", "2012-09-30 2012-10-02" },
        { "December 31 to January 2, 2013", "2012-12-31 2013-01-02" },
        { "the 9th of March 2012", "2012-03-09 2012-03-09" },
        { "since 2004, and on 9 March 2012", "2012-03-09 2012-03-09" },
        { "31-32 March 2012", "none" },
        { "30-31 February 2012", "none" },
        { "9-7 March 2012", "none" },
        { "1 March - 30 May 2012", "none" },
        { "99999-3-7", "none" },
        { "March 2012", "none" },
        { "7-9 March", "none" },
        { "", "none" },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(text_of(find_day_span(row.text)) == row.span);
    }
}

TEST_CASE("a year is a number of four digits")
{
    CHECK(find_year("QCon London 2012, 1,200 people") == 2012);
    CHECK(find_year("room 1024, 20120 seats, 2499") == std::nullopt);
}

TEST_SUITE_END();
