// How long the best plan and the conflicts take, and how near the proof comes.
#include "planner/best_plan.h"
#include "planner/conflicts.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

using namespace hallway;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point from)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

double share(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

struct Draw {
    std::mt19937 random;
    int operator()(int low, int high)
    {
        return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
    }
};

constexpr int rooms = 12;
constexpr Minutes a_day = 24 * 60;

/// Rooms in three buildings.
TransferTable buildings()
{
    std::vector<Transfer> transfers;
    for (int from = 0; from < rooms; ++from)
        for (int to = 0; to < rooms; ++to) {
            const int apart = std::abs(from / 4 - to / 4);
            transfers.push_back({ from == to ? 0 : 2 + 4 * apart, Knowledge::Known });
        }
    return { rooms, std::move(transfers) };
}

/// Sessions of 25 to 90 minutes on five-minute marks between 9:00 and 18:00.
PlanProblem a_conference(Draw& draw, int days, int wishes, int least, int most)
{
    static constexpr int lengths[] = { 25, 30, 45, 50, 60, 90 };
    PlanProblem problem;
    problem.transfers = buildings();
    for (int i = 0; i < wishes; ++i) {
        const int keenness = draw(0, 9);
        PlanWish wish { keenness < 2 ? Keenness::Must
                : keenness < 7       ? Keenness::Want
                                     : Keenness::Maybe,
            {}, false };
        const int times = draw(least, most);
        for (int time = 0; time < times; ++time) {
            const int day = draw(0, days - 1);
            const int length = lengths[draw(0, 5)];
            const int start = day * a_day + 9 * 60 + 5 * draw(0, (540 - length) / 5);
            wish.candidates.push_back(static_cast<std::uint32_t>(problem.candidates.size()));
            problem.candidates.push_back({ "s" + std::to_string(i) + "#" + std::to_string(time),
                { start, start + length, static_cast<std::uint32_t>(draw(0, rooms - 1)) },
                static_cast<std::uint32_t>(day), static_cast<std::uint32_t>(i), false });
        }
        problem.wishes.push_back(wish);
    }
    return problem;
}

void bench_plan(const char* name, int days, int wishes, int least, int most)
{
    Draw draw { std::mt19937(26) };
    std::vector<double> took, longest_slice;
    int proven = 0, proven_wishes = 0;
    constexpr int instances = 40, warm_ups = 3;
    for (int i = 0; i < instances + warm_ups; ++i) {
        const PlanProblem problem = a_conference(draw, days, wishes, least, most);
        const Clock::time_point start = Clock::now();
        PlanSearch search(problem);
        double longest = 0;
        for (bool done = false; !done;) {
            const Clock::time_point slice = Clock::now();
            done = search.advance(100'000);
            longest = std::max(longest, milliseconds_since(slice));
        }
        // WebAssembly is compiled once more while it runs for the first time.
        if (i < warm_ups) continue;
        took.push_back(milliseconds_since(start));
        longest_slice.push_back(longest);
        const BestPlan& best = search.best();
        proven += best.proven;
        proven_wishes += best.value.musts == best.bound.musts
            && best.value.wants == best.bound.wants && best.value.maybes == best.bound.maybes;
    }
    std::printf("%s: p50 %.1f ms, p95 %.1f ms, longest slice %.1f ms; proven %d of %d, but for the "
                "walking %d\n",
        name, share(took, 0.5), share(took, 0.95), share(longest_slice, 1), proven, instances,
        proven_wishes);
}

void bench_conflicts(int count)
{
    Draw draw { std::mt19937(5) };
    std::vector<double> took;
    std::size_t found = 0;
    for (int i = 0; i < 50; ++i) {
        const PlanProblem problem = a_conference(draw, 5, count, 1, 1);
        std::vector<Attendance> attendances;
        for (const PlanCandidate& it : problem.candidates) attendances.push_back(it.attendance);
        std::ranges::sort(attendances, {}, &Attendance::start);
        const Clock::time_point start = Clock::now();
        found = find_conflicts(attendances, problem.transfers, {}, {}).size();
        took.push_back(milliseconds_since(start));
    }
    std::printf("conflicts of %d stars: p50 %.2f ms, p95 %.2f ms (%zu pairs)\n", count,
        share(took, 0.5), share(took, 0.95), found);
}

} // namespace

int main()
{
    bench_plan("plan, 5 days, 60 wishes at 2 or 3 times", 5, 60, 2, 3);
    bench_plan("plan, 5 days, 40 wishes at 1 to 3 times", 5, 40, 1, 3);
    bench_plan("plan, 2 days, 300 wishes", 2, 300, 1, 1);
    bench_plan("plan, 2 days, 100 wishes at 1 or 2 times", 2, 100, 1, 2);
    bench_conflicts(1000);
    return 0;
}
