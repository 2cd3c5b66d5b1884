#include <doctest/doctest.h>

#include "planner/plan_message.h"
#include "planner/support/random_problems.h"

using namespace hallway;

namespace {

PlanProblem problem_of(std::uint32_t seed)
{
    std::mt19937 random(seed);
    return test::random_problem(random,
        { .repeats = true,
            .parts = true,
            .goings = true,
            .limit = seed % 2 == 0,
            .blocks = true,
            .together = true,
            .odd_ways = true,
            .guesses = true,
            .own_allowance = true });
}

/// Problems have no equality; their bytes hold all of them.
bool is_same(const PlanProblem& a, const PlanProblem& b)
{
    return encode_problem(a) == encode_problem(b);
}

} // namespace

TEST_SUITE("planner/plan_message")
{
    TEST_CASE("a problem comes back, and has the same solution")
    {
        for (std::uint32_t seed = 1; seed <= 200; ++seed) {
            CAPTURE(seed);
            const PlanProblem problem = problem_of(seed);
            const auto back = decode_problem(encode_problem(problem));
            REQUIRE(back);
            CHECK(is_same(*back, problem));
            CHECK(solve_plan(*back).plan.chosen == solve_plan(problem).plan.chosen);
        }
    }

    TEST_CASE("a solution comes back")
    {
        std::size_t obstacle_count = 0, decision_count = 0;
        for (std::uint32_t seed = 1; seed <= 200; ++seed) {
            CAPTURE(seed);
            const PlanProblem problem = problem_of(seed);
            const PlanSolution solution = solve_plan(problem);
            const auto back = decode_solution(encode_solution(solution), problem);
            REQUIRE(back);
            CHECK(back->plan.chosen == solution.plan.chosen);
            CHECK(back->plan.value == solution.plan.value);
            CHECK(back->plan.bound == solution.plan.bound);
            CHECK(back->plan.proven == solution.plan.proven);
            CHECK(back->plan.clashing_goings == solution.plan.clashing_goings);
            CHECK(back->plan.dropped_blocks == solution.plan.dropped_blocks);
            CHECK(back->to_decide == solution.to_decide);
            CHECK(back->obstacles == solution.obstacles);
            obstacle_count += solution.obstacles.size();
            decision_count += solution.to_decide.size();
        }
        CHECK(obstacle_count > 0);
        CHECK(decision_count > 0);
    }

    TEST_CASE("what is cut off or goes on is no message")
    {
        const PlanProblem problem = problem_of(3);
        Bytes bytes = encode_problem(problem);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            CHECK_FALSE(decode_problem(ByteView(bytes).first(size)));
        bytes.push_back(std::byte { 0 });
        CHECK_FALSE(decode_problem(bytes));

        Bytes solved = encode_solution(solve_plan(problem));
        for (std::size_t size = 0; size < solved.size(); ++size)
            CHECK_FALSE(decode_solution(ByteView(solved).first(size), problem));
        solved.push_back(std::byte { 0 });
        CHECK_FALSE(decode_solution(solved, problem));
    }

    TEST_CASE("of a problem with fewer candidates it is no solution")
    {
        const PlanProblem problem = problem_of(3);
        const Bytes solved = encode_solution(solve_plan(problem));
        CHECK_FALSE(decode_solution(solved, {}));
    }

    TEST_CASE("whatever one byte says, reading it ends")
    {
        const PlanProblem problem = problem_of(5);
        const Bytes bytes = encode_problem(problem), solved = encode_solution(solve_plan(problem));
        for (const int value : { 0x01, 0x7f, 0x80, 0xff }) {
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                Bytes wrong = bytes;
                wrong[i] = static_cast<std::byte>(value);
                if (const auto read = decode_problem(wrong))
                    CHECK(encode_problem(*read).size() == wrong.size());
            }
            for (std::size_t i = 0; i < solved.size(); ++i) {
                Bytes wrong = solved;
                wrong[i] = static_cast<std::byte>(value);
                if (const auto read = decode_solution(wrong, problem))
                    CHECK(encode_solution(*read).size() == wrong.size());
            }
        }
    }
}
