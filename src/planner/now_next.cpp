#include "planner/now_next.h"

#include "base/sort.h"
#include "planner/listing.h"
#include "planner/meetings.h"
#include "planner/plan.h"

#include <algorithm>

namespace hallway {
namespace {

/// Takes in one occurrence after the other, in the program's order, which is that of their starts.
class NowMaker {
public:
    NowMaker(const Program& program, Instant now) : program_(program), now_(now) { }

    void add(OccurrenceIndex index)
    {
        const pack::OccurrenceRecord& occurrence = of(index);
        if ((occurrence.flags & pack::OccurrenceCancelled) != 0) return;
        const Instant start { occurrence.start }, end = shown_end(occurrence);
        if (!begins_) begins_ = start;
        ends_ = ends_ ? std::max(*ends_, end) : end;
        if (start > now_) {
            add_coming(index);
        } else if (end > now_) {
            found_.running.push_back(index);
        } else {
            last_day_over_ = occurrence.day;
        }
    }

    /// In the plan's order.
    void add_mine(const PlanEntry& entry)
    {
        const bool cancelled = (of(entry.occurrence).flags & pack::OccurrenceCancelled) != 0;
        if (entry.ruled_out || cancelled) return;
        const std::int32_t start = entry.attendance.start;
        const std::int32_t end = std::max(entry.attendance.end, start + 1);
        if (start > now_.minutes) {
            if (!next_start_ || start < *next_start_) found_.mine_next.clear();
            if (!next_start_ || start <= *next_start_) {
                next_start_ = start;
                found_.mine_next.push_back(entry.occurrence);
            }
        } else if (end > now_.minutes) {
            found_.mine_running.push_back(entry.occurrence);
        }
    }

    NowNext take()
    {
        sort(found_.running, false);
        sort(found_.mine_running, true);
        sort(found_.mine_next, true);
        found_.phase = phase();
        return std::move(found_);
    }

private:
    [[nodiscard]] const pack::OccurrenceRecord& of(OccurrenceIndex index) const
    {
        return program_.occurrence(index);
    }

    void add_coming(OccurrenceIndex index)
    {
        const std::int32_t start = of(index).start;
        if (Instant { start } - now_ <= soon_minutes) found_.soon.push_back(index);
        if (!found_.next) found_.next = index;
    }

    /// What began last comes first; where that is asked for, what takes its whole time before it.
    void sort(std::vector<OccurrenceIndex>& list, bool whole_time_first) const
    {
        const std::vector<OccurrenceIndex> before = list;
        const auto comes_first = [&](std::uint32_t a, std::uint32_t b) {
            const pack::OccurrenceRecord &one = of(before[a]), &other = of(before[b]);
            const bool whole = takes_time(program_, one);
            if (whole_time_first && whole != takes_time(program_, other)) return whole;
            return one.start > other.start;
        };
        list.clear();
        for (const std::uint32_t at : sorted_positions(before.size(), comes_first))
            list.push_back(before[at]);
    }

    [[nodiscard]] EventPhase phase() const
    {
        if (!begins_) return EventPhase::Undated;
        if (now_ < *begins_) return EventPhase::Before;
        if (now_ >= *ends_) return EventPhase::After;
        if (!found_.running.empty()) return EventPhase::During;
        return of(*found_.next).day > last_day_over_ ? EventPhase::Between : EventPhase::During;
    }

    const Program& program_;
    Instant now_;
    std::optional<std::int32_t> next_start_; ///< of mine
    NowNext found_;
    std::optional<Instant> begins_, ends_;
    std::uint32_t last_day_over_ = 0; ///< of what has ended
};

} // namespace

Instant shown_end(const pack::OccurrenceRecord& occurrence)
{
    return { std::max(occurrence.end, occurrence.start + 1) };
}

NowNext make_now_next(const Program& program, const Plan& plan, Instant now)
{
    NowMaker maker(program, now);
    for (std::uint32_t i = 0; i < program.occurrences().size(); ++i)
        maker.add(OccurrenceIndex { i });
    for (const std::vector<PlanEntry>& day : plan.days)
        for (const PlanEntry& entry : day) maker.add_mine(entry);
    return maker.take();
}

std::optional<Departure> find_departure(
    const Program& program, const Plan& plan, OccurrenceIndex next, const Allowance& allowance)
{
    const PlanEntry* entry = find_entry(program, plan, next);
    if (!entry || !entry->way) return std::nullopt;
    const Transfer& way = entry->way->transfer;
    if (way.knowledge == Knowledge::Unknown || way.minutes == 0) return std::nullopt;
    const std::int32_t start = entry->attendance.start;
    const std::int32_t is_over = start - entry->way->gap;
    return Departure { { std::max(is_over, start - way.minutes - allowance.buffer) },
        entry->way_from, way };
}

} // namespace hallway
