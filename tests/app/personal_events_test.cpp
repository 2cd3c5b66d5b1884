#include <doctest/doctest.h>

#include "app/support/world.h"

#include <algorithm>

using namespace hallway;

namespace {

test::World opened_world()
{
    test::World world;
    world.open();
    world.act(OpenLink { "#/plan?day=2026-01-31" });
    return world;
}

void fill(test::World& world, std::string_view title, std::string_view start, std::string_view end)
{
    const auto type = [&](const Intent& field, std::string_view text) {
        type_into(world.state, field, text, world.effects);
    };
    type(SetEventTitle {}, title);
    type(SetEventStart {}, start);
    type(SetEventEnd {}, end);
}

void add(test::World& world, std::string_view title, std::string_view start, std::string_view end)
{
    world.act(OpenEvent {});
    fill(world, title, start, end);
    world.act(SaveEvent {});
}

/// "11:00 Evolving Git; 12:00 Lunch" of the plan that is shown.
std::string told(const test::World& world)
{
    std::string text;
    const PageModel page = world.page();
    for (const PlanModel::Entry& entry : page.plan->entries) {
        if (!text.empty()) text += "; ";
        text.append(entry.card.start).append(" ").append(entry.card.title);
    }
    return text;
}

const SessionCard& own_card(const PageModel& page)
{
    const auto own = std::ranges::find_if(page.plan->entries,
        [](const PlanModel::Entry& entry) { return !entry.card.change_name.empty(); });
    REQUIRE(own != page.plan->entries.end());
    return own->card;
}

} // namespace

