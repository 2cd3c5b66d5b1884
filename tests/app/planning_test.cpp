#include <doctest/doctest.h>

#include "app/grid_model.h"
#include "app/support/world.h"
#include "app/update_plan.h"

#include <algorithm>
#include <optional>

using namespace hallway;
using test::row_of;
using test::World;

namespace {

constexpr Minutes walk_minutes = 6;

struct Slot {
    std::string key, room;
    int start = 0, end = 0; ///< minutes after 9:00
    std::string parent = {};
    std::string title = {}; ///< empty: the key
    pack::Tristate recorded = pack::Tristate::Unknown;
};

/// One day in Brussels. North and South are known to be six minutes apart; nobody knows where
/// "nowhere" is.
World world_of(const std::vector<Slot>& slots)
{
    ProgramBuilder builder;
    builder.conference.key = "walks-2026";
    builder.conference.title = "Walks 2026";
    builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
    builder.add_walk({ builder.room("North"), builder.room("South"), false, walk_minutes, {} });
    builder.add_walk({ builder.room("South"), builder.room("North"), false, walk_minutes, {} });
    std::vector<SessionDraft> drafts;
    for (const Slot& slot : slots) {
        auto at = std::ranges::find(drafts, slot.key, &SessionDraft::key);
        if (at == drafts.end()) {
            SessionDraft draft;
            draft.key = slot.key;
            draft.title = slot.title.empty() ? slot.key : slot.title;
            draft.parent_key = slot.parent;
            draft.recorded = slot.recorded;
            at = drafts.insert(drafts.end(), draft);
        }
        OccurrenceDraft occurrence;
        const Instant nine = builder.zone.instant({ date_of({ 2026, 1, 31 }), 9 * 60 });
        occurrence.start = nine + slot.start;
        occurrence.end = nine + slot.end;
        occurrence.rooms = { builder.room(slot.room) };
        at->occurrences.push_back(occurrence);
    }
    for (SessionDraft& draft : drafts) builder.add_session(std::move(draft));
    World world;
    world.hear(ProgramArrived { std::make_shared<const Bytes>(builder.build()), "walks.json", false,
        std::nullopt, world.minutes_ago(0) });
    return world;
}

World& star(World& world, const std::vector<std::string>& keys)
{
    for (const std::string& key : keys) world.act(ToggleStar { key });
    return world;
}

/// So many minutes after 9:00.
void set_clock(World& world, int minutes)
{
    const WallTime wall { date_of({ 2026, 1, 31 }), 9 * 60 + minutes };
    world.state.shown_ms = std::int64_t { floating_instant(wall).minutes } * 60'000;
    world.state.shown_is_local = world.state.shown_is_set = true;
    world.act(OpenLink { "#/now" });
}

NowModel now_at(World& world, int minutes)
{
    set_clock(world, minutes);
    const PageModel page = world.page();
    REQUIRE(page.now);
    return *page.now;
}

SessionModel session_of(World& world, const std::string& key)
{
    world.act(OpenLink { "#/session/" + key });
    const PageModel page = world.page();
    REQUIRE(page.session);
    return *page.session;
}

std::optional<Fact> walk_of(const SessionModel& session)
{
    const auto fact = std::ranges::find(session.facts, "walk", &Fact::icon);
    return fact == session.facts.end() ? std::nullopt : std::optional(*fact);
}

PlanModel plan_of(World& world)
{
    world.act(OpenLink { "#/plan" });
    const PageModel page = world.page();
    REQUIRE(page.plan);
    return *page.plan;
}

const PlanModel::Entry& entry_of(const PlanModel& plan, std::string_view title)
{
    const auto found = std::ranges::find(
        plan.entries, title, [](const PlanModel::Entry& it) { return it.card.title; });
    REQUIRE(found != plan.entries.end());
    return *found;
}

std::vector<std::string> marks_of(const SessionCard& card)
{
    std::vector<std::string> texts;
    for (const SessionCard::Mark& mark : card.marks) texts.emplace_back(mark.text);
    return texts;
}

bool is_going(World& world, const std::string& key)
{
    return session_of(world, key).choices.going.value_or(ChoiceOption {}).on;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_SUITE("app/planning: now")
{
    TEST_CASE("when to leave is told until it is time to go; then how far it is")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 75, 120 } });
        star(world, { "a", "b" });
        NowModel now = now_at(world, 65);
        CHECK(now.headline == "Leave in 4 min for South.");
        CHECK(now.note == "6 min walk, starts at 10:15.");
        now = now_at(world, 69);
        CHECK(now.headline == "Time to go: South, 6 min walk.");
        CHECK(now.note == "Starts at 10:15.");
    }

    TEST_CASE("nobody leaves before what is on is over")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 63, 120 } });
        star(world, { "a", "b" });
        CHECK(now_at(world, 50).headline == "Leave in 10 min for South.");
    }

    TEST_CASE(
        "where the way is not known, or nothing of mine was before, the room and the time are")
    {
        World world = world_of(
            { { "a", "North", 0, 60 }, { "b", "nowhere", 75, 120 }, { "c", "South", 150, 180 } });
        star(world, { "b" });
        CHECK(now_at(world, 65).headline == "Next: nowhere at 10:15.");
        star(world, { "a" });
        CHECK(now_at(world, 65).headline == "Next: nowhere at 10:15.");
    }

    TEST_CASE("what is ruled out is not next")
    {
        World world = world_of(
            { { "a", "North", 0, 60 }, { "b", "South", 75, 120 }, { "c", "North", 75, 120 } });
        star(world, { "a", "b", "c" });
        CHECK(now_at(world, 65).headline == "Next at 10:15: 2 of yours.");
        world.act(ToggleGoing { "b#" });
        const NowModel now = now_at(world, 65);
        CHECK(now.headline == "Leave in 4 min for South.");
        REQUIRE(now.next.size() == 1);
        CHECK(now.next[0].title == "b");
    }
}

