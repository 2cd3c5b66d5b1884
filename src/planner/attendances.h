#pragma once
#include "agenda/agenda.h"
#include "planner/verdict.h"
#include "program/program.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// When the attendee is there: the occurrence's own times, or the part of it that was chosen
/// (`ChoiceField::Comes`, `ChoiceField::Leaves`), as far as it lies within the occurrence.
/// Shape:  one, or two where the attendee goes away in between; in order; each `place` is 0.
[[nodiscard]] std::vector<Attendance> attendances_of(
    const Program& program, const Agenda& agenda, OccurrenceIndex index);

/// What `ChoiceField::Leaves` says. Without `back` the attendee does not come back.
/// Shape:  wall times; a time interval with a solidus where there is a `back` (ISO 8601-1, 5.5).
struct Leaving {
    WallTime at;
    std::optional<WallTime> back = {};
    friend bool operator==(const Leaving&, const Leaving&) = default;
};
[[nodiscard]] std::string format_leaving(const Leaving& leaving);
/// Errors: nothing for what is neither.
[[nodiscard]] std::optional<Leaving> parse_leaving(std::string_view text);

} // namespace hallway
