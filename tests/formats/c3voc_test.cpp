#include "formats/support/imports.h"
#include "support/files.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace hallway;
using test::days_of, test::first_time_of, test::import_file, test::Imported, test::Lines,
    test::paragraphs_of_session, test::session_of, test::skipped_lines, test::times_of;

TEST_SUITE_BEGIN("formats/c3voc");

namespace {

Imported small() { return import_file(test::read_fixture("programs/c3voc-small.json")); }

/// A schedule with one day, 27 December 2025, and `events` in room One.
std::string schedule_with(std::string_view events, std::string_view conference = R"("title": "T")")
{
    return R"({"schedule": {"conference": {)" + std::string(conference)
        + R"(, "days": [{"date": "2025-12-27", "rooms": {"One": [)" + std::string(events)
        + "]}}]}}}";
}

std::string event_at(std::string_view date, std::string_view more = "")
{
    return R"({"guid": ")" + std::string(date) + R"(", "title": "E", "duration": "1:00", "date": ")"
        + std::string(date) + "\"" + std::string(more) + "}";
}

/// Occurrences that start on the calendar day after their event day.
std::ptrdiff_t count_after_midnight(const Program& program)
{
    const auto occurrences = program.occurrences();
    return std::count_if(
        occurrences.begin(), occurrences.end(), [&](const pack::OccurrenceRecord& o) {
            return program.wall_time(o.start).date.days == program.days()[o.day].date + 1;
        });
}

} // namespace

TEST_CASE("39C3 has 895 sessions on 4 days, 46 of them after midnight under the evening before")
{
    const auto file = test::find_shared_file("programs/39c3-2025.c3voc.json");
    if (!file) return test::skip("no ../shared/programs");
    const Imported imported = import_file(*file);
    const Program& program = imported.program;
    CHECK(program.occurrences().size() == 895);
    CHECK(imported.report.session_count == 895);
    CHECK(imported.report.occurrence_count == 895);
    CHECK(imported.report.unknown_field_count == 0);
    CHECK(skipped_lines(imported.report) == Lines {});
    CHECK(days_of(program) == Lines { "2025-12-27", "2025-12-28", "2025-12-29", "2025-12-30" });
    CHECK(count_after_midnight(program) == 46);
    CHECK(program.conference().day_boundary == 6 * 60);
    CHECK(program.text(program.conference().title) == "39th Chaos Communications Congress");
    CHECK(program.text(program.conference().key) == "39c3");
    CHECK(program.text(program.conference().version) == "1.1 2025-12-27 20:22");
    CHECK(program.zone().name() == "Europe/Berlin");
    CHECK(program.text(program.rooms()[0].name) == "One");
    CHECK(program.rooms()[0].capacity == 3025);
    CHECK(program.rooms().size() == 58);
    CHECK(program.tracks().size() == 9);
    CHECK(program.people().size() == 709);
    CHECK(
        format_wall_time(program.wall_time(program.occurrences()[0].start)) == "2025-12-27T10:30");
}

TEST_CASE("39C3: slots of one code are no repeats, daily ones are a series")
{
    const auto file = test::find_shared_file("programs/39c3-2025.c3voc.json");
    if (!file) return test::skip("no ../shared/programs");
    const Imported imported = import_file(*file);
    const Program& program = imported.program;
    const auto again_of = [&](std::string_view title) {
        for (const auto& session : program.sessions())
            if (program.text(session.title) == title) return session.again;
        stop("no such title");
    };
    CHECK(again_of("Digital Rights Communities Meetup") == pack::Again::Once);
    CHECK(again_of("Long Term Support bei Jugend hackt - Infos") == pack::Again::Once);
    CHECK(again_of("Daily Tech Talk: CADUS Academy – Building an Open Learning Platform")
        == pack::Again::Repeat);
    CHECK(again_of("Spieleprogrammieren mit PyGame") == pack::Again::Repeat);
    CHECK(again_of("WASH-Sprechstunde") == pack::Again::Once);
}

