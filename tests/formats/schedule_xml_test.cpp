#include "formats/support/imports.h"
#include "formats/support/program_lines.h"
#include "support/files.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <span>

using namespace hallway;
using test::days_of, test::error_of, test::first_time_of, test::import_file, test::Imported,
    test::Lines, test::links_of, test::names_of, test::paragraphs_of_session, test::session_of,
    test::skipped_lines, test::times_of;

TEST_SUITE_BEGIN("formats/schedule_xml");

namespace {

Imported fixture(std::string_view name)
{
    return import_file(test::read_fixture("programs/schedule-" + std::string(name) + ".xml"));
}

std::string schedule_with(std::string_view days)
{
    return "<schedule><conference><title>T</title></conference>" + std::string(days)
        + "</schedule>";
}

std::string event_with(std::string_view content)
{
    return schedule_with("<day date=\"2027-01-01\"><room name=\"A\"><event guid=\"e\">"
                         "<date>2027-01-01T10:00:00+01:00</date><title>E</title>"
        + std::string(content) + "</event></room></day>");
}

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

struct Refusal {
    const char* what;
    std::string file;
    ErrorCode code;
    std::uint32_t line;
    const char* field;
};

void check_refusals(std::span<const Refusal> rows)
{
    for (const Refusal& row : rows) {
        INFO(row.what);
        const Error error = error_of(row.file);
        CHECK(error.code == row.code);
        CHECK(error.line.value_or(0) == row.line);
        CHECK(error.detail == row.field);
    }
}

/// Sessions that start on the calendar day after their event day.
std::ptrdiff_t count_after_midnight(const Program& program)
{
    const auto occurrences = program.occurrences();
    return std::count_if(
        occurrences.begin(), occurrences.end(), [&](const pack::OccurrenceRecord& o) {
            return program.wall_time(o.start).date.days == program.days()[o.day].date + 1;
        });
}

/// Words that only tags and references have, in any abstract or biography.
std::size_t count_markup(const Program& program)
{
    std::size_t count = 0;
    const auto look = [&](pack::Range range) {
        for (const auto& block : program.blocks(range))
            for (const std::string_view mark : { "<p>", "</p", "</a", "<br", "<a ", "<li>", "<ul>",
                     "<em>", "&amp;", "&lt;", "&#", "&quot;" })
                if (program.text(block.text).find(mark) != std::string_view::npos) ++count;
    };
    for (const auto& session : program.sessions()) look(session.abstract);
    for (const auto& person : program.people()) look(person.biography);
    return count;
}

} // namespace

TEST_CASE(
    "FOSDEM 2026 has 883 sessions on 2 days, biographies apart from the events, own links first")
{
    const auto file = test::find_shared_file("programs/fosdem-2026.frab.xml");
    if (!file) return test::skip("no ../shared/programs");
    const Imported imported = import_file(*file);
    const Program& program = imported.program;
    CHECK(program.sessions().size() == 883);
    CHECK(program.occurrences().size() == 883);
    CHECK(skipped_lines(imported.report) == Lines {});
    CHECK(imported.report.unknown_field_count == 0);
    CHECK(days_of(program) == Lines { "2026-01-31", "2026-02-01" });
    CHECK(program.days()[0].occurrence_count == 484);
    CHECK(program.conference().day_boundary == 9 * 60);
    CHECK(program.zone().name() == "Europe/Brussels");
    CHECK(program.text(program.conference().city) == "Brussels");
    CHECK(program.rooms().size() == 30);
    CHECK(program.tracks().size() == 70);
    CHECK(program.people().size() == 927);
    const auto people = program.people();
    CHECK(std::count_if(people.begin(), people.end(), [](const pack::PersonRecord& person) {
        return person.biography.count > 0;
    }) == 699);
    CHECK(links_of(program, "2bc8a0e3-7707-59be-8653-261881ac1bab")
        == Lines { "Chat room(web) https://chat.fosdem.org/#/room/#2026-energy:fosdem.org",
            "Chat room(app) "
            "https://matrix.to/#/"
            "#2026-energy:fosdem.org?web-instance[element.io]=chat.fosdem.org" });
    CHECK(count_markup(program) == 0);
}