TEST_SUITE("app/planning: a full room")
{
    /// At 10:10: b at 10:15 is next, its room is in the south.
    World at_the_door()
    {
        World world = world_of(
            { { "a", "North", 0, 60 }, { "b", "South", 75, 120, {}, "Lost", pack::Tristate::Yes },
                { "near", "South", 80, 110, {}, "Next door" },
                { "far", "North", 80, 110, {}, "In the north" },
                { "late", "South", 110, 140, {}, "Much later" } });
        star(world, { "a", "b" });
        set_clock(world, 70);
        return world;
    }

    NowModel::Full unfolded(World & world)
    {
        const auto full = world.page().now->full;
        REQUIRE(full);
        world.act(full->unfold.toggle);
        return *world.page().now->full;
    }

    TEST_CASE("it is asked about shortly before it begins and after, not long before")
    {
        World world = at_the_door();
        CHECK(world.page().now->full->unfold.label == "Room full?");
        CHECK_FALSE(now_at(world, 62).full);
        const NowModel now = now_at(world, 80);
        REQUIRE(now.current.size() == 1);
        CHECK(now.current[0].full);
        CHECK_FALSE(now_at(world, 90).current[0].full);
    }

    TEST_CASE("what can be reached is told nearest first, with start and walk")
    {
        World world = at_the_door();
        const NowModel::Full full = unfolded(world);
        CHECK(full.title == "Still within reach");
        REQUIRE(full.offers.size() == 2);
        CHECK(full.offers[0].card.title == "Next door");
        CHECK(full.offers[0].card.when == "In 10 min, 10:20 – 10:50");
        CHECK(full.offers[1].card.title == "In the north");
        CHECK(full.offers[1].card.when == "In 10 min, 10:20 – 10:50, 6 min walk");
        CHECK(
            test::texts_of(full.lines) == Texts { "Lost stays starred.", "It will be recorded." });
    }

    TEST_CASE("one tap goes there, the lost one stays starred, and one undo brings all back")
    {
        World world = at_the_door();
        world.act(ToggleGoing { "b#" });
        set_clock(world, 70);
        world.act(unfolded(world).offers[0].go.intent);
        PageModel page = world.page();
        REQUIRE(page.notice);
        CHECK(page.notice->text == "Going to Next door.");
        CHECK(page.now->next[0].title == "Next door");
        CHECK(page.now->next.size() == 1);
        CHECK(is_going(world, "near"));
        CHECK_FALSE(is_going(world, "b"));
        CHECK(session_of(world, "b").star.on);
        world.act(Undo {});
        CHECK(is_going(world, "b"));
        CHECK_FALSE(session_of(world, "near").star.on);
        world.act(Redo {});
        CHECK(is_going(world, "near"));
        CHECK_FALSE(is_going(world, "b"));
    }
}

