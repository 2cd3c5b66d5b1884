#include "planner/support/random_problems.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace hallway::test {
namespace {

/// From `low` to `high`, both included. std::uniform_int_distribution differs between libraries.
int draw(std::mt19937& random, int low, int high)
{
    return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}
bool chance(std::mt19937& random, int percent) { return draw(random, 0, 99) < percent; }

constexpr int places = 4;
constexpr Minutes minutes_from_day_to_day = 24 * 60;

TransferTable random_transfers(std::mt19937& random, const ProblemTraits& traits)
{
    int positions[places] = {};
    for (int& position : positions) position = draw(random, 0, 15);
    std::vector<Transfer> transfers;
    for (int from = 0; from < places; ++from) {
        for (int to = 0; to < places; ++to) {
            Transfer way { std::abs(positions[from] - positions[to]), Knowledge::Known };
            if (traits.odd_ways && from != to) way.minutes = draw(random, 0, 20);
            if (traits.guesses && chance(random, 25)) way.knowledge = Knowledge::Guessed;
            if (traits.guesses && chance(random, 15)) way = {};
            transfers.push_back(way);
        }
    }
    return { places, std::move(transfers) };
}

Attendance random_attendance(std::mt19937& random, int day)
{
    static constexpr int lengths[] = { 5, 10, 20, 25, 30, 45, 50, 60, 90, 3, 120 };
    const int start = day * minutes_from_day_to_day + 9 * 60 + 5 * draw(random, 0, 60)
        + (chance(random, 20) ? draw(random, 0, 4) : 0);
    const int length = lengths[draw(random, 0, static_cast<int>(std::size(lengths)) - 1)];
    return { start, start + length, static_cast<std::uint32_t>(draw(random, 0, places - 1)) };
}

void add_wish(PlanProblem& problem, std::mt19937& random, const ProblemTraits& traits, int most)
{
    static constexpr Keenness levels[] = { Keenness::Must, Keenness::Want, Keenness::Maybe };
    const auto number = static_cast<std::uint32_t>(problem.wishes.size());
    PlanWish wish { levels[draw(random, 0, 2)], {}, false };
    int count = 1;
    if (traits.repeats && chance(random, 50)) count = draw(random, 2, 3);
    if (traits.parts && chance(random, 30)) {
        count = draw(random, 2, 3);
        wish.all = true;
    }
    for (int i = 0; i < std::min(count, most); ++i) {
        const int day = draw(random, 0, traits.days - 1);
        wish.candidates.push_back(static_cast<std::uint32_t>(problem.candidates.size()));
        problem.candidates.push_back({ "s" + std::to_string(number) + "#" + std::to_string(i),
            random_attendance(random, day), static_cast<std::uint32_t>(day), number,
            traits.goings && chance(random, 15) });
    }
    problem.wishes.push_back(wish);
}

} // namespace

PlanProblem random_problem(std::mt19937& random, const ProblemTraits& traits)
{
    PlanProblem problem;
    problem.transfers = random_transfers(random, traits);
    const int count = draw(random, 2, traits.candidates);
    while (static_cast<int>(problem.candidates.size()) < count)
        add_wish(problem, random, traits, count - static_cast<int>(problem.candidates.size()));
    if (traits.own_allowance) problem.allowance = { draw(random, 0, 2) * 5, draw(random, 0, 8) };
    if (traits.limit) problem.minutes_per_day_max = draw(random, 30, 200);
    for (int i = 0; traits.blocks && i < draw(random, 1, 3); ++i) {
        const int from =
            draw(random, 0, traits.days - 1) * minutes_from_day_to_day + draw(random, 570, 780);
        problem.blocks.push_back({ from, from + draw(random, 60, 150), draw(random, 20, 60) });
    }
    const auto candidates = static_cast<int>(problem.candidates.size());
    for (int i = 0; traits.together && i < 2; ++i) {
        const auto a = static_cast<std::uint32_t>(draw(random, 0, candidates - 1));
        const auto b = static_cast<std::uint32_t>(draw(random, 0, candidates - 1));
        if (a != b) problem.together.emplace_back(std::min(a, b), std::max(a, b));
    }
    return problem;
}

} // namespace hallway::test
