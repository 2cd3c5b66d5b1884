#include "formats/support/imports.h"
#include "support/files.h"

#include <doctest/doctest.h>

using namespace hallway;
using test::days_of, test::first_time_of, test::import_file, test::Imported, test::Lines,
    test::paragraphs_of_session, test::session_of, test::skipped_lines, test::times_of;

TEST_SUITE_BEGIN("formats/hallway");

namespace {

Imported small() { return import_file(test::read_fixture("programs/hallway-small.json")); }

std::string program_with(std::string_view session)
{
    return R"({"format": "hallway-program/1", "conference": {"id": "c", "title": "T"},
"sessions": [{"id": "s", "title": "S"}, )"
        + std::string(session) + "]}";
}

} // namespace

TEST_CASE("the bundled programs are read without anything left out")
{
    struct Row {
        const char* name;
        std::uint32_t sessions_min;
    };
    for (const Row& row :
        { Row { "qcon-london-2012", 2 }, Row { "surge-2011", 1 }, Row { "hallway-sample", 110 } }) {
        const auto imported = import_file(
            test::read_source_file("assets/programs/" + std::string(row.name) + ".json"));
        INFO(row.name);
        CHECK(skipped_lines(imported.report) == Lines {});
        CHECK(imported.report.unknown_field_count == 0);
        CHECK(imported.report.format == "hallway-program/1");
        CHECK(imported.report.session_count >= row.sessions_min);
    }
}

TEST_CASE("the conference")
{
    const Imported imported = small();
    const Program& program = imported.program;
    const auto& conference = program.conference();
    CHECK(program.text(conference.key) == "bread-night-2027");
    CHECK(program.text(conference.title) == "Bread Night");
    CHECK(program.text(conference.subtitle) == "Flour");
    CHECK(program.text(conference.venue) == "Bakery");
    CHECK(program.text(conference.city) == "York");
    CHECK(program.text(conference.url) == "https://example.org");
    CHECK(program.text(conference.version) == "4");
    CHECK(program.text(conference.language) == "en");
    CHECK(conference.made_up == 1);
    CHECK(conference.day_boundary == 5 * 60);
    CHECK(format_date({ conference.first_day }) == "2027-03-04");
    CHECK(format_date({ conference.last_day }) == "2027-03-07");
    CHECK(program.zone().name() == "America/New_York");
    CHECK(imported.report.unknown_field_count == 1); // "colour"
}