TEST_CASE("FOSDEM 2012 has 442 sessions without a zone, and 430 people by name")
{
    const auto file = test::find_shared_file("programs/fosdem-2012.pentabarf.xml");
    if (!file) return test::skip("no ../shared/programs");
    const Imported imported = import_file(*file);
    const Program& program = imported.program;
    CHECK(program.sessions().size() == 442);
    CHECK(program.zone().name().empty());
    CHECK(program.zone().transitions().empty());
    CHECK(days_of(program) == Lines { "2012-02-04", "2012-02-05" });
    CHECK(program.days()[0].occurrence_count == 233);
    CHECK(program.conference().day_boundary == 0);
    CHECK(program.people().size() == 430);
    CHECK(program.rooms().size() == 23);
    CHECK(times_of(program, "0") == Lines { "2012-02-04T13:30-14:00 UD2.218A" });
    CHECK(imported.report.unknown_field_count == 0);
    const auto& skipped = imported.report.skipped;
    CHECK(std::all_of(skipped.begin(), skipped.end(),
        [](const SkippedEntry& entry) { return entry.reason == SkipReason::UnsafeLink; }));
    CHECK(imported.report.skipped_count == 114); // 108 are relative to a base that the file lacks
    CHECK(count_markup(program) == 0);
}

TEST_CASE("38C3 has 1007 sessions on 4 days, 58 of them after midnight under the evening before")
{
    const auto file = test::find_shared_file("programs/38c3-2024.hub.xml");
    if (!file) return test::skip("no ../shared/programs");
    const Imported imported = import_file(*file);
    const Program& program = imported.program;
    CHECK(program.sessions().size() == 1007);
    CHECK(days_of(program) == Lines { "2024-12-27", "2024-12-28", "2024-12-29", "2024-12-30" });
    CHECK(count_after_midnight(program) == 58);
    CHECK(program.conference().day_boundary == 6 * 60);
    CHECK(format_date({ program.conference().first_day }) == "2024-12-27");
    CHECK(format_date({ program.conference().last_day }) == "2024-12-30");
    CHECK(program.people().size() == 571);
    CHECK(program.rooms().size() == 72);
    CHECK(imported.report.skipped_count == 0);
    CHECK(imported.report.unknown_field_count == 0);
    std::size_t indented = 0; // as the file is printed, not as it was written
    for (const auto& session : program.sessions())
        for (const auto& block : program.blocks(session.abstract))
            indented +=
                program.text(block.text).find("\n          ") != std::string_view::npos ? 1 : 0;
    CHECK(indented == 0);
}

TEST_CASE("39C3 is the same program in XML and in JSON")
{
    const auto xml = test::find_shared_file("programs/39c3-2025.c3voc.xml");
    const auto json = test::find_shared_file("programs/39c3-2025.c3voc.json");
    if (!xml || !json) return test::skip("no ../shared/programs");
    const Imported from_xml = import_file(*xml);
    const Imported from_json = import_file(*json);
    CHECK(from_xml.program.occurrences().size() == 895);
    // The file in JSON alone has biographies and addresses of people, and keys, seats and
    // directions of rooms.
    using test::Left;
    const Lines a = test::program_lines(from_xml.program, Left::PeopleAndRooms);
    const Lines b = test::program_lines(from_json.program, Left::PeopleAndRooms);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i] == b[i]);
    CHECK(from_xml.report.skipped == from_json.report.skipped);
    CHECK(from_xml.report.unknown_field_count == 0);
}

