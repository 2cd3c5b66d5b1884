#include "base/sort.h"
#include "formats/schedule_settle.h"
#include "formats/written_times.h"
#include "program/event_days.h"

#include <algorithm>

namespace hallway::schedule {
namespace {

constexpr Minutes boundary_max = minutes_per_day / 2;

class DayFinder {
public:
    DayFinder(const Entries& entries, const std::vector<std::optional<WallTime>>& starts,
        const ZoneRules& zone)
        : entries_(entries), starts_(starts), zone_(zone)
    {
    }

    /// The boundary that the file names, if its own sorting into days does not contradict it more
    /// than the largest gap does. The starts of the days are no use: events come before them.
    [[nodiscard]] std::optional<Minutes> find_stated_boundary() const
    {
        std::optional<Minutes> stated = usual_end_of_days();
        if (!stated) stated = entries_.day_change;
        if (!stated) return std::nullopt;
        return contradictions(*stated) <= contradictions(gap()) ? stated : std::nullopt;
    }

    /// The boundary where the file names none.
    [[nodiscard]] Minutes gap() const
    {
        std::vector<Minutes> minutes;
        for (const auto& start : starts_)
            if (start) minutes.push_back(start->minute_of_day);
        return find_day_boundary(minutes);
    }

    /// Whether most events take place on the days that they are filed under. Those of a tool that
    /// names days in UTC do not.
    [[nodiscard]] bool dates_are_true(Minutes boundary) const
    {
        return contradictions(boundary) * 2 <= static_cast<std::ptrdiff_t>(starts_.size());
    }

private:
    /// The middle one of the ends that lie in the night or the morning after: the last day may end
    /// early.
    [[nodiscard]] std::optional<Minutes> usual_end_of_days() const
    {
        std::vector<Minutes> ends;
        for (const DayEntry& day : entries_.days) {
            if (!day.date || !day.end) continue;
            const WallTime wall = zone_.wall_time(instant_of(*day.end, zone_));
            Minutes after =
                (wall.date.days - day.date->days - 1) * minutes_per_day + wall.minute_of_day;
            if (after % 60 == 59 || after == -1) ++after; // 03:59 is how some write 04:00
            if (after >= 0 && after <= boundary_max) ends.push_back(after);
        }
        if (ends.empty()) return std::nullopt;
        const auto order = sorted_positions(
            ends.size(), [&](std::uint32_t a, std::uint32_t b) { return ends[a] < ends[b]; });
        return ends[order[order.size() / 2]];
    }

    /// Events that the boundary puts under another day than the file does.
    [[nodiscard]] std::ptrdiff_t contradictions(Minutes boundary) const
    {
        std::ptrdiff_t count = 0;
        for (std::size_t i = 0; i < starts_.size(); ++i) {
            const auto& filed = entries_.day_of(entries_.events[i]).date;
            if (starts_[i] && filed && event_day(*starts_[i], boundary) != *filed) ++count;
        }
        return count;
    }

    const Entries& entries_;
    const std::vector<std::optional<WallTime>>& starts_;
    const ZoneRules& zone_;
};

} // namespace

void set_days(const Entries& entries, const std::vector<std::optional<WallTime>>& starts,
    ProgramBuilder& builder)
{
    ConferenceDraft& conference = builder.conference;
    const DayFinder finder(entries, starts, builder.zone);
    conference.day_boundary = finder.find_stated_boundary();

    std::optional<Date> first, last;
    if (finder.dates_are_true(conference.day_boundary.value_or(finder.gap()))) {
        for (const DayEntry& day : entries.days) {
            if (!day.date) continue;
            first = first ? std::min(*first, *day.date) : *day.date;
            last = last ? std::max(*last, *day.date) : *day.date;
        }
        if (!first) return;
    }
    // `start` and `end` of real files are in UTC or one day late.
    conference.first_day = first;
    conference.last_day = last;
}

} // namespace hallway::schedule