TEST_SUITE("app/planning: what is mine now")
{
    TEST_CASE("who comes late or left early is there only then")
    {
        World world = world_of({ { "long", "North", 0, 120 }, { "short", "South", 0, 45 } });
        star(world, { "long", "short" });
        world.act(StayForPart { "comes 2026-01-31T10:00 long#" });
        NowModel now = now_at(world, 30);
        REQUIRE(now.current.size() == 1);
        CHECK(now.current[0].card.title == "short");
        CHECK(now.headline == "Leave in 24 min for North.");
        CHECK(now.note == "6 min walk, starts at 10:00.");
        world.act(StayForPart { "comes  long#" });
        world.act(StayForPart { "leaves 2026-01-31T09:10 long#" });
        now = now_at(world, 30);
        REQUIRE(now.current.size() == 1);
        CHECK(now.current[0].card.title == "short");
    }

    TEST_CASE("another time of what is gone to at one time is not mine")
    {
        World world = world_of({ { "tour", "North", 0, 60 }, { "tour", "North", 120, 180 } });
        star(world, { "tour" });
        CHECK(now_at(world, 30).current.size() == 1);
        world.act(ToggleGoing { "tour#2026-01-31T11:00" });
        CHECK(now_at(world, 30).current.empty());
        CHECK(now_at(world, 130).current.size() == 1);
    }

    TEST_CASE("before the first session of a day it is next, although nothing is on yet")
    {
        World world = world_of({ { "a", "North", 0, 60 } });
        star(world, { "a" });
        CHECK(now_at(world, -60).headline == "Begins Saturday 31 January at 09:00.");
        const NowModel now = now_at(world, -5);
        CHECK(now.headline == "Next: North at 09:00.");
        CHECK(now.full);
    }

    TEST_CASE("an open choice is offered when one of it is full; what is over or all but is not")
    {
        World world = world_of(
            { { "a", "North", 0, 60 }, { "b", "North", 0, 60 }, { "over", "North", -5, 2 } });
        star(world, { "a", "b" });
        const NowModel now = now_at(world, 2);
        REQUIRE(now.current.size() == 2);
        world.act(now.current[0].full->unfold.toggle);
        const auto full = *world.page().now->current[0].full;
        REQUIRE(full.offers.size() == 1);
        CHECK(full.offers[0].card.title == now.current[1].card.title);
    }

    TEST_CASE("who attends online leaves for nothing")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 75, 120 } });
        star(world, { "a", "b" });
        world.act(SetPreference { "online=on" });
        CHECK(now_at(world, 65).headline == "Next: South at 10:15.");
        CHECK_FALSE(walk_of(session_of(world, "b")));
    }
}

TEST_SUITE("app/planning: going")
{
    TEST_CASE("what belongs together stays: one goes to the poster and to its poster session")
    {
        World world = world_of({ { "posters", "North", 0, 120 },
            { "poster", "North", 30, 60, "posters" }, { "rival", "South", 30, 60 } });
        star(world, { "posters", "poster", "rival" });
        world.act(ToggleGoing { "posters#" });
        world.act(GoOnly { "poster#" });
        CHECK(is_going(world, "poster"));
        CHECK(is_going(world, "posters"));
        world.act(GoOnly { "rival#" });
        CHECK(is_going(world, "rival"));
        CHECK_FALSE(is_going(world, "poster"));
        CHECK_FALSE(is_going(world, "posters"));
        world.act(Undo {});
        CHECK(is_going(world, "poster"));
        CHECK(is_going(world, "posters"));
        CHECK_FALSE(is_going(world, "rival"));
    }

    TEST_CASE("a way that takes too long is in the way, too")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 60, 120 } });
        world.act(SetPreference { "tolerance=0" });
        star(world, { "a", "b" });
        world.act(ToggleGoing { "a#" });
        world.act(GoOnly { "b#" });
        CHECK_FALSE(is_going(world, "a"));
    }

    TEST_CASE("without its star nothing is gone to; one undo brings both back")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 30, 60 } });
        star(world, { "a", "b" });
        world.act(ToggleGoing { "a#" });
        star(world, { "a" });
        CHECK_FALSE(is_going(world, "a"));
        CHECK_FALSE(session_of(world, "b").choices.going);
        world.act(Undo {});
        CHECK(is_going(world, "a"));
    }

    TEST_CASE("going is starred, and so is what one has a place in; both can be compared")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 0, 60 } });
        world.act(ToggleGoing { "a#" });
        CHECK(session_of(world, "a").star.on);
        world.act(TogglePlace { "b" });
        CHECK(session_of(world, "b").star.on);
        world.act(Undo {});
        CHECK_FALSE(session_of(world, "b").star.on);
        world.act(Redo {});
        star(world, { "b" });
        world.act(OpenLink { "#/compare/2026-01-31T09%3A00" });
        CHECK(world.page().compare->packages.size() == 2);
    }
}