TEST_CASE("Pentabarf: days without rooms, no dates, no zone, people numbered by event")
{
    const Imported imported = fixture("pentabarf");
    const Program& program = imported.program;
    CHECK(program.text(program.conference().title) == "Weavers' Days");
    CHECK(program.text(program.conference().venue) == "Old Mill (Musée)");
    CHECK(program.text(program.conference().version) == "PREVIEW");
    CHECK(program.zone().name().empty());
    CHECK(program.conference().day_boundary == 5 * 60);
    CHECK(days_of(program) == Lines { "2012-02-04", "2012-02-05" });
    CHECK(times_of(program, "0") == Lines { "2012-02-04T13:30-14:00 Hall" });
    CHECK(times_of(program, "3") == Lines { "2012-02-05T01:00-02:00 Bar" }); // the night after
    CHECK(program.days()[0].occurrence_count == 2);
    CHECK(names_of(program, "0") == Lines { "Ada Fenwick", "Bo Lund" });
    CHECK(program.people().size() == 3);
    CHECK(paragraphs_of_session(program, "0")
        == Lines { "A loom's parts & their names.", "Bring thread.", "wool", "flax" });
    CHECK(paragraphs_of_session(program, "3") == Lines {});
    CHECK(links_of(program, "0") == Lines { "Looms http://example.org/looms" });
    CHECK(skipped_lines(imported.report)
        == Lines { "UnsafeLink Warp and weft @schedule.day[0].event[0].links:16",
            "UnsafeLink Warp and weft @schedule.day[0].event[0].links:16" });
}

TEST_CASE("frab: the conference, its rooms, tracks and people")
{
    const Imported imported = fixture("frab");
    const Program& program = imported.program;
    const auto& conference = program.conference();
    CHECK(program.text(conference.key) == "night25");
    CHECK(program.text(conference.version) == "3, with the late shows");
    CHECK(conference.day_boundary == 6 * 60);
    CHECK(format_date({ conference.last_day }) == "2025-12-28"); // its `end` is not believed
    CHECK(program.zone().name() == "Europe/Berlin");
    CHECK(imported.report.unknown_field_count == 1); // the mascot
    REQUIRE(program.rooms().size() == 3);
    CHECK(program.text(program.rooms()[0].key) == "room-one");
    CHECK(program.text(program.rooms()[2].name) == "Empty");
    REQUIRE(program.tracks().size() == 2);
    CHECK(program.tracks()[0].color == 0xFFA4A300);
    CHECK(program.text(program.tracks()[1].name) == "Science & more");

    Lines keys;
    for (const auto& person : program.people()) keys.emplace_back(program.text(person.key));
    CHECK(keys == Lines { "5", "c", "0 Dee", "0 Eve" }); // an id that two names share is no key
    Lines biography;
    for (const auto& block : program.blocks(program.people()[0].biography))
        biography.emplace_back(program.text(block.text));
    CHECK(biography == Lines { "Bakes.", "And codes.", "Since 1998." });
}

TEST_CASE("frab: an event's fields")
{
    const Imported imported = fixture("frab");
    const Program& program = imported.program;
    const auto& opening = session_of(program, "opening");
    CHECK(program.text(opening.language) == "de, en-us");
    CHECK(program.text(opening.url) == "https://example.org/night/opening/");
    CHECK(program.text(opening.kind_name) == "Talk");
    CHECK(opening.track == 0);
    CHECK(opening.recorded == pack::Tristate::No);
    CHECK(names_of(program, "opening") == Lines { "Ada", "Cy" });
    CHECK(paragraphs_of_session(program, "opening") == Lines { "We begin.", "On time." });
    // Rating has a field of its own; a file is with the system that the event came from.
    CHECK(links_of(program, "opening")
        == Lines {
            "Slides https://example.org/slides", "Sheet https://cfp.example.org/media/a%20b.pdf" });

    const auto& late = session_of(program, "late");
    CHECK(late.recorded == pack::Tristate::Yes);
    CHECK(program.text(late.recording_url) == "https://example.org/late.webm");
    CHECK(paragraphs_of_session(program, "late")
        == Lines { "Bring:\n- a cup\n- a <pillow>, \u2026" });
    const auto& occurrence =
        program.occurrence(OccurrenceIndex { program.occurrences_of(late)[0] });
    CHECK(occurrence.flags == pack::OccurrenceCancelled);
    CHECK(occurrence.end - occurrence.start == 25 * 60);
    CHECK(program.days()[occurrence.day].date == date_of({ 2025, 12, 27 }).days);
    CHECK(session_of(program, "shared").recorded == pack::Tristate::Unknown);
    CHECK(times_of(program, "nowhere") == Lines { "2025-12-28T14:00-15:00" });
    CHECK(times_of(program, "no-start") == Lines {});
}

