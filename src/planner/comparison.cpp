#include "planner/comparison.h"
#include "base/sort.h"
#include "planner/meetings.h"
#include "planner/plan.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hallway {
namespace {

class Rivals {
public:
    explicit Rivals(const Meetings& meetings) : meetings_(meetings)
    {
        const std::size_t count = meetings.order().size();
        clashes_.resize(count * count, false);
        for (const Conflict& it : meetings.conflicts())
            if (!it.judgement.compatible)
                clashes_[it.earlier * count + it.later] = clashes_[it.later * count + it.earlier] =
                    true;
    }

    [[nodiscard]] bool clash(std::uint32_t a, std::uint32_t b) const
    {
        return clashes_[a * meetings_.order().size() + b];
    }

    /// Of those that have a rival: the first that starts then, else the first that runs then.
    [[nodiscard]] std::optional<std::uint32_t> find_at(std::int32_t at) const
    {
        std::optional<std::uint32_t> running;
        for (std::uint32_t i = 0; i < meetings_.order().size(); ++i) {
            const Attendance& it = meetings_.order()[i].attendance;
            if (at < it.start || at >= it.end || !has_rival(i)) continue;
            if (it.start == at) return i;
            if (!running) running = i;
        }
        return running;
    }

    /// All that hang together with it; of too many only its own rivals. In order.
    [[nodiscard]] std::vector<std::uint32_t> around(std::uint32_t one) const
    {
        const auto groups = group_clashes(meetings_.order().size(), meetings_.conflicts());
        const auto group = std::ranges::find_if(
            groups, [&](const auto& it) { return std::ranges::binary_search(it, one); });
        if (group->size() <= compared_max) return *group;
        std::vector<std::uint32_t> own;
        for (const std::uint32_t i : *group)
            if (own.size() < compared_max && (i == one || clash(i, one))) own.push_back(i);
        return own;
    }

private:
    [[nodiscard]] bool has_rival(std::uint32_t i) const
    {
        for (std::uint32_t other = 0; other < meetings_.order().size(); ++other)
            if (clash(i, other)) return true;
        return false;
    }

    const Meetings& meetings_;
    std::vector<bool> clashes_; ///< rows and columns are indices into the meetings' order
};

} // namespace

Comparison compare_at(const Program& program, const Agenda& agenda, Instant at,
    const WalkSettings& walks, const Allowance& allowance)
{
    const Meetings meetings(program, agenda, chosen_occurrences(program, agenda), walks, allowance,
        Meetings::Times::Whole);
    const Rivals rivals(meetings);
    const auto one = rivals.find_at(at.minutes);
    if (!one) return {};

    // The longest first, so that what it excludes together stands together.
    const auto length = [&](std::uint32_t i) {
        const Attendance& it = meetings.order()[i].attendance;
        return it.end - it.start;
    };
    std::vector<std::uint32_t> all = rivals.around(*one);
    sort_things(all, [&](std::uint32_t a, std::uint32_t b) { return length(a) > length(b); });
    std::vector<std::uint32_t> rest = all;
    std::vector<std::vector<std::uint32_t>> packages;
    while (!rest.empty()) {
        std::vector<std::uint32_t> package;
        const auto fits = [&](std::uint32_t i) {
            return std::ranges::none_of(
                package, [&](std::uint32_t other) { return i == other || rivals.clash(i, other); });
        };
        std::erase_if(rest, [&](std::uint32_t i) {
            if (!fits(i)) return false;
            package.push_back(i);
            return true;
        });
        // What stands in another package is no loss where it can be attended all the same.
        for (const std::uint32_t i : all)
            if (fits(i)) package.push_back(i);
        sort_things(package);
        packages.push_back(std::move(package));
    }
    // What begins together stands in the program's order, as in the plan.
    const auto rank = [&](const std::vector<std::uint32_t>& package) {
        const Meetings::Meeting& first = meetings.order()[package.front()];
        return std::pair(first.attendance.start, first.occurrence);
    };
    sort_things(packages, [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    std::vector<std::uint32_t> in_order = all;
    sort_things(in_order);
    Comparison found;
    for (const std::vector<std::uint32_t>& package : packages) {
        Comparison::Package& made = found.packages.emplace_back();
        for (const std::uint32_t i : package)
            made.members.push_back(meetings.order()[i].occurrence);
        for (const std::uint32_t i : in_order)
            if (std::ranges::any_of(
                    package, [&](std::uint32_t member) { return rivals.clash(i, member); }))
                made.missed.push_back(meetings.order()[i].occurrence);
    }
    return found;
}

} // namespace hallway
