#include <doctest/doctest.h>

#include "planner/places.h"

#include "planner/support/small_program.h"

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr Knowledge known = Knowledge::Known, guessed = Knowledge::Guessed;

/// A session in each of two rooms, and the way from the first to the second.
struct TwoRooms {
    ProgramBuilder builder;
    std::uint32_t a = builder.room("a"), b = builder.room("b");

    std::uint32_t area(const std::string& key) { return builder.add_area({ key, key, false }); }
    void put(std::uint32_t area_of_a, std::uint32_t area_of_b)
    {
        builder.room_draft(a).area = area_of_a;
        builder.room_draft(b).area = area_of_b;
    }
    Transfer way(const WalkSettings& settings = {}, std::uint32_t flags = 0)
    {
        const Program program =
            small_program({ { "x", 0, 30, "a" }, { "y", 60, 90, "b", flags } }, builder);
        const std::vector both { occurrence_at(program, "x"), occurrence_at(program, "y") };
        const Places places = find_places(program, both, settings);
        return places.transfers.between(places.place_of[0], places.place_of[1]);
    }
};

} // namespace

TEST_SUITE("places")
{
    TEST_CASE("nothing is known of rooms that a file only names")
    {
        CHECK(TwoRooms {}.way() == Transfer { 0, Knowledge::Unknown });
    }

    TEST_CASE("the same room is no way, and neither is a stream")
    {
        const Program program =
            small_program({ { "x", 0, 30, "a" }, { "y", 60, 90, "a" }, { "z", 60, 90, "a" } });
        const std::vector both { occurrence_at(program, "x"), occurrence_at(program, "y") };
        const Places places = find_places(program, both, {});
        CHECK(places.place_of[0] == places.place_of[1]);
        CHECK(places.transfers.between(0, 0) == Transfer { 0, known });

        TwoRooms rooms;
        CHECK(rooms.way({}, pack::OccurrenceOnline) == Transfer { 0, known });
        rooms.builder.room_draft(rooms.b).flags = pack::RoomOnline;
        CHECK(rooms.way() == Transfer { 0, known });
    }

    TEST_CASE("a room that is not announced is unknown, also from itself")
    {
        const Program program = small_program({ { "x", 0, 30 }, { "y", 60, 90 } });
        const std::vector both { occurrence_at(program, "x"), occurrence_at(program, "y") };
        const Places places = find_places(program, both, { .areas = area_minutes_default });
        CHECK(places.transfers.between(places.place_of[0], places.place_of[1]).knowledge
            == Knowledge::Unknown);
    }

    TEST_CASE(
        "the organiser's walk between rooms goes before the one between areas, each way its own")
    {
        TwoRooms rooms;
        const std::uint32_t north = rooms.area("north");
        rooms.put(north, rooms.area("south"));
        rooms.builder.add_walk({ 0, 1, true, 9, {} });
        CHECK(rooms.way() == Transfer { 9, known });
        rooms.builder.add_walk({ rooms.a, rooms.b, false, 4, 7 });
        rooms.builder.add_walk({ rooms.b, rooms.a, false, 6, {} });
        CHECK(rooms.way() == Transfer { 4, known });
        CHECK(rooms.way({ .step_free = true }) == Transfer { 7, known });
        std::swap(rooms.a, rooms.b);
        const Program program =
            small_program({ { "x", 0, 30, "b" }, { "y", 60, 90, "a" } }, rooms.builder);
        const std::vector both { occurrence_at(program, "x"), occurrence_at(program, "y") };
        const Places places = find_places(program, both, { .step_free = true });
        CHECK(places.transfers.between(places.place_of[0], places.place_of[1])
            == Transfer { 6, known });
    }

    TEST_CASE("the pace multiplies and is rounded up")
    {
        TwoRooms rooms;
        rooms.builder.add_walk({ rooms.a, rooms.b, false, 5, {} });
        CHECK(rooms.way({ .pace_percent = 130 }).minutes == 7);
        CHECK(rooms.way({ .pace_percent = 80 }).minutes == 4);
        CHECK(rooms.way({ .pace_percent = -5 }).minutes == 2); // As slow as it gets.
    }

    TEST_CASE("areas without walks are guessed; by the attendee's three numbers they are known")
    {
        TwoRooms rooms;
        const std::uint32_t ua = rooms.area("UA"), ub = rooms.area("UB"), h = rooms.area("H");
        const WalkSettings told { .areas = AreaMinutes { 1, 3, 12 } };
        rooms.put(ua, ua);
        CHECK(rooms.way() == Transfer { 2, guessed });
        CHECK(rooms.way(told) == Transfer { 1, known });
        rooms.put(ua, ub);
        CHECK(rooms.way() == Transfer { 5, guessed });
        CHECK(rooms.way(told) == Transfer { 3, known });
        rooms.put(h, ub);
        CHECK(rooms.way() == Transfer { 10, guessed });
        CHECK(rooms.way(told) == Transfer { 12, known });
    }

    TEST_CASE("floors of one area add to a guess")
    {
        TwoRooms rooms;
        rooms.put(rooms.area("north"), 0);
        rooms.builder.room_draft(rooms.a).floor = -1;
        rooms.builder.room_draft(rooms.b).floor = 2;
        CHECK(rooms.way() == Transfer { 4, guessed });
    }

    TEST_CASE("positions are guessed by their distance")
    {
        TwoRooms rooms;
        RoomDraft& a = rooms.builder.room_draft(rooms.a);
        RoomDraft& b = rooms.builder.room_draft(rooms.b);
        a.flags = b.flags = pack::RoomHasPosition;
        // A thousandth of a degree of latitude is 111.2 metres: 1.5 minutes.
        a.latitude_micro_degrees = 50'812'000;
        b.latitude_micro_degrees = 50'813'000;
        a.longitude_micro_degrees = b.longitude_micro_degrees = 4'380'000;
        CHECK(rooms.way() == Transfer { 2, guessed });
        // Across the date line it is not once around the world.
        a.latitude_micro_degrees = b.latitude_micro_degrees = 0;
        a.longitude_micro_degrees = 179'999'500;
        b.longitude_micro_degrees = -179'999'500;
        CHECK(rooms.way() == Transfer { 2, guessed });
    }

    TEST_CASE("of several rooms the nearest counts")
    {
        TwoRooms rooms;
        rooms.builder.add_walk({ rooms.a, rooms.b, false, 9, {} });
        const std::uint32_t c = rooms.builder.room("c");
        rooms.builder.add_walk({ rooms.a, c, false, 3, {} });
        SessionDraft both;
        both.key = both.title = "both";
        OccurrenceDraft occurrence;
        occurrence.start = nine_o_clock() + 60;
        occurrence.end = nine_o_clock() + 90;
        occurrence.rooms = { rooms.b, c };
        both.occurrences.push_back(occurrence);
        rooms.builder.add_session(both);
        const Program program = small_program({ { "x", 0, 30, "a" } }, rooms.builder);
        const std::vector two { occurrence_at(program, "x"), occurrence_at(program, "both") };
        const Places places = find_places(program, two, {});
        CHECK(places.transfers.between(places.place_of[0], places.place_of[1])
            == Transfer { 3, known });
    }
}
