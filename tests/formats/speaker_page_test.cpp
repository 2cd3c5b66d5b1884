#include "formats/speaker_page.h"

#include "formats/support/imports.h"
#include "support/files.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace hallway;
using test::error_of, test::import_file, test::Imported, test::read_and_walk, test::skipped_lines;
using Lines = std::vector<std::string>;

TEST_SUITE_BEGIN("formats/speaker_page");

namespace {

constexpr std::string_view pages[] = { "programs/speaker-page-crumb.txt",
    "programs/speaker-page-delta.txt", "programs/speaker-page-looms.txt" };

Imported page(std::string_view name)
{
    return import_file(test::read_fixture("programs/speaker-page-" + std::string(name) + ".txt"));
}

/// The session of that title; stops if there is none.
const pack::SessionRecord& titled(const Program& program, std::string_view title)
{
    for (const auto& session : program.sessions())
        if (program.text(session.title) == title) return session;
    stop("there is no session of that title");
}

std::string key_of(const Program& program, std::string_view title)
{
    return std::string(program.text(titled(program, title).key));
}

Lines times_of(const Program& program, std::string_view title)
{
    return test::times_of(program, key_of(program, title));
}

Lines abstract_of(const Program& program, std::string_view title)
{
    return test::paragraphs_of_session(program, key_of(program, title));
}

Lines people_of(const Program& program, const pack::SessionRecord& session)
{
    Lines names;
    for (const std::uint32_t person : program.people_of(session))
        names.emplace_back(program.text(program.people()[person].name));
    return names;
}

Lines people_of(const Program& program, std::string_view title)
{
    return people_of(program, titled(program, title));
}

Lines biography_of(const Program& program, std::string_view name)
{
    for (const auto& person : program.people()) {
        if (program.text(person.name) != name) continue;
        Lines paragraphs;
        for (const auto& block : program.blocks(person.biography))
            paragraphs.emplace_back(program.text(block.text));
        return paragraphs;
    }
    stop("there is no person of that name");
}

std::string track_of(const Program& program, const pack::SessionRecord& session)
{
    return session.track == pack::none
        ? std::string()
        : std::string(program.text(program.tracks()[session.track].name));
}

/// "Tuesday 14:00 @Harbour": time and place in the page's words.
std::string written_of(const Program& program, std::string_view title)
{
    const auto& session = titled(program, title);
    std::string text(program.text(session.written_time));
    if (session.written_place.size > 0)
        text.append(" @").append(program.text(session.written_place));
    return text;
}

std::string title_of(const Program& program)
{
    return std::string(program.text(program.conference().title));
}

std::string days_of_conference(const Program& program)
{
    return format_date({ program.conference().first_day }) + ' '
        + format_date({ program.conference().last_day });
}

/// What two programs of one conference have to agree in: title, people, track, kind, day, time and
/// room of each session.
Lines outline_of(const Program& program)
{
    Lines lines;
    for (const auto& session : program.sessions()) {
        std::string line(program.text(session.title));
        for (const std::string& name : people_of(program, session)) line += " | " + name;
        line += " | " + track_of(program, session);
        line += " | " + std::string(program.text(session.kind_name));
        for (const std::string& time : test::times_of(program, program.text(session.key)))
            line += " | " + time;
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_CASE("the seed of QCon: one speaker, two sessions, each with time, place and abstract")
{
    const auto file = test::find_shared_file("seeds/000_b85a0d130a1247c9.txt");
    if (!file) return test::skip("no ../shared/seeds");
    const Imported imported = import_file(*file);
    const Program& program = imported.program;
    CHECK(imported.report.format == "speaker page");
    CHECK(skipped_lines(imported.report) == Lines {});
    CHECK(title_of(program) == "QCon");
    REQUIRE(program.people().size() == 1);
    CHECK(program.text(program.people()[0].name) == "John Allspaw");
    const Lines biography = biography_of(program, "John Allspaw");
    REQUIRE(biography.size() == 1);
    CHECK(biography[0].starts_with("John has worked in systems operations"));
    CHECK(biography[0].ends_with("published by O'Reilly."));

    REQUIRE(program.sessions().size() == 2);
    const char* first = "Fault tolerance, anomaly detection, and anticipation patterns";
    CHECK(times_of(program, first) == Lines { "2012-03-07T13:50-14:50 Fleming" });
    CHECK(track_of(program, titled(program, first)) == "Highly-available systems");
    REQUIRE(abstract_of(program, first).size() == 1);
    CHECK(abstract_of(program, first)[0].starts_with("Building and operating highly available"));
    const char* second = "Resilient Response In Complex Systems";
    CHECK(times_of(program, second) == Lines { "2012-03-09T09:00-10:00" });
    CHECK(track_of(program, titled(program, second)) == "Keynote");
    REQUIRE(abstract_of(program, second).size() == 1);
    CHECK(abstract_of(program, second)[0].starts_with("Complex systems fail, and they don't"));
}

TEST_CASE("the seed of QCon and the sample agree in all but the texts")
{
    const auto file = test::find_shared_file("seeds/000_b85a0d130a1247c9.txt");
    if (!file) return test::skip("no ../shared/seeds");
    const Imported seed = import_file(*file);
    const Imported sample =
        import_file(test::read_source_file("assets/programs/qcon-london-2012.json"));
    CHECK(outline_of(seed.program) == outline_of(sample.program));
    CHECK(days_of_conference(seed.program) == days_of_conference(sample.program));
    CHECK(seed.program.zone().name() == sample.program.zone().name());
    CHECK(seed.program.text(seed.program.conference().subtitle) == title_of(sample.program));
}

TEST_CASE("the seed of Surge: a title, a description and an event, and nothing made up")
{
    const auto file = test::find_shared_file("seeds/004_59744135f8775a60.txt");
    if (!file) return test::skip("no ../shared/seeds");
    const Imported imported = import_file(*file);
    const Program& program = imported.program;
    CHECK(skipped_lines(imported.report) == Lines {});
    const Imported sample = import_file(test::read_source_file("assets/programs/surge-2011.json"));
    CHECK(title_of(program) == title_of(sample.program));
    CHECK(days_of_conference(program) == days_of_conference(sample.program));
    CHECK(outline_of(program) == outline_of(sample.program));
    CHECK(program.people().empty());
    CHECK(program.rooms().empty());
    CHECK(program.occurrences().empty());
    const char* title = "Practical Lessons Learned in Scaling at Message Systems";
    CHECK(written_of(program, title).empty());
    const Lines abstract = abstract_of(program, title);
    REQUIRE(abstract.size() == 1);
    CHECK(abstract[0].starts_with("In this session I’ll be reflecting"));
    CHECK(abstract[0].ends_with("adjusted as a result."));
}

TEST_CASE("two speakers after their sessions; days in the head; hours of 12; Windows line ends")
{
    const Imported imported = page("crumb");
    const Program& program = imported.program;
    CHECK(skipped_lines(imported.report) == Lines {});
    CHECK(title_of(program) == "Crumb & Crust");
    CHECK(days_of_conference(program) == "2029-09-13 2029-09-15");
    CHECK(outline_of(program)
        == Lines {
            "Steam without a boiler | Ines Okafor | Bram De Wit | Ovens/Heat | Presentation"
            " | 2029-09-13T09:30-10:15 Old Mill",
            "Shaping by hand | Ines Okafor | Bram De Wit |  | Workshop | 2029-09-15T13:30-15:00",
            "The night shift | Bram De Wit | Keynote | Keynote | 2029-09-14T23:00-00:30 Bakehouse",
        });
    CHECK(abstract_of(program, "Steam without a boiler")
        == Lines { "Most ovens waste half of their steam.\nWe measured where it goes.",
            "Then we built a lid." });
    CHECK(abstract_of(program, "The night shift") == Lines { "Bread is made while others sleep." });
    CHECK(biography_of(program, "Ines Okafor")
        == Lines { "Ines builds ovens\u00A0in Lagos and Ghent.", "She has no microwave." });
    CHECK(biography_of(program, "Bram De Wit") == Lines { "Bram mills rye.\nLocation: a river." });
}

TEST_CASE("weekdays without dates: the page's own words stay; no biography, no end, no time")
{
    const Imported imported = page("delta");
    const Program& program = imported.program;
    CHECK(title_of(program) == "DeltaNet Days");
    CHECK(program.occurrences().empty());
    CHECK(program.rooms().empty());
    CHECK(program.unscheduled().size() == 5);
    CHECK(written_of(program, "Packets that come home") == "Tuesday 14:00 @Harbour");
    CHECK(written_of(program, "Small routers, large rivers") == "Wednesday 9:00 to 9:45 @Quay 2");
    CHECK(written_of(program, "Ask me anything").empty());
    CHECK(written_of(program, "Clinic")
        == "Tuesday 16:00 - 17:00; Wednesday 16:00 - 17:00 @Harbour; Quay 2");
    CHECK(written_of(program, "Farewell") == "when the boat leaves");
    CHECK(people_of(program, "Clinic") == Lines { "Oluwaseun Adeyemi" });
    CHECK(biography_of(program, "Oluwaseun Adeyemi") == Lines {});
    CHECK(abstract_of(program, "Packets that come home")
        == Lines { "A tour of routes that end where they began." });
    CHECK(abstract_of(program, "Clinic") == Lines { "Bring your own router." });
    CHECK(skipped_lines(imported.report) == Lines { "BadTime Farewell @Time:23" });
}

TEST_CASE("track and time above the title; what contradicts itself gets no date")
{
    const Imported imported = page("looms");
    const Program& program = imported.program;
    CHECK(title_of(program) == "Looms 2028");
    CHECK(program.text(program.conference().venue) == "Weavers' Hall");
    CHECK(days_of_conference(program) == "2028-05-04 2028-05-05");
    CHECK(outline_of(program)
        == Lines {
            "Cards before computers | Tamsin Rees | Patterns | Presentation"
            " | 2028-05-04T10:00-10:50 Loom Room",
            "Warp and weft | Tamsin Rees |  | Session | 2028-05-05T09:00-09:30",
            "Knots | Yuki Arai | Patterns | Presentation | 2028-05-05T14:10-15:10",
            "Loose ends | Yuki Arai | Patterns | Presentation",
        });
    CHECK(written_of(program, "Loose ends") == "Monday 4 May 2028, 16:00");
    CHECK(skipped_lines(imported.report)
        == Lines { "NoTitle  @Biography:20", "NoTitle  @Time:30", "BadDuration Knots @Time:24" });
}

TEST_CASE("the dates of a known conference need more than its name")
{
    const std::string time = "Time: Wednesday 13:50";
    struct Row {
        const char* what;
        std::string file;
        const char* first_day;
    };
    const Row rows[] = {
        { "name, city and year", "QCon London 2012\n\nTalk: T\n" + time, "2012-03-07" },
        { "the same in lower case", "Conference: qcon / Location: london\n2012\n\nTalk: T\n" + time,
            "2012-03-07" },
        { "a room and a track of that year",
            "QCon is a conference.\n\nTalk: T\nTrack: Highly-available systems / Location: Fleming "
            "/ " + time,
            "2012-03-07" },
        { "the room alone", "QCon is a conference.\n\nTalk: T\nLocation: Fleming / " + time, "" },
        { "the name alone", "QCon is a conference.\n\nTalk: T\n" + time, "" },
        { "room and track under another year",
            "QCon 2013\n\nTalk: T\nTrack: Highly-available systems / Location: Fleming / " + time,
            "" },
        { "room and track at another conference",
            "Acorn is a conference.\n\nTalk: T\nTrack: Highly-available systems / Location: "
            "Fleming / "
                + time,
            "" },
        { "another city", "QCon New York 2012\n\nTalk: T\n" + time, "" },
        { "a day that it did not have", "QCon London 2012\n\nTalk: T\nTime: Monday 13:50", "" },
        { "other days in the head", "QCon London 2012, 14-15 March 2012\n\nTalk: T\n" + time,
            "2012-03-14" },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const Imported imported = import_file(row.file);
        const Program& program = imported.program;
        CHECK(program.days().empty() == std::string_view(row.first_day).empty());
        if (program.days().empty())
            CHECK(program.text(program.sessions()[0].written_time).ends_with("13:50"));
        else
            CHECK(format_date({ program.conference().first_day }) == row.first_day);
    }
}

TEST_CASE("who gives a session")
{
    struct Row {
        const char* what;
        const char* file;
        Lines people;
    };
    const Row rows[] = {
        { "the one before it", "Bio: A\nBio: B\nTalk: U\nBio: C\nTalk: T", { "C" } },
        { "those before it", "Talk: T\nBio: A\nBio: B", { "A", "B" } },
        { "the next, where sessions come first", "Talk: T\nBio: A\nTalk: U\nBio: B", { "A" } },
        { "the last, where none comes", "Talk: U\nBio: A\nTalk: T", { "A" } },
        { "whom it names", "Bio: A\nTalk: T\nSpeaker: B, of C and D", { "B" } },
        { "both whom it names", "Talk: T\nSpeaker: A & B", { "A", "B" } },
        { "all whom it names", "Talk: T / Speakers: A, B; C, and D", { "A", "B", "C", "D" } },
        { "nobody yet", "Talk: T\nSpeaker: TBA", {} },
        { "nobody", "Talk: T", {} },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const Imported imported = import_file(row.file);
        CHECK(people_of(imported.program, "T") == row.people);
    }
}

TEST_CASE("a label may stand anywhere in a line of them")
{
    const Imported above = import_file("Room: One / Time: 9:00\nTalk: T\nA.\n"
                                       "Room: Two / Time: 10:00\nTalk: U\nB.");
    CHECK(written_of(above.program, "T") == "9:00 @One");
    CHECK(written_of(above.program, "U") == "10:00 @Two");
    CHECK(abstract_of(above.program, "T") == Lines { "A." });
    const Imported within = import_file("Speaker: Ada / Talk: T / Time: Friday 9:00");
    CHECK(written_of(within.program, "T") == "Friday 9:00");
    CHECK(people_of(within.program, "T") == Lines { "Ada" });
}

TEST_CASE("what is no page is refused, with number and line")
{
    struct Row {
        const char* what;
        std::string file;
        ErrorCode code;
        std::uint32_t line;
    };
    const Row rows[] = {
        { "a biography alone", "\n\nBiography: Ada\n\nShe bakes.", ErrorCode::FieldMissing, 3 },
        { "no title at all", "Ada\n\nTalk:\n", ErrorCode::FieldMissing, 3 },
        { "prose", "It was a dark and stormy night; the rain fell in torrents.",
            ErrorCode::FileNotProgram, 0 },
        { "labels of no session", "Time: Monday\nLocation: here", ErrorCode::FileNotProgram, 0 },
        { "Latin-1", "Talk: T\nBio: Ren\xE9", ErrorCode::FileNotText, 2 },
        { "a picture", "\x89PNG\r\n\x1A\nTalk: T", ErrorCode::FileNotText, 1 },
        { "zeros", std::string(100, '\0'), ErrorCode::FileNotProgram, 0 },
        { "nothing", "\r\n", ErrorCode::FileEmpty, 0 },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const Error error = error_of(row.file);
        CHECK(error.code == row.code);
        CHECK(error.line.value_or(0) == row.line);
    }
    CHECK(error_of("Biography: Ada").detail == "Presentation");
}

TEST_CASE("a page cut at any byte is a smaller page or an error with a number")
{
    for (const auto name : pages) {
        const std::string file = test::read_fixture(name);
        for (std::size_t size = 0; size <= file.size(); ++size) {
            const int code = read_and_walk(std::string_view(file).substr(0, size));
            const bool clear = code == 0 || code == static_cast<int>(ErrorCode::FileEmpty)
                || code == static_cast<int>(ErrorCode::FileNotText)
                || code == static_cast<int>(ErrorCode::FileNotProgram)
                || code == static_cast<int>(ErrorCode::FieldMissing);
            if (!clear) FAIL_CHECK(name << " cut at " << size << ": " << code);
        }
    }
}

TEST_CASE("line ends and a byte order mark make no difference")
{
    for (const auto name : pages) {
        std::string file = test::read_fixture(name);
        const Lines outline = outline_of(import_file(file).program);
        std::erase(file, '\r');
        CHECK(outline_of(import_file("\xEF\xBB\xBF" + file).program) == outline);
        std::replace(file.begin(), file.end(), '\n', '\r');
        CHECK(outline_of(import_file(file).program) == outline);
    }
}

TEST_CASE("very long pages are read in time that is in proportion")
{
    const std::string_view pieces[] = { "Talk: T\n", "Bio: A\n", "Talk:\n", "Time: / Track: /",
        "Speakers: A and B and ", "a session called Alpha ", "QCon ", "9 March ", " \n" };
    for (const std::string_view piece : pieces) {
        INFO(piece);
        std::string file = "Talk: First\n";
        while (file.size() < 1'000'000) file += piece;
        CHECK(read_and_walk(file) == 0);
    }
}

TEST_SUITE_END();
