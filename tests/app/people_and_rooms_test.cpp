#include <doctest/doctest.h>

#include "app/support/world.h"

using namespace hallway;
using test::World;

TEST_SUITE("app/people and rooms")
{
    TEST_CASE("speakers stand by letter, and lead to what they give")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/speakers" });
        const PageModel page = world.page();
        REQUIRE(page.speakers);
        CHECK(page.speakers->count == "3 people");
        REQUIRE(page.speakers->groups.size() == 3);
        CHECK(page.speakers->groups[0].letter == "A");
        CHECK(page.speakers->groups[2].letter == "O");
        CHECK(page.speakers->groups[2].people[0].name == "Øyvind Sørensen");
        CHECK(page.speakers->groups[0].people[0].note == "Opening");

        world.act(OpenLink { page.speakers->groups[0].people[0].href });
        const PageModel person = world.page();
        REQUIRE(person.speaker);
        CHECK(person.speaker->name == "Ada Lovelace");
        REQUIRE(person.speaker->sessions.size() == 1);
        CHECK(person.speaker->sessions[0].when == "Sat 31 Jan, 09:30 – 10:00");
        CHECK(person.speaker->back.href == "#/speakers");
        CHECK(person.document_title == "Ada Lovelace · Small Conf 2026");
    }

    TEST_CASE("a room shows what is on there, day by day")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/room/Janson" });
        const PageModel page = world.page();
        REQUIRE(page.room);
        REQUIRE(page.room->days.size() == 2);
        CHECK(page.room->days[0].title == "Saturday 31 January");
        CHECK(page.room->days[0].sessions[0].title == "Opening");
        CHECK(page.room->days[1].sessions[0].cancelled);
    }

    TEST_CASE("a session leads to its people and its room, and each step leads back")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/session/opening" });
        CHECK(world.page().session->people[0].href == "#/speaker/Ada%20Lovelace");
        CHECK(world.page().session->facts[1].href == "#/room/Janson");
        world.act(OpenLink { "#/room/Janson" });
        CHECK(world.page().room->back.label == "Back");
        CHECK(world.page().room->back.href == "#/session/opening");
        world.act(OpenLink { "#/session/git" });
        CHECK(world.page().session->back.href == "#/room/Janson");
        world.act(OpenLink { "#/room/Janson" });
        CHECK(world.page().room->back.href == "#/session/opening");
        world.hear(RouteChanged { "#/session/opening" });
        CHECK(world.page().session->back.href == "#/program?day=2026-01-31");
    }

    TEST_CASE("several steps back at once leave no way forward behind")
    {
        World world;
        world.open();
        for (const char* href : { "#/session/opening", "#/room/Janson", "#/session/git" })
            world.act(OpenLink { href });
        world.hear(RouteChanged { "#/session/opening" });
        CHECK(world.page().session->back.label == "Program");
    }

    TEST_CASE("beside the list a detail closes, however it was reached")
    {
        World world;
        world.open();
        for (const char* href : { "#/session/opening", "#/session/git", "#/room/Janson" })
            world.act(OpenLink { href });
        CHECK(world.page(Layout::Desktop).room->back.href == "#/program");
    }

    TEST_CASE("a person or room that is not there is told")
    {
        World world;
        world.open();
        for (const char* href : { "#/speaker/nobody", "#/room/nowhere" }) {
            world.act(OpenLink { href });
            REQUIRE(world.page().detail_hint);
            CHECK(world.page().detail_hint->title == "This is not in the program");
        }
    }
}
