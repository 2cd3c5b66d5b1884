#pragma once
#include "agenda/agenda.h"
#include "planner/verdict.h"
#include "program/program.h"

namespace hallway {

/// When the attendee comes and leaves: the occurrence's own times, or the part of it that was
/// chosen (`ChoiceField::Comes`, `ChoiceField::Leaves`), as far as it lies within the occurrence.
/// Shape:  `place` is 0.
[[nodiscard]] Attendance attendance_of(
    const Program& program, const Agenda& agenda, OccurrenceIndex index);

} // namespace hallway