TEST_CASE("33C3 has 573 sessions, though four guids stand in two rooms, and times as printed")
{
    const auto file = test::find_shared_file("programs/33c3-2016.c3voc.json");
    if (!file) return test::skip("no ../shared/programs");
    const Imported imported = import_file(*file);
    const Program& program = imported.program;
    CHECK(program.occurrences().size() == 573);
    CHECK(program.sessions().size() == 569);
    CHECK(program.zone().name().empty());
    CHECK(days_of(program) == Lines { "2016-12-27", "2016-12-28", "2016-12-29", "2016-12-30" });
    CHECK(
        format_wall_time(program.wall_time(program.occurrences()[0].start)) == "2016-12-27T10:00");
    CHECK(program.occurrences()[0].start
        == floating_instant({ date_of({ 2016, 12, 27 }), 9 * 60 }).minutes);
    CHECK(times_of(program, "31943e72-df2b-583b-b48a-4ff2e0d71c68")
        == Lines { "2016-12-28T02:00-03:00 Hall A.1", "2016-12-28T02:00-03:00 Hall 13-14" });
    CHECK(session_of(program, "31943e72-df2b-583b-b48a-4ff2e0d71c68").again == pack::Again::Once);
    CHECK(program.people().size() == 512); // the id 0 has 225 names
    std::int32_t longest = 0;
    for (const auto& occurrence : program.occurrences())
        longest = std::max(longest, occurrence.end - occurrence.start);
    CHECK(longest == 25 * 60);
    const auto& skipped = imported.report.skipped;
    CHECK(std::all_of(skipped.begin(), skipped.end(),
        [](const SkippedEntry& entry) { return entry.reason == SkipReason::UnsafeLink; }));
}

TEST_CASE("the conference, its rooms and its tracks")
{
    const Imported imported = small();
    const Program& program = imported.program;
    const auto& conference = program.conference();
    CHECK(program.text(conference.key) == "night25");
    CHECK(program.text(conference.title) == "Night of the Examples");
    CHECK(program.text(conference.version) == "2, with the late shows");
    CHECK(format_date({ conference.first_day }) == "2025-12-27");
    CHECK(format_date({ conference.last_day }) == "2025-12-28"); // its `end` is not believed
    REQUIRE(program.rooms().size() == 3);
    // In the order of the days, as schedule.xml has them.
    CHECK(program.text(program.rooms()[0].name) == "Two");
    CHECK(program.text(program.rooms()[1].key) == "room-one");
    CHECK(program.text(program.rooms()[1].directions) == "Up the stairs");
    CHECK(program.rooms()[1].capacity == 300);
    CHECK(program.text(program.rooms()[2].name) == "Empty");
    REQUIRE(program.tracks().size() == 1);
    CHECK(program.tracks()[0].color == 0xFFA4A300);
    CHECK(imported.report.session_count == program.sessions().size());
    CHECK(imported.report.unknown_field_count == 1); // "generator" at the top
}

TEST_CASE("an event's fields")
{
    const Imported imported = small();
    const Program& program = imported.program;
    const auto& opening = session_of(program, "opening");
    CHECK(times_of(program, "opening")
        == Lines { "2025-12-27T10:30-11:00 One", "2025-12-28T10:30-11:00 One" });
    CHECK(opening.again == pack::Again::Repeat);
    CHECK(program.text(opening.language) == "de, en-us");
    CHECK(program.text(opening.kind_name) == "Talk");
    CHECK(program.text(opening.url) == "https://example.org/night/opening/");
    CHECK(opening.recorded == pack::Tristate::No);
    CHECK(paragraphs_of_session(program, "opening") == Lines { "We begin.", "On time." });

    Lines people;
    for (const auto person : program.people_of(opening))
        people.emplace_back(program.text(program.people()[person].name));
    CHECK(people == Lines { "Ada", "Bo", "Cy" });
    const auto& ada = program.people()[program.people_of(opening)[0]];
    CHECK(program.blocks(ada.biography).size() == 2);
    CHECK(program.links(ada.links).size() == 1);

    Lines links;
    for (const auto& link : program.links(opening.links))
        links.push_back(
            std::string(program.text(link.title)) + " " + std::string(program.text(link.url)));
    CHECK(links
        == Lines { "Slides https://example.org/slides", " https://www.example.org/page",
            "Sheet https://example.org/media/a%20b.pdf" });
}

TEST_CASE("keys are guid, else code, else id")
{
    const Imported imported = small();
    const Program& program = imported.program;
    CHECK(program.text(session_of(program, "7").title) == "CANCELLED! Late show");
    CHECK(program.text(session_of(program, "UTC1").title) == "In UTC");
    CHECK_FALSE(program.find_session("OPEN11").has_value());
}

