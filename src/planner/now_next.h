#pragma once
#include "agenda/agenda.h"
#include "planner/plan.h"
#include "program/program.h"

#include <optional>
#include <vector>

namespace hallway {

/// What starts within this time starts soon.
inline constexpr Minutes soon_minutes = 30;

/// Where a moment lies in the event: from the start of its first occurrence to the end of its last,
/// those that are cancelled left out.
enum class EventPhase : std::uint8_t {
    Undated, ///< nothing in the program has a time
    Before,
    During,  ///< something is on, or the event day has more to come or has had something
    Between, ///< nothing is on, and what comes next is on a later event day
    After,
};

/// What is on at a moment and what comes next, without what is cancelled. Mine is what is starred,
/// but for what is ruled out by what the attendee is going to.
struct NowNext {
    EventPhase phase = EventPhase::Undated;
    /// Of mine what is on, from when the attendee comes until leaving for good: first those that
    /// take their whole time, of these the one that began last.
    std::vector<OccurrenceIndex> mine_running;
    /// Of mine what begins next, all at the same time; what takes its whole time goes before
    /// open hours.
    std::vector<OccurrenceIndex> mine_next;
    /// All that is on, what began last first: it can still be joined.
    std::vector<OccurrenceIndex> running;
    /// All that begins within `soon_minutes`, in order of start.
    std::vector<OccurrenceIndex> soon;
    std::optional<OccurrenceIndex> next; ///< of all that begins later, the first
};

/// The end of an occurrence for who asks what is on: a moment without a length is on for its
/// minute.
[[nodiscard]] Instant shown_end(const pack::OccurrenceRecord& occurrence);

/// Shape:  intervals are half-open (RFC 5545, 3.6.1): at its end a session is over. Occurrences
///         that begin together stand in the program's order.
/// Errors: none.
[[nodiscard]] NowNext make_now_next(const Program& program, const Plan& plan, Instant now);

/// When to leave for something of mine: in time for the way there, but not before what comes before
/// it is over.
struct Departure {
    Instant at;
    OccurrenceIndex from {};
    Transfer way; ///< known or guessed
};
/// Nothing where it cannot be known: nothing of mine on that day ends before it, or the way is not
/// known; and where there is no way to go.
[[nodiscard]] std::optional<Departure> find_departure(
    const Program& program, const Plan& plan, OccurrenceIndex next, const Allowance& allowance);

} // namespace hallway
