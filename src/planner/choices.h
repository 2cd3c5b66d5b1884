#pragma once
#include "agenda/agenda.h"
#include "program/program.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// Under what an occurrence is chosen: the session's key, "#", and the occurrence's own key, which
/// is empty where the session takes place once.
[[nodiscard]] std::string occurrence_subject(
    const Program& program, const pack::OccurrenceRecord& occurrence);

/// The one that such a subject names; nothing if the program does not have it.
[[nodiscard]] std::optional<OccurrenceIndex> find_occurrence(
    const Program& program, std::string_view subject);

/// Whether the attendee said so of the session: "yes" in a field like `Place` or `Attended`.
[[nodiscard]] bool is_chosen(const Program& program, const Agenda& agenda,
    const pack::SessionRecord& session, ChoiceField field);

/// Whether the attendee said to be going to this occurrence.
[[nodiscard]] bool is_pinned(const Program& program, const Agenda& agenda, OccurrenceIndex index);

/// Whether the attendee is going: by having said so, or by having a place in a session that takes
/// place once.
[[nodiscard]] bool is_going(const Program& program, const Agenda& agenda, OccurrenceIndex index);

} // namespace hallway
