#include <doctest/doctest.h>

#include "app/support/world.h"

using namespace hallway;
using test::World;

namespace {

/// The world of the small program, its clock set to the event's local time.
World world_at(std::string_view local, std::string_view hash = "#/now")
{
    World world;
    const WallTime wall = parse_date_time(local)->wall;
    world.state.shown_ms = std::int64_t { floating_instant(wall).minutes } * 60'000;
    world.state.shown_is_local = world.state.shown_is_set = true;
    start(world.state, "small.json", hash, world.effects);
    world.open();
    return world;
}

NowModel now_of(const World& world)
{
    const PageModel page = world.page();
    REQUIRE(page.now);
    return *page.now;
}

std::vector<std::string> labels(const NowModel& now)
{
    std::vector<std::string> found;
    for (const NowModel::Group& group : now.groups) found.emplace_back(group.label);
    return found;
}

using Labels = std::vector<std::string>;

} // namespace

TEST_SUITE("app/now_model")
{
    TEST_CASE("of several at the same time the choice stands there, until one is decided on")
    {
        World world = world_at("2026-01-31T10:50");
        for (const char* key : { "git", "łódź" }) world.act(ToggleStar { key });
        const auto choice = now_of(world).choice;
        REQUIRE(choice);
        CHECK(choice->text == "2 at the same time. Choose now, or at the door.");
        CHECK(choice->compare.href == "#/compare/2026-01-31T11%3A00");
        world.act(ToggleGoing { "git#" });
        CHECK_FALSE(now_of(world).choice);
    }

    TEST_CASE("mine that is on: where, how long, how far; then the next, where and when")
    {
        World world = world_at("2026-01-31T11:40");
        for (const char* key : { "git", "tour" }) world.act(ToggleStar { key });
        const NowModel now = now_of(world);
        CHECK(now.time == "11:40");
        CHECK(now.zone_note == "Brussels time");
        REQUIRE(now.current.size() == 1);
        CHECK(now.current[0].card.title == "Evolving Git");
        CHECK(now.current[0].place == "Now in Janson");
        CHECK(now.current[0].left == "10 min left");
        CHECK(now.current[0].permille == 800);
        CHECK(now.headline == "Next: Foyer at 14:00.");
        CHECK(now.note == "");
        REQUIRE(now.next.size() == 1);
        CHECK(now.next[0].title == "Tour");
        CHECK(labels(now) == Labels { "1 on now" });
    }

    TEST_CASE("nothing of mine: until when, and what is on; folded, behind one button")
    {
        World world = world_at("2026-01-31T11:05");
        NowModel now = now_of(world);
        CHECK(now.current.empty());
        CHECK(now.headline == "Nothing of yours is coming up.");
        CHECK(labels(now) == Labels { "2 on now" });
        CHECK(now.groups[0].cards.size() == 2);
        CHECK(now.actions.empty());
        world.act(now.groups[0].toggle);
        world.act(ToggleStar { "tour" });
        now = now_of(world);
        CHECK(now.groups[0].cards.empty());
        CHECK(now.headline == "Nothing of yours until 14:00.");
        REQUIRE(now.actions.size() == 1);
        CHECK(now.actions[0].label == "See what's on (2)");
        world.act(now.actions[0].intent);
        now = now_of(world);
        CHECK(now.actions.empty());
        REQUIRE(now.groups[0].cards.size() == 2);
        CHECK(now.groups[0].cards[0].when == "Started 5 min ago, ends at 11:50.");
        world.act(now.groups[0].toggle);
        CHECK(now_of(world).groups[0].cards.empty());
    }

    TEST_CASE("what starts soon says when, and mine of it is told as next")
    {
        World world = world_at("2026-01-31T10:35");
        world.act(ToggleStar { "git" });
        world.act(ToggleSoon {});
        NowModel now = now_of(world);
        CHECK(now.headline == "Next: Janson at 11:00.");
        CHECK(now.note == "In 25 min");
        CHECK(labels(now) == Labels { "2 start soon" });
        REQUIRE(now.groups[0].cards.size() == 2);
        CHECK(now.groups[0].cards[0].when == "In 25 min, 11:00 – 11:50");
        CHECK(now.groups[0].cards[0].key != now.next[0].key);
        world.act(ToggleStar { "łódź" });
        now = now_of(world);
        CHECK(now.headline == "Next at 11:00: 2 of yours.");
        CHECK(now.next.size() == 2);
    }

    TEST_CASE("before the event: when it begins, and what is first of mine")
    {
        World world = world_at("2026-01-29T18:00");
        NowModel now = now_of(world);
        CHECK(now.time == "Thu 29 Jan, 18:00");
        CHECK(now.headline == "Begins Saturday 31 January at 09:30.");
        CHECK(now.note == "In 2 days");
        CHECK(now.actions.size() == 1);
        world.act(ToggleStar { "tour" });
        now = now_of(world);
        CHECK(now.actions.empty());
        REQUIRE(now.next.size() == 1);
        CHECK(now.next[0].when == "Sat 31 Jan, 14:00 – 14:30");
        CHECK(now.groups.empty());
    }

    TEST_CASE("after midnight it is still the evening; then the next day is told; then it is over")
    {
        World world = world_at("2026-02-01T00:45");
        world.act(ToggleStar { "night" });
        CHECK(now_of(world).current[0].left == "45 min left");
        world = world_at("2026-02-01T08:30");
        world.act(ToggleStar { "closing" });
        NowModel now = now_of(world);
        CHECK(now.headline == "Goes on Sunday 1 February at 14:00.");
        CHECK(now.note == "In 5 h 30 min");
        CHECK(now.next[0].title == "Closing");
        world = world_at("2026-02-01T20:30");
        now = now_of(world);
        CHECK(now.headline == "Small Conf 2026 is over.");
        REQUIRE(now.actions.size() == 1);
        CHECK(now.actions[0].href == "#/plan");
    }

    TEST_CASE("during the event the page opens with it, unless the address names a place")
    {
        World world = world_at("2026-01-31T11:05", "");
        CHECK(world.state.route.screen == Route::Screen::Now);
        auto replaced = world.take<ReplaceRoute>();
        REQUIRE(replaced.size() == 1);
        CHECK(replaced[0].href == "#/now");
        CHECK(world_at("2026-01-31T11:05", "#/program").page().program);
        CHECK(world_at("2026-01-31T11:05", "#/plan").page().plan);
        World before = world_at("2026-01-29T11:05", "");
        CHECK(before.page().program);
        CHECK(before.take<ReplaceRoute>().empty());
        CHECK(world_at("2026-02-01T21:00", "").page().program);

        // A place that was gone to stays, whatever arrives.
        world.act(OpenLink { "#/plan" });
        world.open();
        CHECK(world.page().plan);
    }

    TEST_CASE("a program without any time has no now")
    {
        ProgramBuilder builder;
        builder.conference.title = "Undated";
        SessionDraft session;
        session.title = session.key = "Later";
        builder.add_session(std::move(session));
        World world;
        start(world.state, "undated.json", "#/now", world.effects);
        world.hear(ProgramArrived {
            std::make_shared<const Bytes>(builder.build()), "undated.json", false, std::nullopt });
        const PageModel page = world.page();
        CHECK(page.program);
        CHECK_FALSE(page.now);
        CHECK(page.views.front().label == "Program");
        CHECK(page.views.front().current);
    }

    TEST_CASE("the list tells what has ended, as long as the event goes on")
    {
        World world = world_at("2026-01-31T12:00");
        world.act(OpenLink { "#/program?day=2026-01-31" });
        const auto row = [&] { return test::row_of(world.page(), "Evolving Git"); };
        CHECK(row().over);
        CHECK(row().track.starts_with("Ended"));
        world = world_at("2026-01-31T11:10");
        world.act(OpenLink { "#/program?day=2026-01-31" });
        CHECK_FALSE(row().over);
        world = world_at("2026-03-01T12:00");
        world.act(OpenLink { "#/program?day=2026-01-31" });
        CHECK_FALSE(row().over);
    }

    TEST_CASE("the clock wakes on the minute while the page shows it, and else when something ends")
    {
        World world;
        start(world.state, "small.json", "#/now", world.effects);
        world.open();
        world.state.shown_ms = world.state.now_ms = 1'769'850'012'345;
        CHECK(page_wakes_at(world.state) == 1'769'850'060'000);
        const std::uint64_t before = page_condition(world.state);
        world.state.shown_ms += 40'000;
        CHECK(page_condition(world.state) == before);
        world.state.shown_ms += 10'000;
        CHECK(page_condition(world.state) != before);
        world.act(OpenLink { "#/program" });
        // At 11:25, when the first that is listed ends; the clock stands at 10:01.
        CHECK(page_wakes_at(world.state) == 1'769'855'050'000);

        // A clock that was set is shown on every page, and has its own minutes.
        world.state.shown_is_set = true;
        world.state.shown_ms = world.state.now_ms + 17'655;
        CHECK(page_wakes_at(world.state) == world.state.now_ms + 30'000);
        world.act(OpenLink { "#/now" });
        world.act(OpenLink { "#/open" });
        CHECK(page_wakes_at(world.state) == 0);
    }

    TEST_CASE("a clock that was set is told, with the way back")
    {
        World world = world_at("2026-01-31T11:05");
        const PageModel page = world.page();
        REQUIRE(page.clock_note);
        CHECK(*page.clock_note == "The clock shows Sat 31 Jan, 11:05, as the address says.");
        world.act(page.clock_action->intent);
        CHECK(world.take<LeaveSetTime>().size() == 1);
        world.state.shown_is_set = false;
        CHECK_FALSE(world.page().clock_note);
    }

    TEST_CASE("a program without a zone goes by the device's clock")
    {
        ProgramBuilder builder;
        builder.conference.title = "Here";
        SessionDraft session;
        session.title = session.key = "Talk";
        OccurrenceDraft occurrence;
        occurrence.start = floating_instant({ date_of({ 2026, 1, 31 }), 10 * 60 });
        occurrence.end = occurrence.start + 30;
        session.occurrences = { occurrence };
        builder.add_session(std::move(session));
        World world;
        world.state.shown_ms = world.state.now_ms; // 9:00Z, which is 10:00 here.
        start(world.state, "here.json", "#/now", world.effects);
        world.hear(ProgramArrived {
            std::make_shared<const Bytes>(builder.build()), "here.json", false, std::nullopt });
        const NowModel now = now_of(world);
        CHECK(now.time == "10:00");
        CHECK(labels(now) == Labels { "1 on now" });
        CHECK(now.zone_note == "Times as the conference printed them.");
    }

    TEST_CASE("the program's headings say what is still running")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/program?day=2026-01-31" });
        const auto slots = world.page().program->slots;
        CHECK(slots[1].note == "");
        ProgramBuilder builder;
        builder.conference.title = "Overlaps";
        builder.conference.day_boundary = 5 * 60;
        builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
        const auto add = [&](const char* key, int hour, int minute, Minutes length,
                             std::uint32_t flags = 0) {
            SessionDraft session;
            session.title = session.key = key;
            OccurrenceDraft occurrence;
            occurrence.start =
                builder.zone.instant({ date_of({ 2026, 1, 31 }), hour * 60 + minute });
            occurrence.end = occurrence.start + length;
            occurrence.flags = flags;
            session.occurrences = { occurrence };
            builder.add_session(std::move(session));
        };
        add("long", 9, 0, 16 * 60);
        add("gone", 9, 0, 600, pack::OccurrenceCancelled);
        add("short", 9, 30, 30);
        add("at ten", 10, 0, 30);
        add("night", 24, 10, 30);
        world.hear(ProgramArrived {
            std::make_shared<const Bytes>(builder.build()), "overlaps.json", false, std::nullopt });
        std::vector<std::string> notes;
        const PageModel page = world.page();
        for (const TimeSlot& slot : page.program->slots) notes.emplace_back(slot.note);
        CHECK(notes
            == std::vector<std::string> {
                "", "1 still running", "1 still running", "after midnight, 1 still running" });
        world.act(SetQuery { "ten" });
        CHECK(world.page().program->slots[0].note == "");
    }

    TEST_CASE("on a day of the event the program jumps to the slot of now")
    {
        World world = world_at("2026-01-31T11:20", "#/program?day=2026-02-01");
        PageModel page = world.page();
        REQUIRE(page.program->jump);
        CHECK(page.program->jump_number == 0);
        world.act(page.program->jump->intent);
        page = world.page();
        CHECK(page.program->list_label == "Sessions on Saturday 31 January");
        CHECK(page.program->jump_number == 1);
        CHECK(page.program->slots[page.program->now_slot].time == "11:00");
        // All of it is over: what comes next is nearer.
        world.state.shown_ms += 60 * 60'000;
        world.act(JumpToNow {});
        page = world.page();
        CHECK(page.program->jump_number == 2);
        CHECK(page.program->slots[page.program->now_slot].time == "14:00");
        CHECK_FALSE(world_at("2026-01-29T11:20", "#/program").page().program->jump);
    }

    TEST_CASE("a list of today opens at now, that of another day or of a search at its start")
    {
        World world = world_at("2026-01-31T11:20", "#/program?day=2026-01-31");
        const PageModel page = world.page();
        CHECK(page.program->slots[page.program->now_slot].time == "11:00");
        CHECK(
            world_at("2026-01-31T11:20", "#/program?day=2026-02-01").page().program->now_slot == 0);
        CHECK(world_at("2026-01-29T11:20", "#/program").page().program->now_slot == 0);
        world.act(SetQuery { "o" });
        REQUIRE(world.page().program->slots.size() > 1);
        CHECK(world.page().program->now_slot == 0);
    }
}
