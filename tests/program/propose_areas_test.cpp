#include "program/propose_areas.h"

#include "program/support/drafts.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace hallway;

TEST_SUITE_BEGIN("program/propose_areas");

namespace {

using Names = std::vector<std::string>;

/// "UA: UA2.114, UA2.118" of each proposed area.
Names areas_of(const Names& names)
{
    std::vector<RoomDraft> rooms(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) rooms[i].name = names[i];
    std::vector<AreaDraft> areas;
    propose_areas(rooms, areas);
    Names lines;
    for (const AreaDraft& area : areas) {
        CHECK(area.proposed);
        CHECK(area.key == area.name);
        lines.push_back(area.name + ":");
    }
    for (const RoomDraft& room : rooms) {
        if (room.area == pack::none) continue;
        std::string& line = lines.at(room.area);
        line += (line.ends_with(":") ? " " : ", ") + room.name;
    }
    return lines;
}

struct Row {
    const char* what;
    Names rooms;
};

} // namespace

TEST_CASE("FOSDEM's rooms stand in its buildings, and the one with a name of its own in none")
{
    CHECK(areas_of({ "Janson", "K.1.105 (La Fontaine)", "H.1301 (Cornil)", "H.2213", "AW1.120",
              "UA2.114 (Baudoux)", "UA4.218", "UB5.132", "UB2.252A (Lameere)", "UD2.120 (Chavanne)",
              "UD2.218A", "J.1.106" })
        == Names { "K: K.1.105 (La Fontaine)", "H: H.1301 (Cornil), H.2213", "AW: AW1.120",
            "UA: UA2.114 (Baudoux), UA4.218", "UB: UB5.132, UB2.252A (Lameere)",
            "UD: UD2.120 (Chavanne), UD2.218A", "J: J.1.106" });
}

TEST_CASE("other universities number their rooms by building, too")
{
    CHECK(areas_of({ "C0.05", "C1.112", "D1.111", "G2.10" })
        == Names { "C: C0.05, C1.112", "D: D1.111", "G: G2.10" });
    CHECK(areas_of({ "Aula", "HG.1.12", "HG.1.13", "MI.03.11.018", "Mensa" })
        == Names { "HG: HG.1.12, HG.1.13", "MI: MI.03.11.018" });
}

TEST_CASE("the rooms of other real programs make no areas")
{
    const Row rows[] = {
        { "33C3",
            { "Saal 1", "Saal 2", "Saal G", "Hall 1", "Hall A.1", "Hall A.2", "Hall C.1",
                "Hall C.2", "Hall 13-14", "Assembly:VOC", "" } },
        { "38C3",
            { "Saal GLITCH", "Stage HUFF", "SoS Saal E", "Saal Y 06 (Stonewall IO)", "Saal X 07",
                "La Table (H2)", "Call for Stories (Y12)", "Call for Art (ZF1.1)",
                "Call for Art (ZF1.2)", "CDC Circle", "CDC Pentagon", "Chaostal Tisch (3)" } },
        { "39C3", { "One", "SoS Stage H", "SoS Lecture E", "CADUS WASH-Station", "Assembly 123" } },
        { "PyCon AU 2023", { "Hall A", "Hall B", "Hall C (Plenary)", "Hall E" } },
        { "PyData London 2023", { "Warwick", "Minories", "Salisbury", "Beaumont" } },
        { "linux.conf.au 2020", { "Room 5", "Arena", "Room 6", "Room 7" } },
        { "Kielux 2020", { "Ravensberg", "Laboe", "Düsternbrook", "Linux-Lounge" } },
        { "JoCo Cruise 2026",
            { "Whole Ship", "Hudson Room, Deck 3, Forward", "Lido Deck, Deck 9",
                "Main Dining Room (Both Floors), Decks 2 & 3, Aft", "Loreto, Mexico" } },
        { "Scottish Summit",
            { "Presidents Suite 1 (150)", "Presidents Suite 2 (150)", "Moncreiff 1 (33)",
                "Cap & Thistle (100)" } },
        { "Global Azure Linz 2025", { "Saal 9", "Saal 12", "Saal 13" } },
        { "Arisia 2014", { "Grand Ballroom A", "Harbor Ballroom III", "Gaming Table 12", "3W" } },
        { "LoneStarCon 3",
            { "006A (160)", "007CD (320AV)", "101B (100AV)", "202A", "203A", "Conference  4",
                "Conference 13-14", "Exh A - Literary Beers", "TBD HRC 2" } },
        { "Finncon 2013", { "Merikaapelihalli", "Käämi", "Watti-Kela" } },
        { "NASFiC 2020", { "Scioto Even", "Scioto Odd", "Readings/No Stream" } },
        { "Shore Leave 2022", { "Salon A", "Salon B", "Valley Ballroom", "Hunt-Valley Hallway" } },
        { "Octocon 2022", { "Hogan Mezzanine 1 - Croke Park", "6th floor - Croke Park" } },
        { "Fantasticon 2026", { "Frejas sal (3. sal)", "Twilight (Stuen)" } },
        { "DevFest Pisa 2023", { "Expo hall", "Conference hall", "Workshops hall" } },
        { "FOSSASIA 2018", { "Event Hall 2-1", "Training room 4-3", "Training Room 1-1" } },
        { "OSCAL 2017", { "*Talk 1", "*Talk 2", "*Workshop 1", "Meetup 1" } },
        { "SITCON 2022", { "R0", "R1", "R2", "R3", "S" } },
        { "QCon London 2012", { "Fleming" } },
        { "no rooms, as XDC 2021 and Surge 2011", {} },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(areas_of(row.rooms) == Names {});
    }
}

