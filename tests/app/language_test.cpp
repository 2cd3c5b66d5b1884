#include <doctest/doctest.h>

#include "app/support/world.h"
#include "support/files.h"

using namespace hallway;

TEST_SUITE("app/language")
{
    TEST_CASE("placeholders are filled by name, and their values are not filled again")
    {
        CHECK(fill("{a} and {b}", { { "a", "{b}" }, { "b", "2" } }) == "{b} and 2");
        CHECK(fill("{unknown} stays, {open", { { "a", "1" } }) == "{unknown} stays, {open");
        CHECK(fill("", {}).empty());
    }

    TEST_CASE("English has one and other")
    {
        const Language language = test::english();
        CHECK(language.plural(Text::FoundSessions, 1) == "1 session found");
        CHECK(language.plural(Text::FoundSessions, 0) == "0 sessions found");
        CHECK(language.plural(Text::FoundSessions, 21) == "21 sessions found");
        CHECK(language.plural(Text::FoundSessions, 1'000'000) == "1000000 sessions found");
    }

    TEST_CASE("days, times and lengths are written as the design says")
    {
        const Language language = test::english();
        const Date day = date_of({ 2026, 1, 31 });
        CHECK(language.day_brief(day) == "Sat 31");
        CHECK(language.day_short(day) == "Sat 31 Jan");
        CHECK(language.day_long(day) == "Saturday 31 January");
        CHECK(language.time({ day, 65 }) == "01:05");
        CHECK(language.length(50) == "50 min");
        CHECK(language.length(120) == "120 min");
        CHECK(language.length(180) == "3 h");
        CHECK(language.length(210) == "3 h 30 min");
    }

    TEST_CASE("on a scale of 12 hours the full hours say the half of the day")
    {
        Language language = test::english();
        const Date day = date_of({ 2026, 1, 31 });
        CHECK(language.time_brief({ day, 9 * 60 }) == "09:00");
        language.set_clock(Language::Clock::Hours12);
        CHECK(language.time_brief({ day, 9 * 60 }) == "9\u00a0am");
        CHECK(language.time_brief({ day, 12 * 60 }) == "12\u00a0pm");
        CHECK(language.time_brief({ day, 13 * 60 + 5 }) == "1:05");
    }

    TEST_CASE("a language file of another build, a cut one and a damaged one are refused")
    {
        std::string file = *test::find_file(test::built_path("generated/languages/en.bin"));
        for (std::size_t size = 0; size < file.size(); size += 7)
            CHECK_FALSE(Language::read(bytes_of(std::string_view(file).substr(0, size))));
        std::string other_keys = file;
        other_keys[8] = static_cast<char>(other_keys[8] + 1);
        CHECK(Language::read(bytes_of(other_keys)).error().code == ErrorCode::PackVersion);
        file[0] = 'X';
        CHECK(Language::read(bytes_of(file)).error().code == ErrorCode::PackDamaged);
    }
}