TEST_CASE(
    "times: night under the evening before, other offsets, ends, clocks, lengths beyond a day")
{
    const Imported imported = small();
    const Program& program = imported.program;
    CHECK(program.conference().day_boundary == 6 * 60);
    CHECK(days_of(program) == Lines { "2025-12-27", "2025-12-28" });
    CHECK(count_after_midnight(program) == 2);
    CHECK(times_of(program, "7") == Lines { "2025-12-28T00:15-01:15 One" });
    const auto& late = first_time_of(program, "7");
    CHECK(late.end - late.start == 25 * 60);
    CHECK(late.flags == pack::OccurrenceCancelled);
    CHECK(times_of(program, "UTC1") == Lines { "2025-12-27T21:00-22:00 One" });
    CHECK(times_of(program, "no-start") == Lines {});
    CHECK(times_of(program, "bad-start") == Lines {});
    CHECK(times_of(program, "bad-length") == Lines { "2025-12-27T13:00-14:00 One" });
    CHECK(times_of(program, "no-length") == Lines { "2025-12-27T14:00-15:00 One" });
    CHECK(times_of(program, "by-end") == Lines { "2025-12-27T15:00-15:50 One" });
    CHECK(times_of(program, "clock-only") == Lines { "2025-12-28T01:30-02:00 One" });
    CHECK(times_of(program, "date-and-clock") == Lines { "2025-12-27T16:00-16:45 One" });
    CHECK(times_of(program, "nowhere") == Lines { "2025-12-28T13:00-14:00" });
    CHECK(times_of(program, "lunch1") == Lines { "2025-12-28T12:00-13:00 One+Two" });
    for (const char* key : { "bad-length", "no-length" })
        CHECK(first_time_of(program, key).flags == pack::OccurrenceEndMissing);
    CHECK(session_of(program, "UTC1").recorded == pack::Tristate::Yes);
    CHECK(session_of(program, "7").recorded == pack::Tristate::Unknown);
}

TEST_CASE("what is left out is told with its field and line")
{
    CHECK(skipped_lines(small().report)
        == Lines {
            "NoTitle  @schedule.conference.days[0].rooms.One[2]:64",
            "BadTime  @schedule.conference.days[0].rooms.One[4].date:66",
            "BadDuration Bad length @schedule.conference.days[0].rooms.One[5].duration:67",
            "UnsafeLink Cy @schedule.conference.days[0].rooms.Two[0].persons:29",
            "UnsafeLink Opening @schedule.conference.days[0].rooms.Two[0].links:29",
            "Duplicate Opening @schedule.conference.days[0].rooms.Two[1]:58",
        });
}

TEST_CASE("the stated end of the days is the boundary, where it can be one")
{
    struct Row {
        const char* what;
        const char* day_end;
        const char* starts[3];
        Minutes boundary;
    };
    const Row rows[] = {
        { "after midnight", "2025-12-28T06:00:00+01:00", { "27T10:00", "27T20:00", "28T05:30" },
            360 },
        { "one minute short of it", "2025-12-28T03:59:00+01:00",
            { "27T10:00", "27T20:00", "28T03:00" }, 240 },
        { "midnight", "2025-12-28T00:00:00+01:00", { "27T10:00", "27T20:00", "27T23:00" }, 0 },
        { "23:59", "2025-12-27T23:59:00+01:00", { "27T10:00", "27T20:00", "27T23:00" }, 0 },
        { "in the evening: no boundary", "2025-12-27T18:00:00+01:00",
            { "27T10:00", "27T16:00", "27T17:00" }, 90 },
        { "next noon and later: no boundary", "2025-12-28T13:00:00+01:00",
            { "27T10:00", "27T16:00", "27T17:00" }, 90 },
        { "against the file's own days", "2025-12-28T11:00:00+01:00",
            { "27T10:00", "27T16:00", "27T17:00" }, 90 },
        { "two days later: no boundary", "2025-12-29T04:00:00+01:00",
            { "27T10:00", "27T16:00", "27T17:00" }, 90 },
        { "not a time", "late", { "27T10:00", "27T16:00", "27T17:00" }, 90 },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        std::string events;
        for (const char* start : row.starts)
            events += (events.empty() ? "" : ",")
                + event_at("2025-12-" + std::string(start) + ":00+01:00");
        const std::string file =
            R"({"schedule": {"conference": {"title": "T", "days": [
                {"date": "2025-12-27", "day_end": ")"
            + std::string(row.day_end) + R"(", "rooms": {"One": [)" + events + "]}}]}}}";
        CHECK(import_file(file).program.conference().day_boundary == row.boundary);
    }
}

TEST_CASE("without a zone, times show as printed and instants are right")
{
    const std::string events =
        event_at("2025-12-27T10:00:00+05:30") + "," + event_at("2026-06-27T10:00:00+01:00");
    const Imported imported = import_file(schedule_with(events));
    const Program& program = imported.program;
    CHECK(program.zone().name().empty());
    CHECK(times_of(program, "2025-12-27T10:00:00+05:30") == Lines { "2025-12-27T10:00-11:00 One" });
    CHECK(times_of(program, "2026-06-27T10:00:00+01:00") == Lines { "2026-06-27T10:00-11:00 One" });
    CHECK(program.occurrences()[1].start - program.occurrences()[0].start == (182 * 24 * 60) + 270);
}