TEST_CASE("rooms, areas, tracks and people, though they come after the sessions")
{
    const Imported imported = small();
    const Program& program = imported.program;
    REQUIRE(program.rooms().size() == 2);
    const auto& bakery = program.rooms()[0];
    CHECK(program.text(bakery.key) == "bakery");
    CHECK(program.text(bakery.name) == "The Old Bakery");
    CHECK(program.text(program.areas()[bakery.area].name) == "North Wing");
    CHECK(program.areas()[bakery.area].proposed == 0);
    CHECK(bakery.floor == -1);
    CHECK(bakery.latitude_micro_degrees == 51'500'700);
    CHECK(bakery.longitude_micro_degrees == -124'600);
    CHECK(bakery.flags == (pack::RoomHasPosition | pack::RoomStepFree));
    CHECK(bakery.capacity == 120);
    CHECK(program.text(bakery.directions) == "Behind the bar.\nSecond door.");
    const auto& attic = program.rooms()[1];
    CHECK(attic.area == pack::none);
    CHECK(attic.floor == pack::floor_unknown);
    CHECK(attic.flags == pack::RoomOnline);

    Lines tracks;
    for (const auto& track : program.tracks()) tracks.emplace_back(program.text(track.name));
    CHECK(tracks == Lines { "Salt", "Flour", "Bad" });
    CHECK(program.tracks()[1].color == 0xFF8A5A00);
    REQUIRE(program.people().size() == 2);
    CHECK(program.text(program.people()[0].key) == "ada");
    CHECK(program.blocks(program.people()[0].biography).size() == 2);
    CHECK(program.links(program.people()[0].links).size() == 1);
}

TEST_CASE("walks count both ways unless the way back is listed, too")
{
    const Imported imported = small();
    Lines walks;
    for (const auto& walk : imported.program.walks())
        walks.push_back((walk.between_areas ? "area " : "room ") + std::to_string(walk.from) + ">"
            + std::to_string(walk.to) + " " + std::to_string(walk.minutes) + "/"
            + std::to_string(walk.step_free_minutes));
    CHECK(walks
        == Lines {
            "area 0>0 2/2", "area 0>1 6/9", "area 1>0 6/9", "room 0>1 5/5", "room 1>0 3/3" });
}

TEST_CASE("a session with every field")
{
    const Imported imported = small();
    const Program& program = imported.program;
    const auto& bread = session_of(program, "bread");
    CHECK(program.text(bread.number) == "14");
    CHECK(program.text(bread.title) == "Bread");
    CHECK(program.text(bread.subtitle) == "Sourdough");
    CHECK(program.text(bread.kind_name) == "Workshop");
    CHECK(program.text(program.tracks()[bread.track].name) == "Flour");
    CHECK(program.text(bread.language) == "de, en");
    CHECK(program.people_of(bread).size() == 2);
    CHECK(program.text(bread.search_text) == "bread\nada fenwick\nbo");
    CHECK(
        paragraphs_of_session(program, "bread") == Lines { "One.", "Two <b>tags</b> & *stars*." });
    CHECK(times_of(program, "bread") == Lines { "2027-03-05T18:30-19:15 The Old Bakery+Attic" });
    CHECK(bread.difficulty == pack::Difficulty::Intermediate);
    CHECK(bread.recorded == pack::Tristate::Yes);
    CHECK(program.text(bread.recording_url) == "https://example.org/r");
    CHECK(bread.sign_up == pack::SignUp::Required);
    CHECK(program.text(bread.sign_up_url) == "https://example.org/s");
    CHECK(program.text(bread.sign_up_note) == "12 places");
    CHECK(bread.access == (pack::AccessCaptions | pack::AccessStepFree));
    CHECK(program.text(bread.access_note) == "Loop in rows 1 to 4");
    CHECK(program.text(bread.content_note) == "Loud");
    CHECK(program.text(bread.url) == "https://example.org/bread");
    CHECK(program.links(bread.links).size() == 1);
    CHECK(program.text(first_time_of(program, "bread").change_reason) == "Oven repaired");
    CHECK(bread.again == pack::Again::Once);
}

TEST_CASE("times: local, exact, at night, without length, in parts, by the file's own day")
{
    const Imported imported = small();
    const Program& program = imported.program;
    CHECK(first_time_of(program, "bread").start
        == floating_instant({ date_of({ 2027, 3, 5 }), 23 * 60 + 30 }).minutes);
    CHECK(times_of(program, "17") == Lines { "2027-03-06T00:15-01:00" });
    CHECK(first_time_of(program, "17").flags == pack::OccurrenceCancelled);
    CHECK(format_date({ program.days()[first_time_of(program, "17").day].date }) == "2027-03-05");
    CHECK(session_of(program, "17").parent == position(*program.find_session("bread")));
    CHECK(times_of(program, "soon") == Lines {});
    CHECK(times_of(program, "doors") == Lines { "2027-03-05T18:00-18:00" });
    CHECK(first_time_of(program, "doors").flags == 0);
    CHECK(session_of(program, "doors").kind == pack::SessionKind::Break);
    CHECK(session_of(program, "museum").again == pack::Again::OpenHours);
    CHECK(first_time_of(program, "museum").flags == pack::OccurrenceOnline);
    CHECK(times_of(program, "croissants")
        == Lines { "2027-03-05T13:00-14:30", "2027-03-06T18:00-19:30 Attic" });
    CHECK(session_of(program, "croissants").again == pack::Again::Parts);
    CHECK(first_time_of(program, "croissants").part == 7);
    const auto second = program.occurrences_of(session_of(program, "croissants"))[1];
    CHECK(program.occurrence(OccurrenceIndex { second }).part == 1); // the position in the list
    CHECK(program.text(program.occurrence(OccurrenceIndex { second }).key) == "second");
    CHECK(session_of(program, "yoga").again == pack::Again::Series);
    const auto swim = program.occurrences_of(session_of(program, "yoga"))[1];
    CHECK(format_date({ program.days()[program.occurrence(OccurrenceIndex { swim }).day].date })
        == "2027-03-05");
    CHECK(first_time_of(program, "yoga").flags == pack::OccurrenceEndMissing);
    CHECK(first_time_of(program, "backwards").flags == pack::OccurrenceEndMissing);
    CHECK(times_of(program, "both").size() == 1);
    CHECK(times_of(program, "both")[0].starts_with("2027-03-05T13:00"));
}

TEST_CASE("what is left out is told with its field and line")
{
    CHECK(skipped_lines(small().report)
        == Lines {
            "UnsafeLink Bread @sessions[0].links[1].url:12",
            "Duplicate  @sessions[8].number:31",
            "BadTime Same id @sessions[8].start:31",
            "NoTitle  @sessions[9]:32",
            "WrongType Both @sessions[10]:33",
            "WrongType No id @sessions[11]:34",
            "Duplicate Bo again @people[2]:39",
            "WrongType Bad @tracks[2].color:41",
            "WrongType Attic @rooms[1].position.latitude:52",
            "WrongType Nameless id @rooms[2]:53",
            "UnknownRef west @rooms[1].area:52",
            "UnknownRef south @walks[4].to:47",
            "WrongType bakery @walks[5].minutes:48",
            "UnknownRef nobody @sessions[0].people[3]:7",
            "UnknownRef cellar @sessions[0].room:8",
            "UnknownRef nobody @sessions[2].parent:16",
            "BadDuration Backwards @sessions[7].end:30",
        });
}

TEST_CASE("a value of the wrong type costs only itself, whatever the field and whatever the type")
{
    const char* fields[] = { "id", "number", "title", "subtitle", "kind", "track", "people",
        "language", "abstract", "start", "end", "minutes", "room", "online", "day", "cancelled",
        "reason", "difficulty", "recorded", "recording_url", "sign_up", "access", "access_note",
        "content_note", "url", "links", "parent", "again", "times" };
    const char* values[] = { "true", "-1", "3.5", "1e300", "99999999999999999999", "\"\"",
        "\"\\u0000\"", "[]", "{}", "[[]]", "[{}]", "[1, true, null, \"x\", [], {}]", "{\"a\": 1}",
        "\"9999-99-99T99:99\"" };
    for (const char* field : fields) {
        for (const char* value : values) {
            INFO(field << ": " << value);
            const std::string session =
                R"({"id": "x", "title": "X", "start": "2027-03-05T18:30", ")" + std::string(field)
                + "\": " + value + "}";
            CHECK(test::read_and_walk(program_with(session)) == 0);
        }
    }
}

