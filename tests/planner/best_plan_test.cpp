#include <doctest/doctest.h>

#include "planner/best_plan.h"

#include "planner/support/oracle.h"
#include "planner/support/random_problems.h"

#include <algorithm>
#include <random>

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr int seeds = 2000; ///< instances of each kind

/// What must hold of every result, however little effort was made.
void check_plan(const PlanProblem& problem, const BestPlan& plan)
{
    CHECK(oracle_broken_rule(problem, plan.chosen) == 0);
    CHECK(oracle_value(problem, plan.chosen) == plan.value);
    CHECK_FALSE(is_better(plan.value, plan.bound));
    CHECK(plan.dropped_blocks == oracle_dropped_blocks(problem));
}

void check_against_oracle(const ProblemTraits& traits)
{
    std::mt19937 random(2026); // NOLINT: the same each time
    for (int seed = 0; seed < seeds; ++seed) {
        CAPTURE(seed);
        const PlanProblem problem = random_problem(random, traits);
        const BestPlan plan = find_best_plan(problem);
        check_plan(problem, plan);
        const PlanValue best = oracle_best_value(problem);
        CHECK(plan.proven);
        CHECK(plan.value == best);

        // With hardly any effort: a plan all the same, and a bound that holds.
        const BestPlan hasty = find_best_plan(problem, { .pairs_max = 60 });
        check_plan(problem, hasty);
        CHECK_FALSE(is_better(best, hasty.bound));
        CHECK((!hasty.proven || hasty.value == best));
    }
}

} // namespace

TEST_SUITE("best plan, against all sets of candidates")
{
    TEST_CASE("once each") { check_against_oracle({}); }
    TEST_CASE("repeats") { check_against_oracle({ .repeats = true }); }
    TEST_CASE("parts") { check_against_oracle({ .repeats = true, .parts = true }); }
    TEST_CASE("goings") { check_against_oracle({ .repeats = true, .goings = true }); }
    TEST_CASE("goings of parts") { check_against_oracle({ .parts = true, .goings = true }); }
    TEST_CASE("minutes a day")
    {
        check_against_oracle({ .repeats = true, .goings = true, .limit = true });
    }
    TEST_CASE("blocks")
    {
        check_against_oracle({ .repeats = true, .goings = true, .blocks = true });
    }
    TEST_CASE("ways that differ by direction and break the triangle inequality")
    {
        check_against_oracle({ .repeats = true, .odd_ways = true });
    }
    TEST_CASE("guessed and unknown ways")
    {
        check_against_oracle({ .odd_ways = true, .guesses = true, .own_allowance = true });
    }
    TEST_CASE("all at once")
    {
        check_against_oracle({ .candidates = 12,
            .days = 2,
            .repeats = true,
            .parts = true,
            .goings = true,
            .limit = true,
            .blocks = true,
            .together = true,
            .odd_ways = true,
            .guesses = true,
            .own_allowance = true });
    }
    TEST_CASE("a crowded day")
    {
        check_against_oracle({ .candidates = 14, .days = 1, .repeats = true, .blocks = true });
    }
}

TEST_SUITE("best plan")
{
    TEST_CASE("the order of what is given changes nothing")
    {
        std::mt19937 random(7); // NOLINT: the same each time
        for (int seed = 0; seed < 300; ++seed) {
            CAPTURE(seed);
            const PlanProblem problem =
                random_problem(random, { .repeats = true, .goings = true, .limit = true });
            std::vector<std::uint32_t> order(problem.candidates.size());
            for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
            std::shuffle(order.begin(), order.end(), random);
            PlanProblem shuffled = problem;
            for (PlanWish& wish : shuffled.wishes) wish.candidates.clear();
            for (std::uint32_t i = 0; i < order.size(); ++i) {
                shuffled.candidates[i] = problem.candidates[order[i]];
                shuffled.wishes[shuffled.candidates[i].wish].candidates.push_back(i);
            }
            const auto keys = [](const PlanProblem& of, const BestPlan& plan) {
                std::vector<std::string> found;
                for (const std::uint32_t i : plan.chosen) found.push_back(of.candidates[i].key);
                return found;
            };
            CHECK(
                keys(problem, find_best_plan(problem)) == keys(shuffled, find_best_plan(shuffled)));
        }
    }

    TEST_CASE("in slices it finds the same, with a plan and a progress at each")
    {
        std::mt19937 random(11); // NOLINT: the same each time
        for (int seed = 0; seed < 100; ++seed) {
            CAPTURE(seed);
            const PlanProblem problem =
                random_problem(random, { .candidates = 14, .repeats = true, .blocks = true });
            PlanSearch search(problem);
            int before = 0;
            while (!search.advance(50)) {
                CHECK(oracle_broken_rule(problem, search.best().chosen) == 0);
                CHECK(search.progress_permille() >= before);
                before = search.progress_permille();
            }
            CHECK(search.progress_permille() == 1000);
            CHECK(search.best().chosen == find_best_plan(problem).chosen);
        }
    }

    TEST_CASE("nothing to plan") { CHECK(find_best_plan({}).proven); }
}
