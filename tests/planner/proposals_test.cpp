#include <doctest/doctest.h>

#include "planner/proposals.h"

#include "planner/support/small_program.h"

using namespace hallway;
using namespace hallway::test;

namespace {

/// A small conference with ways, and what stands beside a plan of it.
struct Beside {
    Beside(const std::vector<SmallEntry>& entries, const std::vector<std::string>& planned,
        ProgramBuilder builder = {})
        : program(small_program(entries, std::move(builder))), agenda(starring(planned))
    {
        for (const std::string& key : planned) plan.push_back(occurrence_at(program, key));
    }

    [[nodiscard]] Proposals made() const { return Proposals(program, agenda, settings, plan); }
    [[nodiscard]] std::vector<std::string> keys(const std::vector<OccurrenceIndex>& found) const
    {
        std::vector<std::string> keys;
        for (const OccurrenceIndex index : found)
            keys.emplace_back(
                program.text(program.sessions()[program.occurrence(index).session].key));
        return keys;
    }

    Program program;
    Agenda agenda;
    PlanSettings settings;
    std::vector<OccurrenceIndex> plan;
};

using Keys = std::vector<std::string>;

ProgramBuilder with_walks()
{
    ProgramBuilder builder;
    const std::uint32_t a = builder.room("a");
    for (const auto& [room, minutes] : { std::pair("next", 1), std::pair("near", 3),
             std::pair("far", 15), std::pair("farther", 40) }) {
        builder.add_walk({ a, builder.room(room), false, minutes, {} });
        builder.add_walk({ builder.room(room), a, false, minutes, {} });
    }
    return builder;
}

} // namespace

TEST_SUITE("gaps")
{
    TEST_CASE("25 minutes and more between two sessions of a day, and what lies within")
    {
        const Beside given({ { "first", 0, 60 }, { "fits", 60, 90 }, { "long", 60, 120 },
                               { "early", 50, 80 }, { "second", 100, 130 }, { "third", 150, 180 },
                               { "tomorrow", 24 * 60, 24 * 60 + 30 } },
            { "first", "second", "third", "tomorrow" });
        const auto gaps = given.made().gaps();
        REQUIRE(gaps.size() == 1);
        CHECK(gaps[0].from == nine_o_clock() + 60);
        CHECK(gaps[0].until == nine_o_clock() + 100);
        // What begins before the first is over, within the tolerance or not, is not within the gap.
        CHECK(given.keys(gaps[0].proposals) == Keys { "fits" });
    }

    TEST_CASE("stars first, then what has most in common with them, then the shortest way")
    {
        Beside given(
            { { "first", 0, 60, "a", 0, {}, "", { "Ada" } }, { "nothing", 60, 90, "next" },
                { "far", 80, 100, "far" }, { "by ada", 60, 90, "near", 0, {}, "", { "Ada" } },
                { "starred", 60, 90, "near" }, { "maybe", 60, 90, "near" },
                { "second", 120, 150, "a" } },
            { "first", "second" }, with_walks());
        choose(given.agenda, "maybe", ChoiceField::Keenness, "maybe");
        choose(given.agenda, "starred", ChoiceField::Keenness, "want");
        CHECK(given.keys(given.made().gaps().at(0).proposals)
            == Keys { "starred", "maybe", "by ada" });
        choose(given.agenda, "starred", ChoiceField::Keenness, "no");
        choose(given.agenda, "maybe", ChoiceField::Keenness, "no");
        CHECK(
            given.keys(given.made().gaps().at(0).proposals) == Keys { "by ada", "nothing", "far" });
    }

    TEST_CASE(
        "neither breaks nor what is cancelled, nor the same again, nor what cannot be reached")
    {
        const Beside given(
            { { "first", 0, 60, "a" }, { "off", 60, 90, "a", pack::OccurrenceCancelled },
                { "second", 60, 90, "a" }, { "second", 120, 150, "a" },
                { "too far", 61, 90, "far" }, { "open", 60, 90, "a", 0, pack::Again::OpenHours } },
            { "first", "second" }, with_walks());
        Beside late = given;
        late.plan[1] = occurrence_at(given.program, "second", 120);
        CHECK(late.made().gaps().at(0).proposals.empty());
    }

    TEST_CASE("a session that runs on beside a shorter one leaves no gap")
    {
        const Beside given({ { "long", 0, 180 }, { "short", 10, 20 }, { "next", 180, 200 } },
            { "long", "short", "next" });
        CHECK(given.made().gaps().empty());
    }
}

TEST_SUITE("plan B")
{
    TEST_CASE("a star at the same time before what is nearer, and nothing that spoils the rest")
    {
        Beside given({ { "full", 0, 60, "a" }, { "next door", 0, 50, "next" },
                         { "starred", 0, 60, "near" }, { "too long", 0, 90, "next" },
                         { "much later", 40, 60, "next" }, { "after", 70, 100, "a" } },
            { "full", "after" }, with_walks());
        const OccurrenceIndex full = occurrence_at(given.program, "full");
        CHECK(given.made().plan_b(full) == occurrence_at(given.program, "next door"));
        choose(given.agenda, "starred", ChoiceField::Keenness, "maybe");
        CHECK(given.made().plan_b(full) == occurrence_at(given.program, "starred"));
        choose(given.agenda, "starred", ChoiceField::Keenness, "no");
        choose(given.agenda, "next door", ChoiceField::Keenness, "no");
        CHECK_FALSE(given.made().plan_b(full).has_value());
    }
}

TEST_SUITE("room full")
{
    TEST_CASE("three that can be reached, next door first")
    {
        Beside given(
            { { "full", 0, 60, "a" }, { "near", 0, 50, "near" }, { "door", 5, 50, "next" },
                { "far", 20, 60, "far" }, { "begun", -5, 50, "far" }, { "gone", -30, 20, "next" },
                { "later", 40, 60, "next" }, { "farther", 0, 60, "farther" } },
            { "full" }, with_walks());
        const OccurrenceIndex full = occurrence_at(given.program, "full");
        CHECK(given.keys(given.made().when_full(full, nine_o_clock()))
            == Keys { "door", "near", "far" });
        // Five minutes later the near one has begun, but can still be joined.
        CHECK(given.keys(given.made().when_full(full, nine_o_clock() + 5))
            == Keys { "door", "near", "far" });
        CHECK(given.keys(given.made().when_full(full, nine_o_clock() + 20)) == Keys { "later" });
    }
}
