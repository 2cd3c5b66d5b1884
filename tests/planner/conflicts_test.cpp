#include <doctest/doctest.h>

#include "planner/conflicts.h"

#include "planner/support/oracle.h"
#include "planner/support/random_problems.h"

#include <algorithm>
#include <map>
#include <random>

using namespace hallway;
using namespace hallway::test;

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// The candidates of a problem as attendances in order.
struct Ordered {
    explicit Ordered(const PlanProblem& problem)
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < problem.candidates.size(); ++i) order.push_back(i);
        std::ranges::sort(order, {}, [&](std::uint32_t i) {
            const PlanCandidate& it = problem.candidates[i];
            return std::tuple(it.attendance.start, it.attendance.end, it.key);
        });
        std::vector<std::uint32_t> place(order.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            const PlanCandidate& it = problem.candidates[order[i]];
            named.push_back({ it.key, it.attendance });
            attendances.push_back(it.attendance);
        }
        for (const auto& [a, b] : problem.together)
            together.emplace_back(std::minmax(place[a], place[b]));
        std::ranges::sort(together);
    }
    std::vector<OracleAttendance> named;
    std::vector<Attendance> attendances;
    std::vector<Pair> together;
};

constexpr ProblemTraits anything { .candidates = 40,
    .days = 3,
    .together = true,
    .odd_ways = true,
    .guesses = true,
    .own_allowance = true };

} // namespace

TEST_SUITE("conflicts")
{
    TEST_CASE("verdicts and their minutes, against the rules written down a second time")
    {
        std::mt19937 random(3); // NOLINT: the same each time
        for (int seed = 0; seed < 2000; ++seed) {
            CAPTURE(seed);
            const PlanProblem problem = random_problem(random, anything);
            const Ordered given(problem);
            for (std::size_t j = 1; j < given.attendances.size(); ++j) {
                const Attendance &earlier = given.attendances[j - 1], &later = given.attendances[j];
                const Transfer& way = problem.transfers.between(earlier.place, later.place);
                CHECK(judge(earlier, later, way, problem.allowance)
                    == oracle_judge(earlier, later, way, problem.allowance));
            }
        }
    }

    TEST_CASE("all pairs, and groups, against a look at each pair")
    {
        std::mt19937 random(4); // NOLINT: the same each time
        for (int seed = 0; seed < 3000; ++seed) {
            CAPTURE(seed);
            const PlanProblem problem = random_problem(random, anything);
            const Ordered given(problem);
            const std::vector<Conflict> conflicts = find_conflicts(
                given.attendances, problem.transfers, given.together, problem.allowance);
            std::vector<Pair> clashes;
            for (const Conflict& conflict : conflicts) {
                if (!conflict.judgement.compatible)
                    clashes.emplace_back(conflict.earlier, conflict.later);
            }
            std::ranges::sort(clashes);
            CHECK(clashes
                == oracle_clashes(
                    given.named, problem.transfers, given.together, problem.allowance));
            CHECK(group_clashes(given.attendances.size(), conflicts)
                == oracle_groups(
                    given.named, problem.transfers, given.together, problem.allowance));
        }
    }
}
