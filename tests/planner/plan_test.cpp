#include <doctest/doctest.h>

#include "planner/plan.h"

#include "base/check.h"
#include "planner/choices.h"
#include "planner/listing.h"
#include "planner/support/small_program.h"
#include "program/builder.h"

#include <algorithm>
#include <random>

using namespace hallway;

namespace {

struct Given {
    std::string key;
    int start = 0, end = 0; ///< minutes after 9:00 of the first day
    std::uint32_t flags = 0;
    std::optional<pack::Again> again = {};
    std::string parent = {};
};

/// A one-room conference; an occurrence for each entry, those of one key are one session.
Program program_of(const std::vector<Given>& given)
{
    ProgramBuilder builder;
    builder.conference.key = "conf";
    builder.conference.title = "Conf";
    builder.conference.day_boundary = 4 * 60;
    builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
    const Instant nine = builder.zone.instant({ date_of({ 2026, 1, 31 }), 9 * 60 });
    std::vector<SessionDraft> drafts;
    for (const Given& one : given) {
        auto at = std::find_if(drafts.begin(), drafts.end(),
            [&](const SessionDraft& draft) { return draft.key == one.key; });
        if (at == drafts.end()) {
            SessionDraft draft;
            draft.key = draft.title = one.key;
            draft.again = one.again;
            draft.parent_key = one.parent;
            at = drafts.insert(drafts.end(), draft);
        }
        if (one.start < 0) continue; // Without a time.
        OccurrenceDraft occurrence;
        occurrence.start = nine + one.start;
        occurrence.end = nine + one.end;
        occurrence.flags = one.flags;
        at->occurrences.push_back(occurrence);
    }
    for (SessionDraft& draft : drafts) builder.add_session(std::move(draft));
    auto program = Program::open(std::make_shared<Bytes>(builder.build()));
    check(program.has_value(), "the program cannot be opened");
    return *std::move(program);
}

Agenda starring(const std::vector<std::string>& keys, std::string_view value = "want")
{
    Agenda agenda(1);
    for (const std::string& key : keys)
        (void)agenda.choose({ "conf", key, ChoiceField::Keenness }, std::string(value),
            { "Title of " + key, "2026-01-31T09:00", "Room" }, 1000);
    return agenda;
}

/// "a 30 | b 60, overlaps a 30": key and start in minutes after 9:00, what is free before it in
/// brackets.
std::string told(const Program& program, const std::vector<PlanEntry>& day)
{
    std::string out;
    const std::int32_t nine = program.occurrences()[0].start;
    const auto key = [&](OccurrenceIndex index) {
        return std::string(program.text(program.sessions()[program.occurrence(index).session].key));
    };
    for (const PlanEntry& entry : day) {
        if (!out.empty()) out += " | ";
        if (entry.free_before)
            out += "[free " + std::to_string(entry.free_before->start.minutes - nine) + " to "
                + std::to_string(entry.free_before->end.minutes - nine) + "] ";
        out += key(entry.occurrence);
        for (const PlanConflict& conflict : entry.conflicts)
            out += ", " + key(conflict.other) + " " + (conflict.about ? "about " : "")
                + std::to_string(conflict.judgement.minutes.value_or(0));
    }
    return out;
}

std::string plan_text(const std::vector<Given>& given, const std::vector<std::string>& stars)
{
    const Program program = program_of(given);
    return told(program, make_plan(program, starring(stars)).days.at(0));
}

} // namespace

