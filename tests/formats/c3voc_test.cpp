#include "formats/import.h"

#include "host/headless/zones.h"
#include "program/program.h"
#include "support/files.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace hallway;

TEST_SUITE_BEGIN("formats/c3voc");

namespace {

struct Imported {
    Program program;
    ImportReport report;
};

Imported import(std::string_view file)
{
    auto result = import_program(file, SystemZones {});
    if (!result.has_value()) {
        const Error& error = result.error();
        MESSAGE("error " << static_cast<int>(error.code) << " " << error.detail << " line " << error.line.value_or(0));
    }
    auto program = Program::open(std::make_shared<const Bytes>(std::move(result->pack)));
    return { std::move(program.value()), result->report };
}

/// Occurrences that start on the calendar day after their event day.
std::ptrdiff_t count_after_midnight(const Program& program)
{
    const auto occurrences = program.occurrences();
    return std::count_if(occurrences.begin(), occurrences.end(), [&](const pack::OccurrenceRecord& o) {
        return program.wall_time(o.start).date.days == program.days()[o.day].date + 1;
    });
}

std::vector<std::string> dates_of(const Program& program)
{
    std::vector<std::string> dates;
    for (const auto& day : program.days())
        dates.push_back(format_date({ day.date }));
    return dates;
}

} // namespace

TEST_CASE("39C3 has 895 sessions on 4 days, 46 of them after midnight under the evening before")
{
    const auto file = test::find_shared_file("programs/39c3-2025.c3voc.json");
    if (!file) return test::skip("no ../shared/programs");
    const Imported imported = import(*file);
    const Program& program = imported.program;
    CHECK(program.occurrences().size() == 895);
    CHECK(imported.report.occurrence_count == 895);
    CHECK(imported.report.format == "c3voc schedule.json");
    CHECK(imported.report.unknown_field_count == 0);
    CHECK(dates_of(program)
        == std::vector<std::string> { "2025-12-27", "2025-12-28", "2025-12-29", "2025-12-30" });
    CHECK(count_after_midnight(program) == 46);
    CHECK(program.text(program.conference().title) == "39th Chaos Communications Congress");
    CHECK(program.text(program.conference().key) == "39c3");
    CHECK(program.zone().name() == "Europe/Berlin");
    CHECK(program.conference().day_boundary == 6 * 60);
    CHECK(program.text(program.rooms()[0].name) == "One");
    CHECK(program.rooms()[0].capacity == 3025);
    CHECK(program.rooms().size() == 58);
    CHECK(program.people().size() == 709);
    CHECK(format_wall_time(program.wall_time(program.occurrences()[0].start)) == "2025-12-27T10:30");
    for (const SkippedEntry& entry : imported.report.skipped)
        MESSAGE(static_cast<int>(entry.reason) << " " << entry.entry << " " << entry.field << " "
                                               << entry.line.value_or(0));
    CHECK(imported.report.skipped_count == 0);
}

TEST_CASE("33C3 has 573 sessions, though four share a guid with another room, and times as printed")
{
    const auto file = test::find_shared_file("programs/33c3-2016.c3voc.json");
    if (!file) return test::skip("no ../shared/programs");
    const Imported imported = import(*file);
    const Program& program = imported.program;
    CHECK(program.occurrences().size() == 573);
    CHECK(program.sessions().size() == 569);
    CHECK(program.zone().name().empty());
    CHECK(dates_of(program)
        == std::vector<std::string> { "2016-12-27", "2016-12-28", "2016-12-29", "2016-12-30" });
    CHECK(format_wall_time(program.wall_time(program.occurrences()[0].start)) == "2016-12-27T10:00");
    CHECK(program.occurrences()[0].start == floating_instant({ date_of({ 2016, 12, 27 }), 9 * 60 }).minutes);

    const auto soldering = program.find_session("31943e72-df2b-583b-b48a-4ff2e0d71c68");
    REQUIRE(soldering.has_value());
    CHECK(program.occurrences_of(program.session(*soldering)).size() == 2);
    std::int32_t longest = 0;
    for (const auto& occurrence : program.occurrences())
        longest = std::max(longest, occurrence.end - occurrence.start);
    CHECK(longest == 25 * 60);
    for (const SkippedEntry& entry : imported.report.skipped)
        if (entry.reason != SkipReason::UnsafeLink)
            MESSAGE(static_cast<int>(entry.reason) << " " << entry.entry << " " << entry.field << " "
                                                   << entry.line.value_or(0));
}

TEST_SUITE_END();
