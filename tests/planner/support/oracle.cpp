#include "planner/support/oracle.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <set>
#include <tuple>

namespace hallway::test {
namespace {

using Index = std::uint32_t;
using Indices = std::vector<Index>;
using Pairs = std::vector<std::pair<Index, Index>>;

bool contains(const Indices& indices, Index index)
{
    return std::find(indices.begin(), indices.end(), index) != indices.end();
}

Index count_of(std::size_t size) { return static_cast<Index>(size); }

// "Attendances", "Verdicts"

/// "Attendances are ordered by start, then end, then key."
bool comes_before(const OracleAttendance& left, const OracleAttendance& right)
{
    return std::tie(left.attendance.start, left.attendance.end, left.key)
        < std::tie(right.attendance.start, right.attendance.end, right.key);
}

void put_in_order(Indices& indices, const std::vector<OracleAttendance>& attendances)
{
    std::sort(indices.begin(), indices.end(), [&attendances](Index left, Index right) {
        return comes_before(attendances[left], attendances[right]);
    });
}

bool never_clash(Index left, Index right, const Pairs& together)
{
    for (const auto& [one, other] : together) {
        if (one == left && other == right) return true;
        if (one == right && other == left) return true;
    }
    return false;
}

/// "A clash is a pair that is not compatible."
bool clash(Index left, Index right, const std::vector<OracleAttendance>& attendances,
    const TransferTable& transfers, const Pairs& together, const Allowance& allowance)
{
    if (never_clash(left, right, together)) return false;
    const bool left_first = comes_before(attendances[left], attendances[right]);
    const Attendance& earlier = attendances[left_first ? left : right].attendance;
    const Attendance& later = attendances[left_first ? right : left].attendance;
    const Transfer& transfer = transfers.between(earlier.place, later.place);
    return !oracle_judge(earlier, later, transfer, allowance).compatible;
}

std::vector<OracleAttendance> attendances_of(const PlanProblem& problem)
{
    std::vector<OracleAttendance> attendances;
    for (const PlanCandidate& candidate : problem.candidates) {
        attendances.push_back({ candidate.key, candidate.attendance });
    }
    return attendances;
}

// Blocks

/// The first instant, not before `after`, from which `block` lies between its two times and no
/// attendance of `chosen` lies in it.
std::optional<std::int64_t> earliest_place(
    const PlanBlock& block, const PlanProblem& problem, const Indices& chosen, std::int64_t after)
{
    std::int64_t start = std::max<std::int64_t>(block.from, after);
    while (start + block.minutes <= block.until) {
        bool free = true;
        for (const Index index : chosen) {
            const Attendance& attendance = problem.candidates[index].attendance;
            if (attendance.start < start + block.minutes && start < attendance.end) {
                free = false;
                start = attendance.end; // all starts before this one meet it, too
                break;
            }
        }
        if (free) return start;
    }
    return std::nullopt;
}

/// Tries all orders of `blocks`. In a given order the earliest place of each is the best one for
/// those behind it.
bool can_place_after(const std::vector<PlanBlock>& blocks, const PlanProblem& problem,
    const Indices& chosen, std::int64_t after)
{
    if (blocks.empty()) return true;
    for (std::size_t first = 0; first < blocks.size(); ++first) {
        const auto start = earliest_place(blocks[first], problem, chosen, after);
        // What has no place now has none behind other blocks either.
        if (!start) return false;
        std::vector<PlanBlock> rest;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (i != first) rest.push_back(blocks[i]);
        }
        if (can_place_after(rest, problem, chosen, *start + blocks[first].minutes)) return true;
    }
    return false;
}

/// Whether all blocks of `kept` have places at once, none of which an attendance of `chosen` meets.
bool can_place(const Indices& kept, const PlanProblem& problem, const Indices& chosen)
{
    std::vector<PlanBlock> blocks;
    for (const Index index : kept) {
        const PlanBlock& block = problem.blocks[index];
        if (block.minutes > 0) {
            blocks.push_back(block);
        } else if (block.from > block.until) {
            return false;
        }
        // Else it is empty: nothing lies in it, wherever it is.
    }
    return can_place_after(blocks, problem, chosen, std::numeric_limits<std::int32_t>::min());
}

// "The best plan"

/// 1. "All goings are in it".
bool has_all_goings(const PlanProblem& problem, const Indices& chosen)
{
    for (Index index = 0; index < count_of(problem.candidates.size()); ++index) {
        if (problem.candidates[index].going && !contains(chosen, index)) return false;
    }
    return true;
}

/// 2. "Each pair in it is compatible, but for two goings."
bool has_only_compatible_pairs(const PlanProblem& problem, const Indices& chosen)
{
    const std::vector<OracleAttendance> attendances = attendances_of(problem);
    for (const Index left : chosen) {
        for (const Index right : chosen) {
            if (left >= right) continue; // each pair once
            if (problem.candidates[left].going && problem.candidates[right].going) continue;
            if (clash(left, right, attendances, problem.transfers, problem.together,
                    problem.allowance)) {
                return false;
            }
        }
    }
    return true;
}

/// How many of a wish's candidates there are, and how many of them are chosen.
struct WishCount {
    std::size_t all = 0;
    std::size_t chosen = 0;
    std::size_t chosen_goings = 0;
    std::size_t chosen_others = 0; ///< that are no goings
};

WishCount count_wish(const PlanProblem& problem, const PlanWish& wish, const Indices& chosen)
{
    WishCount count;
    for (const Index index : wish.candidates) {
        ++count.all;
        if (!contains(chosen, index)) continue;
        ++count.chosen;
        ++(problem.candidates[index].going ? count.chosen_goings : count.chosen_others);
    }
    return count;
}

/// 3. "Of a wish whose candidates are alternatives at most one is in it; if goings of the wish are
/// in it, no other."
bool has_one_of_alternatives(const PlanProblem& problem, const Indices& chosen)
{
    for (const PlanWish& wish : problem.wishes) {
        if (wish.all) continue;
        const WishCount count = count_wish(problem, wish, chosen);
        if (count.chosen_others > 1) return false;
        if (count.chosen_others > 0 && count.chosen_goings > 0) return false;
    }
    return true;
}

/// 4. "Of a wish whose candidates are parts all are in it, or none but the goings."
bool has_all_parts_or_none(const PlanProblem& problem, const Indices& chosen)
{
    for (const PlanWish& wish : problem.wishes) {
        if (!wish.all) continue;
        const WishCount count = count_wish(problem, wish, chosen);
        if (count.chosen != count.all && count.chosen_others != 0) return false;
    }
    return true;
}

std::set<Index> days_of(const PlanProblem& problem, const Indices& chosen)
{
    std::set<Index> days;
    for (const Index index : chosen) days.insert(problem.candidates[index].day);
    return days;
}

/// 5. "On no day the candidates that are not goings push the sum of the minutes over the limit. A
/// day whose goings alone go over it has no other candidates."
bool keeps_to_minutes_per_day(const PlanProblem& problem, const Indices& chosen)
{
    if (!problem.minutes_per_day_max) return true;
    for (const Index day : days_of(problem, chosen)) {
        std::int64_t of_goings = 0;
        std::int64_t of_all = 0;
        bool has_others = false;
        for (const Index index : chosen) {
            const PlanCandidate& candidate = problem.candidates[index];
            if (candidate.day != day) continue;
            const Minutes minutes = candidate.attendance.end - candidate.attendance.start;
            of_all += minutes;
            if (candidate.going) of_goings += minutes;
            if (!candidate.going) has_others = true;
        }
        if (has_others && of_all > *problem.minutes_per_day_max) return false;
        if (has_others && of_goings > *problem.minutes_per_day_max) return false;
    }
    return true;
}

/// 6. "Each block has a place", but for those that are dropped.
bool has_place_for_blocks(const PlanProblem& problem, const Indices& chosen)
{
    const Indices dropped = oracle_dropped_blocks(problem);
    Indices kept;
    for (Index index = 0; index < count_of(problem.blocks.size()); ++index) {
        if (!contains(dropped, index)) kept.push_back(index);
    }
    return can_place(kept, problem, chosen);
}

/// "A wish is fulfilled if one of its candidates (of parts: all of them) is in the plan." One
/// without candidates is not.
bool is_fulfilled(const PlanProblem& problem, const PlanWish& wish, const Indices& chosen)
{
    const WishCount count = count_wish(problem, wish, chosen);
    if (wish.all) return count.chosen > 0 && count.chosen == count.all;
    return count.chosen > 0;
}

/// "Walking is the sum of the transfers' minutes, without buffer, over neighbours on the same day
/// in the order of attendances; an unknown one counts 0."
std::int64_t walking_of(const PlanProblem& problem, const Indices& chosen)
{
    const std::vector<OracleAttendance> attendances = attendances_of(problem);
    std::int64_t walking = 0;
    for (const Index day : days_of(problem, chosen)) {
        Indices of_day;
        for (const Index index : chosen) {
            if (problem.candidates[index].day == day) of_day.push_back(index);
        }
        put_in_order(of_day, attendances);
        for (std::size_t i = 1; i < of_day.size(); ++i) {
            const std::uint32_t from = attendances[of_day[i - 1]].attendance.place;
            const std::uint32_t to = attendances[of_day[i]].attendance.place;
            const Transfer& transfer = problem.transfers.between(from, to);
            if (transfer.knowledge != Knowledge::Unknown) walking += transfer.minutes;
        }
    }
    return walking;
}

/// "The value of a plan is, in order: fulfilled musts, fulfilled wants, fulfilled maybes (more is
/// better), then the walking (less is better)."
bool is_greater(const PlanValue& left, const PlanValue& right)
{
    if (left.musts != right.musts) return left.musts > right.musts;
    if (left.wants != right.wants) return left.wants > right.wants;
    if (left.maybes != right.maybes) return left.maybes > right.maybes;
    return left.walking < right.walking;
}

} // namespace

