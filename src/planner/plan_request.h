#pragma once
#include "agenda/agenda.h"
#include "planner/appointments.h"
#include "planner/places.h"
#include "planner/plan_problem.h"
#include "program/program.h"

#include <optional>
#include <string_view>
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

/// Ends the key of the second part of an occurrence from which the attendee goes away in between.
inline constexpr std::string_view plan_back_suffix = "#back";

/// A problem, and what its numbers stand for in the program.
struct PlanRequest {
    PlanProblem problem;
    /// By candidate, in the order of the program. One from which the attendee goes away in between
    /// is there twice.
    std::vector<OccurrenceIndex> occurrences;
    std::vector<BarredOccurrence> barred; ///< in the order of the program
    /// The attendee's own, in order; the plan leaves their times free.
    std::vector<Appointment> appointments;
    /// Starred sessions that nothing can be planned of: they have no time.
    std::vector<SessionIndex> unscheduled;
};

/// Whether somebody who is there then keeps the hours of `settings`, by the wall clock of that
/// event day (index into the program's days).
[[nodiscard]] bool is_in_hours(const Program& program, const PlanSettings& settings,
    std::uint32_t day, std::int32_t start, std::int32_t end);

/// Asks for a plan of what is starred, with what the attendee is going to. What takes no time (open
/// hours, moments) is left out: it is in every plan.
///
/// Shape:  of a session that is given again, and of several that are the same, any one is a
///         candidate; of a series each occurrence is a wish of its own.
[[nodiscard]] PlanRequest ask_for_plan(
    const Program& program, const Agenda& agenda, const PlanSettings& settings);

} // namespace hallway