TEST_SUITE("app/personal events")
{
    TEST_CASE("it stands among the sessions of its day, and is kept as a choice")
    {
        test::World world = opened_world();
        world.act(ToggleStar { "git" });
        add(world, "Lunch with Ada", "12:30", "13:30");
        CHECK_FALSE(world.page().event_form);
        CHECK(told(world) == "11:00 Evolving Git; 12:30 Lunch with Ada");
        const PageModel page = world.page();
        CHECK(own_card(page).change_name == "Change: Lunch with Ada");
        CHECK(own_card(page).star.label.empty());
        CHECK(world.take<SaveRecord>().size() == 2);
        add(world, "Breakfast", "08:00", "08:30");
        CHECK(told(world) == "08:00 Breakfast; 11:00 Evolving Git; 12:30 Lunch with Ada");
        world.act(OpenLink { "#/plan?day=2026-02-01" });
        CHECK(told(world) == "");
    }

    TEST_CASE("a plan with nothing else is not empty")
    {
        test::World world = opened_world();
        CHECK(world.page().plan->empty);
        add(world, "Lunch", "12:30", "13:30");
        CHECK_FALSE(world.page().plan->empty);
        CHECK(world.page().plan->add);
    }

    TEST_CASE("what it overlaps says so, and the free time ends where it begins")
    {
        test::World world = opened_world();
        world.act(ToggleStar { "git" });
        add(world, "Call", "11:10", "11:30");
        const PageModel page = world.page();
        const SessionCard& git = page.plan->entries[0].card;
        REQUIRE(git.title == "Evolving Git");
        CHECK(std::ranges::any_of(git.marks, [](const SessionCard::Mark& mark) {
            return mark.kind == SessionCard::Mark::Kind::Overlap
                && mark.text.starts_with("Overlaps Call by 20 of ");
        }));
        add(world, "Train", "18:00", "19:00");
        CHECK(world.page().plan->entries.back().free.ends_with("to 18:00."));
    }

    TEST_CASE("what is missing is said, and what was typed stays")
    {
        struct {
            const char *title, *start, *end, *fault;
        } const cases[] = {
            { "  ", "12:00", "13:00", "Say what it is." },
            { "Lunch", "", "13:00", "Give a time for its start and one for its end." },
            { "Lunch", "12:00", "25:00", "Give a time for its start and one for its end." },
            { "Lunch", "12:00", "12:00", "Give a time for its start and one for its end." },
            { "Lunch", "13:00", "12:00", "It ends before it begins." },
        };
        for (const auto& it : cases) {
            CAPTURE(it.fault);
            test::World world = opened_world();
            add(world, it.title, it.start, it.end);
            const PageModel page = world.page();
            REQUIRE(page.event_form);
            CHECK(page.event_form->fault == it.fault);
            CHECK(page.event_form->what.value == it.title);
            CHECK(page.event_form->start.value == it.start);
            CHECK(world.take<SaveRecord>().empty());
        }
    }

    TEST_CASE("one that goes on after midnight ends on the next day")
    {
        test::World world = opened_world();
        add(world, "Party", "22:00", "01:30");
        CHECK(world.page().plan->entries[0].card.end == "01:30");
    }

    TEST_CASE("one of the night belongs to the day before, as sessions do")
    {
        test::World world = opened_world();
        add(world, "Night bus", "00:45", "01:15");
        CHECK(told(world) == "00:45 Night bus");
        const PageModel page = world.page();
        REQUIRE(own_card(page).marks.size() == 1);
        CHECK(own_card(page).marks[0].kind == SessionCard::Mark::Kind::Night);
        world.act(own_card(page).change);
        CHECK(world.page().event_form->days[0].chosen);
        world.act(SaveEvent {});
        CHECK(told(world) == "00:45 Night bus");
    }

    TEST_CASE("undo calls it by its title")
    {
        test::World world = opened_world();
        add(world, "Lunch", "12:30", "13:30");
        world.act(Undo {});
        CHECK(world.page().status.ends_with("Lunch"));
    }

    TEST_CASE("what is mended in the form is no fault any more")
    {
        test::World world = opened_world();
        add(world, "", "12:30", "13:30");
        CHECK_FALSE(world.page().event_form->fault.empty());
        type_into(world.state, SetEventTitle {}, "Lunch", world.effects);
        CHECK(world.page().event_form->fault.empty());
    }

    TEST_CASE("it is changed in place, moved to another day, removed, and brought back")
    {
        test::World world = opened_world();
        add(world, "Lunch", "12:30", "13:30");
        const PageModel before = world.page();
        world.act(own_card(before).change);
        CHECK(world.page().event_form->title == "Change it");
        CHECK(world.page().event_form->end.value == "13:30");
        fill(world, "Late lunch", "14:00", "15:00");
        world.act(SaveEvent {});
        CHECK(told(world) == "14:00 Late lunch");
        world.act(own_card(before).change);
        const PageModel form = world.page();
        REQUIRE(form.event_form->days.size() == 2);
        CHECK(form.event_form->days[0].chosen);
        world.act(form.event_form->days[1].intent);
        world.act(SaveEvent {});
        CHECK(told(world) == "");
        world.act(Undo {});
        CHECK(told(world) == "14:00 Late lunch");
        world.act(own_card(before).change);
        world.act(RemoveEvent {});
        CHECK(told(world) == "");
        world.act(Undo {});
        CHECK(told(world) == "14:00 Late lunch");
    }

    TEST_CASE("what was removed elsewhere opens nothing")
    {
        test::World world = opened_world();
        world.act(OpenEvent { "event:1:gone" });
        CHECK_FALSE(world.page().event_form);
        world.act(RemoveEvent {});
        CHECK(world.take<SaveRecord>().empty());
    }

    TEST_CASE("now tells the one that is on, and the one that comes before the next session")
    {
        test::World world = opened_world();
        world.act(ToggleStar { "git" });
        add(world, "Coffee", "10:15", "10:45");
        world.act(OpenLink { "#/now" });
        world.state.shown_is_set = world.state.shown_is_local = true;
        const auto at = [&](int hour, int minute) {
            world.state.shown_ms = (std::int64_t { date_of({ 2026, 1, 31 }).days } * minutes_per_day
                                       + hour * 60 + minute)
                * 60'000;
            return world.page();
        };
        const PageModel before = at(9, 50);
        CHECK(before.now->headline == "Next at 10:15.");
        REQUIRE(before.now->next.size() == 2);
        CHECK(before.now->next[0].title == "Coffee");
        const PageModel during = at(10, 20);
        REQUIRE(during.now->current.size() == 1);
        CHECK(during.now->current[0].card.title == "Coffee");
        CHECK(during.now->current[0].left == "25 min left");
        CHECK(during.now->next[0].title == "Evolving Git");
        add(world, "Train", "20:00", "22:00");
        add(world, "Breakfast", "08:00", "08:30");
        const PageModel early = at(7, 50);
        CHECK(early.now->headline == "Next at 08:00.");
        const PageModel evening = at(18, 40);
        REQUIRE(!evening.now->next.empty());
        CHECK(evening.now->next[0].title == "Train");
    }
}
