// The search for the best plan as its worker sees it: a problem in, a solution out, in slices. The
// bytes are those of planner/plan_message.h.
#include "planner/plan_message.h"

#include <emscripten/emscripten.h>

#include <optional>

using namespace hallway;

namespace {

/// Some milliseconds of work, after which the worker may tell how far it is.
constexpr std::uint64_t pairs_per_slice = 2'000'000;

std::optional<PlanSearch> search;
Bytes solution;

} // namespace

extern "C" {

/// 0: the bytes are no problem's.
EMSCRIPTEN_KEEPALIVE std::uint32_t plan_begin(const char* bytes, std::uint32_t size)
{
    auto problem = decode_problem(bytes_of({ bytes, size }));
    if (problem) search.emplace(*std::move(problem));
    return problem ? 1 : 0;
}

/// Thousandths of the effort that are spent; 1000: the solution is there.
EMSCRIPTEN_KEEPALIVE std::uint32_t plan_advance()
{
    if (search->advance(pairs_per_slice))
        solution = encode_solution(explain_plan(search->problem(), search->best()));
    return static_cast<std::uint32_t>(search->progress_permille());
}

EMSCRIPTEN_KEEPALIVE const std::byte* plan_solution_at() { return solution.data(); }
EMSCRIPTEN_KEEPALIVE std::uint32_t plan_solution_size()
{
    return static_cast<std::uint32_t>(solution.size());
}
}
