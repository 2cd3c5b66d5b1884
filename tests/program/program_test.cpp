#include "program/program.h"

#include "base/hash.h"
#include "program/builder.h"
#include "program/pack_check.h"
#include "program/support/drafts.h"

#include <doctest/doctest.h>

#include <cstring>

using namespace hallway;
using test::december, test::occurrence_draft, test::session_draft;

TEST_SUITE_BEGIN("program/program");

namespace {

/// A program that has something in every section.
Bytes rich_pack()
{
    ProgramBuilder builder;
    builder.conference.key = "rich";
    builder.conference.title = "Rich";
    builder.conference.day_boundary = 4 * 60;
    builder.zone = ZoneRules("Europe/Berlin", { { Instant {}, 60 }, { december(29, 1), 120 } });
    const auto area = builder.add_area({ "west", "West wing" });
    const auto hall = builder.room("Hall");
    builder.room_draft(hall).area = area;
    const auto attic = builder.room("Attic");
    builder.add_walk({ hall, attic, false, 4, 6 });
    const auto ada = builder.person("p1", "Ada Łovelace");
    builder.person_draft(ada).biography = { { .text = "One." }, { .text = "Two." } };
    builder.person_draft(ada).links = { { "Home", "https://example.org/" } };

    SessionDraft talk = session_draft("talk", "Engines");
    talk.people = { ada };
    talk.track = builder.track("History", 0xFF102030);
    talk.abstract = { { .text = "First." },
        { .kind = pack::BlockKind::NumberedItem,
            .number = 3,
            .text = "Second.",
            .marks = { { 0, 3, pack::MarkStrong, "https://example.org" },
                { 3, 1, 0, "javascript:alert(1)" }, { 4, 2, pack::MarkCode, "file:///x" } } } };
    talk.links = { { "Slides", "https://example.org/slides" }, { "Bad", "javascript:alert(1)" } };
    talk.occurrences = { occurrence_draft(december(27, 10), 60, { hall }),
        occurrence_draft(december(28, 23), 60, { attic }) };
    CHECK(builder.add_session(talk) == ProgramBuilder::Added::New);

    SessionDraft poster = session_draft("poster", "Poster");
    poster.parent_key = "talk";
    CHECK(builder.add_session(poster) == ProgramBuilder::Added::New);
    return builder.build();
}

Result<Program> open(Bytes pack)
{
    return Program::open(std::make_shared<const Bytes>(std::move(pack)));
}

/// Sets the checksum right again after a change.
void seal(Bytes& pack)
{
    const std::uint32_t sum = crc32(ByteView(pack).subspan(offsetof(pack::PackHeader, sections)));
    std::memcpy(pack.data() + offsetof(pack::PackHeader, checksum), &sum, sizeof sum);
}

} // namespace

TEST_CASE("a pack gives back what the builder was told")
{
    const auto opened = open(rich_pack());
    REQUIRE(opened.has_value());
    const Program& program = *opened;
    CHECK(program.text(program.conference().title) == "Rich");
    CHECK(program.zone().name() == "Europe/Berlin");
    CHECK(program.zone().transitions().size() == 2);
    CHECK(program.rooms().size() == 2);
    CHECK(program.rooms()[0].area == 0);
    CHECK(program.walks()[0].step_free_minutes == 6);
    CHECK(program.people().size() == 1);
    CHECK(program.blocks(program.people()[0].biography).size() == 2);
    CHECK(program.days().size() == 2);

    const auto found = program.find_session("talk");
    REQUIRE(found.has_value());
    const auto& talk = program.session(*found);
    CHECK(program.text(talk.title) == "Engines");
    CHECK(program.text(talk.search_text) == "engines\nada lovelace");
    CHECK(program.text(program.tracks()[talk.track].name) == "History");
    CHECK(talk.again == pack::Again::Repeat);
    CHECK(program.people_of(talk).size() == 1);
    REQUIRE(program.links(talk.links).size() == 1);
    CHECK(program.text(program.links(talk.links)[0].title) == "Slides");
    REQUIRE(program.blocks(talk.abstract).size() == 2);
    const pack::BlockRecord& block = program.blocks(talk.abstract)[1];
    CHECK(program.text(block.text) == "Second.");
    CHECK(block.kind == pack::BlockKind::NumberedItem);
    CHECK(block.number == 3);
    const auto marks = program.marks(block.marks);
    REQUIRE(marks.size() == 2); // the one that would only be an unsafe link is gone
    CHECK(marks[0].flags == pack::MarkStrong);
    CHECK(program.text(marks[0].url) == "https://example.org");
    CHECK(marks[1].at == 4);
    CHECK(program.text(marks[1].url).empty());
    REQUIRE(program.occurrences_of(talk).size() == 2);
    const auto& second = program.occurrence(OccurrenceIndex { program.occurrences_of(talk)[1] });
    CHECK(program.text(program.rooms()[program.rooms_of(second)[0]].name) == "Attic");
    CHECK(program.text(second.key) == "2025-12-29T00:00");
    CHECK(program.days()[second.day].date == date_of({ 2025, 12, 28 }).days);

    REQUIRE(program.unscheduled().size() == 1);
    const auto& poster = program.session(program.unscheduled()[0]);
    CHECK(program.text(poster.title) == "Poster");
    CHECK(poster.parent == position(*found));
    CHECK_FALSE(program.find_session("tal").has_value());
    CHECK_FALSE(program.find_session("talks").has_value());
    CHECK_FALSE(program.find_session("").has_value());
}

