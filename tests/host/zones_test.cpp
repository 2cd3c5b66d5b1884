#include "host/headless/zones.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace hallway;

TEST_SUITE_BEGIN("host/zones");

namespace {

Instant utc(std::int32_t year, std::int32_t month, std::int32_t day, int hour, int minute = 0)
{
    return floating_instant({ date_of({ year, month, day }), hour * 60 + minute });
}

} // namespace

TEST_CASE("the system's rules have each change of the clock, to the minute")
{
    struct Row {
        const char* zone;
        std::int32_t year;
        std::vector<ZoneRules::Transition>
            transitions; ///< the first one's time is the start of the year
    };
    const Row rows[] = {
        { "Europe/Berlin", 2025,
            { { {}, 60 }, { utc(2025, 3, 30, 1), 120 }, { utc(2025, 10, 26, 1), 60 } } },
        { "America/New_York", 2012,
            { { {}, -300 }, { utc(2012, 3, 11, 7), -240 }, { utc(2012, 11, 4, 6), -300 } } },
        { "Australia/Lord_Howe", 2026,
            { { {}, 660 }, { utc(2026, 4, 4, 15), 630 }, { utc(2026, 10, 3, 15, 30), 660 } } },
        { "Africa/Casablanca", 2025,
            { { {}, 60 }, { utc(2025, 2, 23, 2), 0 }, { utc(2025, 4, 6, 2), 60 } } },
        { "Asia/Kolkata", 2025, { { {}, 330 } } },
        // The day that Samoa left out.
        { "Pacific/Apia", 2011,
            { { {}, -600 }, { utc(2011, 4, 2, 14), -660 }, { utc(2011, 9, 24, 14), -600 },
                { utc(2011, 12, 30, 10), 840 } } },
    };
    for (const Row& row : rows) {
        INFO(std::string(row.zone));
        const auto rules = SystemZones().rules(row.zone, row.year, row.year);
        REQUIRE(rules.has_value());
        CHECK(rules->name() == row.zone);
        REQUIRE(rules->transitions().size() == row.transitions.size());
        for (std::size_t i = 0; i < row.transitions.size(); ++i) {
            CHECK(rules->transitions()[i].offset == row.transitions[i].offset);
            if (i > 0) CHECK(rules->transitions()[i].at == row.transitions[i].at);
        }
    }
}

TEST_CASE("names that are no zone are refused, and lead to no other file")
{
    for (const std::string_view name :
        { "", "Mars/Olympus_Mons", "Europe/Berlin ", "../../../etc/passwd", "/etc/localtime",
            "Europe/../Europe/Berlin", "Europe", "Europe/Berlin\n", "CET-1CEST" }) {
        INFO(std::string(name));
        const auto rules = SystemZones().rules(name, 2025, 2025);
        REQUIRE_FALSE(rules.has_value());
        CHECK(rules.error().code == ErrorCode::ZoneUnknown);
        CHECK(rules.error().detail == name);
    }
}

TEST_CASE("asking for a zone leaves the environment as it was")
{
    const char* before = std::getenv("TZ");
    const std::string value = before ? before : "(none)";
    (void)SystemZones().rules("Asia/Tokyo", 2025, 2025);
    const char* after = std::getenv("TZ");
    CHECK((after ? after : "(none)") == value);
}

TEST_SUITE_END();
