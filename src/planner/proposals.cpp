#include "planner/proposals.h"
#include "base/sort.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/meetings.h"
#include "planner/plan.h"

#include <algorithm>
#include <tuple>

namespace hallway {
namespace {

/// Who stands at a full door may come this late elsewhere, or wait this long.
constexpr Minutes begun_minutes_max = 10;
constexpr Minutes wait_minutes_max = 20;

template <class Offers> void take_best(const Offers& offers, std::vector<OccurrenceIndex>& found)
{
    for (std::size_t i = 0; i < std::min(offers.size(), proposals_max); ++i)
        found.push_back(offers[i].occurrence);
}

int rank(Keenness keenness) { return is_starred(keenness) ? static_cast<int>(keenness) : 0; }

} // namespace

Proposals::Proposals(const Program& program, const Agenda& agenda, const PlanSettings& settings,
    std::vector<OccurrenceIndex> plan)
    : program_(program), agenda_(agenda), settings_(settings), plan_(std::move(plan)),
      related_(program), opinions_(read_opinions(program, agenda)),
      appointments_(find_appointments(program, agenda))
{
    std::erase_if(
        plan_, [&](OccurrenceIndex index) { return !asks_for_time(program, agenda, index); });
}

bool Proposals::may_propose(OccurrenceIndex index) const
{
    const pack::OccurrenceRecord& occurrence = program_.occurrence(index);
    const pack::SessionRecord& session = program_.sessions()[occurrence.session];
    if (session.kind == pack::SessionKind::Break || !takes_time(program_, occurrence)) return false;
    if (occurrence.start == occurrence.end || opinions_.hidden[occurrence.session]) return false;
    if (is_chosen(program_, agenda_, session, ChoiceField::Attended)) return false;
    if (!is_in_hours(program_, settings_, occurrence.day, occurrence.start, occurrence.end))
        return false;
    if (is_own_time(occurrence.start, occurrence.end)) return false;
    return std::ranges::none_of(plan_, [&](OccurrenceIndex planned) {
        const std::uint32_t other = program_.occurrence(planned).session;
        return is_same_again(program_, occurrence.session, other)
            || belong_together(program_, occurrence.session, other);
    });
}

/// Those that start in [from, until) and are compatible with all of `beside`. `at`: the way from
/// there counts, else the ways from and to the neighbours.
std::vector<Proposals::Offer> Proposals::offers_from(std::int32_t from, std::int32_t until,
    const std::vector<OccurrenceIndex>& beside, std::optional<OccurrenceIndex> at) const
{
    std::vector<OccurrenceIndex> all = beside;
    if (at) all.push_back(*at);
    const std::size_t first = all.size();
    for (std::uint32_t i = 0; i < program_.occurrences().size(); ++i) {
        const std::int32_t start = program_.occurrences()[i].start;
        if (start >= from && start < until && may_propose(OccurrenceIndex { i }))
            all.push_back(OccurrenceIndex { i });
    }
    const Places places = find_places(program_, all, settings_.walks);
    std::vector<Attendance> around;
    for (std::size_t i = 0; i < beside.size(); ++i) {
        for (Attendance& it : attendances_of(program_, agenda_, beside[i])) {
            it.place = places.place_of[i];
            around.push_back(it);
        }
    }
    sort_things(around, [](const Attendance& a, const Attendance& b) {
        return std::tie(a.start, a.end) < std::tie(b.start, b.end);
    });

    std::vector<Offer> offers;
    for (std::size_t i = first; i < all.size(); ++i) {
        const pack::OccurrenceRecord& occurrence = program_.occurrence(all[i]);
        Offer offer { .occurrence = all[i],
            .attendance = { occurrence.start, occurrence.end, places.place_of[i] },
            .keenness = rank(opinions_.keenness[occurrence.session]) };
        const Attendance *before = nullptr, *after = nullptr;
        bool compatible = true;
        for (const Attendance& other : around) {
            const bool earlier = std::tie(other.start, other.end)
                < std::tie(offer.attendance.start, offer.attendance.end);
            const Attendance& one = earlier ? other : offer.attendance;
            const Attendance& two = earlier ? offer.attendance : other;
            compatible &= is_compatible(
                one, two, places.transfers.between(one.place, two.place), settings_.allowance);
            if (earlier) before = &other;
            if (!earlier && !after) after = &other;
        }
        if (!compatible) continue;
        const auto walk = [&](std::uint32_t start, std::uint32_t end) {
            const Transfer& way = places.transfers.between(start, end);
            offer.walk += way.minutes;
            offer.way_unknown |= way.knowledge == Knowledge::Unknown;
        };
        if (at) {
            walk(places.place_of[first - 1], offer.attendance.place);
        } else {
            if (before) walk(before->place, offer.attendance.place);
            if (after) walk(offer.attendance.place, after->place);
        }
        for (std::uint32_t star = 0; star < opinions_.starred.size(); ++star)
            if (opinions_.starred[star] && star != occurrence.session)
                offer.related = std::max(offer.related, related_.score(occurrence.session, star));
        offers.push_back(offer);
    }
    return offers;
}

/// The plan, one from which the attendee goes away in between twice.
std::vector<std::pair<Attendance, OccurrenceIndex>> Proposals::attended() const
{
    std::vector<std::pair<Attendance, OccurrenceIndex>> found;
    for (const OccurrenceIndex index : plan_)
        for (const Attendance& it : attendances_of(program_, agenda_, index))
            found.emplace_back(it, index);
    sort_things(found, [](const auto& a, const auto& b) {
        return std::tie(a.first.start, a.first.end, a.second)
            < std::tie(b.first.start, b.first.end, b.second);
    });
    return found;
}

std::vector<OccurrenceIndex> Proposals::best_within(
    std::int32_t from, std::int32_t until, const std::vector<OccurrenceIndex>& beside) const
{
    std::vector<Offer> offers = offers_from(from, until, beside, std::nullopt);
    std::erase_if(offers, [&](const Offer& offer) { return offer.attendance.end > until; });
    sort_things(offers, [](const Offer& a, const Offer& b) {
        const auto order = [](const Offer& it) {
            return std::tuple(-it.keenness, -it.related, it.way_unknown, it.walk);
        };
        return order(a) < order(b);
    });
    std::vector<OccurrenceIndex> best;
    take_best(offers, best);
    return best;
}

std::vector<OccurrenceIndex> Proposals::within(Instant from, Instant until) const
{
    const std::int32_t start =
        settings_.now ? std::max(from.minutes, settings_.now->minutes + 1) : from.minutes;
    return best_within(start, until.minutes, plan_);
}

bool Proposals::is_own_time(std::int32_t start, std::int32_t end) const
{
    return std::ranges::any_of(appointments_, [&](const Appointment& it) {
        return overlap_of(start, end, it) > settings_.allowance.tolerance;
    });
}

std::vector<Gap> Proposals::gaps() const
{
    std::vector<Gap> found;
    std::optional<OccurrenceIndex> last; // The one of this day that ends last so far.
    std::int32_t busy_until = 0;
    for (const auto& [attendance, index] : attended()) {
        const Attendance next = attendance;
        if (last && program_.occurrence(*last).day != program_.occurrence(index).day) last.reset();
        // What has passed is no time to fill.
        const std::int32_t free_from =
            settings_.now ? std::max(busy_until, settings_.now->minutes + 1) : busy_until;
        if (last && next.start - busy_until >= free_minutes_min && free_from < next.start) {
            Gap gap { { busy_until }, { next.start }, {} };
            gap.proposals = best_within(free_from, next.start, { *last, index });
            found.push_back(std::move(gap));
        }
        if (last && next.end < busy_until) continue;
        last = index;
        busy_until = next.end;
    }
    return found;
}

std::vector<OccurrenceIndex> Proposals::beside(OccurrenceIndex instead) const
{
    std::vector<OccurrenceIndex> others = plan_;
    std::erase(others, instead);
    return others;
}

std::optional<OccurrenceIndex> Proposals::plan_b(OccurrenceIndex instead) const
{
    const Attendance at = attendances_of(program_, agenda_, instead).front();
    const std::vector<Offer> offers = offers_from(at.start - settings_.allowance.tolerance,
        at.start + wait_minutes_max + 1, beside(instead), instead);
    const Offer* best = nullptr;
    for (const Offer& offer : offers) {
        // Who stands at the door has not left yet.
        if (at.start + offer.walk > offer.attendance.start + begun_minutes_max) continue;
        const auto order = [](const Offer& it) {
            return std::tuple(-it.keenness, it.way_unknown, it.walk, -it.related);
        };
        if (!best || order(offer) < order(*best)) best = &offer;
    }
    if (!best) return std::nullopt;
    return best->occurrence;
}

std::vector<OccurrenceIndex> Proposals::when_full(OccurrenceIndex instead, Instant now) const
{
    std::vector<OccurrenceIndex> later = beside(instead);
    std::erase_if(later,
        [&](OccurrenceIndex index) { return program_.occurrence(index).start <= now.minutes; });
    std::vector<Offer> offers = offers_from(
        now.minutes - begun_minutes_max, now.minutes + wait_minutes_max + 1, later, instead);
    std::erase_if(offers, [&](const Offer& offer) {
        const Minutes there = now.minutes + offer.walk;
        return there > offer.attendance.start + begun_minutes_max || there >= offer.attendance.end;
    });
    sort_things(offers, [](const Offer& a, const Offer& b) {
        const auto order = [](const Offer& it) {
            return std::tuple(it.way_unknown, it.walk, -it.keenness, -it.related);
        };
        return order(a) < order(b);
    });
    std::vector<OccurrenceIndex> found;
    take_best(offers, found);
    return found;
}

} // namespace hallway
