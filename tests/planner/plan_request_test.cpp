#include <doctest/doctest.h>

#include "planner/plan_request.h"

#include "planner/best_plan.h"
#include "planner/plan_reasons.h"
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

using Keys = std::vector<std::string>;

} // namespace

TEST_SUITE("plan request")
{
    TEST_CASE("who slips out is there twice: both parts or none, and what is between fits")
    {
        const Program program = small_program({ { "long", 0, 180 }, { "talk", 60, 90 } });
        Agenda agenda = starring({ "long", "talk" });
        choose(agenda, "long#", ChoiceField::Leaves, "2026-01-31T10:00/2026-01-31T10:30");
        const PlanRequest request = ask_for_plan(program, agenda, {});
        CHECK(keys_of(request) == Keys { "long#", "long##back", "talk#" });
        CHECK(request.problem.wishes[0].all);
        CHECK(planned(request) == Keys { "long#", "talk#", "long##back" });
    }

    TEST_CASE("an interval that is none of it, or not one, changes nothing")
    {
        const Program program = small_program({ { "long", 0, 180 } });
        for (const char* interval :
            { "2026-01-31T10:30/2026-01-31T10:00", "2026-01-31T08:00/2026-01-31T10:00",
                "2026-01-31T10:00/noon", "/2026-01-31T10:00", "2026-01-31T10:00/" }) {
            CAPTURE(interval);
            Agenda agenda = starring({ "long" });
            choose(agenda, "long#", ChoiceField::Leaves, interval);
            CHECK(keys_of(ask_for_plan(program, agenda, {})) == Keys { "long#" });
        }
    }

    TEST_CASE("the same under two keys is one wish: what is cancelled or was attended of it, too")
    {
        const std::vector<std::string> ada { "Ada" };
        const Program program = small_program(
            { { "one", 0, 30, "", pack::OccurrenceCancelled, {}, "", ada, "", "Same" },
                { "two", 60, 90, "", 0, {}, "", ada, "", "Same" } });
        Agenda agenda = starring({ "one" });
        const PlanRequest request = ask_for_plan(program, agenda, {});
        CHECK(planned(request) == Keys { "two#" });
        CHECK(explain_left_out(program, request, solve_plan(request.problem)).empty());
        choose(agenda, "one", ChoiceField::Attended, "yes");
        CHECK(planned(ask_for_plan(program, agenda, {})).empty());
    }

    TEST_CASE("hours are those of the wall clock, also on the day on which it is changed")
    {
        // 2026-03-29, 2:00 becomes 3:00.
        ProgramBuilder builder;
        builder.conference.key = "conf";
        builder.zone = ZoneRules("Europe/Brussels",
            { { Instant {}, 60 },
                { ZoneRules("", { { Instant {}, 0 } }).instant({ date_of({ 2026, 3, 29 }), 60 }),
                    120 } });
        for (const int hour : { 9, 18 }) {
            SessionDraft draft;
            draft.key = draft.title = std::to_string(hour);
            OccurrenceDraft occurrence;
            occurrence.start = builder.zone.instant({ date_of({ 2026, 3, 29 }), hour * 60 + 15 });
            occurrence.end = occurrence.start + 30;
            draft.occurrences.push_back(occurrence);
            builder.add_session(std::move(draft));
        }
        const auto program = Program::open(std::make_shared<Bytes>(builder.build()));
        REQUIRE(program);
        PlanSettings settings;
        settings.hours = DayHours { 9 * 60, 18 * 60 };
        CHECK(planned(ask_for_plan(*program, starring({ "9", "18" }), settings)) == Keys { "9#" });
    }

    TEST_CASE("blocks whose windows all meet are kept as far as they can be looked through")
    {
        std::vector<SmallEntry> entries;
        for (int day = 0; day < 12; ++day)
            entries.push_back({ "d" + std::to_string(day), day * a_day, day * a_day + 30 });
        const Program program = small_program(entries);
        PlanSettings settings;
        settings.blocks = { { { 0, a_day }, 30 }, { { a_day / 2, a_day + a_day / 2 }, 30 } };
        const PlanRequest request = ask_for_plan(program, starring({ "d0", "d1" }), settings);
        const BestPlan plan = find_best_plan(request.problem);
        CHECK(plan.chosen.size() == 2);
        // What is dropped parts the others into such that can be.
        CHECK(plan.dropped_blocks.size() == 2);
    }

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