TEST_SUITE("planner/plan")
{
    TEST_CASE("stars stand in order, with what is free between them")
    {
        CHECK(plan_text({ { "a", 0, 50 }, { "b", 60, 90 }, { "c", 150, 180 }, { "d", 180, 200 } },
                  { "d", "a", "c" })
            == "a | [free 50 to 150] c | d");
    }

    TEST_CASE("what overlaps is told once, at the later one, in minutes")
    {
        CHECK(plan_text({ { "a", 0, 60 }, { "b", 40, 70 }, { "c", 60, 90 } }, { "a", "b", "c" })
            == "a | b, a 20 | c, b 10");
        CHECK(
            plan_text({ { "day", 0, 300 }, { "b", 40, 70 } }, { "day", "b" }) == "day | b, day 30");
    }

    TEST_CASE("free is what is after the latest end so far")
    {
        CHECK(plan_text(
                  { { "long", 0, 120 }, { "b", 10, 20 }, { "c", 150, 160 } }, { "long", "b", "c" })
            == "long | b, long 10 | [free 120 to 150] c");
    }

    TEST_CASE("what asks for no time neither clashes nor ends a gap")
    {
        CHECK(plan_text({ { "a", 0, 30 }, { "gone", 10, 60, pack::OccurrenceCancelled },
                            { "b", 90, 120 } },
                  { "a", "gone", "b" })
            == "a | gone | [free 30 to 90] b");
        CHECK(plan_text({ { "a", 0, 30 }, { "expo", 0, 200, 0, pack::Again::OpenHours },
                            { "b", 90, 120 } },
                  { "a", "expo", "b" })
            == "a | expo | [free 30 to 90] b");
        CHECK(
            plan_text({ { "a", 0, 30 }, { "moment", 10, 10 } }, { "a", "moment" }) == "a | moment");
    }

    TEST_CASE("a session does not clash with what it belongs to")
    {
        CHECK(plan_text({ { "posters", 0, 120 }, { "poster", 30, 60, 0, {}, "posters" } },
                  { "posters", "poster" })
            == "posters | poster");
        CHECK(plan_text({ { "twice", 0, 60, 0, pack::Again::Repeat },
                            { "twice", 30, 90, 0, pack::Again::Repeat } },
                  { "twice" })
            == "twice | twice");
    }

    TEST_CASE("an end that is a guess says so")
    {
        CHECK(
            plan_text({ { "a", 0, 60, pack::OccurrenceEndMissing }, { "b", 30, 90 } }, { "a", "b" })
            == "a | b, a about 30");
    }

    TEST_CASE("what is free after a guessed end begins at about")
    {
        const Program program =
            program_of({ { "a", 0, 60, pack::OccurrenceEndMissing }, { "b", 120, 150 } });
        const Plan plan = make_plan(program, starring({ "a", "b" }));
        REQUIRE(plan.days.at(0).at(1).free_before);
        CHECK(plan.days[0][1].free_before->about);
    }

    TEST_CASE("stars without a time, and of sessions that are gone, are kept")
    {
        const Program program = program_of({ { "a", 0, 30 }, { "later", -1, -1 } });
        const Plan plan = make_plan(program, starring({ "later", "vanished" }));
        CHECK(plan.days.at(0).empty());
        REQUIRE(plan.unscheduled.size() == 1);
        REQUIRE(plan.gone.size() == 1);
        CHECK(plan.gone[0].session_key == "vanished");
        CHECK(plan.gone[0].context.title == "Title of vanished");
        CHECK(make_plan(program, starring({ "vanished" }, "no")).gone.empty());
    }

    TEST_CASE("property: overlaps and gaps are those that counting minutes finds")
    {
        std::mt19937 random(26); // NOLINT: the same each time
        const auto below = [&](int n) { return static_cast<int>(random() % unsigned(n)); };
        for (int round = 0; round < 400; ++round) {
            std::vector<Given> given { { "first", 0, 5 } };
            std::vector<std::string> stars;
            for (int i = 0; i < 8; ++i) {
                const int start = below(300);
                given.push_back({ "s" + std::to_string(i), start, start + below(90) });
                if (below(3) > 0) stars.push_back(given.back().key);
            }
            const Program program = program_of(given);
            const Plan plan = make_plan(program, starring(stars));
            const std::int32_t nine = program.occurrences()[0].start;
            const auto holds = [&](OccurrenceIndex index, int minute) {
                const auto& one = program.occurrence(index);
                return one.start - nine <= minute && minute < one.end - nine;
            };
            const auto& day = plan.days.at(0);
            CHECK(day.size() == stars.size());
            for (std::size_t later = 0; later < day.size(); ++later) {
                std::vector<std::pair<std::uint32_t, int>> expected, found;
                for (std::size_t earlier = 0; earlier < later; ++earlier) {
                    int shared = 0;
                    for (int minute = 0; minute < 400; ++minute)
                        shared += holds(day[earlier].occurrence, minute)
                            && holds(day[later].occurrence, minute);
                    if (shared > 0)
                        expected.emplace_back(position(day[earlier].occurrence), shared);
                }
                for (const PlanConflict& conflict : day[later].conflicts)
                    found.emplace_back(
                        position(conflict.other), conflict.judgement.minutes.value_or(0));
                CHECK(found == expected);
                // A moment neither ends a gap nor stands before one.
                const auto is_moment = [&](const PlanEntry& entry) {
                    const auto& one = program.occurrence(entry.occurrence);
                    return one.start == one.end;
                };
                std::optional<int> latest_end;
                for (std::size_t earlier = 0; earlier < later; ++earlier) {
                    if (is_moment(day[earlier])) continue;
                    const int end = program.occurrence(day[earlier].occurrence).end - nine;
                    latest_end = std::max(latest_end.value_or(end), end);
                }
                const int start = program.occurrence(day[later].occurrence).start - nine;
                const bool is_free = latest_end && start - *latest_end >= free_minutes_min;
                CHECK(day[later].free_before.has_value() == (is_free && !is_moment(day[later])));
                if (!day[later].free_before) continue;
                CHECK(day[later].free_before->start.minutes - nine == *latest_end);
                const FreeTime free = *day[later].free_before;
                CHECK(free.end.minutes == program.occurrence(day[later].occurrence).start);
                CHECK(free.end.minutes - free.start.minutes >= free_minutes_min);
                for (int minute = free.start.minutes - nine; minute < free.end.minutes - nine;
                     ++minute)
                    for (const PlanEntry& entry : day) CHECK(!holds(entry.occurrence, minute));
            }
        }
    }

    TEST_CASE("the way from the one that ends last, and too little time for it")
    {
        ProgramBuilder builder;
        builder.add_walk({ builder.room("a"), builder.room("b"), false, 8, {} });
        const Program program =
            test::small_program({ { "long", 0, 60, "a" }, { "inside", 10, 20, "a" },
                                    { "soon", 62, 80, "b" }, { "later", 90, 100, "b" } },
                std::move(builder));
        const Plan plan = make_plan(program, test::starring({ "long", "inside", "soon", "later" }));
        const auto& day = plan.days.at(0);
        CHECK_FALSE(day[0].way.has_value());
        CHECK_FALSE(day[1].way.has_value());
        REQUIRE(day[2].way.has_value());
        CHECK(day[2].way_from == day[0].occurrence);
        CHECK(day[2].way->verdict == Verdict::Missed);
        CHECK(day[2].way->minutes == 6);
        REQUIRE(day[2].conflicts.size() == 1);
        CHECK(day[2].conflicts[0].other == day[0].occurrence);
        CHECK(day[3].way->verdict == Verdict::Fits);
        // Who takes twice as long.
        const Plan slow = make_plan(program, test::starring({ "long", "soon" }), { 200 });
        CHECK(slow.days[0][1].way->minutes == 14);
    }

    TEST_CASE("groups are open until one of two is chosen")
    {
        const Program program = test::small_program({ { "a", 0, 60 }, { "b", 30, 90 },
            { "c", 80, 120 }, { "d", 200, 210 }, { "e", 200, 220 } });
        Agenda agenda = test::starring({ "a", "b", "c", "d", "e" });
        const auto sizes = [&] {
            std::vector<std::size_t> found;
            for (const auto& group : make_plan(program, agenda).groups)
                found.push_back(group.size());
            return found;
        };
        using Sizes = std::vector<std::size_t>;
        CHECK(sizes() == Sizes { 3, 2 });
        test::choose(agenda, "d#", ChoiceField::Going, "yes");
        CHECK(sizes() == Sizes { 3 });
        test::choose(agenda, "b#", ChoiceField::Going, "yes");
        CHECK(sizes().empty());
        // Of three at once, one is chosen: the other two are no choice any more.
        const Program crowd =
            test::small_program({ { "a", 0, 60 }, { "b", 0, 60 }, { "c", 0, 60 } });
        Agenda one = test::starring({ "a", "b", "c" });
        test::choose(one, "c#", ChoiceField::Going, "yes");
        CHECK(make_plan(crowd, one).groups.empty());
        test::choose(agenda, "a#", ChoiceField::Going, "yes"); // To both: that cannot be.
        CHECK(sizes() == Sizes { 2 });
    }

    TEST_CASE("of a repeat the times that were not chosen clash with nothing")
    {
        const Program program =
            test::small_program({ { "again", 0, 60 }, { "again", 100, 160 }, { "rival", 30, 90 } });
        Agenda agenda = test::starring({ "again", "rival" });
        CHECK(make_plan(program, agenda).groups.size() == 1);
        const auto later = program.occurrence(test::occurrence_at(program, "again", 100));
        test::choose(agenda, occurrence_subject(program, later), ChoiceField::Going, "yes");
        const Plan plan = make_plan(program, agenda);
        CHECK(plan.groups.empty());
        for (const PlanEntry& entry : plan.days[0]) CHECK(entry.conflicts.empty());
    }

    TEST_CASE("who leaves early overlaps by less")
    {
        const Program program = test::small_program({ { "a", 0, 60 }, { "b", 30, 90 } });
        Agenda agenda = test::starring({ "a", "b" });
        test::choose(agenda, "a#", ChoiceField::Leaves, "2026-01-31T09:40");
        CHECK(make_plan(program, agenda).days[0][1].conflicts[0].judgement.minutes == 10);
    }
}
