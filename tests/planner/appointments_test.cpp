#include <doctest/doctest.h>

#include "planner/appointments.h"

#include "planner/best_plan.h"
#include "planner/plan.h"
#include "planner/plan_reasons.h"
#include "planner/plan_request.h"
#include "planner/proposals.h"
#include "planner/support/small_program.h"

using namespace hallway;
using namespace hallway::test;

namespace {

/// Minutes are after 9:00 of the first day, as those of the small program.
void appoint(Agenda& agenda, std::string_view title, int start, int end)
{
    const auto wall = [](int minutes) {
        const int all = 9 * 60 + minutes;
        return WallTime { { date_of({ 2026, 1, 31 }).days + all / minutes_per_day },
            all % minutes_per_day };
    };
    const PersonalEvent event { std::string(title), wall(start), wall(end), std::string(title),
        {} };
    (void)agenda.choose(
        { "conf", event.id, ChoiceField::Event }, format_personal_event(event), {}, 1000);
}

using Keys = std::vector<std::string>;

} // namespace

TEST_SUITE("appointments")
{
    TEST_CASE("they stand in order, each on its event day, one outside the event on the nearest")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "b", 24 * 60, 24 * 60 + 60 } });
        Agenda agenda = starring({ "a" });
        appoint(agenda, "late", 600, 660);
        appoint(agenda, "early", 90, 120);
        appoint(agenda, "tomorrow", 24 * 60, 24 * 60 + 30);
        appoint(agenda, "next week", 7 * 24 * 60, 7 * 24 * 60 + 30);
        const auto found = find_appointments(program, agenda);
        REQUIRE(found.size() == 4);
        CHECK(found[0].event.title == "early");
        CHECK(found[0].start == program.occurrences()[0].start + 90);
        CHECK(found[1].event.title == "late");
        CHECK(found[1].day == 0);
        CHECK(found[2].day == 1);
        CHECK(found[3].event.title == "next week");
        CHECK(found[3].day == 1);
    }

    TEST_CASE("a plan tells what they overlap, by more than is tolerated")
    {
        const Program program =
            small_program({ { "before", 0, 63 }, { "over", 90, 150 }, { "after", 180, 240 } });
        Agenda agenda = starring({ "before", "over", "after" });
        appoint(agenda, "lunch", 60, 120);
        const Plan plan = make_plan(program, agenda);
        const auto& day = plan.days[0];
        REQUIRE(day.size() == 3);
        CHECK(day[0].appointments.empty());
        REQUIRE(day[1].appointments.size() == 1);
        CHECK(day[1].appointments[0].minutes == 30);
        CHECK(day[2].appointments.empty());
        CHECK(plan.appointments[0][day[1].appointments[0].appointment].appointment.event.title
            == "lunch");
    }

    TEST_CASE("who leaves for it and comes back misses nothing by it")
    {
        const Program program = small_program({ { "workshop", 0, 240 } });
        Agenda agenda = starring({ "workshop" });
        appoint(agenda, "lunch", 60, 120);
        REQUIRE(make_plan(program, agenda).days[0][0].appointments.size() == 1);
        choose(agenda, "workshop#", ChoiceField::Leaves, "2026-01-31T10:00/2026-01-31T11:00");
        CHECK(make_plan(program, agenda).days[0][0].appointments.empty());
        choose(agenda, "workshop#", ChoiceField::Leaves, "2026-01-31T10:10/2026-01-31T11:00");
        const Plan plan = make_plan(program, agenda);
        REQUIRE(plan.days[0][0].appointments.size() == 1);
        CHECK(plan.days[0][0].appointments[0].minutes == 10);
    }

    TEST_CASE("one on a date that the program has no more makes no time free and none busy")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "b", 70, 120 } });
        Agenda agenda = starring({ "a", "b" });
        appoint(agenda, "next week", 7 * 24 * 60, 7 * 24 * 60 + 30);
        const Plan plan = make_plan(program, agenda);
        REQUIRE(plan.appointments[0].size() == 1);
        CHECK(plan.appointments[0][0].appointment.elsewhere);
        CHECK_FALSE(plan.appointments[0][0].free_before);
    }

    TEST_CASE("time is free between sessions and appointments alike")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "b", 300, 360 } });
        Agenda agenda = starring({ "a", "b" });
        const std::int32_t nine = program.occurrences()[0].start;
        const auto free = [&](const std::optional<FreeTime>& it) {
            return it ? std::pair(it->start.minutes - nine, it->end.minutes - nine)
                      : std::pair(0, 0);
        };
        appoint(agenda, "lunch", 120, 180);
        const Plan plan = make_plan(program, agenda);
        CHECK(free(plan.appointments[0][0].free_before) == std::pair(60, 120));
        CHECK(free(plan.days[0][1].free_before) == std::pair(180, 300));
        appoint(agenda, "call", 100, 290);
        CHECK(free(make_plan(program, agenda).days[0][1].free_before) == std::pair(0, 0));
    }

    TEST_CASE("the best plan leaves their time free, and says why")
    {
        const Program program =
            small_program({ { "a", 0, 60 }, { "b", 60, 120 }, { "c", 120, 180 } });
        Agenda agenda = starring({ "a", "b", "c" });
        appoint(agenda, "call", 70, 90);
        const PlanRequest request = ask_for_plan(program, agenda, {});
        CHECK(planned(request) == Keys { "a#", "c#" });
        const auto left = explain_left_out(program, request, solve_plan(request.problem));
        REQUIRE(left.size() == 1);
        CHECK(left[0].why == LeftOutWhy::Appointment);
        CHECK(request.appointments[left[0].appointment].event.title == "call");
    }

    TEST_CASE("two that overlap are both kept free")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "b", 60, 120 } });
        Agenda agenda = starring({ "a", "b" });
        appoint(agenda, "call", 10, 50);
        appoint(agenda, "another", 40, 70);
        CHECK(planned(ask_for_plan(program, agenda, {})).empty());
    }

    TEST_CASE("what the attendee is going to stays, whatever else there is")
    {
        const Program program = small_program({ { "a", 0, 60 } });
        Agenda agenda = starring({ "a" });
        choose(agenda, "a#", ChoiceField::Going, "yes");
        appoint(agenda, "call", 10, 50);
        CHECK(planned(ask_for_plan(program, agenda, {})) == Keys { "a#" });
    }

    TEST_CASE("a going into it takes only its own time")
    {
        const Program program =
            small_program({ { "going", 0, 63 }, { "other", 70, 110 }, { "later", 120, 180 } });
        Agenda agenda = starring({ "other", "later" });
        choose(agenda, "going#", ChoiceField::Going, "yes");
        appoint(agenda, "lunch", 60, 120);
        CHECK(planned(ask_for_plan(program, agenda, {})) == Keys { "going#", "later#" });
    }

    TEST_CASE("lunch that has begun is still that lunch")
    {
        const Program program = small_program({ { "a", 300, 360 } });
        Agenda agenda = starring({ "a" });
        appoint(agenda, "lunch", 180, 240);
        PlanSettings settings;
        settings.blocks = { { { 11 * 60, 14 * 60 }, 60 } };
        settings.now = nine_o_clock() + 195;
        CHECK(ask_for_plan(program, agenda, settings).problem.blocks.size() == 1);
    }

    TEST_CASE("lunch with somebody is lunch")
    {
        const Program program = small_program({ { "a", 120, 180 }, { "b", 240, 300 } });
        Agenda agenda = starring({ "a", "b" });
        PlanSettings settings;
        settings.blocks = { { { 11 * 60, 14 * 60 }, 60 } };
        CHECK(ask_for_plan(program, agenda, settings).problem.blocks.size() == 1);
        appoint(agenda, "lunch", 180, 240);
        const PlanRequest request = ask_for_plan(program, agenda, settings);
        REQUIRE(request.problem.blocks.size() == 1);
        CHECK(request.problem.blocks[0].minutes == 60);
        CHECK(request.problem.blocks[0].until - request.problem.blocks[0].from == 60);
        CHECK(planned(request) == Keys { "a#", "b#" });
    }

    TEST_CASE("nothing is proposed for their time")
    {
        const Program program = small_program(
            { { "a", 0, 60 }, { "talk", 90, 120 }, { "other", 130, 160 }, { "b", 240, 300 } });
        Agenda agenda = starring({ "a", "b" });
        appoint(agenda, "call", 100, 125);
        const PlanSettings settings;
        const Proposals proposals(program, agenda, settings,
            { occurrence_at(program, "a"), occurrence_at(program, "b") });
        const std::int32_t nine = program.occurrences()[0].start;
        const auto found = proposals.within({ nine + 60 }, { nine + 240 });
        REQUIRE(found.size() == 1);
        CHECK(found[0] == occurrence_at(program, "other"));
    }
}
