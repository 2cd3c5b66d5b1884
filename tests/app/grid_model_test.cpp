#include <doctest/doctest.h>

#include "app/grid_model.h"
#include "app/shown_time.h"
#include "app/support/world.h"

#include <algorithm>

using namespace hallway;
using test::World;

namespace {

/// A day in Brussels, to be filled by each test.
struct Day {
    ProgramBuilder builder;

    Day()
    {
        builder.conference.key = "grid-2026";
        builder.conference.title = "Grid Conf";
        builder.conference.day_boundary = 5 * 60;
        builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
    }

    /// `at`: minutes after the midnight before 31 January.
    void add(std::string_view title, Minutes at, Minutes length,
        std::initializer_list<std::string_view> rooms, SessionDraft session = {})
    {
        session.key = title;
        session.title = title;
        OccurrenceDraft occurrence;
        occurrence.start = builder.zone.instant({ date_of({ 2026, 1, 31 }), 0 }) + at;
        occurrence.end = occurrence.start + length;
        for (const std::string_view room : rooms) occurrence.rooms.push_back(builder.room(room));
        session.occurrences = { occurrence };
        builder.add_session(std::move(session));
    }
    void add_break(std::string_view title, Minutes at, Minutes length,
        std::initializer_list<std::string_view> rooms)
    {
        SessionDraft session;
        session.kind = pack::SessionKind::Break;
        add(title, at, length, rooms, std::move(session));
    }

    /// The app with this program, looking at it by room.
    [[nodiscard]] World open()
    {
        World world;
        world.hear(ProgramArrived { std::make_shared<const Bytes>(builder.build()), "grid.json",
            false, std::nullopt, world.minutes_ago(0) });
        world.act(OpenLink { "#/grid" });
        return world;
    }
};

const GridModel::Column& column_of(const GridModel& grid, std::string_view name)
{
    const auto at = std::ranges::find(grid.columns, name, &GridModel::Column::name);
    check(at != grid.columns.end(), "there is no such column");
    return *at;
}

const GridModel::Block& block_of(const GridModel& grid, std::string_view title)
{
    const auto at = std::ranges::find(grid.blocks, title, &GridModel::Block::title);
    check(at != grid.blocks.end(), "there is no such block");
    return *at;
}

std::string names_of(const GridModel& grid)
{
    std::string names;
    for (const GridModel::Column& column : grid.columns) names.append(column.name) += ";";
    return names;
}

} // namespace

