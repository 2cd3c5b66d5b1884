#include "planner/plan_request.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/filter.h"
#include "planner/plan.h"

#include <algorithm>

namespace hallway {
namespace {

/// The keener of two.
Keenness keener(Keenness left, Keenness right)
{
    const auto rank = [](Keenness keenness) {
        return is_starred(keenness) ? static_cast<int>(keenness) : 0;
    };
    static_assert(Keenness::Maybe < Keenness::Want && Keenness::Want < Keenness::Must);
    return rank(left) < rank(right) ? right : left;
}

class RequestMaker {
public:
    RequestMaker(const Program& program, const Agenda& agenda, const PlanSettings& settings)
        : program_(program), agenda_(agenda), settings_(settings),
          opinions_(read_opinions(program, agenda)),
          keenness_(program.sessions().size(), Keenness::None),
          wishes_(program.sessions().size(), pack::none)
    {
        for (std::uint32_t i = 0; i < program.sessions().size(); ++i)
            if (opinions_.starred[i]) {
                Keenness& of_all = keenness_[first_of_same(i)];
                of_all = keener(of_all, opinions_.keenness[i]);
            }
    }

    PlanRequest make()
    {
        for (std::uint32_t i = 0; i < program_.occurrences().size(); ++i)
            add(OccurrenceIndex { i });
        for (const SessionIndex session : program_.unscheduled())
            if (opinions_.starred[position(session)]) made_.unscheduled.push_back(session);
        place();
        made_.problem.together = pairs_together(program_, made_.occurrences);
        add_blocks();
        made_.problem.allowance = settings_.allowance;
        made_.problem.minutes_per_day_max = settings_.minutes_per_day_max;
        return std::move(made_);
    }

private:
    /// The first of the sessions of which any one is enough.
    [[nodiscard]] std::uint32_t first_of_same(std::uint32_t session) const
    {
        const pack::SessionRecord& record = program_.sessions()[session];
        const bool any = record.again == pack::Again::Repeat && record.same_as != pack::none;
        return any ? record.same_as : session;
    }

    [[nodiscard]] Keenness keenness_of_all(std::uint32_t session) const
    {
        return keenness_[first_of_same(session)];
    }

    void add(OccurrenceIndex index)
    {
        const pack::OccurrenceRecord& occurrence = program_.occurrence(index);
        const bool going = is_going(program_, agenda_, index);
        const Keenness keenness = keenness_of_all(occurrence.session);
        if (keenness == Keenness::None && !going) return;
        if ((occurrence.flags & pack::OccurrenceCancelled) != 0)
            return made_.barred.push_back({ index, Barred::Cancelled });
        if (!takes_time(program_, occurrence) || occurrence.start == occurrence.end) return;
        if (!going) {
            if (opinions_.hidden[occurrence.session] || was_attended(occurrence.session)) return;
            if (settings_.now && occurrence.start <= settings_.now->minutes)
                return made_.barred.push_back({ index, Barred::Begun });
            if (!is_in_hours(occurrence))
                return made_.barred.push_back({ index, Barred::OutOfHours });
        }
        const auto number = static_cast<std::uint32_t>(made_.occurrences.size());
        const std::uint32_t wish = wish_of(index, keenness);
        made_.occurrences.push_back(index);
        made_.problem.candidates.push_back({ occurrence_subject(program_, occurrence),
            attendance_of(program_, agenda_, index), occurrence.day, wish, going });
        made_.problem.wishes[wish].candidates.push_back(number);
    }

    [[nodiscard]] bool was_attended(std::uint32_t session) const
    {
        return is_chosen(program_, agenda_, program_.sessions()[session], ChoiceField::Attended);
    }

    [[nodiscard]] Instant midnight_of(const pack::DayRecord& day) const
    {
        return program_.zone().instant({ Date { day.date }, 0 });
    }

    [[nodiscard]] bool is_in_hours(const pack::OccurrenceRecord& occurrence) const
    {
        if (!settings_.hours) return true;
        const std::int32_t midnight = midnight_of(program_.days()[occurrence.day]).minutes;
        return occurrence.start >= midnight + settings_.hours->from
            && occurrence.end <= midnight + settings_.hours->until;
    }

    std::uint32_t wish_of(OccurrenceIndex index, Keenness keenness)
    {
        const std::uint32_t session = program_.occurrence(index).session;
        const pack::Again again = program_.sessions()[session].again;
        const auto number = static_cast<std::uint32_t>(made_.problem.wishes.size());
        std::uint32_t& wish = wishes_[first_of_same(session)];
        if (wish != pack::none && again != pack::Again::Series) return wish;
        made_.problem.wishes.push_back({ keenness, {}, again == pack::Again::Parts });
        return wish = number;
    }

    void place()
    {
        Places places = find_places(program_, made_.occurrences, settings_.walks);
        for (std::size_t i = 0; i < made_.occurrences.size(); ++i)
            made_.problem.candidates[i].attendance.place = places.place_of[i];
        made_.problem.transfers = std::move(places.transfers);
    }

    void add_blocks()
    {
        for (const pack::DayRecord& day : program_.days()) {
            for (const DayBlock& block : settings_.blocks) {
                const std::int32_t midnight = midnight_of(day).minutes;
                const std::int32_t until = midnight + block.hours.until;
                std::int32_t from = midnight + block.hours.from;
                if (settings_.now) from = std::max(from, settings_.now->minutes);
                if (until - from < block.minutes) continue;
                if (made_.problem.blocks.size() == plan_blocks_max) return;
                made_.problem.blocks.push_back({ from, until, block.minutes });
            }
        }
    }

    const Program& program_;
    const Agenda& agenda_;
    const PlanSettings& settings_;
    Opinions opinions_;
    std::vector<Keenness> keenness_;    ///< by the first of what is the same
    std::vector<std::uint32_t> wishes_; ///< the same; `pack::none`: none yet
    PlanRequest made_;
};

} // namespace

PlanRequest ask_for_plan(const Program& program, const Agenda& agenda, const PlanSettings& settings)
{
    return RequestMaker(program, agenda, settings).make();
}

} // namespace hallway