TEST_SUITE("app/planning: marks")
{
    TEST_CASE(
        "a row says what it clashes with, or that one is going; what is not starred says nothing")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 30, 60 },
            { "c", "South", 30, 60 }, { "d", "South", 30, 60 } });
        star(world, { "a", "b" });
        world.act(OpenLink { "#/program" });
        CHECK(row_of(world.page(), "a").mark == "Clashes with b");
        CHECK(row_of(world.page(), "c").mark.empty());
        star(world, { "c" });
        CHECK(row_of(world.page(), "a").mark == "Clashes with 2 in my plan");
        world.act(ToggleGoing { "a#" });
        CHECK(row_of(world.page(), "a").mark == "Going");
        CHECK(row_of(world.page(), "b").mark == "Clashes with 2 in my plan");
    }

    TEST_CASE("a block by room says it before its people")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 30, 60 } });
        star(world, { "a", "b" });
        world.act(OpenLink { "#/grid" });
        const PageModel page = world.page();
        REQUIRE(page.grid);
        REQUIRE(page.grid->blocks.size() == 2);
        CHECK(page.grid->blocks[0].people == "Clashes with b");
        CHECK(page.grid->blocks[1].people == "Clashes with a");
    }

    TEST_CASE(
        "a session's page tells its clashes in my plan, starred or not, and compares once it is")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 30, 90 },
            { "c", "North", 92, 120 }, { "d", "South", 60, 90 } });
        star(world, { "a", "c" });
        SessionModel session = session_of(world, "b");
        CHECK(session.clashes_label == "Clashes in my plan");
        REQUIRE(session.clashes.size() == 2);
        CHECK(session.clashes[0].title == "a");
        CHECK(marks_of(session.clashes[0]) == Texts { "Overlaps by 30 of 60 min." });
        CHECK(session.clashes[1].title == "c");
        CHECK(marks_of(session.clashes[1]) == Texts { "Tight: 2 min for a 6 min walk." });
        CHECK_FALSE(session.compare);
        star(world, { "b" });
        session = session_of(world, "b");
        REQUIRE(session.compare);
        CHECK(session.compare->href == "#/compare/2026-01-31T09%3A00");
        session = session_of(world, "d");
        REQUIRE(session.clashes.size() == 3);
        CHECK(marks_of(session.clashes[0]) == Texts { "You'd miss about the first 6 min." });
    }

    TEST_CASE("the way there: from where, when to leave, and how much there is to spare")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 70, 120 },
            { "c", "nowhere", 130, 150 }, { "d", "nowhere", 160, 180 } });
        star(world, { "a" });
        auto walk = walk_of(session_of(world, "b"));
        REQUIRE(walk);
        CHECK(walk->text == "6 min from North");
        CHECK(walk->note == "Leave at 10:04, 4 min to spare.");
        walk = walk_of(session_of(world, "c"));
        REQUIRE(walk);
        CHECK(walk->text == "In another room. Distance not known.");
        CHECK_FALSE(walk_of(session_of(world, "a")));
        star(world, { "c" });
        CHECK_FALSE(walk_of(session_of(world, "d")));
    }

    TEST_CASE("what has most in common is told")
    {
        World world = world_of({ { "a", "North", 0, 60, {}, "Compilers in Rust" },
            { "b", "South", 90, 120, {}, "Rust for gardeners" },
            { "c", "South", 150, 180, {}, "Trams" } });
        const SessionModel session = session_of(world, "a");
        CHECK(session.related_label == "Related");
        REQUIRE(session.related.size() == 1);
        CHECK(session.related[0].title == "Rust for gardeners");
    }
}

