#pragma once
#include "planner/plan_problem.h"

#include <random>

namespace hallway::test {

/// What a random problem has beside starred sessions that take place once.
struct ProblemTraits {
    int candidates = 10; ///< at most
    int days = 2;
    bool repeats = false, parts = false, goings = false, limit = false, blocks = false;
    bool together = false;
    /// Ways that differ by direction and break the triangle inequality; else they are the lengths
    /// of ways along a line.
    bool odd_ways = false;
    bool guesses = false; ///< some ways are guessed or unknown
    bool own_allowance = false;
};

/// The same for the same state of `random`, on every machine.
[[nodiscard]] PlanProblem random_problem(std::mt19937& random, const ProblemTraits& traits);

} // namespace hallway::test
