#pragma once
#include "planner/filter.h"
#include "planner/plan_request.h"
#include "planner/related.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace hallway {

/// So many are proposed at most.
inline constexpr std::size_t proposals_max = 3;

/// Time between two sessions of a plan on one event day, and what could fill it.
struct Gap {
    Instant from, until;
    std::vector<OccurrenceIndex> proposals;
};

/// What else there is beside a plan: for its gaps, instead of one of its sessions, and when a room
/// is full. Breaks, what is cancelled, "not for me" and what the plan has already are not proposed;
/// nothing is that makes a clash, with the plan or with an appointment.
class Proposals {
public:
    /// `plan` is in the order of attendances; program, agenda and settings outlive it.
    Proposals(const Program& program, const Agenda& agenda, const PlanSettings& settings,
        std::vector<OccurrenceIndex> plan);

    /// Gaps of `free_minutes_min` and more. Proposals lie within them: first starred ones, the
    /// keenest first, then what has most in common with the stars, then the shortest way.
    [[nodiscard]] std::vector<Gap> gaps() const;

    /// What lies within a time that the plan leaves free, in the same order.
    [[nodiscard]] std::vector<OccurrenceIndex> within(Instant from, Instant until) const;

    /// What to do instead of a session of the plan, for who stands at its door when it begins: a
    /// starred one, the keenest first, else the nearest.
    [[nodiscard]] std::optional<OccurrenceIndex> plan_b(OccurrenceIndex instead) const;

    /// What can still be reached from a session's room at a time: the nearest first, then the
    /// keenest. It has begun at most a few minutes ago, or begins soon.
    [[nodiscard]] std::vector<OccurrenceIndex> when_full(
        OccurrenceIndex instead, Instant now) const;

private:
    /// An occurrence that could be proposed.
    struct Offer {
        OccurrenceIndex occurrence {};
        Attendance attendance;
        int keenness = 0; ///< rank: 0 for what is not starred
        double related = 0;
        Minutes walk = 0;
        bool way_unknown = false;
    };
    [[nodiscard]] std::vector<OccurrenceIndex> best_within(
        std::int32_t from, std::int32_t until, const std::vector<OccurrenceIndex>& beside) const;
    [[nodiscard]] bool is_own_time(std::int32_t start, std::int32_t end) const;
    [[nodiscard]] std::vector<Offer> offers_from(std::int32_t from, std::int32_t until,
        const std::vector<OccurrenceIndex>& beside, std::optional<OccurrenceIndex> at) const;
    [[nodiscard]] std::vector<std::pair<Attendance, OccurrenceIndex>> attended() const;
    [[nodiscard]] bool may_propose(OccurrenceIndex index) const;
    [[nodiscard]] std::vector<OccurrenceIndex> beside(OccurrenceIndex instead) const;

    const Program& program_;
    const Agenda& agenda_;
    const PlanSettings& settings_;
    std::vector<OccurrenceIndex> plan_;
    Related related_;
    Opinions opinions_;
    std::vector<Appointment> appointments_;
};

} // namespace hallway
