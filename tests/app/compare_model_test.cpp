#include <doctest/doctest.h>

#include "app/grid_model.h"
#include "app/support/world.h"

#include <algorithm>

using namespace hallway;
using test::row_of;
using test::World;

namespace {

/// "Evolving Git" and "Trams of Łódź" are both at 11:00, for 50 and for 25 minutes.
World comparing()
{
    World world;
    world.open();
    world.act(ToggleStar { "git" });
    world.act(ToggleStar { "łódź" });
    world.act(OpenLink { "#/compare/2026-01-31T11%3A00" });
    return world;
}

/// Of the packages: what begins together stands in the program's order.
constexpr std::size_t git = 0, trams = 1;

CompareModel compared(const World& world)
{
    const PageModel page = world.page();
    REQUIRE(page.compare);
    return *page.compare;
}

} // namespace

TEST_SUITE("app/compare_model")
{
    TEST_CASE("of what is past nothing can be chosen, and nobody misses it")
    {
        World world = comparing();
        world.state.shown_is_local = true;
        world.state.shown_ms =
            std::int64_t { floating_instant({ date_of({ 2026, 1, 31 }), 11 * 60 + 25 }).minutes }
            * 60'000;
        const CompareModel model = compared(world);
        const auto of = [&](std::string_view title) {
            return *std::ranges::find_if(model.packages,
                [&](const auto& package) { return package.cards[0].title == title; });
        };
        CHECK(of("Trams of Łódź").cards[0].marks[0].text == "Ended");
        CHECK_FALSE(of("Trams of Łódź").go);
        CHECK(of("Trams of Łódź").parts.empty());
        CHECK(of("Evolving Git").cards[0].marks.empty());
        CHECK(of("Evolving Git").lines.empty());
    }

    TEST_CASE("each is a package with what it costs")
    {
        const CompareModel model = compared(comparing());
        CHECK(model.title == "Which one at 11:00?");
        CHECK(model.day == "Sat 31 Jan");
        REQUIRE(model.packages.size() == 2);
        const auto& package = model.packages[git];
        REQUIRE(package.cards.size() == 1);
        CHECK(package.cards[0].title == "Evolving Git");
        REQUIRE(package.lines.size() == 1);
        CHECK(package.lines[0].text == "Going here, you'd miss: Trams of Łódź.");
        CHECK(package.letter == "A");
        CHECK(model.open_label == "Leave it open");
        CHECK(package.go->label == "I'm going to this one");
        CHECK_FALSE(package.go->on);
    }

    TEST_CASE("what is walked past in one place is one bar of the strip, with all its titles")
    {
        ProgramBuilder builder;
        builder.conference.key = "posters-2026";
        builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
        const auto add = [&](std::string_view title, pack::SessionKind kind,
                             std::string_view room) {
            SessionDraft session;
            session.key = session.title = title;
            session.kind = kind;
            OccurrenceDraft occurrence;
            occurrence.start = builder.zone.instant({ date_of({ 2026, 1, 31 }), 11 * 60 });
            occurrence.end = occurrence.start + 60;
            occurrence.rooms = { builder.room(room) };
            session.occurrences = { occurrence };
            builder.add_session(std::move(session));
        };
        add("Lifts", pack::SessionKind::Poster, "Foyer");
        add("Puddles", pack::SessionKind::Poster, "Foyer");
        add("Talk", pack::SessionKind::Talk, "Hall");
        World world;
        world.hear(ProgramArrived { std::make_shared<const Bytes>(builder.build()), "posters.json",
            false, std::nullopt, world.minutes_ago(0) });
        for (const char* key : { "Lifts", "Puddles", "Talk" }) world.act(ToggleStar { key });
        world.act(OpenLink { "#/compare/2026-01-31T11%3A00" });
        const CompareModel model = compared(world);
        REQUIRE(model.strip.bars.size() == 2);
        CHECK(model.strip.bars[0].text == "A Lifts, Puddles");
        CHECK(model.strip.bars[1].text == "B Talk");
    }

    TEST_CASE("a strip shows when each of them is, between round times")
    {
        const CompareModel::Strip strip = compared(comparing()).strip;
        CHECK(strip.length == 60);
        REQUIRE(strip.marks.size() == 5);
        CHECK(strip.marks[0].time == "11:00");
        CHECK(strip.marks[4].time == "12:00");
        REQUIRE(strip.bars.size() == 2);
        CHECK(strip.bars[0].text == "A Evolving Git");
        CHECK(strip.bars[0].length == 50);
        CHECK(strip.bars[1].text == "B Trams of Łódź");
        CHECK(strip.bars[1].length == 25);
    }

    TEST_CASE("one tap goes there, another to the rival instead, each is one step to take back")
    {
        World world = comparing();
        world.act(compared(world).packages[git].go->intent);
        CHECK(compared(world).packages[git].go->on);
        CHECK(compared(world).packages[git].go->label == "Going");
        world.act(Undo {});
        CHECK_FALSE(compared(world).packages[git].go->on);
        world.act(Redo {});
        world.act(compared(world).packages[trams].go->intent);
        CHECK(compared(world).packages[trams].go->on);
        CHECK_FALSE(compared(world).packages[git].go->on);
        world.act(Undo {});
        CHECK_FALSE(compared(world).packages[trams].go->on);
        CHECK(compared(world).packages[git].go->on);
        world.act(Redo {});
        world.act(compared(world).packages[trams].go->intent);
        CHECK_FALSE(compared(world).packages[trams].go->on);
        CHECK(compared(world).packages.size() == 2);
    }

    TEST_CASE("in my plan and in the list what was chosen stands out, and its rival steps back")
    {
        World world = comparing();
        world.act(compared(world).packages[git].go->intent);
        world.act(OpenLink { "#/plan" });
        const PageModel plan = world.page();
        REQUIRE(plan.plan->entries.size() == 2);
        for (const PlanModel::Entry& entry : plan.plan->entries)
            CHECK(entry.card.passed_over == (entry.card.title == "Trams of Łódź"));
        for (const PlanModel::Entry& entry : plan.plan->entries) {
            if (!entry.card.passed_over) continue;
            REQUIRE(entry.card.marks.size() == 1);
            CHECK(entry.card.marks[0].text == "Going to Evolving Git.");
        }
        CHECK(plan.plan->summary.find(": 1 session") != std::string_view::npos);
        world.act(OpenLink { "#/program" });
        const PageModel list = world.page();
        CHECK(row_of(list, "Evolving Git").going);
        CHECK_FALSE(row_of(list, "Trams of Łódź").going);
        world.act(OpenLink { "#/grid" });
        const PageModel grid = world.page();
        for (const GridModel::Block& block : grid.grid->blocks)
            CHECK(block.going == (block.title == "Evolving Git"));
    }

    TEST_CASE("coming when the other one is over settles it; both stars stay")
    {
        World world = comparing();
        REQUIRE(compared(world).packages[git].parts.size() == 1);
        CHECK(compared(world).packages[git].parts[0].label == "Go to part of it");
        const auto parts = compared(world).packages[git].parts[0].options;
        REQUIRE(parts.size() == 1);
        CHECK(parts[0].label == "I'll come at 11:25");
        world.act(parts[0].intent);
        CHECK(compared(world).packages[git].parts[0].options[0].on);
        world.act(OpenLink { "#/plan" });
        const PageModel page = world.page();
        CHECK(page.plan->entries.size() == 2);
        CHECK(std::ranges::none_of(
            page.plan->entries, [](const PlanModel::Entry& it) { return it.choice.has_value(); }));
        world.act(OpenLink { "#/compare/2026-01-31T11%3A00" });
        world.act(compared(world).packages[git].parts[0].options[0].intent);
        CHECK_FALSE(compared(world).packages[git].parts[0].options[0].on);
    }

    TEST_CASE("an address of nothing, and of no time, says so")
    {
        World world = comparing();
        for (const char* href : { "#/compare/2026-01-31T15%3A00", "#/compare/noon" }) {
            world.act(OpenLink { href });
            CHECK(compared(world).packages.empty());
            CHECK_FALSE(compared(world).nothing.empty());
        }
    }
}

TEST_SUITE("app/star_notice")
{
    TEST_CASE(
        "a star that clashes says so in one line with two buttons, which goes with the next step")
    {
        World world;
        world.open();
        world.act(ToggleStar { "git" });
        CHECK_FALSE(world.page().notice);
        world.act(ToggleStar { "łódź" });
        const PageModel page = world.page();
        REQUIRE(page.notice);
        CHECK(page.notice->text == "Starred. It overlaps Evolving Git.");
        REQUIRE(page.notice->actions.size() == 2);
        CHECK(page.notice->actions[0].intent == OpenLink { "#/compare/2026-01-31T11%3A00" });
        world.act(page.notice->actions[1].intent);
        CHECK_FALSE(world.page().notice);
        CHECK_FALSE(row_of(world.page(), "Trams of Łódź").keenness == Keenness::Want);
    }

    TEST_CASE("a star taken off says nothing, nor does one that clashes with nothing")
    {
        World world;
        world.open();
        world.act(ToggleStar { "git" });
        world.act(ToggleStar { "opening" });
        CHECK_FALSE(world.page().notice);
        world.act(ToggleStar { "łódź" });
        world.act(ToggleStar { "łódź" });
        CHECK_FALSE(world.page().notice);
    }
}
