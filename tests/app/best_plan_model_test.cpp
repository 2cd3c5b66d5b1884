#include <doctest/doctest.h>

#include "app/support/world.h"
#include "app/update_plan.h"
#include "planner/plan_message.h"

using namespace hallway;
using test::World;

namespace {

World planning(std::initializer_list<const char*> keys)
{
    World world;
    world.open();
    for (const char* key : keys) world.act(ToggleStar { key });
    world.act(OpenLink { "#/best-plan" });
    return world;
}

BestPlanModel found(World& world)
{
    world.find_plan();
    const PageModel page = world.page();
    REQUIRE(page.best_plan);
    return *page.best_plan;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_SUITE("app/best_plan_model")
{
    TEST_CASE("it is looked for elsewhere, and says how far that is")
    {
        World world = planning({ "git" });
        CHECK(world.page().best_plan->searching == "Looking for the best plan: 0 %");
        watch_plan(world.state, world.effects);
        const auto asked = world.take<FindPlan>();
        REQUIRE(asked.size() == 1);
        world.hear(PlanNews { asked[0].number, 420, false, {} });
        CHECK(world.page().best_plan->searching == "Looking for the best plan: 42 %");
        CHECK_FALSE(world.page().best_plan->use);
        watch_plan(world.state, world.effects);
        CHECK(world.take<FindPlan>().empty());
        const auto problem = decode_problem(asked[0].problem);
        REQUIRE(problem);
        world.hear(
            PlanNews { asked[0].number, 1000, false, encode_solution(solve_plan(*problem)) });
        CHECK(world.page().best_plan->searching.empty());
        CHECK(world.page().best_plan->days.size() == 1);
    }

    TEST_CASE("a search that fails says so, and can be tried again")
    {
        World world = planning({ "git", "opening" });
        watch_plan(world.state, world.effects);
        world.hear(PlanNews { world.take<FindPlan>()[0].number, 0, true, {} });
        BestPlanModel model = *world.page().best_plan;
        CHECK(model.searching.empty());
        CHECK(model.failed.starts_with("The search for the best plan didn't get through."));
        watch_plan(world.state, world.effects);
        CHECK(world.take<FindPlan>().empty());
        world.act(model.retry->intent);
        model = found(world);
        CHECK(model.failed.empty());
        CHECK_FALSE(model.retry);
        CHECK(model.lines[0] == "From your stars, 2 of 2 fit.");
    }

    TEST_CASE("an answer that is none of its problem's is a failure")
    {
        World world = planning({ "git" });
        watch_plan(world.state, world.effects);
        const Bytes nonsense(7);
        world.hear(PlanNews { world.take<FindPlan>()[0].number, 1000, false, nonsense });
        CHECK_FALSE(world.page().best_plan->failed.empty());
    }

    TEST_CASE("news of the search before are not taken for those of this one")
    {
        World world = planning({ "git" });
        watch_plan(world.state, world.effects);
        const FindPlan before = world.take<FindPlan>()[0];
        world.act(ToggleStar { "opening" });
        watch_plan(world.state, world.effects);
        world.hear(PlanNews { before.number, 1000, false,
            encode_solution(solve_plan(*decode_problem(before.problem))) });
        CHECK_FALSE(world.page().best_plan->searching.empty());
    }

    TEST_CASE("what fits, what is left out and why")
    {
        World world = planning({ "opening", "git", "łódź", "tour" });
        world.act(SetKeenness { "must git" });
        const BestPlanModel model = found(world);
        CHECK(model.title == "Plan it for me");
        REQUIRE_FALSE(model.lines.empty());
        CHECK(model.lines[0] == "From your stars, 3 of 4 fit, with every must-see.");
        REQUIRE(model.days.size() == 1);
        CHECK(model.days[0].title == "Saturday 31 January");
        CHECK(model.days[0].entries.size() == 3);
        REQUIRE(model.left_out.size() == 1);
        CHECK(model.left_out[0].title == "Trams of Łódź");
        CHECK(model.left_out[0].marks.back().text == "It overlaps Evolving Git.");
        CHECK(model.use);
    }

    TEST_CASE("used, it decides where there is something to decide, and is taken back at once")
    {
        World world = planning({ "opening", "git", "łódź", "tour" });
        world.act(SetKeenness { "must git" });
        const BestPlanModel model = found(world);
        world.act(model.use->intent);
        CHECK(world.state.route == Route { Route::Screen::Plan, {}, {} });
        const PageModel page = world.page();
        CHECK(page.plan->summary.find("choice to make") == std::string::npos);
        REQUIRE(page.notice);
        // The rival's, and one of the tour's two times.
        CHECK(page.notice->text == "That's your plan now. It decides on 2 sessions.");
        world.act(page.notice->actions[0].intent);
        CHECK(world.page().plan->summary.find("one choice to make") != std::string::npos);
        CHECK(world.page().plan->entries.size() == 4);
    }

    TEST_CASE("with nothing to decide there is nothing to use")
    {
        World world = planning({ "opening", "git" });
        const BestPlanModel model = found(world);
        CHECK_FALSE(model.use);
        CHECK(test::texts_of(model.lines)
            == Lines { "From your stars, 2 of 2 fit.", "Nothing has to be decided." });
    }

    TEST_CASE("without a star it says what to do, as my plan does")
    {
        World world = planning({});
        const BestPlanModel model = found(world);
        CHECK(model.lines.empty());
        REQUIRE(model.empty);
        CHECK(model.empty->text == "Star a session and it shows up here.");
        CHECK(model.empty->actions[0].href == "#/program");
    }

    TEST_CASE("goings that clash are told, not resolved")
    {
        World world = planning({ "git", "łódź" });
        world.act(ToggleGoing { "git#" });
        world.act(ToggleGoing { "łódź#" });
        const BestPlanModel model = found(world);
        CHECK(
            model.lines[1] == "You're going to both Trams of Łódź and Evolving Git, which clash.");
        CHECK(model.days[0].entries.size() == 2);
    }

    TEST_CASE("another star starts it anew; another screen ends it")
    {
        World world = planning({ "opening", "git" });
        (void)found(world);
        world.act(ToggleStar { "closing" });
        CHECK(found(world).lines[0] == "From your stars, 3 of 3 fit.");
        world.act(OpenLink { "#/plan" });
        watch_plan(world.state, world.effects);
        CHECK_FALSE(world.state.best_plan);
        CHECK(world.take<EndPlanSearch>().empty());
        world.act(OpenLink { "#/best-plan" });
        watch_plan(world.state, world.effects);
        world.act(OpenLink { "#/plan" });
        watch_plan(world.state, world.effects);
        CHECK(world.take<EndPlanSearch>().size() == 1);
    }

    TEST_CASE("my plan leads there where there is more than one star")
    {
        World world = planning({ "git" });
        world.act(OpenLink { "#/plan" });
        CHECK_FALSE(world.page().plan->find);
        world.act(ToggleStar { "opening" });
        CHECK(world.page().plan->find->href == "#/best-plan");
    }
}
