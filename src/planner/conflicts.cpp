#include "planner/conflicts.h"

#include <algorithm>
#include <numeric>

namespace hallway {
namespace {

/// Of each attendance where all of a crowded program is starred, so that nothing is copied while
/// the list grows: that took twenty times as long as finding them.
constexpr std::size_t conflicts_expected = 24;

/// For each place the longest way that leads from it, with the buffer.
std::vector<Minutes> longest_ways(const TransferTable& transfers, const Allowance& allowance)
{
    std::vector<Minutes> longest(transfers.places(), 0);
    for (std::uint32_t from = 0; from < transfers.places(); ++from)
        for (std::uint32_t to = 0; to < transfers.places(); ++to)
            if (const Transfer& way = transfers.between(from, to);
                way.knowledge != Knowledge::Unknown)
                longest[from] = std::max(longest[from], way.minutes + allowance.buffer);
    return longest;
}

bool is_conflict(const Judgement& judgement)
{
    return judgement.verdict == Verdict::Overlaps || judgement.verdict == Verdict::Missed
        || judgement.verdict == Verdict::Tight;
}

/// Sets that are joined pair by pair.
class Components {
public:
    explicit Components(std::size_t count) : parents_(count)
    {
        std::iota(parents_.begin(), parents_.end(), 0u);
    }
    std::uint32_t root(std::uint32_t i)
    {
        while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
        return i;
    }
    /// The smaller root stays, so that a component is known by its first member.
    void join(std::uint32_t i, std::uint32_t j)
    {
        const std::uint32_t a = root(i), b = root(j);
        parents_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> parents_;
};

} // namespace

std::vector<Conflict> find_conflicts(std::span<const Attendance> attendances,
    const TransferTable& transfers,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> together, const Allowance& allowance)
{
    const std::vector<Minutes> longest = longest_ways(transfers, allowance);
    std::vector<Conflict> found;
    found.reserve(attendances.size() * conflicts_expected);
    std::vector<std::uint32_t> near; // Those that a later one could still meet.
    for (std::uint32_t later = 0; later < attendances.size(); ++later) {
        const Attendance& at = attendances[later];
        std::erase_if(near, [&](std::uint32_t i) {
            return attendances[i].end + longest[attendances[i].place] <= at.start;
        });
        for (const std::uint32_t earlier : near) {
            const Transfer& way = transfers.between(attendances[earlier].place, at.place);
            const Judgement judgement = judge(attendances[earlier], at, way, allowance);
            if (!is_conflict(judgement)) continue;
            if (std::ranges::binary_search(together, std::pair(earlier, later))) continue;
            found.push_back({ earlier, later, judgement });
        }
        near.push_back(later);
    }
    return found;
}

std::vector<std::vector<std::uint32_t>> group_clashes(
    std::size_t count, std::span<const Conflict> conflicts)
{
    Components components(count);
    for (const Conflict& conflict : conflicts)
        if (!conflict.judgement.compatible) components.join(conflict.earlier, conflict.later);
    std::vector<std::vector<std::uint32_t>> members(count);
    for (std::uint32_t i = 0; i < count; ++i) members[components.root(i)].push_back(i);
    std::erase_if(members, [](const auto& group) { return group.size() < 2; });
    return members;
}

} // namespace hallway