TEST_CASE("frab: what is left out is told with its field and line")
{
    CHECK(skipped_lines(fixture("frab").report)
        == Lines {
            "NoTitle  @schedule.day[0].room[0].event[2]:74",
            "BadTime Bad start @schedule.day[0].room[0].event[4].date:76",
            "BadDuration Bad length @schedule.day[0].room[0].event[5].duration:77",
            "UnsafeLink Opening @schedule.day[0].room[0].event[0].links:32",
            "Duplicate Opening @schedule.day[0].room[1].event:80",
        });
}

TEST_CASE("wafer: dates are in UTC, and days named after them are one too early")
{
    const Imported imported = fixture("wafer");
    const Program& program = imported.program;
    CHECK(program.zone().name() == "Asia/Seoul");
    CHECK(days_of(program) == Lines { "2026-07-20", "2026-07-21" });
    CHECK(format_date({ program.conference().first_day }) == "2026-07-20");
    CHECK(format_date({ program.conference().last_day }) == "2026-07-21");
    CHECK(times_of(program, "11111111-0000-0000-0000-000000000001")
        == Lines { "2026-07-20T10:00-10:45 Loft" });
    CHECK(times_of(program, "11111111-0000-0000-0000-000000000003")
        == Lines { "2026-07-21T09:00-09:45 Loft" });
    CHECK(session_of(program, "11111111-0000-0000-0000-000000000002").kind
        == pack::SessionKind::Break);
}

TEST_CASE("merged programs: lengths in two forms, and a guid for each time of a repeat")
{
    const Imported imported = fixture("merged");
    const Program& program = imported.program;
    CHECK(times_of(program, "g-1")
        == Lines { "2027-05-01T09:00-09:30 Barn", "2027-05-02T15:00-15:30 Yard" });
    CHECK(session_of(program, "g-1").again == pack::Again::Repeat);
    CHECK(times_of(program, "g-2") == Lines { "2027-05-01T10:00-11:30 Barn" });
    CHECK(program.zone().name().empty()); // times as printed
    CHECK(skipped_lines(imported.report)
        == Lines { "BadDuration  @schedule.day[0].room.event[2].duration:23" });
}

TEST_CASE("pretalx: the slots of one submission, Markdown, days that end at 03:59")
{
    const Imported imported = fixture("pretalx");
    const Program& program = imported.program;
    CHECK(program.conference().day_boundary == 4 * 60);
    CHECK(days_of(program) == Lines { "2026-09-11", "2026-09-12" });
    const std::string key = "aaaaaaaa-0000-5000-8000-000000000001";
    CHECK(program.text(session_of(program, key).title) == "Four holes, or two?");
    CHECK(session_of(program, key).again == pack::Again::Once); // maybe its two parts
    CHECK(paragraphs_of_session(program, key)
        == Lines { "A **heated** debate.\nSee <https://example.org>." });
    CHECK(links_of(program, key) == Lines { "Drawing https://cfp.example.org/media/b.pdf" });
    CHECK(program.text(program.rooms()[0].key) == "0a0a0a0a-1111-2222-3333-444444444444");
    CHECK(skipped_lines(imported.report) == Lines {});
}

