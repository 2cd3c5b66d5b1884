#include <doctest/doctest.h>

#include "planner/comparison.h"

#include "planner/support/small_program.h"

using namespace hallway;
using namespace hallway::test;

namespace {

/// "workshop | one, two, three".
std::string packages(const std::vector<SmallEntry>& entries, int at)
{
    const Program program = small_program(entries);
    std::vector<std::string> keys;
    for (const SmallEntry& entry : entries) keys.push_back(entry.key);
    std::string told;
    for (const Comparison::Package& package :
        compare_at(program, starring(keys), nine_o_clock() + at).packages) {
        if (!told.empty()) told += " | ";
        for (std::size_t i = 0; i < package.members.size(); ++i) {
            const auto& it = program.occurrence(package.members[i]);
            told += (i > 0 ? ", " : "");
            told += program.text(program.sessions()[it.session].key);
        }
    }
    return told;
}

} // namespace

TEST_SUITE("comparison")
{
    TEST_CASE("a workshop against three talks")
    {
        const std::vector<SmallEntry> entries { { "workshop", 0, 210 }, { "one", 0, 50 },
            { "two", 60, 110 }, { "three", 120, 170 }, { "evening", 300, 350 } };
        CHECK(packages(entries, 0) == "workshop | one, two, three");
        CHECK(packages(entries, 130) == "workshop | one, two, three");
        CHECK(packages(entries, 310).empty());
        CHECK(packages(entries, 250).empty());
    }

    TEST_CASE("three at the same time are three packages")
    {
        CHECK(packages({ { "a", 0, 30 }, { "b", 0, 50 }, { "c", 10, 50 } }, 0) == "a | b | c");
    }

    TEST_CASE("what can be attended with either stands in both packages")
    {
        const std::vector<SmallEntry> entries { { "a", 0, 50 }, { "b", 0, 60 }, { "long", 40, 100 },
            { "later", 60, 110 } };
        CHECK(packages(entries, 0) == "a, later | b, later | long");
    }

    TEST_CASE("of two choices the one of that time")
    {
        const std::vector<SmallEntry> entries { { "a", 0, 30 }, { "b", 0, 30 }, { "c", 60, 90 },
            { "d", 70, 100 } };
        CHECK(packages(entries, 0) == "a | b");
        CHECK(packages(entries, 75) == "c | d");
    }

    TEST_CASE("a chain that is too long is cut to what clashes with the one of that time")
    {
        std::vector<SmallEntry> entries;
        for (int i = 0; i < 12; ++i)
            entries.push_back({ "s" + std::to_string(10 + i), i * 20, i * 20 + 30 });
        CHECK(packages(entries, 100) == "s14, s16 | s15");
    }

    TEST_CASE("what is decided is compared all the same")
    {
        const Program program = small_program({ { "a", 0, 60 }, { "b", 30, 90 } });
        Agenda agenda = starring({ "a", "b" });
        choose(agenda, "a#", ChoiceField::Going, "yes");
        choose(agenda, "a#", ChoiceField::Leaves, "2026-01-31T09:30");
        CHECK(compare_at(program, agenda, nine_o_clock()).packages.size() == 2);
    }
}