Judgement oracle_judge(const Attendance& earlier, const Attendance& later, const Transfer& transfer,
    const Allowance& allowance)
{
    const bool known = transfer.knowledge == Knowledge::Known;
    const bool unknown = transfer.knowledge == Knowledge::Unknown;
    const Minutes gap = later.start - earlier.end;
    const Minutes shared = std::min(earlier.end, later.end) - later.start;
    const Minutes late_min = allowance.tolerance > 5 ? allowance.tolerance + 1 : 5;
    // Of an unknown transfer there is neither.
    std::optional<Minutes> late, shortfall;
    if (!unknown) late = transfer.minutes - gap;
    if (!unknown) shortfall = transfer.minutes + allowance.buffer - gap;
    const bool missed = shared <= 0 && known && *late >= late_min;

    Judgement judgement;
    judgement.gap = gap;
    judgement.transfer = transfer;
    const Minutes lost = known ? *shortfall : -gap;
    const bool something_left =
        shared < earlier.end - earlier.start && shared < later.end - later.start;
    judgement.compatible = !missed && lost <= allowance.tolerance && something_left;

    if (shared > 0) {
        judgement.verdict = Verdict::Overlaps;
        judgement.minutes = shared;
    } else if (missed) {
        judgement.verdict = Verdict::Missed;
        judgement.minutes = late;
    } else if (gap == 0 && judgement.compatible) {
        judgement.verdict = Verdict::StraightAfter;
    } else if (!unknown && *shortfall > 0) {
        judgement.verdict = Verdict::Tight;
        judgement.minutes = shortfall;
    } else {
        judgement.verdict = Verdict::Fits;
        if (!unknown) judgement.minutes = -*shortfall;
    }
    return judgement;
}

