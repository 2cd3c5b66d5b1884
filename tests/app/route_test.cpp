#include <doctest/doctest.h>

#include "app/route.h"

using namespace hallway;

TEST_SUITE("app/route")
{
    TEST_CASE("each link leads back to its route")
    {
        Route day;
        day.day = date_of({ 2012, 3, 7 });
        Route unscheduled;
        unscheduled.day = Unscheduled {};
        Route session;
        session.screen = Route::Screen::Session;
        Route open;
        open.screen = Route::Screen::Open;
        for (Route route : { Route {}, day, unscheduled, open })
            CHECK(parse_route(make_href(route)) == route);
        for (const auto screen : { Route::Screen::Now, Route::Screen::Plan, Route::Screen::Speakers,
                 Route::Screen::More, Route::Screen::About })
            CHECK(parse_route(screen_href(screen)) == Route { screen, {}, {} });
        for (const auto screen : { Route::Screen::Speaker, Route::Screen::Room })
            CHECK(parse_route(make_href({ screen, "ä/b", {} })) == Route { screen, "ä/b", {} });
        for (const char* key : { "a", "0c8b0cb4-6cf9", "ä/ö?#&%25 x", "会議", "." }) {
            session.key = key;
            CHECK(parse_route(make_href(session)) == session);
        }
    }

    TEST_CASE("links look as tests and bookmarks know them")
    {
        CHECK(program_href(date_of({ 2012, 3, 7 })) == "#/program?day=2012-03-07");
        CHECK(program_href(Unscheduled {}) == "#/program?day=none");
        CHECK(session_href("a b") == "#/session/a%20b");
        CHECK(plan_href(date_of({ 2012, 3, 7 })) == "#/plan?day=2012-03-07");
        CHECK(speaker_href("ada") == "#/speaker/ada");
        CHECK(room_href("Hall 1") == "#/room/Hall%201");
        CHECK(make_href({}) == "#/program");
        CHECK(screen_href(Route::Screen::Now) == "#/now");
    }

    TEST_CASE("an address that is none of ours leads to the program")
    {
        for (const char* hash : { "", "#", "#/", "#/sessions", "#/session/", "#top",
                 "#/program?day=31", "#/program?day=2012-02-30", "javascript:alert(1)" })
            CHECK(parse_route(hash) == Route {});
    }
}
