#include "planner/verdict.h"

#include <algorithm>

namespace hallway {
namespace {

/// From how many minutes on a missed beginning is called so: what the attendee tolerates is not.
Minutes late_min(const Allowance& allowance)
{
    return allowance.tolerance <= missed_minutes_min ? missed_minutes_min : allowance.tolerance + 1;
}

bool is_missed(Minutes gap, const Transfer& transfer, const Allowance& allowance)
{
    return transfer.knowledge == Knowledge::Known && transfer.minutes - gap >= late_min(allowance);
}

Minutes shared_minutes(const Attendance& earlier, const Attendance& later)
{
    return std::min(earlier.end, later.end) - later.start;
}

} // namespace

bool is_compatible(const Attendance& earlier, const Attendance& later, const Transfer& transfer,
    const Allowance& allowance)
{
    const Minutes gap = later.start - earlier.end;
    const bool known = transfer.knowledge == Knowledge::Known;
    const Minutes lost = known ? transfer.minutes + allowance.buffer - gap : -gap;
    if (lost > allowance.tolerance) return false;
    const Minutes shared = shared_minutes(earlier, later);
    if (shared <= 0) return !is_missed(gap, transfer, allowance);
    return shared < earlier.end - earlier.start && shared < later.end - later.start;
}

Judgement judge(const Attendance& earlier, const Attendance& later, const Transfer& transfer,
    const Allowance& allowance)
{
    const Minutes gap = later.start - earlier.end;
    Judgement found;
    found.gap = gap;
    found.transfer = transfer;
    found.compatible = is_compatible(earlier, later, transfer, allowance);
    const bool unknown = transfer.knowledge == Knowledge::Unknown;
    const Minutes shortfall = unknown ? 0 : transfer.minutes + allowance.buffer - gap;
    if (const Minutes shared = shared_minutes(earlier, later); shared > 0) {
        found.verdict = Verdict::Overlaps;
        found.minutes = shared;
    } else if (is_missed(gap, transfer, allowance)) {
        found.verdict = Verdict::Missed;
        found.minutes = transfer.minutes - gap;
    } else if (gap == 0 && found.compatible) {
        found.verdict = Verdict::StraightAfter;
    } else if (shortfall > 0) {
        found.verdict = Verdict::Tight;
        found.minutes = shortfall;
    } else if (!unknown) {
        found.minutes = -shortfall;
    }
    return found;
}

} // namespace hallway