TEST_CASE("wrong types are reported, null is the same as absent")
{
    struct Row {
        const char* field;
        Lines skipped;
    };
    const Row rows[] = {
        { R"("title": null)", { "NoTitle  @sessions[1]:2" } },
        { R"("title": "X", "track": null, "people": null, "start": null, "links": null)", {} },
        { R"("title": "X", "abstract": 7)", { "WrongType X @sessions[1].abstract:2" } },
        { R"("title": "X", "people": "ada")", { "WrongType X @sessions[1].people:2" } },
        { R"("title": "X", "sign_up": true)", { "WrongType X @sessions[1].sign_up:2" } },
        { R"("title": "X", "sign_up": {"status": "maybe"})",
            { "WrongType X @sessions[1].sign_up.status:2" } },
        { R"("title": "X", "access": ["captions", "smell"])",
            { "WrongType X @sessions[1].access[1]:2" } },
        { R"("title": "X", "again": "often")", { "WrongType X @sessions[1].again:2" } },
        { R"("title": "X", "minutes": 10081)", { "WrongType X @sessions[1].minutes:2" } },
        { R"("title": "X", "minutes": "45")", { "WrongType X @sessions[1].minutes:2" } },
        { R"("title": "X", "minutes": 45.0)", {} },
        { R"("title": "X", "minutes": 45.5)", { "WrongType X @sessions[1].minutes:2" } },
        { R"("title": "X", "recorded": "yes")", { "WrongType X @sessions[1].recorded:2" } },
        { R"("title": "X", "url": "javascript:x")", { "UnsafeLink X @sessions[1].url:2" } },
        { R"("title": "X", "language": "Klingon!")", { "WrongType X @sessions[1].language:2" } },
        { R"("title": "X", "times": [{"start": "2027-03-05T10:00", "room": "r"}])",
            { "UnknownRef r @sessions[1].times[0].room:2" } },
    };
    for (const Row& row : rows) {
        INFO(row.field);
        const Imported imported =
            import_file(program_with(R"({"id": "x", )" + std::string(row.field) + "}"));
        CHECK(skipped_lines(imported.report) == row.skipped);
    }
}

TEST_CASE("without a zone, or with an unknown one, times are as printed")
{
    for (const char* zone :
        { "", R"(, "zone": "GMT plus one")", R"(, "zone": "../../etc/passwd")" }) {
        const Imported imported =
            import_file(R"({"format": "hallway-program/1", "conference": {"title": "T")"
                + std::string(zone) + R"(}, "sessions": [
                {"id": "s", "title": "S", "start": "2027-07-05T18:30", "minutes": 30}]})");
        CHECK(imported.program.zone().name().empty());
        CHECK(times_of(imported.program, "s") == Lines { "2027-07-05T18:30-19:00" });
        CHECK(imported.report.skipped_count == (*zone ? 1 : 0));
        CHECK(imported.program.text(imported.program.conference().key) == "T");
    }
}

TEST_CASE("a program without title or sessions is refused, with the field")
{
    const Error no_sessions =
        test::error_of(R"({"format": "hallway-program/1", "conference": {"title": "T"}})");
    CHECK(no_sessions.code == ErrorCode::FieldMissing);
    CHECK(no_sessions.detail == "sessions");
    const Error no_title =
        test::error_of(R"({"format": "hallway-program/1", "sessions": [{"title": "S"}]})");
    CHECK(no_title.code == ErrorCode::FieldMissing);
    CHECK(no_title.detail == "conference.title");
}

TEST_SUITE_END();
