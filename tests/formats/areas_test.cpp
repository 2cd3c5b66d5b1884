#include "formats/support/imports.h"
#include "support/files.h"
#include "support/skip.h"

#include <doctest/doctest.h>

using namespace hallway;
using test::import_file, test::Lines;

TEST_SUITE_BEGIN("formats/areas");

namespace {

/// "UA 4 proposed" of each area, with the number of its rooms; without the word it is the file's.
Lines areas_of(const Program& program)
{
    std::vector<int> rooms(program.areas().size());
    for (const pack::RoomRecord& room : program.rooms())
        if (room.area != pack::none) ++rooms[room.area];
    Lines lines;
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        const pack::AreaRecord& area = program.areas()[i];
        lines.push_back(std::string(program.text(area.name)) + ' ' + std::to_string(rooms[i])
            + (area.proposed != 0 ? " proposed" : ""));
    }
    return lines;
}

} // namespace

TEST_CASE("FOSDEM 2026 has six buildings by its rooms' names, and Janson stands in none")
{
    const auto file = test::find_shared_file("programs/fosdem-2026.frab.xml");
    if (!file) return test::skip("no ../shared/programs");
    const Program program = import_file(*file).program;
    CHECK(areas_of(program)
        == Lines { "K 6 proposed", "H 7 proposed", "AW 2 proposed", "UA 4 proposed",
            "UB 6 proposed", "UD 4 proposed" });
    CHECK(program.rooms().size() == 30);
    for (const pack::RoomRecord& room : program.rooms())
        if (room.area == pack::none) CHECK(program.text(room.name) == "Janson");
}

TEST_CASE("FOSDEM 2012 has five, and five rooms in none")
{
    const auto file = test::find_shared_file("programs/fosdem-2012.pentabarf.xml");
    if (!file) return test::skip("no ../shared/programs");
    CHECK(areas_of(import_file(*file).program)
        == Lines {
            "UD 1 proposed", "AW 4 proposed", "K 6 proposed", "H 6 proposed", "UA 1 proposed" });
}

TEST_CASE("no areas are read out of a congress's rooms")
{
    for (const std::string name : { "33c3-2016.c3voc.json", "38c3-2024.hub.xml",
             "39c3-2025.c3voc.json", "39c3-2025.c3voc.xml" }) {
        const auto file = test::find_shared_file("programs/" + name);
        if (!file) return test::skip("no ../shared/programs");
        INFO(name);
        CHECK(areas_of(import_file(*file).program) == Lines {});
    }
}

TEST_CASE("the bundled programs have the areas that they list, and no others")
{
    struct Row {
        std::string name;
        Lines areas;
    };
    for (const Row& row : { Row { "qcon-london-2012", {} }, Row { "surge-2011", {} },
             Row { "hallway-sample",
                 { "Harbour House 6", "Paper Mill 6", "Boat Shed (annex) 2" } } }) {
        const std::string file = test::read_source_file("assets/programs/" + row.name + ".json");
        INFO(row.name);
        CHECK(areas_of(import_file(file).program) == row.areas);
    }
}

TEST_SUITE_END();
