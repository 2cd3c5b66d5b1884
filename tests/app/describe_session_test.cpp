#include "app/describe_session.h"

#include "app/support/world.h"

#include <doctest/doctest.h>

using namespace hallway;

TEST_SUITE("app/describe session")
{
    TEST_CASE("a room tells the area that the organiser gave it, not one read out of its name")
    {
        ProgramBuilder told;
        told.room_draft(told.room("K.1.105")).area = told.add_area({ "k", "Building K" });
        told.room_draft(told.room("K.1.105")).floor = 1;
        ProgramBuilder untold;
        for (const char* name : { "K.1.105", "K.3.201", "H.1301" }) untold.room(name);
        untold.room_draft(0).floor = 1;

        const Language language = test::english();
        const auto text_of = [&](ProgramBuilder& builder, std::size_t room) {
            const auto program = Program::open(std::make_shared<const Bytes>(builder.build()));
            REQUIRE(program.has_value());
            CHECK(program->rooms()[room].area == 0);
            return room_area_text(*program, language, program->rooms()[room]);
        };
        CHECK(text_of(told, 0) == "Building K, Floor 1");
        CHECK(text_of(untold, 0) == "Floor 1");
        CHECK(text_of(untold, 1) == "");
    }
}
