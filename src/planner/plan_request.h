#pragma once
#include "agenda/agenda.h"
#include "planner/places.h"
#include "planner/plan_problem.h"
#include "program/program.h"

#include <optional>
#include <vector>

namespace hallway {

/// Minutes after midnight, wall time of the conference; half-open. `until` may lie after the next
/// midnight.
struct DayHours {
    Minutes from = 0, until = minutes_per_day;
};
/// A spell without sessions on each day: lunch, rest.
struct DayBlock {
    DayHours hours;
    Minutes minutes = 60;
};

/// What the attendee wants of a plan, beside the stars.
struct PlanSettings {
    WalkSettings walks = {};
    Allowance allowance = {};
    /// What has begun by then is planned only where the attendee is going: the past stays.
    std::optional<Instant> now = {};
    std::optional<DayHours> hours = {};
    std::optional<Minutes> minutes_per_day_max = {};
    std::vector<DayBlock> blocks = {};
};

/// Why an occurrence of a starred session cannot be planned.
enum class Barred : std::uint8_t { Cancelled, Begun, OutOfHours };
struct BarredOccurrence {
    OccurrenceIndex occurrence {};
    Barred why = Barred::Cancelled;
};

/// A problem, and what its numbers stand for in the program.
struct PlanRequest {
    PlanProblem problem;
    std::vector<OccurrenceIndex> occurrences; ///< by candidate, in the order of the program
    std::vector<BarredOccurrence> barred;     ///< in the order of the program
    /// Starred sessions that nothing can be planned of: they have no time.
    std::vector<SessionIndex> unscheduled;
};

/// Asks for a plan of what is starred, with what the attendee is going to. What takes no time (open
/// hours, moments) is left out: it is in every plan.
///
/// Shape:  of a session that is given again, and of several that are the same, any one is a
///         candidate; of a series each occurrence is a wish of its own.
[[nodiscard]] PlanRequest ask_for_plan(
    const Program& program, const Agenda& agenda, const PlanSettings& settings);

} // namespace hallway
