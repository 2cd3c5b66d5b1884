#pragma once
#include "agenda/agenda.h"
#include "program/program.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// Shorter spells between two sessions are no free time.
inline constexpr Minutes free_minutes_min = 25;

/// Two starred occurrences at the same time. Intervals are half-open (RFC 5545, 3.6.1): one that
/// begins when the other ends does not overlap.
struct Overlap {
    OccurrenceIndex other {};
    Minutes minutes = 0;
    bool about = false; ///< the end of one of them is a guess
};

/// Nothing starred from `start` to `end`.
struct FreeTime {
    Instant start, end;
    bool about = false; ///< `start` is a guess
};

struct PlanEntry {
    OccurrenceIndex occurrence {};
    std::optional<FreeTime> free_before; ///< since the latest end of all entries before
    std::vector<Overlap> overlaps;       ///< with entries before this one: each pair is told once
};

/// A star whose session the program does not have any more.
struct GoneStar {
    std::string session_key;
    ChoiceContext context; ///< what it looked like
};

/// Everything that is starred, in order; nothing is left out.
struct Plan {
    /// For each event day of the program its starred occurrences, in order of start. Each
    /// occurrence of a starred session is there.
    std::vector<std::vector<PlanEntry>> days;
    std::vector<SessionIndex> unscheduled; ///< starred sessions without a time
    std::vector<GoneStar> gone;            ///< by key
};

/// Whether an occurrence asks for its whole time: one that is cancelled does not, nor do open
/// hours, which one drops into.
[[nodiscard]] bool takes_time(const Program& program, const pack::OccurrenceRecord& occurrence);

/// Whether attending both is attending one of them: the same session, or a session and what it
/// consists of.
[[nodiscard]] bool belong_together(
    const Program& program, std::uint32_t session, std::uint32_t other);

/// Shape:  `days` is as long as `program.days()`.
/// Errors: none.
[[nodiscard]] Plan make_plan(const Program& program, const Agenda& agenda);

} // namespace hallway