TEST_CASE("an unknown zone is told, and times show as printed")
{
    const std::string conference = "\"title\": \"T\",\n \"time_zone_name\": \"Mars/Olympus_Mons\"";
    for (const char* start : { "2025-12-27T10:00:00+01:00", "2025-12-27T10:00:00" }) {
        const Imported imported = import_file(schedule_with(event_at(start), conference));
        CHECK(imported.program.zone().name().empty());
        CHECK(times_of(imported.program, start) == Lines { "2025-12-27T10:00-11:00 One" });
        CHECK(skipped_lines(imported.report)
            == Lines { "UnknownRef Mars/Olympus_Mons @schedule.conference.time_zone_name:2" });
    }
}

TEST_CASE("without offsets, the zone's rules hold, also in summer")
{
    const Imported imported = import_file(
        schedule_with(event_at("2025-12-27T10:00:00") + "," + event_at("2025-07-01T10:00:00"),
            R"("title": "T", "time_zone_name": "Europe/Berlin")"));
    const Program& program = imported.program;
    CHECK(program.occurrences()[0].start
        == floating_instant({ date_of({ 2025, 7, 1 }), 8 * 60 }).minutes);
    CHECK(program.occurrences()[1].start
        == floating_instant({ date_of({ 2025, 12, 27 }), 9 * 60 }).minutes);
}

TEST_CASE("a stray date far away does not spoil the zone of all others")
{
    std::string events = event_at("1971-01-01T10:00:00");
    for (int hour = 10; hour < 20; ++hour)
        events += "," + event_at("2025-07-01T" + std::to_string(hour) + ":00:00");
    const Imported imported =
        import_file(schedule_with(events, R"("title": "T", "time_zone_name": "Europe/Berlin")"));
    CHECK(imported.program.occurrences()[1].start
        == floating_instant({ date_of({ 2025, 7, 1 }), 8 * 60 }).minutes);
}

TEST_CASE("the order of the keys does not matter")
{
    const Imported imported = import_file(R"({"schedule": {"conference": {
        "days": [{"rooms": {"B": [
                     {"title": "E", "guid": "e", "start": "10:00", "duration": "1:00",
                      "links": ["/x"]}]},
                  "date": "2025-12-27"}],
        "rooms": [{"capacity": 9, "name": "B"}],
        "time_zone_name": "Asia/Kolkata", "title": "T"}, "base_url": "https://example.org/"}})");
    const Program& program = imported.program;
    CHECK(times_of(program, "e") == Lines { "2025-12-27T10:00-11:00 B" });
    CHECK(program.occurrences()[0].start
        == floating_instant({ date_of({ 2025, 12, 27 }), 270 }).minutes);
    CHECK(program.text(program.links(session_of(program, "e").links)[0].url)
        == "https://example.org/x");
}

TEST_CASE("texts: description after abstract, never the same twice")
{
    struct Row {
        const char* abstract;
        const char* description;
        Lines paragraphs;
    };
    const Row rows[] = {
        { "A.", "B.", { "A.", "B." } },
        { "A.", "", { "A." } },
        { "", "B.", { "B." } },
        { "A.", "A.", { "A." } },
        { "A.", "A.\\n\\nB.", { "A.", "B." } },
        { "A.", "A. And more.", { "A. And more." } },
        { "A.\\n\\nB.", "A.\\n\\nB.\\n\\nC.", { "A.", "B.", "C." } },
        { "<p>A &amp; B</p><script>x()</script>", "*as it is*", { "A & B", "*as it is*" } },
    };
    for (const Row& row : rows) {
        INFO(row.description);
        const std::string more = R"(, "abstract": ")" + std::string(row.abstract)
            + R"(", "description": ")" + row.description + "\"";
        const Imported imported =
            import_file(schedule_with(event_at("2025-12-27T10:00:00Z", more)));
        CHECK(paragraphs_of_session(imported.program, "2025-12-27T10:00:00Z") == row.paragraphs);
    }
}

TEST_CASE("a schedule without events or name is refused, with the field")
{
    CHECK(test::error_of(schedule_with("")).code == ErrorCode::FieldMissing);
    CHECK(test::error_of(schedule_with("")).detail == "schedule.conference.days");
    const Error error = test::error_of(R"({"schedule": {"conference": {"days": []}}})");
    CHECK(error.code == ErrorCode::FieldMissing);
    CHECK(error.detail == "schedule.conference.title");
}

TEST_SUITE_END();