Pairs oracle_clashes(const std::vector<OracleAttendance>& attendances,
    const TransferTable& transfers, const Pairs& together, const Allowance& allowance)
{
    Pairs clashes;
    for (Index left = 0; left < count_of(attendances.size()); ++left) {
        for (Index right = left + 1; right < count_of(attendances.size()); ++right) {
            if (clash(left, right, attendances, transfers, together, allowance)) {
                clashes.emplace_back(left, right);
            }
        }
    }
    return clashes;
}

std::vector<Indices> oracle_groups(const std::vector<OracleAttendance>& attendances,
    const TransferTable& transfers, const Pairs& together, const Allowance& allowance)
{
    const Pairs clashes = oracle_clashes(attendances, transfers, together, allowance);
    // Each attendance is a component of its own; a clash makes two components one.
    Indices component;
    for (Index index = 0; index < count_of(attendances.size()); ++index) {
        component.push_back(index);
    }
    for (const auto& [left, right] : clashes) {
        const Index old_component = component[right];
        const Index new_component = component[left];
        std::replace(component.begin(), component.end(), old_component, new_component);
    }

    std::vector<Indices> groups;
    for (Index name = 0; name < count_of(attendances.size()); ++name) {
        Indices group;
        for (Index index = 0; index < count_of(attendances.size()); ++index) {
            if (component[index] == name) group.push_back(index);
        }
        if (group.size() < 2) continue;
        put_in_order(group, attendances);
        groups.push_back(group);
    }
    std::sort(groups.begin(), groups.end(), [&](const Indices& left, const Indices& right) {
        return comes_before(attendances[left.front()], attendances[right.front()]);
    });
    return groups;
}

