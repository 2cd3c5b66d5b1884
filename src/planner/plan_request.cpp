#include "planner/plan_request.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/filter.h"
#include "planner/meetings.h"
#include "planner/plan_blocks.h"

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

/// By the wall clock, also on a day on which it is changed. `minute` counts from the day's midnight
/// and may lie after the next.
std::int32_t instant_of(const Program& program, const pack::DayRecord& day, Minutes minute)
{
    const Date date { day.date + minute / minutes_per_day };
    return program.zone().instant({ date, minute % minutes_per_day }).minutes;
}

class RequestMaker {
public:
    RequestMaker(const Program& program, const Agenda& agenda, const PlanSettings& settings)
        : program_(program), agenda_(agenda), settings_(settings),
          opinions_(read_opinions(program, agenda)),
          keenness_(program.sessions().size(), Keenness::None),
          wishes_(program.sessions().size(), pack::none),
          attended_(program.sessions().size(), false)
    {
        for (std::uint32_t i = 0; i < program.sessions().size(); ++i) {
            if (is_chosen(program, agenda, program.sessions()[i], ChoiceField::Attended))
                attended_[first_of_same(program, i)] = true;
            if (opinions_.starred[i]) {
                Keenness& of_all = keenness_[first_of_same(program, i)];
                of_all = keener(of_all, opinions_.keenness[i]);
            }
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
        add_appointments();
        add_blocks();
        made_.problem.allowance = settings_.allowance;
        made_.problem.minutes_per_day_max = settings_.minutes_per_day_max;
        return std::move(made_);
    }

private:
    [[nodiscard]] Keenness keenness_of_all(std::uint32_t session) const
    {
        return keenness_[first_of_same(program_, session)];
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
        std::vector<Attendance> parts = attendances_of(program_, agenda_, index);
        if (!going) {
            if (opinions_.hidden[occurrence.session] || was_attended(occurrence.session)) return;
            if (settings_.now && parts.front().start <= settings_.now->minutes)
                return made_.barred.push_back({ index, Barred::Begun });
            if (!is_in_hours(
                    program_, settings_, occurrence.day, parts.front().start, parts.back().end))
                return made_.barred.push_back({ index, Barred::OutOfHours });
        }
        const std::uint32_t wish = wish_of(index, keenness);
        if (parts.size() > 1) {
            // Of one of several times the parts would be alternatives, too.
            const pack::SessionRecord& session = program_.sessions()[occurrence.session];
            const bool once = program_.occurrences_of(session).size() == 1;
            if (once)
                made_.problem.wishes[wish].all = true;
            else if (!going)
                parts = { { parts.front().start, parts.back().end, 0 } };
        }
        for (std::size_t part = 0; part < parts.size(); ++part) {
            std::string key = occurrence_subject(program_, occurrence);
            if (part > 0) key += plan_back_suffix;
            const auto number = static_cast<std::uint32_t>(made_.occurrences.size());
            made_.occurrences.push_back(index);
            made_.problem.candidates.push_back(
                { std::move(key), parts[part], occurrence.day, wish, going });
            made_.problem.wishes[wish].candidates.push_back(number);
        }
    }

    /// One of those of which any is enough.
    [[nodiscard]] bool was_attended(std::uint32_t session) const
    {
        return attended_[first_of_same(program_, session)];
    }

    std::uint32_t wish_of(OccurrenceIndex index, Keenness keenness)
    {
        const std::uint32_t session = program_.occurrence(index).session;
        const pack::Again again = program_.sessions()[session].again;
        const auto number = static_cast<std::uint32_t>(made_.problem.wishes.size());
        std::uint32_t& wish = wishes_[first_of_same(program_, session)];
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

    /// Each stretch that they take, but for what the attendee is going to all the same, is a block
    /// with just its length of room.
    void add_appointments()
    {
        made_.appointments = find_appointments(program_, agenda_);
        std::vector<Spell> stretches;
        for (const Appointment& it : made_.appointments) {
            if (stretches.empty() || it.start >= stretches.back().until)
                stretches.push_back({ it.start, it.end });
            else
                stretches.back().until = std::max(stretches.back().until, it.end);
        }
        for (const PlanCandidate& it : made_.problem.candidates)
            if (it.going) cut(stretches, it.attendance.start, it.attendance.end);
        for (const Spell& it : stretches)
            made_.problem.blocks.push_back({ it.from, it.until, it.until - it.from });
    }

    static void cut(std::vector<Spell>& stretches, std::int32_t from, std::int32_t until)
    {
        std::vector<Spell> left;
        for (const Spell& it : stretches) {
            if (it.until <= from || it.from >= until) {
                left.push_back(it);
                continue;
            }
            if (it.from < from) left.push_back({ it.from, from });
            if (until < it.until) left.push_back({ until, it.until });
        }
        stretches = std::move(left);
    }

    /// Who has an appointment of that length at that time needs no other lunch.
    [[nodiscard]] bool has_appointment(std::int32_t from, std::int32_t until, Minutes minutes) const
    {
        return std::ranges::any_of(made_.appointments,
            [&](const Appointment& it) { return overlap_of(from, until, it) >= minutes; });
    }

    void add_blocks()
    {
        for (const pack::DayRecord& day : program_.days()) {
            for (const DayBlock& block : settings_.blocks) {
                const std::int32_t until = instant_of(program_, day, block.hours.until);
                std::int32_t from = instant_of(program_, day, block.hours.from);
                if (has_appointment(from, until, block.minutes)) continue;
                // What has passed asks for nothing more.
                if (settings_.now) from = std::max(from, settings_.now->minutes);
                if (settings_.now && until - from < block.minutes) continue;
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
    std::vector<bool> attended_;        ///< the same
    PlanRequest made_;
};

} // namespace

bool is_in_hours(const Program& program, const PlanSettings& settings, std::uint32_t day,
    std::int32_t start, std::int32_t end)
{
    if (!settings.hours) return true;
    const pack::DayRecord& record = program.days()[day];
    return start >= instant_of(program, record, settings.hours->from)
        && end <= instant_of(program, record, settings.hours->until);
}

PlanRequest ask_for_plan(const Program& program, const Agenda& agenda, const PlanSettings& settings)
{
    return RequestMaker(program, agenda, settings).make();
}

} // namespace hallway