TEST_CASE("texts in pieces are one text")
{
    const Imported imported = import_file(
        event_with("<abstract>One <![CDATA[& two]]><!-- no --> &amp; <b>three</b>.</abstract>"));
    CHECK(paragraphs_of_session(imported.program, "e") == Lines { "One & two & three." });
}

TEST_CASE("a stored length in minutes, and a day change beyond noon that is none")
{
    const Imported imported =
        import_file("<schedule><conference><title>T</title>"
                    "<day_change>18:00</day_change></conference>"
                    "<day date=\"2027-01-01\"><event id=\"1\"><title>E</title>"
                    "<start>17:00</start><duration>45</duration></event></day></schedule>");
    CHECK(times_of(imported.program, "1") == Lines { "2027-01-01T17:00-17:45" });
}

TEST_CASE("files that are no schedule, or do harm, are refused with number, line and field")
{
    const Refusal rows[] = {
        { "another root", "<?xml version=\"1.0\"?>\n<iCalendar/>", ErrorCode::FileNotProgram, 2,
            "iCalendar" },
        { "entries instead of events",
            "<schedule>\n<day>\n<room/><entry><start>0930</start></entry></day></schedule>",
            ErrorCode::FileNotProgram, 3, "schedule.day.entry" },
        { "nothing known in it", "<schedule><talks/></schedule>", ErrorCode::FileNotProgram, 0,
            "schedule" },
        { "no events", schedule_with("<day/>"), ErrorCode::FieldMissing, 0, "schedule.day" },
        { "no title",
            "<schedule><day date=\"2027-01-01\"><event><title>E</title></event></day></schedule>",
            ErrorCode::FieldMissing, 0, "schedule.conference.title" },
        { "two roots", schedule_with("") + "\n" + schedule_with(""), ErrorCode::FileNotXml, 2,
            "schedule[1]" },
        { "deep", repeated("<a>", 100'000) + repeated("</a>", 100'000), ErrorCode::FileTooDeep, 1,
            "a.a.a.a.a.a.a.a.a.a.a.a" },
        { "deep in a text",
            event_with("<abstract>" + repeated("<i>", 100'000) + repeated("</i>", 100'000)
                + "</abstract>"),
            ErrorCode::FileTooDeep, 1, "schedule.day.room.event.abstract.i.i.i.i.i.i.i" },
        { "deep and never closed", "<schedule>\n" + repeated("<day>", 100'000),
            ErrorCode::FileTooDeep, 2, "schedule.day.day.day.day.day.day.day.day.day.day.day" },
        { "very many tags", repeated("<a/>\n", 4'000'001), ErrorCode::FileTooLarge, 0, "" },
        { "crossed tags", "<schedule>\n<day>\n</schedule>", ErrorCode::FileNotXml, 3,
            "schedule.day" },
        { "an attribute without quotes", "<schedule>\n<day date=1/></schedule>",
            ErrorCode::FileNotXml, 2, "schedule.day" },
        { "only a declaration", "<?xml version=\"1.0\"?>\n", ErrorCode::FileNotXml, 1, "" },
        { "Latin-1", "<schedule>\n<day title=\"M\xFCnchen\"/></schedule>", ErrorCode::FileNotText,
            2, "" },
        { "a long name", "<" + std::string(100'000, 'x') + "/>", ErrorCode::FileNotProgram, 1,
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" },
    };
    check_refusals(rows);
}

TEST_CASE("XML that defines entities is refused before any is looked at")
{
    // Nine lines that stand for two thousand million letters.
    std::string laughs = "<!DOCTYPE schedule [<!ENTITY e0 \"ha\">";
    for (char i = '1'; i <= '9'; ++i)
        laughs += std::string("\n<!ENTITY e") + i + " \""
            + repeated(std::string("&e") + static_cast<char>(i - 1) + ';', 10) + "\">";
    using enum ErrorCode;
    const Refusal rows[] = {
        { "one in another",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE schedule [\n<!ENTITY a \"ha\">\n"
            "<!ENTITY b \"&a;&a;&a;&a;\">\n]>\n"
                + schedule_with("&b;"),
            FileHasEntities, 2, "DOCTYPE" },
        { "very many laughs", laughs + "]>\n" + event_with("<abstract>&e9;</abstract>"),
            FileHasEntities, 1, "DOCTYPE" },
        { "a long one, often",
            "<!DOCTYPE schedule [<!ENTITY a \"" + std::string(100'000, 'x') + "\">]>"
                + event_with("<abstract>" + repeated("&a;", 100'000) + "</abstract>"),
            FileHasEntities, 1, "DOCTYPE" },
        { "one in itself", "<!DOCTYPE schedule [<!ENTITY a \"&a;\">]>" + event_with("&a;"),
            FileHasEntities, 1, "DOCTYPE" },
        { "a file of the machine",
            "<!DOCTYPE schedule [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n" + schedule_with(""),
            FileHasEntities, 1, "DOCTYPE" },
        { "definitions from elsewhere",
            "<!DOCTYPE schedule SYSTEM \"a.dtd\" [<!ENTITY % p SYSTEM \"b.dtd\"> %p;]>"
                + schedule_with(""),
            FileHasEntities, 1, "DOCTYPE" },
        { "definitions cut off", "<!DOCTYPE schedule [<!ENTITY a \"ha\">", FileNotXml, 1, "" },
        { "deep definitions", "<!DOCTYPE schedule [" + repeated("<!A ", 100'000), FileNotXml, 1,
            "" },
        { "inside of the schedule", "<schedule>\n<!DOCTYPE a [<!ENTITY a \"ha\">]></schedule>",
            FileNotXml, 2, "schedule" },
    };
    check_refusals(rows);
}

TEST_CASE("a DOCTYPE without definitions, and a reference to nothing, do no harm")
{
    const Imported imported = import_file("<!DOCTYPE schedule SYSTEM \"schedule.dtd\">"
        + event_with("<abstract>A &nbsp;&b; c</abstract>"));
    CHECK(paragraphs_of_session(imported.program, "e") == Lines { "A  &b; c" });
}

TEST_CASE("scripts, tags and control characters come out as harmless text")
{
    const Imported imported = import_file(event_with(
        "<subtitle>&#1;&#x202E;&lt;b&gt;</subtitle><url>data:text/html,x</url>"
        "<abstract>&lt;p onclick=a()&gt;Read&lt;script&gt;b()&lt;/script&gt; "
        "&lt;a href='javascript:c'&gt;me&lt;/a&gt;&lt;/p&gt;</abstract>"
        "<persons><person id=\"1\">&lt;i&gt;</person></persons>"
        "<links><link href=\"JAVASCRIPT:x\"/><link href=\"&#9;java&#10;script:y\"/></links>"));
    CHECK(paragraphs_of_session(imported.program, "e") == Lines { "Read me" });
    CHECK(links_of(imported.program, "e") == Lines {});
    CHECK(imported.report.skipped_count == 3);
    test::read_and_walk(test::read_fixture("programs/schedule-frab.xml"));
}

TEST_CASE("very many of one thing are read in time that is in proportion")
{
    const std::string head = "<schedule><conference><title>T</title></conference><day>";
    const std::string pieces[] = { "<event/>", "<event><title>T</title></event>", "<room/>", "<x/>",
        "</day><day>", "<event><persons><person>a</person><person>b</person></persons></event>",
        "<event><links><link href=\"x:y\"/></links><title>T</title></event>" };
    for (const std::string& piece : pieces) {
        INFO(piece);
        const std::string file = head + repeated(piece, 1'000'000 / piece.size())
            + "<event><title>End</title></event></day></schedule>";
        CHECK(test::read_and_walk(file) == 0);
    }
    std::string people = "<persons>";
    for (int i = 0; i < 30'000; ++i) people += "<person>p" + std::to_string(i) + "</person>";
    CHECK(test::read_and_walk(event_with(people + "</persons>")) == 0);
}

TEST_SUITE_END();
