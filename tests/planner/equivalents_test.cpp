#include <doctest/doctest.h>

#include "planner/equivalents.h"

#include "planner/plan.h"
#include "planner/support/small_program.h"

#include <algorithm>
#include <random>

using namespace hallway;
using namespace hallway::test;

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;
using pack::SessionKind;

std::vector<OccurrenceIndex> all_of(const Program& program)
{
    std::vector<OccurrenceIndex> all;
    for (std::uint32_t i = 0; i < program.occurrences().size(); ++i)
        all.push_back(OccurrenceIndex { i });
    return all;
}

std::string key_of(const Program& program, OccurrenceIndex index)
{
    const pack::SessionRecord& session = program.sessions()[program.occurrence(index).session];
    return std::string(program.text(session.key));
}

/// "a b, a c": keys of the pairs, in the order of the program.
std::string together(const std::vector<SmallEntry>& entries)
{
    const Program program = small_program(entries);
    const std::vector<OccurrenceIndex> all = all_of(program);
    std::string text;
    for (const auto& [i, j] : pairs_together(program, all))
        text +=
            (text.empty() ? "" : ", ") + key_of(program, all[i]) + " " + key_of(program, all[j]);
    return text;
}

SmallEntry poster(std::string key, int start, int end, std::string room, std::string parent = {})
{
    return { .key = std::move(key),
        .start = start,
        .end = end,
        .room = std::move(room),
        .parent = std::move(parent),
        .kind = SessionKind::Poster };
}

} // namespace

TEST_SUITE("equivalents")
{
    TEST_CASE("posters in one room at the same time are together, whatever they belong to")
    {
        CHECK(together({ poster("a", 0, 90, "Foyer"), poster("b", 0, 90, "Foyer"),
                  poster("c", 30, 60, "Foyer") })
            == "a b, a c, b c");
        CHECK(together({ poster("a", 0, 90, "Foyer"), poster("b", 0, 90, "Hall") }) == "");
        CHECK(together({ poster("a", 0, 90, "Foyer"), poster("b", 90, 180, "Foyer") }) == "");
        CHECK(together({ poster("a", 0, 90, ""), poster("b", 0, 90, "") }) == "");
    }

    TEST_CASE("parts of one session are together in one room at the same time")
    {
        const SmallEntry whole { .key = "whole", .start = 0, .end = 90, .room = "Foyer" };
        const SmallEntry talk { .key = "talk", .start = 0, .end = 90, .room = "Foyer" };
        SmallEntry one = talk, two = talk, far = talk;
        one.key = "one", two.key = "two", far.key = "far";
        one.parent = two.parent = far.parent = "whole";
        far.room = "Hall";
        CHECK(
            together({ whole, talk, one, two, far }) == "whole one, whole two, whole far, one two");
    }

    TEST_CASE("a poster that belongs to a poster is together with it once")
    {
        CHECK(together({ poster("a", 0, 90, "Foyer"), poster("b", 0, 90, "Foyer", "a") }) == "a b");
    }

    TEST_CASE("a talk clashes with a poster, posters do not clash with each other")
    {
        const Program program =
            small_program({ poster("a", 0, 90, "Foyer"), poster("b", 0, 90, "Foyer"),
                { .key = "talk", .start = 30, .end = 60, .room = "Hall" } });
        CHECK(make_plan(program, starring({ "a", "b" })).groups.empty());
        CHECK(make_plan(program, starring({ "a", "b", "talk" })).groups.size() == 1);
    }

    TEST_CASE("pairs of many, against the rule for two of them")
    {
        std::mt19937 random(11); // NOLINT: the same each time
        const auto below = [&](int count) {
            return static_cast<int>(random() % static_cast<unsigned>(count));
        };
        for (int seed = 0; seed < 300; ++seed) {
            CAPTURE(seed);
            std::vector<SmallEntry> entries;
            for (int i = 0; i < 14; ++i) {
                const int start = below(6) * 30;
                SmallEntry entry { .key = "s" + std::to_string(below(9)),
                    .start = start,
                    .end = start + below(4) * 30,
                    .room = below(2) ? "Foyer" : "Hall" };
                if (below(2)) entry.kind = SessionKind::Poster;
                if (below(3) == 0) entry.parent = "whole" + std::to_string(below(2));
                entries.push_back(std::move(entry));
            }
            entries.push_back({ .key = "whole0", .start = 0, .end = 200, .room = "Foyer" });
            entries.push_back({ .key = "whole1", .start = 0, .end = 200, .room = "Hall" });
            const Program program = small_program(entries);
            std::vector<OccurrenceIndex> all = all_of(program);
            std::ranges::shuffle(all, random);
            std::vector<Pair> expected;
            for (std::uint32_t i = 0; i < all.size(); ++i)
                for (std::uint32_t j = i + 1; j < all.size(); ++j) {
                    const auto &a = program.occurrence(all[i]), &b = program.occurrence(all[j]);
                    const auto &one = program.sessions()[a.session],
                               &two = program.sessions()[b.session];
                    const bool walked = (one.kind == SessionKind::Poster && two.kind == one.kind)
                        || (one.parent != pack::none && one.parent == two.parent);
                    const bool meet = std::max(a.start, b.start) < std::min(a.end, b.end)
                        && program.rooms_of(a).front() == program.rooms_of(b).front();
                    if (belong_together(program, a.session, b.session) || (walked && meet))
                        expected.emplace_back(i, j);
                }
            CHECK(pairs_together(program, all) == expected);
        }
    }
}