Indices oracle_dropped_blocks(const PlanProblem& problem)
{
    Indices goings;
    for (Index index = 0; index < count_of(problem.candidates.size()); ++index) {
        if (problem.candidates[index].going) goings.push_back(index);
    }
    // "In the order given, each that cannot be placed together with those kept before it."
    Indices kept;
    Indices dropped;
    for (Index index = 0; index < count_of(problem.blocks.size()); ++index) {
        Indices with_this = kept;
        with_this.push_back(index);
        if (can_place(with_this, problem, goings)) {
            kept = with_this;
        } else {
            dropped.push_back(index);
        }
    }
    return dropped;
}

int oracle_broken_rule(const PlanProblem& problem, const Indices& chosen)
{
    if (!has_all_goings(problem, chosen)) return 1;
    if (!has_only_compatible_pairs(problem, chosen)) return 2;
    if (!has_one_of_alternatives(problem, chosen)) return 3;
    if (!has_all_parts_or_none(problem, chosen)) return 4;
    if (!keeps_to_minutes_per_day(problem, chosen)) return 5;
    if (!has_place_for_blocks(problem, chosen)) return 6;
    return 0;
}

PlanValue oracle_value(const PlanProblem& problem, const Indices& chosen)
{
    PlanValue value;
    for (const PlanWish& wish : problem.wishes) {
        if (!is_fulfilled(problem, wish, chosen)) continue;
        if (wish.keenness == Keenness::Must) ++value.musts;
        if (wish.keenness == Keenness::Want) ++value.wants;
        if (wish.keenness == Keenness::Maybe) ++value.maybes;
    }
    value.walking = walking_of(problem, chosen);
    return value;
}

PlanValue oracle_best_value(const PlanProblem& problem)
{
    Indices goings;
    Indices others;
    for (Index index = 0; index < count_of(problem.candidates.size()); ++index) {
        (problem.candidates[index].going ? goings : others).push_back(index);
    }
    // All sets have all goings (rule 1). The goings alone are always a plan.
    std::optional<PlanValue> best;
    for (std::uint64_t set = 0; set < std::uint64_t { 1 } << others.size(); ++set) {
        Indices chosen = goings;
        for (std::size_t i = 0; i < others.size(); ++i) {
            if ((set >> i & 1) != 0) chosen.push_back(others[i]);
        }
        if (oracle_broken_rule(problem, chosen) != 0) continue;
        const PlanValue value = oracle_value(problem, chosen);
        if (!best || is_greater(value, *best)) best = value;
    }
    return best.value_or(PlanValue {});
}

} // namespace hallway::test
