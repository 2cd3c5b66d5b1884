#include <doctest/doctest.h>

#include "planner/plan_request.h"

#include "planner/best_plan.h"
#include "planner/choices.h"
#include "planner/support/small_program.h"

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr int a_day = 24 * 60;

/// The candidates' subjects, in order.
std::vector<std::string> keys_of(const PlanRequest& request)
{
    std::vector<std::string> keys;
    for (const PlanCandidate& candidate : request.problem.candidates) keys.push_back(candidate.key);
    return keys;
}

std::vector<std::string> planned(const PlanRequest& request)
{
    std::vector<std::string> keys;
    for (const std::uint32_t i : find_best_plan(request.problem).chosen)
        keys.push_back(request.problem.candidates[i].key);
    return keys;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_SUITE("plan request")
{
    TEST_CASE("each star is a wish, as keen as it was starred")
    {
        const Program program = small_program({ { "a", 0, 30 }, { "b", 60, 90 }, { "c", 90, 95 } });
        Agenda agenda = starring({ "a" });
        choose(agenda, "b", ChoiceField::Keenness, "must");
        const PlanRequest request = ask_for_plan(program, agenda, {});
        CHECK(keys_of(request) == Keys { "a#", "b#" });
        CHECK(request.problem.wishes[0].keenness == Keenness::Want);
        CHECK(request.problem.wishes[1].keenness == Keenness::Must);
    }

    TEST_CASE("a repeat is one wish, parts are one wish of all, a series is a wish a day")
    {
        const Program program = small_program({ { "again", 0, 30 }, { "again", 60, 90 },
            { "parts", 100, 130, "", 0, pack::Again::Parts }, { "parts", 140, 150 },
            { "daily", 200, 210, "", 0, pack::Again::Series },
            { "daily", a_day + 200, a_day + 210 } });
        const PlanRequest request =
            ask_for_plan(program, starring({ "again", "parts", "daily" }), {});
        const auto& wishes = request.problem.wishes;
        REQUIRE(wishes.size() == 4);
        CHECK(wishes[0].candidates.size() == 2);
        CHECK_FALSE(wishes[0].all);
        CHECK(wishes[1].all);
        CHECK(wishes[2].candidates.size() == 1);
        CHECK(planned(request).size() == 5);
    }

    TEST_CASE("the same session under two keys is one wish, though one of them has the star")
    {
        const std::vector<std::string> people { "Ada" };
        const Program program =
            small_program({ { "one", 0, 30, "", 0, {}, "", people, "", "The same" },
                { "rival", 0, 30 }, { "two", 60, 90, "", 0, {}, "", people, "", "The same" } });
        const PlanRequest request = ask_for_plan(program, starring({ "one", "rival" }), {});
        CHECK(planned(request) == Keys { "rival#", "two#" });
    }

    TEST_CASE("open hours and moments take no time; what is cancelled is told")
    {
        const Program program =
            small_program({ { "open", 0, 300, "", 0, pack::Again::OpenHours }, { "moment", 30, 30 },
                { "off", 0, 60, "", pack::OccurrenceCancelled }, { "a", 0, 60 } });
        const PlanRequest request =
            ask_for_plan(program, starring({ "open", "moment", "off", "a" }), {});
        CHECK(keys_of(request) == Keys { "a#" });
        REQUIRE(request.barred.size() == 1);
        CHECK(request.barred[0].why == Barred::Cancelled);
    }

    TEST_CASE("what has no time is told apart")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "someday", -1 } });
        const PlanRequest request = ask_for_plan(program, starring({ "someday" }), {});
        CHECK(request.unscheduled.size() == 1);
        CHECK(request.problem.candidates.empty());
    }

    TEST_CASE("a going stands, with or without a star")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "b", 30, 90 } });
        Agenda agenda = starring({ "a" }, "must");
        choose(agenda, "b#", ChoiceField::Going, "yes");
        CHECK(planned(ask_for_plan(program, agenda, {})) == Keys { "b#" });
        choose(agenda, "b", ChoiceField::Keenness, "no");
        CHECK(planned(ask_for_plan(program, agenda, {})) == Keys { "b#" });
    }

    TEST_CASE("the past stays as it is")
    {
        const Program program = small_program({ { "begun", 0, 60 }, { "gone", 0, 30 },
            { "again", 0, 30 }, { "again", 90, 120 }, { "later", 30, 60 } });
        Agenda agenda = starring({ "begun", "again", "later" });
        choose(agenda, "gone#", ChoiceField::Going, "yes");
        const PlanRequest request = ask_for_plan(program, agenda, { .now = nine_o_clock() + 10 });
        CHECK(planned(request) == Keys { "gone#", "later#", "again#2026-01-31T10:30" });
        CHECK(request.barred.size() == 2);
        CHECK(request.barred[0].why == Barred::Begun);
    }

    TEST_CASE("what was attended is not planned again")
    {
        const Program program = small_program({ { "again", 0, 30 }, { "again", 90, 120 } });
        Agenda agenda = starring({ "again" });
        choose(agenda, "again", ChoiceField::Attended, "yes");
        CHECK(keys_of(ask_for_plan(program, agenda, { .now = nine_o_clock() + 40 })).empty());
    }

    TEST_CASE("hours keep early and late sessions out, but no going")
    {
        const Program program =
            small_program({ { "early", 0, 60 }, { "fine", 60, 120 }, { "night", 900, 930 } });
        Agenda agenda = starring({ "early", "fine", "night" });
        const PlanSettings settings { .hours = DayHours { 10 * 60, 24 * 60 } };
        CHECK(keys_of(ask_for_plan(program, agenda, settings)) == Keys { "fine#" });
        choose(agenda, "early#", ChoiceField::Going, "yes");
        const PlanRequest request = ask_for_plan(program, agenda, settings);
        CHECK(keys_of(request) == Keys { "early#", "fine#" });
        CHECK(request.barred[0].why == Barred::OutOfHours);
        // Half an hour after midnight is an hour of the evening before.
        const PlanSettings late { .hours = DayHours { 10 * 60, 26 * 60 } };
        CHECK(keys_of(ask_for_plan(program, agenda, late)) == Keys { "early#", "fine#", "night#" });
    }

    TEST_CASE("lunch stands on each day, and moves")
    {
        const Program program = small_program(
            { { "long", 120, 300 }, { "short", 240, 270 }, { "other", a_day + 180, a_day + 240 } });
        const Agenda agenda = starring({ "long", "short", "other" });
        // 11:30 to 14:00: the long one leaves no half hour.
        const PlanRequest request =
            ask_for_plan(program, agenda, { .blocks = { { { 11 * 60 + 30, 14 * 60 }, 45 } } });
        CHECK(request.problem.blocks.size() == 2);
        CHECK(planned(request) == Keys { "short#", "other#" });
    }

    TEST_CASE("part of a session: who leaves early is free for the next")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "b", 40, 90 } });
        Agenda agenda = starring({ "a", "b" });
        CHECK(planned(ask_for_plan(program, agenda, {})).size() == 1);
        choose(agenda, "a#", ChoiceField::Leaves, "2026-01-31T09:40");
        CHECK(planned(ask_for_plan(program, agenda, {})) == Keys { "a#", "b#" });
        // Times outside of it, and what is no time, mean nothing.
        choose(agenda, "a#", ChoiceField::Leaves, "2026-01-31T19:40");
        choose(agenda, "b#", ChoiceField::Comes, "late");
        CHECK(planned(ask_for_plan(program, agenda, {})).size() == 1);
        choose(agenda, "b#", ChoiceField::Comes, "2026-01-31T09:58");
        CHECK(planned(ask_for_plan(program, agenda, {})) == Keys { "a#", "b#" });
    }

    TEST_CASE("a poster and its session are attended at once")
    {
        const Program program =
            small_program({ { "posters", 0, 120 }, { "poster", 0, 120, "", 0, {}, "posters" } });
        CHECK(planned(ask_for_plan(program, starring({ "posters", "poster" }), {})).size() == 2);
    }

    TEST_CASE("sixty stars of a poster hall are one choice")
    {
        std::vector<SmallEntry> posters;
        Keys keys;
        for (int i = 0; i < 80; ++i) {
            keys.push_back("poster " + std::to_string(i));
            posters.push_back({ keys.back(), 0, 120, "hall" });
        }
        CHECK(planned(ask_for_plan(small_program(posters), starring(keys), {})).size() == 1);
    }
}
