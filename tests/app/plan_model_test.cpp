#include <doctest/doctest.h>

#include "app/support/world.h"

using namespace hallway;
using test::World;

namespace {

World with_plan(std::initializer_list<const char*> keys)
{
    World world;
    world.open();
    for (const char* key : keys) world.act(ToggleStar { key });
    world.act(OpenLink { "#/plan" });
    return world;
}

} // namespace

TEST_SUITE("app/plan_model")
{
    TEST_CASE("my plan has the stars of the day with times, ends and what is free")
    {
        World world = with_plan({ "opening", "git", "łódź", "night" });
        const PageModel page = world.page();
        CHECK_FALSE(page.program);
        REQUIRE(page.plan);
        REQUIRE(page.plan->entries.size() == 4);
        const auto& entries = page.plan->entries;
        CHECK(entries[0].card.title == "Opening");
        CHECK(entries[0].card.start == "09:30");
        CHECK(entries[0].card.end == "10:00");
        CHECK(entries[1].free == "Free from 10:00 to 11:00.");
        REQUIRE(entries[2].card.marks.size() == 1);
        CHECK(entries[2].card.marks[0].text == "Overlaps Evolving Git by 25 of 25 min.");
        REQUIRE(entries[3].card.marks.size() == 1);
        CHECK(entries[3].card.marks[0].text == "after midnight");
        CHECK(page.plan->summary
            == "Saturday 31 January: 4 sessions, one choice to make, free 11:50 to 00:30.");
        REQUIRE(entries[1].choice);
        CHECK(entries[1].choice->text == "2 at the same time. Choose now, or at the door.");
        CHECK(entries[1].choice->compare.href == "#/compare/2026-01-31T11%3A00");
        CHECK(entries[1].choice->name == "Compare at 11:00");
        CHECK(page.plan->days.days[0].count == "4");
        CHECK(page.plan->days.days[0].href == "#/plan?day=2026-01-31");
        CHECK(page.views[2].current);
    }

    TEST_CASE("the day is that of the program, and the other way round")
    {
        World world = with_plan({ "closing" });
        CHECK(world.page().plan->empty);
        CHECK(world.page().plan->empty->text == "None of your stars is on this day.");
        world.act(OpenLink { "#/plan?day=2026-02-01" });
        CHECK(world.page().plan->entries.size() == 1);
        world.act(OpenLink { "#/program" });
        CHECK(world.page().program->list_label == "Sessions on Sunday 1 February");
    }

    TEST_CASE("what is over says so, and the page wakes when the next one ends")
    {
        World world = with_plan({ "opening", "git" });
        const auto is_over = [&](std::size_t entry) {
            const PageModel page = world.page();
            const auto& marks = page.plan->entries[entry].card.marks;
            return !marks.empty() && marks.back().text == "Ended";
        };
        CHECK_FALSE(is_over(0));
        world.state.unsaved.clear();
        world.state.shown_is_local = true;
        world.state.shown_ms =
            std::int64_t { floating_instant({ date_of({ 2026, 1, 31 }), 9 * 60 + 59 }).minutes }
            * 60'000;
        CHECK_FALSE(is_over(0));
        CHECK(page_wakes_at(world.state) == world.state.now_ms + 60'000);
        const std::uint64_t before = page_condition(world.state);
        world.state.shown_ms += 60'000;
        CHECK(page_condition(world.state) != before);
        CHECK(is_over(0));
        CHECK_FALSE(is_over(1));
        CHECK(page_wakes_at(world.state) == world.state.now_ms + 110 * 60'000);
        world.state.shown_ms += 110 * 60'000;
        CHECK(is_over(1));
        CHECK(page_wakes_at(world.state) == 0);
    }

    TEST_CASE("nobody has to choose among what is past, nor to plan it")
    {
        World world = with_plan({ "opening", "git", "łódź" });
        world.state.shown_is_local = true;
        const auto at = [&](std::int32_t minute) {
            world.state.shown_ms =
                std::int64_t { floating_instant({ date_of({ 2026, 1, 31 }), minute }).minutes }
                * 60'000;
            return *world.page().plan;
        };
        CHECK(at(11 * 60 + 24).entries[1].choice);
        CHECK(at(11 * 60 + 24).find);
        const PlanModel after = at(11 * 60 + 25);
        CHECK_FALSE(after.entries[1].choice);
        CHECK(after.summary == "Saturday 31 January: 3 sessions, free 10:00 to 11:00.");
        CHECK_FALSE(after.find);
    }

    TEST_CASE("an empty plan says what to do")
    {
        World world = with_plan({});
        REQUIRE(world.page().plan->empty);
        CHECK(world.page().plan->empty->text == "Star a session and it shows up here.");
        CHECK(world.page().plan->empty->actions[0].href == "#/program");
    }

    TEST_CASE("a star whose session is gone is shown as it was, and can be taken off and put back")
    {
        World world = with_plan({ "git" });
        const ChoiceKey key { "small-2026", "was", ChoiceField::Keenness };
        (void)world.state.agenda.choose(
            key, "want", { "A talk that was", "2026-01-31T16:00", "Foyer" }, 5);
        REQUIRE(world.page().plan->gone.size() == 1);
        CHECK(world.page().plan->gone[0].when == "Sat 31 Jan, 16:00");
        world.act(ToggleStar { "was" });
        CHECK(world.page().plan->gone.empty());
        world.act(Undo {});
        CHECK(world.page().plan->gone.size() == 1);
    }

    TEST_CASE("a session opened from the plan leads back to it, with the plan beside it")
    {
        World world = with_plan({ "git" });
        world.act(OpenLink { "#/session/git" });
        const PageModel page = world.page(Layout::Desktop);
        REQUIRE(page.plan);
        REQUIRE(page.session);
        CHECK(page.plan->entries[0].card.current);
        CHECK(page.session->back.label == "My plan");
        CHECK(page.session->back.href == "#/plan");
    }
}