TEST_SUITE("app/planning: my plan")
{
    TEST_CASE("a way that nobody knows is told where one session follows the other")
    {
        World world = world_of(
            { { "a", "North", 0, 60 }, { "b", "nowhere", 65, 120 }, { "c", "North", 140, 180 } });
        star(world, { "a", "b", "c" });
        const PlanModel plan = plan_of(world);
        CHECK(entry_of(plan, "b").way == "Straight after, distance not known.");
        CHECK(marks_of(entry_of(plan, "b").card).empty());
        CHECK(entry_of(plan, "c").way.empty());
    }

    TEST_CASE("what could fit into free time is told when it is asked for")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "North", 120, 180 },
            { "fits", "North", 70, 100 }, { "does not", "South", 65, 119 } });
        star(world, { "a", "b" });
        const auto asked = entry_of(plan_of(world), "b").could_fit;
        REQUIRE(asked);
        CHECK(asked->unfold.label == "What could fit");
        CHECK(asked->unfold.name == "What could fit from 10:00 to 11:00");
        CHECK(asked->cards.empty());
        world.act(asked->unfold.toggle);
        const auto open = entry_of(plan_of(world), "b").could_fit;
        REQUIRE(open->cards.size() == 1);
        CHECK(open->cards[0].title == "fits");
        star(world, { "fits" });
        CHECK(entry_of(plan_of(world), "fits").card.star.on);
    }

    TEST_CASE("slipping out for another one is one choice: both are attended, and the plan says so")
    {
        World world = world_of({ { "long", "North", 0, 180 }, { "talk", "North", 60, 90 } });
        star(world, { "long", "talk" });
        CHECK(entry_of(plan_of(world), "long").choice);
        world.act(OpenLink { "#/compare/2026-01-31T09%3A00" });
        const CompareModel compared = *world.page().compare;
        const auto& parts = compared.packages[0].parts[0].options;
        const auto away =
            std::ranges::find(parts, "I'll slip out from 10:00 to 10:30", &ChoiceOption::label);
        REQUIRE(away != parts.end());
        world.act(away->intent);
        PlanModel plan = plan_of(world);
        CHECK_FALSE(entry_of(plan, "long").choice);
        CHECK(marks_of(entry_of(plan, "long").card) == Texts { "Away from 10:00 to 10:30" });
        CHECK(marks_of(entry_of(plan, "talk").card).empty());
        world.act(Undo {});
        plan = plan_of(world);
        CHECK(entry_of(plan, "long").choice);
        CHECK(marks_of(entry_of(plan, "long").card).empty());
    }

    TEST_CASE("of the best plan a part can be used, one by one")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 30, 60 },
            { "c", "North", 100, 160 }, { "d", "South", 130, 160 } });
        star(world, { "a", "b", "c", "d" });
        for (const char* key : { "must a", "must c" }) world.act(SetKeenness { key });
        world.act(OpenLink { "#/best-plan" });
        world.find_plan();
        world.act(world.page().best_plan->pick->intent);
        const BestPlanModel model = *world.page().best_plan;
        REQUIRE(model.days[0].entries.size() == 2);
        REQUIRE(model.days[0].entries[0].pick);
        CHECK(model.days[0].entries[0].pick->on);
        CHECK(model.use->label == "Use 2 of these");
        world.act(model.days[0].entries[0].pick->intent);
        CHECK_FALSE(world.page().best_plan->days[0].entries[0].pick->on);
        CHECK(world.page().best_plan->days[0].entries[0].pick->name == "Take it: a");
        world.act(SetPreference { "theme=dark" });
        world.find_plan();
        CHECK(world.page().best_plan->use->label == "Use 1 of these");
        world.act(world.page().best_plan->use->intent);
        CHECK(world.page().notice->text == "That's your plan now. It decides on one session.");
        CHECK_FALSE(is_going(world, "a"));
        CHECK(is_going(world, "c"));
    }
}

TEST_SUITE("app/planning: settings")
{
    TEST_CASE("a wanted spare time, what may be missed and hours change the plan")
    {
        World world = world_of({ { "a", "North", 0, 60 }, { "b", "South", 68, 120 } });
        star(world, { "a", "b" });
        CHECK(session_of(world, "b").clashes.empty());
        world.act(SetPreference { "buffer=10" });
        CHECK(session_of(world, "b").clashes.size() == 1);
        world.act(SetPreference { "buffer=0" });
        world.act(SetPreference { "starts=10" });
        world.act(OpenLink { "#/best-plan" });
        world.find_plan();
        const BestPlanModel model = *world.page().best_plan;
        REQUIRE(model.left_out.size() == 1);
        CHECK(model.left_out[0].title == "a");
        CHECK(marks_of(model.left_out[0]) == Texts { "It's outside your hours." });
    }
}