TEST_CASE("what only looks like buildings makes no areas")
{
    const Row rows[] = {
        { "one alone", { "E1.104", "E2.105", "E3.101" } },
        { "each with one room", { "A1.101", "B1.101", "C1.101" } },
        { "few of many rooms", { "A1.101", "A1.102", "B1.101", "Bar", "Foyer", "Hall", "Attic" } },
        { "halls and sorts of rooms", { "A.1", "A.2", "B.1", "W.1", "W.2" } },
        { "no dot", { "A101", "A102", "B101", "B102" } },
        { "a blank before the number", { "A 1.101", "A 1.102", "B 1.101" } },
        { "words", { "Hall1.101", "Hall1.102", "Room1.101" } },
        { "words in capitals", { "SAAL1.101", "SAAL1.102", "ROOM1.101" } },
        { "small letters", { "a1.101", "a1.102", "b1.101" } },
        { "letters that are not of ASCII", { "Ä1.101", "Ä1.102", "Ö1.101" } },
        { "dots alone", { "A...", "A..", "B...", "B.1." } },
        { "letters alone", { "A", "A", "B", "" } },
        { "floors, beside floors in numbers", { "G.01", "G.02", "B.01", "B.02", "1.01", "2.15" } },
        { "floors in German", { "EG.01", "EG.02", "OG.11", "OG.12", "UG.01" } },
        { "floors in English", { "G.01", "G.02", "LG.01", "LG.02" } },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(areas_of(row.rooms) == Names {});
    }
}

TEST_CASE("there are no areas where there would be more than any place has, and none is half made")
{
    Names names;
    for (std::size_t i = 0; i < proposed_areas_max; ++i) {
        const std::string building { 'X', static_cast<char>('A' + i % 26),
            static_cast<char>('A' + i / 26) };
        names.push_back(building + ".101");
        names.push_back(building + ".102");
    }
    CHECK(areas_of(names).size() == proposed_areas_max);
    names.push_back("Y.101");
    CHECK(areas_of(names) == Names {});
}

TEST_CASE("a program says of a proposed area that it is one; the organiser's own goes before")
{
    ProgramBuilder builder;
    for (const char* name : { "Janson", "H.1301", "H.1302", "K.1.105" }) builder.room(name);
    const Program program = test::open_built(builder);
    REQUIRE(program.areas().size() == 2);
    for (const auto& area : program.areas()) CHECK(area.proposed == 1);
    CHECK(program.text(program.areas()[1].name) == "K");
    CHECK(program.rooms()[0].area == pack::none);
    CHECK(program.rooms()[2].area == 0);
    CHECK(program.rooms()[3].area == 1);

    ProgramBuilder other;
    for (const char* name : { "H.1301", "H.1302", "K.1.105" }) other.room(name);
    other.add_area({ "north", "North" });
    const Program told = test::open_built(other);
    REQUIRE(told.areas().size() == 1);
    CHECK(told.areas()[0].proposed == 0);
    CHECK(told.rooms()[0].area == pack::none);
}

TEST_SUITE_END();
