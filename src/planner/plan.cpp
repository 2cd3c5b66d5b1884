#include "planner/plan.h"

#include "planner/listing.h"

#include <algorithm>

namespace hallway {
namespace {

bool is_within(const Program& program, std::uint32_t session, std::uint32_t ancestor)
{
    for (std::uint32_t at = session; at != pack::none; at = program.sessions()[at].parent)
        if (at == ancestor) return true;
    return false;
}

bool is_end_guessed(const pack::OccurrenceRecord& occurrence)
{
    return (occurrence.flags & pack::OccurrenceEndMissing) != 0;
}

/// Builds one day, entry by entry in order of start.
class DayMaker {
public:
    explicit DayMaker(const Program& program) : program_(program) { }

    void add(OccurrenceIndex index)
    {
        const pack::OccurrenceRecord& occurrence = program_.occurrence(index);
        PlanEntry entry { index, {}, {} };
        if (takes_time(program_, occurrence)) {
            entry.free_before = free_before(occurrence);
            entry.overlaps = overlaps(occurrence);
            running_.push_back(index);
            if (!busy_ || occurrence.end > busy_->end)
                busy_ = Busy { occurrence.end, is_end_guessed(occurrence) };
        }
        entries_.push_back(std::move(entry));
    }

    std::vector<PlanEntry> take() { return std::move(entries_); }

private:
    [[nodiscard]] std::optional<FreeTime> free_before(const pack::OccurrenceRecord& next) const
    {
        if (!busy_ || next.start - busy_->end < free_minutes_min) return std::nullopt;
        return FreeTime { { busy_->end }, { next.start }, busy_->about };
    }

    /// Those that run while `later` begins; others will not be met again.
    [[nodiscard]] std::vector<Overlap> overlaps(const pack::OccurrenceRecord& later)
    {
        std::erase_if(running_,
            [&](OccurrenceIndex index) { return program_.occurrence(index).end <= later.start; });
        std::vector<Overlap> found;
        for (const OccurrenceIndex index : running_) {
            const pack::OccurrenceRecord& earlier = program_.occurrence(index);
            const Minutes shared = std::min(earlier.end, later.end) - later.start;
            if (shared <= 0 || belong_together(program_, earlier.session, later.session)) continue;
            found.push_back({ index, shared, is_end_guessed(earlier) || is_end_guessed(later) });
        }
        return found;
    }

    struct Busy {
        std::int32_t end = 0; ///< Instant: the latest of all so far
        bool about = false;   ///< it is a guess
    };

    const Program& program_;
    std::vector<PlanEntry> entries_;
    std::vector<OccurrenceIndex> running_; ///< what takes time and has not ended yet
    std::optional<Busy> busy_;
};

std::vector<GoneStar> find_gone(const Program& program, const Agenda& agenda)
{
    const std::string conference(program.text(program.conference().key));
    std::vector<GoneStar> gone;
    const auto& choices = agenda.choices();
    for (auto at = choices.lower_bound({ conference, {}, {} });
         at != choices.end() && at->first.conference == conference; ++at) {
        const auto& [key, choice] = *at;
        if (key.field != ChoiceField::Keenness || !is_starred(agenda, conference, key.subject))
            continue;
        if (!program.find_session(key.subject)) gone.push_back({ key.subject, choice.context });
    }
    return gone;
}

} // namespace

bool takes_time(const Program& program, const pack::OccurrenceRecord& occurrence)
{
    return (occurrence.flags & pack::OccurrenceCancelled) == 0
        && program.sessions()[occurrence.session].again != pack::Again::OpenHours;
}

bool belong_together(const Program& program, std::uint32_t session, std::uint32_t other)
{
    return is_within(program, session, other) || is_within(program, other, session);
}

Plan make_plan(const Program& program, const Agenda& agenda)
{
    const Filters stars { { Facet::Starred, std::string(filter_yes) } };
    const Listing starred = make_listing(program, agenda, { {}, stars });
    Plan plan;
    plan.unscheduled = starred.unscheduled;
    for (const std::vector<OccurrenceIndex>& day : starred.days) {
        DayMaker maker(program);
        for (const OccurrenceIndex index : day) maker.add(index);
        plan.days.push_back(maker.take());
    }
    plan.gone = find_gone(program, agenda);
    return plan;
}

} // namespace hallway
