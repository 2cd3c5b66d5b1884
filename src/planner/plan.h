#pragma once
#include "agenda/agenda.h"
#include "planner/appointments.h"
#include "planner/places.h"
#include "planner/verdict.h"
#include "program/program.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hallway {

/// Shorter spells between two sessions are no free time.
inline constexpr Minutes free_minutes_min = 25;

/// Between two starred occurrences: both at the same time, or too little time for the way.
struct PlanConflict {
    OccurrenceIndex other {};
    Judgement judgement;
    bool about = false; ///< the end of one of them is a guess
};

/// With something of the attendee's own.
struct AppointmentClash {
    std::uint32_t appointment = 0; ///< index into the day's
    Minutes minutes = 0;           ///< by which they overlap
};

/// Nothing of the attendee's from `start` to `end`.
struct FreeTime {
    Instant start, end;
    bool about = false; ///< `start` is a guess
};

struct PlanEntry {
    OccurrenceIndex occurrence {};
    /// When the attendee comes, and leaves for good. Shape:  `place` is 0.
    Attendance attendance = {};
    std::optional<FreeTime> free_before = {}; ///< since the latest end of all entries before
    /// With entries before this one: each pair is told once.
    std::vector<PlanConflict> conflicts = {};
    std::vector<AppointmentClash> appointments = {}; ///< that lie in it by more than is tolerated
    /// The way from the entry before that ends last; none: there is no such entry on that day, or
    /// it runs on.
    std::optional<Judgement> way = {};
    OccurrenceIndex way_from {};
    /// The attendee is not going there, but to something that it clashes with, or to another time
    /// of which any is fine. Free time and ways are those of the others.
    bool ruled_out = false;
};

struct PlanAppointment {
    Appointment appointment;
    std::optional<FreeTime> free_before = {}; ///< as of an entry
};

/// A star whose session the program does not have any more.
struct GoneStar {
    std::string session_key;
    ChoiceContext context; ///< what it looked like
};

/// Everything that is starred or gone to, in order; nothing is left out.
struct Plan {
    /// For each event day of the program its occurrences, in order of start. Each occurrence of a
    /// starred session is there.
    std::vector<std::vector<PlanEntry>> days;
    /// For each event day what the attendee has put there beside the program, in order of start.
    std::vector<std::vector<PlanAppointment>> appointments;
    std::vector<SessionIndex> unscheduled; ///< starred sessions without a time
    std::vector<GoneStar> gone;            ///< by key
    /// Entries that hang together by clashes about which nothing is decided: the attendee is going
    /// to none of them and to nothing that clashes with them, or to two that clash. In the
    /// program's order; groups by their first.
    std::vector<std::vector<OccurrenceIndex>> groups;
};

/// What a plan is made of: all that is starred or gone to, in the order of the program.
[[nodiscard]] std::vector<OccurrenceIndex> chosen_occurrences(
    const Program& program, const Agenda& agenda);

/// Shape:  `days` is as long as `program.days()`. Of a session that is given again and to one time
///         of which the attendee is going, the other times clash with nothing. `also` is taken as
///         starred, whether it is or not.
/// Errors: none.
[[nodiscard]] Plan make_plan(const Program& program, const Agenda& agenda,
    const WalkSettings& walks = {}, const Allowance& allowance = {},
    std::optional<SessionIndex> also = {});

/// One side of two starred occurrences that cannot both be attended.
struct Rivalry {
    OccurrenceIndex occurrence {}, rival {};
    Judgement judgement = {};
    bool about = false; ///< the end of one of them is a guess
};
/// Both sides of each, by `occurrence`, then by `rival`.
[[nodiscard]] std::vector<Rivalry> find_rivalries(const Plan& plan);
/// Those of one occurrence.
[[nodiscard]] std::span<const Rivalry> rivalries_of(
    const std::vector<Rivalry>& all, OccurrenceIndex occurrence);

/// Whether there is a choice to make about a starred occurrence: it is one of several times at
/// which the same is given, or it is in conflict with another starred one.
[[nodiscard]] bool has_alternative(const Program& program, const Plan& plan, OccurrenceIndex index);

[[nodiscard]] const PlanEntry* find_entry(
    const Program& program, const Plan& plan, OccurrenceIndex occurrence);

} // namespace hallway
