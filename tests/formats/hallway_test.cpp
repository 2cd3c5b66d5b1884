#include "formats/support/imports.h"
#include "support/files.h"

#include <doctest/doctest.h>

using namespace hallway;
using test::import_file, test::session_of, test::skipped_lines, test::times_of;
using Lines = std::vector<std::string>;

TEST_SUITE_BEGIN("formats/hallway");

TEST_CASE("the bundled programs are read without anything left out")
{
    for (const char* name : { "qcon-london-2012", "surge-2011", "hallway-sample" }) {
        const auto imported =
            import_file(test::read_source_file("assets/programs/" + std::string(name) + ".json"));
        INFO(name);
        CHECK(skipped_lines(imported.report) == Lines {});
        CHECK(imported.report.unknown_field_count == 0);
        CHECK(imported.report.format == "hallway-program/1");
        MESSAGE(name << " " << imported.report.session_count << " "
                     << imported.report.occurrence_count);
    }
}
TEST_SUITE_END();
