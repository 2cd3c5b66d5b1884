#pragma once
#include "agenda/agenda.h"
#include "planner/plan.h"
#include "program/program.h"

#include <string>
#include <string_view>
#include <vector>

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

/// Occurrences of a session that are not cancelled, in order of start.
[[nodiscard]] std::vector<OccurrenceIndex> standing_occurrences(
    const Program& program, const pack::SessionRecord& session);

/// The first of the sessions of which any one is enough (`pack::Again::Repeat` with `same_as`); of
/// others the session itself.
[[nodiscard]] std::uint32_t first_of_same(const Program& program, std::uint32_t session);
/// Times of which any one is enough, of the session and of those that are the same; else the
/// session's own times. Not cancelled, in the order of the program.
[[nodiscard]] std::vector<OccurrenceIndex> given_times(
    const Program& program, const pack::SessionRecord& session);

/// Whether there is a choice to make about a starred occurrence: it is one of several times at
/// which the same is given, or it is in conflict with another starred one.
[[nodiscard]] bool has_alternative(const Program& program, const Plan& plan, OccurrenceIndex index);

} // namespace hallway
