#include <doctest/doctest.h>

#include "planner/plan_reasons.h"

#include "planner/support/small_program.h"

using namespace hallway;
using namespace hallway::test;

namespace {

std::vector<LeftOut> reasons(
    const Program& program, const Agenda& agenda, const PlanSettings& settings = {})
{
    const PlanRequest request = ask_for_plan(program, agenda, settings);
    return explain_left_out(program, request, solve_plan(request.problem));
}

} // namespace

TEST_SUITE("plan reasons")
{
    TEST_CASE("an overlap names what is keenest, and how long both are")
    {
        const Program program =
            small_program({ { "must", 0, 60 }, { "left", 40, 90 }, { "maybe", 80, 120 } });
        Agenda agenda = starring({ "left", "maybe" }, "maybe");
        choose(agenda, "must", ChoiceField::Keenness, "must");
        const auto found = reasons(program, agenda);
        REQUIRE(found.size() == 1);
        CHECK(found[0].occurrence == occurrence_at(program, "left"));
        CHECK(found[0].why == LeftOutWhy::Overlaps);
        CHECK(found[0].other == occurrence_at(program, "must"));
        CHECK(found[0].minutes == 20);
    }

    TEST_CASE("a going goes before what is keener")
    {
        const Program program =
            small_program({ { "going", 0, 60 }, { "left", 30, 90 }, { "must", 60, 120 } });
        Agenda agenda = starring({ "left" });
        choose(agenda, "must", ChoiceField::Keenness, "must");
        choose(agenda, "going#", ChoiceField::Going, "yes");
        CHECK(reasons(program, agenda)[0].other == occurrence_at(program, "going"));
    }

    TEST_CASE("a walk that is known")
    {
        ProgramBuilder builder;
        builder.add_walk({ builder.room("a"), builder.room("b"), false, 12, {} });
        const Program program =
            small_program({ { "one", 0, 60, "a" }, { "two", 62, 90, "b" } }, std::move(builder));
        Agenda agenda = starring({ "one" }, "must");
        choose(agenda, "two", ChoiceField::Keenness, "want");
        const auto found = reasons(program, agenda);
        REQUIRE(found.size() == 1);
        CHECK(found[0].why == LeftOutWhy::Walk);
        CHECK(found[0].minutes == 10);
    }

    TEST_CASE("the day is full, lunch, hours, cancelled, begun, a missing part")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "b", 180, 240 },
            { "off", 400, 430, "", pack::OccurrenceCancelled } });
        const Agenda both = starring({ "a", "b", "off" });
        const auto why = [&](const PlanSettings& settings, std::size_t at = 0) {
            return reasons(program, both, settings).at(at).why;
        };
        CHECK(why({ .minutes_per_day_max = 90 }) == LeftOutWhy::DayIsFull);
        CHECK(why({ .blocks = { { { 12 * 60, 13 * 60 }, 60 } } }) == LeftOutWhy::Block);
        CHECK(why({ .hours = DayHours { 10 * 60, 20 * 60 } }) == LeftOutWhy::OutOfHours);
        CHECK(why({ .now = nine_o_clock() + 30 }) == LeftOutWhy::Begun);
        CHECK(why({}) == LeftOutWhy::Cancelled);

        const Program parts = small_program({ { "rival", 0, 60 },
            { "both", 0, 60, "", 0, pack::Again::Parts }, { "both", 90, 120 } });
        Agenda agenda = starring({ "both" });
        choose(agenda, "rival", ChoiceField::Keenness, "must");
        const auto found = reasons(parts, agenda);
        REQUIRE(found.size() == 2);
        CHECK(found[0].why == LeftOutWhy::Overlaps);
        CHECK(found[1].why == LeftOutWhy::Displaced);
    }

    TEST_CASE("a wish that is fulfilled at another time needs no reason")
    {
        const Program program =
            small_program({ { "must", 0, 60 }, { "again", 30, 60 }, { "again", 90, 120 } });
        CHECK(reasons(program, starring({ "must", "again" })).empty());
    }
}