TEST_SUITE("app/grid_model")
{
    TEST_CASE("one room is no grid: its address shows the list, and nothing leads there")
    {
        Day day;
        day.add("Talk", 18 * 60, 30, { "Hall" });
        const PageModel page = day.open().page();
        CHECK_FALSE(page.grid);
        REQUIRE(page.program);
        CHECK(page.program->rows.size() == 1);
        CHECK(page.lists.empty());
        CHECK_FALSE(page.program->filters.has_any);
    }

    TEST_CASE("rooms with anything that day are columns, in the order of the file")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/grid?day=2026-01-31" });
        const PageModel page = world.page();
        REQUIRE(page.grid);
        CHECK_FALSE(page.program);
        CHECK(names_of(*page.grid) == "Janson;K.1.105;Bar;Foyer;");
        CHECK(page.grid->list_label == "By room on Saturday 31 January");
        const GridModel::Column& janson = column_of(*page.grid, "Janson");
        CHECK(janson.count == "2 sessions");
        CHECK(janson.place == "Room 1 of 4");
        CHECK(janson.href == "#/room/Janson");
        CHECK(page.views[1].current); // the program's
        world.act(OpenLink { "#/grid?day=2026-02-01" });
        CHECK(names_of(*world.page().grid) == "Janson;Foyer;");
    }

    TEST_CASE("blocks start and last in minutes from the first hour")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/grid?day=2026-01-31" });
        const GridModel grid = *world.page().grid;
        CHECK(block_of(grid, "Opening").start == 30);
        CHECK(block_of(grid, "Opening").length == 30);
        CHECK(block_of(grid, "Opening").link_label == "Opening, 09:30");
        CHECK(block_of(grid, "Evolving Git").span == "11:00 – 11:50");
        CHECK(block_of(grid, "Evolving Git").duration == "50 min");
        CHECK(grid.marks[0].time == "09:00");
        CHECK(grid.marks[1].time == "09:30");
    }

    TEST_CASE("what is after midnight stands at the end of its event day")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/grid?day=2026-01-31" });
        const GridModel grid = *world.page().grid;
        CHECK(block_of(grid, "Night owls").start == 15 * 60 + 30);
        CHECK(grid.length == 17 * 60);
        CHECK(grid.marks.back().time == "02:00");
    }

    TEST_CASE("what goes on for days ends with the event day")
    {
        Day day;
        day.add("Exhibition", 9 * 60, 3 * 24 * 60, { "Hall" });
        day.add("Talk", 10 * 60, 30, { "Room" });
        const GridModel grid = *day.open().page().grid;
        CHECK(block_of(grid, "Exhibition").length == 20 * 60);
        CHECK(grid.marks.back().time == "05:00");
    }

    TEST_CASE("sessions that overlap in a room stand beside each other; those that touch do not")
    {
        Day day;
        day.add("One", 600, 60, { "Hall" });
        day.add("Two", 630, 60, { "Hall" });
        day.add("Three", 660, 30, { "Hall" });
        day.add("Four", 690, 30, { "Hall" });
        day.add("Elsewhere", 600, 60, { "Room" });
        const GridModel grid = *day.open().page().grid;
        CHECK(block_of(grid, "One").lanes == 2);
        CHECK(block_of(grid, "One").lane == 0);
        CHECK(block_of(grid, "Two").lane == 1);
        CHECK(block_of(grid, "Three").lane == 0);
        CHECK(block_of(grid, "Three").lanes == 2);
        CHECK(block_of(grid, "Four").lanes == 1);
        CHECK(block_of(grid, "Elsewhere").lanes == 1);
    }

    TEST_CASE("what is open all day beside shorter sessions is a strip, alone it is a block")
    {
        Day day;
        day.add("Exhibition", 540, 480, { "Hall" });
        day.add("Quiet", 540, 600, { "Hall" });
        day.add("Talk", 600, 50, { "Hall" });
        day.add("Alone", 540, 480, { "Room" });
        const GridModel grid = *day.open().page().grid;
        CHECK(column_of(grid, "Hall").strips == 2);
        CHECK(block_of(grid, "Exhibition").strip);
        CHECK(block_of(grid, "Exhibition").lane != block_of(grid, "Quiet").lane);
        CHECK_FALSE(block_of(grid, "Talk").strip);
        CHECK(block_of(grid, "Talk").lanes == 1);
        CHECK_FALSE(block_of(grid, "Alone").strip);
        CHECK(column_of(grid, "Room").strips == 0);
    }

    TEST_CASE("eighty posters at the same time have eighty lanes")
    {
        Day day;
        for (int i = 0; i < 80; ++i) day.add("Poster " + std::to_string(i), 600, 90, { "Hall" });
        day.add("Talk", 600, 30, { "Room" });
        const GridModel grid = *day.open().page().grid;
        CHECK(block_of(grid, "Poster 79").lanes == 80);
        CHECK(block_of(grid, "Poster 79").lane == 79);
        CHECK(block_of(grid, "Poster 79").same_time);
        CHECK(block_of(grid, "Talk").same_time);
    }

    TEST_CASE("a moment is shown for five minutes and overlaps what begins with it")
    {
        Day day;
        day.add("Bell", 600, 0, { "Hall" });
        day.add("Talk", 600, 30, { "Hall" });
        day.add("Other", 600, 30, { "Room" });
        const GridModel grid = *day.open().page().grid;
        CHECK(block_of(grid, "Bell").length == 5);
        CHECK(block_of(grid, "Talk").lanes == 2);
        CHECK_FALSE(block_of(grid, "Talk").same_time);
    }

    TEST_CASE("a break in several rooms is one band across all, while nothing else is on")
    {
        Day day;
        day.add("Talk", 600, 60, { "A" });
        day.add("Talk 2", 600, 60, { "B" });
        day.add("Talk 3", 600, 60, { "C" });
        day.add_break("Coffee", 660, 30, { "A", "B" });
        const GridModel grid = *day.open().page().grid;
        REQUIRE(grid.bands.size() == 1);
        CHECK(grid.bands[0].block.title == "Coffee");
        CHECK(grid.bands[0].first_column == 0);
        CHECK(grid.bands[0].column_count == 3);
        CHECK(grid.blocks.size() == 3);
    }

    TEST_CASE("a break beside a talk is a band over its free rooms, or a block in a single one")
    {
        Day day;
        for (const char* room : { "A", "B", "C", "D", "E" }) day.add(room, 600, 60, { room });
        day.add("Late", 660, 30, { "C" });
        day.add_break("Coffee", 660, 30, { "A", "B", "C", "E" });
        const GridModel grid = *day.open().page().grid;
        REQUIRE(grid.bands.size() == 1);
        CHECK(grid.bands[0].column_count == 2);
        CHECK(block_of(grid, "Late").lanes == 2);
        CHECK(column_of(grid, "D").block_count == 1);
        CHECK(column_of(grid, "E").block_count == 2);
    }

    TEST_CASE("a break without a room is for all")
    {
        Day day;
        day.add("Talk", 600, 60, { "A" });
        day.add("Talk 2", 600, 60, { "B" });
        day.add_break("Lunch", 720, 60, {});
        const GridModel grid = *day.open().page().grid;
        CHECK(names_of(grid) == "A;B;");
        REQUIRE(grid.bands.size() == 1);
        CHECK(grid.bands[0].column_count == 2);
    }

    TEST_CASE("sessions without a room stand last, to be announced")
    {
        Day day;
        day.add("Somewhere", 600, 60, {});
        day.add("Talk", 600, 60, { "A" });
        day.add("Talk 2", 600, 60, { "B" });
        const GridModel grid = *day.open().page().grid;
        CHECK(names_of(grid) == "A;B;To be announced;");
        CHECK(grid.columns[2].place.empty());
        CHECK(grid.columns[0].place == "Room 1 of 2");
    }

    TEST_CASE("a session in several rooms stands in each")
    {
        Day day;
        day.add("Both", 600, 60, { "A", "B" });
        const GridModel grid = *day.open().page().grid;
        REQUIRE(grid.blocks.size() == 2);
        CHECK(grid.blocks[0].key != grid.blocks[1].key);
    }

    TEST_CASE("rooms of an area stand together, where the file has the first of them")
    {
        Day day;
        const std::uint32_t north = day.builder.add_area({ .key = "n", .name = "North" });
        const std::uint32_t south = day.builder.add_area({ .key = "s", .name = "South" });
        day.builder.room_draft(day.builder.room("S1")).area = south;
        day.builder.room_draft(day.builder.room("N1")).area = north;
        day.builder.room("X");
        day.builder.room_draft(day.builder.room("S2")).area = south;
        for (const char* room : { "X", "S1", "N1", "S2" }) day.add(room, 600, 60, { room });
        const GridModel grid = *day.open().page().grid;
        CHECK(names_of(grid) == "S1;S2;N1;X;");
        CHECK(grid.columns[2].area == "North");
    }

    TEST_CASE("rooms with stars come first when the day is opened, and none moves while it is open")
    {
        Day day;
        for (const char* room : { "A", "B", "C" }) day.add(room, 600, 60, { room });
        World world = day.open();
        world.act(ToggleStar { "C" });
        CHECK(names_of(*world.page().grid) == "A;B;C;");
        world.act(OpenLink { "#/session/A" });
        world.act(OpenLink { "#/grid" });
        CHECK(names_of(*world.page().grid) == "A;B;C;");
        world.act(OpenLink { "#/program" });
        world.act(OpenLink { "#/grid" });
        CHECK(names_of(*world.page().grid) == "C;A;B;");
        CHECK(is_starred(block_of(*world.page().grid, "C").keenness));
    }

    TEST_CASE("the present is a line on its day, and another page every minute")
    {
        Day day;
        day.add("Talk", 600, 60, { "A" });
        day.add("Talk 2", 600, 60, { "B" });
        World world = day.open();
        world.state.shown_is_local = true;
        world.state.shown_ms =
            std::int64_t { floating_instant({ date_of({ 2026, 1, 31 }), 644 }).minutes } * 60'000
            + 15'000;
        const GridModel grid = *world.page().grid;
        REQUIRE(grid.now);
        CHECK(grid.now->minute == 44);
        CHECK(grid.now->time == "10:44");
        CHECK(shown_tick(world.state) == world.state.shown_ms / 60'000);
        CHECK(page_wakes_at(world.state) == world.state.now_ms + 45'000);
        world.act(OpenLink { "#/program" });
        CHECK_FALSE(shows_minute(world.state));
        // At 11:00, when something ends.
        CHECK(page_wakes_at(world.state) == world.state.now_ms + 945'000);
        world.act(OpenLink { "#/grid" });
        world.state.shown_ms += 24 * 3'600'000;
        CHECK_FALSE(world.page().grid->now);
        CHECK(page_wakes_at(world.state) == 0);
    }

    TEST_CASE("with one room there is no other way to look at the program")
    {
        Day one;
        one.add("Talk", 600, 60, { "A" });
        World world = one.open();
        world.act(OpenLink { "#/program" });
        CHECK(world.page().lists.empty());
        Day two;
        two.add("Talk", 600, 60, { "A" });
        two.add("Talk 2", 600, 60, { "B" });
        world = two.open();
        const PageModel page = world.page();
        REQUIRE(page.lists.size() == 2);
        CHECK(page.lists[1].label == "By room");
        CHECK(page.lists[1].current);
        world.act(OpenLink { "#/plan" });
        CHECK(world.page().lists.empty());
    }

    TEST_CASE("the days lead to the grid, sessions without a time to the list")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/grid" });
        const PageModel page = world.page();
        REQUIRE(page.grid->days.days.size() == 3);
        CHECK(page.grid->days.days[1].href == "#/grid?day=2026-02-01");
        CHECK(page.grid->days.days[2].href == "#/program?day=none");
        world.act(OpenLink { "#/program?day=none" });
        CHECK(world.page().lists[1].href == "#/grid");
        world.act(OpenLink { "#/grid" });
        CHECK(world.page().grid->days.days[0].current);
        world.act(OpenLink { "#/session/git" });
        CHECK(world.page().session->back.href == "#/grid");
    }
}
