#include "planner/plan_message.h"

namespace hallway {
namespace {

using Index = std::uint32_t;
using Pairs = std::vector<std::pair<Index, Index>>;

// --- writing -------------------------------------------------------------------------------------

void put_size(ByteWriter& out, std::size_t size) { out.number(static_cast<Index>(size)); }

void put(ByteWriter& out, const std::vector<Index>& list)
{
    put_size(out, list.size());
    for (const Index i : list) out.number(i);
}

void put(ByteWriter& out, const Pairs& pairs)
{
    put_size(out, pairs.size());
    for (const auto& [a, b] : pairs) {
        out.number(a);
        out.number(b);
    }
}

void put(ByteWriter& out, const PlanValue& value)
{
    for (const Index count : { value.musts, value.wants, value.maybes }) out.number(count);
    out.number(value.walking);
}

void put(ByteWriter& out, const TransferTable& transfers)
{
    const auto places = static_cast<Index>(transfers.places());
    out.number(places);
    for (Index from = 0; from < places; ++from)
        for (Index to = 0; to < places; ++to) {
            out.number(transfers.between(from, to).minutes);
            out.number(transfers.between(from, to).knowledge);
        }
}

// --- reading -------------------------------------------------------------------------------------

/// Reads lists whose lengths may be lies: no more is made than there are bytes.
class MessageReader {
public:
    explicit MessageReader(ByteView bytes) : in_(bytes) { }

    template <class T> T number() { return in_.number<T>(); }
    std::string_view text() { return in_.text(); }
    bool flag() { return in_.number<std::uint8_t>() != 0; }

    /// An index below `count`.
    Index index(std::size_t count)
    {
        const auto i = number<Index>();
        if (i >= count) broken_ = true;
        return broken_ ? 0 : i;
    }
    template <class T> T kind(T last)
    {
        const T value = number<T>();
        if (value > last) broken_ = true;
        return broken_ ? T {} : value;
    }
    template <class Read> void each(Read read)
    {
        const auto count = number<Index>();
        for (Index i = 0; i < count && !failed(); ++i) read();
    }
    void list(std::vector<Index>& list, std::size_t count)
    {
        each([&] { list.push_back(index(count)); });
    }
    void pairs(Pairs& pairs, std::size_t count)
    {
        each([&] {
            const Index first = index(count);
            pairs.emplace_back(first, index(count));
        });
    }
    PlanValue value()
    {
        PlanValue value;
        for (Index* count : { &value.musts, &value.wants, &value.maybes }) *count = number<Index>();
        value.walking = number<std::int64_t>();
        return value;
    }
    TransferTable transfers()
    {
        const auto places = number<Index>();
        std::vector<Transfer> transfers;
        for (std::uint64_t i = 0; i < std::uint64_t { places } * places && !failed(); ++i) {
            const auto minutes = number<Minutes>();
            transfers.push_back({ minutes, kind(Knowledge::Known) });
        }
        return { places, std::move(transfers) };
    }
    [[nodiscard]] bool failed() const { return broken_ || in_.failed(); }
    [[nodiscard]] bool is_whole() const { return !failed() && in_.left() == 0; }

private:
    ByteReader in_;
    bool broken_ = false;
};

void read_candidates(MessageReader& in, PlanProblem& problem)
{
    in.each([&] {
        PlanCandidate& it = problem.candidates.emplace_back();
        it.key = in.text();
        it.attendance.start = in.number<std::int32_t>();
        it.attendance.end = in.number<std::int32_t>();
        it.attendance.place = in.index(problem.transfers.places());
        it.day = in.number<Index>();
        it.wish = in.number<Index>();
        it.going = in.flag();
    });
}

} // namespace

// --- the problem ---------------------------------------------------------------------------------

Bytes encode_problem(const PlanProblem& problem)
{
    ByteWriter out;
    put(out, problem.transfers);
    put_size(out, problem.candidates.size());
    for (const PlanCandidate& it : problem.candidates) {
        out.text(it.key);
        out.number(it.attendance.start);
        out.number(it.attendance.end);
        out.number(it.attendance.place);
        out.number(it.day);
        out.number(it.wish);
        out.number(std::uint8_t { it.going });
    }
    put_size(out, problem.wishes.size());
    for (const PlanWish& it : problem.wishes) {
        out.number(it.keenness);
        put(out, it.candidates);
        out.number(std::uint8_t { it.all });
    }
    put(out, problem.together);
    out.number(problem.allowance.buffer);
    out.number(problem.allowance.tolerance);
    out.number(problem.minutes_per_day_max.value_or(-1));
    put_size(out, problem.blocks.size());
    for (const PlanBlock& it : problem.blocks)
        for (const std::int32_t time : { it.from, it.until, it.minutes }) out.number(time);
    return out.take();
}

std::optional<PlanProblem> decode_problem(ByteView bytes)
{
    MessageReader in(bytes);
    PlanProblem problem;
    problem.transfers = in.transfers();
    read_candidates(in, problem);
    in.each([&] {
        PlanWish& it = problem.wishes.emplace_back();
        it.keenness = in.kind(Keenness::Must);
        in.list(it.candidates, problem.candidates.size());
        it.all = in.flag();
    });
    in.pairs(problem.together, problem.candidates.size());
    problem.allowance.buffer = in.number<Minutes>();
    problem.allowance.tolerance = in.number<Minutes>();
    if (const auto minutes = in.number<Minutes>(); minutes >= 0)
        problem.minutes_per_day_max = minutes;
    in.each([&] {
        PlanBlock& it = problem.blocks.emplace_back();
        for (std::int32_t* time : { &it.from, &it.until, &it.minutes })
            *time = in.number<std::int32_t>();
    });
    for (const PlanCandidate& it : problem.candidates)
        if (it.wish >= problem.wishes.size()) return std::nullopt;
    if (!in.is_whole()) return std::nullopt;
    return problem;
}

// --- the solution --------------------------------------------------------------------------------

Bytes encode_solution(const PlanSolution& solution)
{
    ByteWriter out;
    const BestPlan& plan = solution.plan;
    put(out, plan.chosen);
    put(out, plan.value);
    put(out, plan.bound);
    out.number(std::uint8_t { plan.proven });
    put(out, plan.clashing_goings);
    put(out, plan.dropped_blocks);
    put(out, solution.to_decide);
    put_size(out, solution.obstacles.size());
    for (const PlanObstacle& it : solution.obstacles) {
        out.number(it.candidate);
        out.number(it.kind);
        // None is in its own way.
        out.number(it.other.value_or(it.candidate));
        out.number(it.minutes);
    }
    return out.take();
}

std::optional<PlanSolution> decode_solution(ByteView bytes, const PlanProblem& problem)
{
    MessageReader in(bytes);
    PlanSolution solution;
    BestPlan& plan = solution.plan;
    const std::size_t count = problem.candidates.size();
    in.list(plan.chosen, count);
    plan.value = in.value();
    plan.bound = in.value();
    plan.proven = in.flag();
    in.pairs(plan.clashing_goings, count);
    in.list(plan.dropped_blocks, problem.blocks.size());
    in.list(solution.to_decide, count);
    in.each([&] {
        PlanObstacle& it = solution.obstacles.emplace_back();
        it.candidate = in.index(count);
        it.kind = in.kind(PlanObstacle::Kind::Displaced);
        if (const Index other = in.index(count); other != it.candidate) it.other = other;
        it.minutes = in.number<Minutes>();
    });
    if (!in.is_whole()) return std::nullopt;
    return solution;
}

} // namespace hallway
