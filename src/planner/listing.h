#pragma once
#include "agenda/agenda.h"
#include "planner/search.h"
#include "program/program.h"

#include <string_view>
#include <vector>

namespace hallway {

/// Whether the attendee wants to see the session: "want", "must" or "maybe".
[[nodiscard]] bool is_starred(
    const Agenda& agenda, std::string_view conference, std::string_view session);

/// What the list of the program leaves out.
struct ListFilter {
    Query query;
    bool starred_only = false;
};

/// The sessions of a program that pass a filter.
struct Listing {
    /// For each event day its occurrences, in the program's order.
    std::vector<std::vector<OccurrenceIndex>> days;
    std::vector<SessionIndex> unscheduled;
    /// For each session whether it is starred, by position.
    std::vector<bool> starred;
    /// Rows that are left with `starred_only`, whether or not it is on. A star is given to a
    /// session, so each of its occurrences counts.
    std::size_t starred_rows = 0;
    /// Different sessions among all days and the unscheduled.
    std::size_t session_count = 0;
};

/// Shape:  `days` is as long as `program.days()`.
/// Errors: none.
[[nodiscard]] Listing make_listing(
    const Program& program, const Agenda& agenda, const ListFilter& filter);

} // namespace hallway