TEST_CASE("an empty program opens")
{
    ProgramBuilder builder;
    const auto opened = open(builder.build());
    REQUIRE(opened.has_value());
    CHECK(opened->days().empty());
    CHECK_FALSE(opened->find_session("x").has_value());
}

TEST_CASE("a pack cut at any byte is refused")
{
    const Bytes pack = rich_pack();
    for (std::size_t size = 0; size < pack.size(); ++size) {
        const auto opened =
            open(Bytes(pack.begin(), pack.begin() + static_cast<std::ptrdiff_t>(size)));
        CHECK_FALSE(opened.has_value());
    }
}

TEST_CASE("a pack with any bit flipped is refused")
{
    const Bytes pack = rich_pack();
    for (std::size_t i = 0; i < pack.size(); ++i) {
        Bytes flipped = pack;
        flipped[i] ^= std::byte { 0x10 };
        const auto opened = open(std::move(flipped));
        CHECK_FALSE(opened.has_value());
    }
}

TEST_CASE("another version of the pack is told apart from damage")
{
    Bytes pack = rich_pack();
    pack[offsetof(pack::PackHeader, version)] = std::byte { 99 };
    const auto opened = open(std::move(pack));
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == ErrorCode::PackVersion);
}

TEST_CASE("a pack with a right checksum and wrong contents is refused or safe in every access")
{
    // Each number of the pack is replaced by values that lead astray; what opens is then read in
    // full.
    const Bytes pack = rich_pack();
    const std::uint32_t bad_values[] = { 0xFFFF'FFFF, 0x7FFF'FFFF, 0x8000'0000, 1, 0xFF };
    std::size_t refused = 0;
    for (std::size_t i = offsetof(pack::PackHeader, sections); i + 4 <= pack.size(); i += 4) {
        for (const std::uint32_t value : bad_values) {
            Bytes changed = pack;
            std::memcpy(changed.data() + i, &value, sizeof value);
            seal(changed);
            const auto opened = open(std::move(changed));
            if (!opened.has_value()) {
                ++refused;
                continue;
            }
            std::size_t bytes = 0;
            for (const auto& s : opened->sessions()) {
                bytes += opened->text(s.title).size() + opened->text(s.search_text).size();
                for (const auto index : opened->occurrences_of(s))
                    bytes += opened->rooms_of(opened->occurrence(OccurrenceIndex { index })).size();
                for (const auto& block : opened->blocks(s.abstract))
                    bytes += opened->text(block.text).size();
                for (const auto& link : opened->links(s.links))
                    bytes += opened->text(link.url).size();
                for (std::uint32_t up = s.parent; up != pack::none;
                     up = opened->sessions()[up].parent)
                    ++bytes;
            }
            for (const auto& day : opened->days())
                for (const auto& o : opened->occurrences_of(day))
                    bytes += static_cast<std::size_t>(opened->wall_time(o.start).minute_of_day);
            CHECK(bytes > 0);
        }
    }
    CHECK(refused > 500);
}

TEST_CASE("an area is the organiser's or a proposed one, and any other number is damage")
{
    for (const std::uint32_t proposed : { 1u, 2u, 0x8000'0000u }) {
        Bytes pack = rich_pack();
        const auto areas = pack::records<pack::AreaRecord>(pack, pack::Section::Areas);
        REQUIRE(areas.size() == 1);
        const auto at = reinterpret_cast<const std::byte*>(&areas[0].proposed) - pack.data();
        std::memcpy(pack.data() + at, &proposed, sizeof proposed);
        seal(pack);
        const auto opened = open(std::move(pack));
        CHECK(opened.has_value() == (proposed == 1));
        if (!opened.has_value()) CHECK(opened.error().detail == "areas");
    }
}

TEST_CASE("a circle of parents in a pack is damage")
{
    Bytes pack = rich_pack();
    const auto sessions = pack::records<pack::SessionRecord>(pack, pack::Section::Sessions);
    const auto first = reinterpret_cast<const std::byte*>(&sessions[0].parent) - pack.data();
    const std::uint32_t other = 1;
    std::memcpy(pack.data() + first, &other, sizeof other);
    seal(pack);
    const auto opened = open(std::move(pack));
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().detail == "sessions");
}

TEST_SUITE_END();
