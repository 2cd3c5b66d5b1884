#pragma once
#include "agenda/agenda.h"
#include "planner/filter.h"
#include "planner/keenness.h"
#include "planner/search.h"
#include "program/program.h"

#include <string_view>
#include <vector>

namespace hallway {

/// What the list of the program leaves out.
struct ListFilter {
    Query query;
    Filters chosen = {};
};

/// The sessions of a program that pass a filter.
struct Listing {
    /// For each event day its occurrences, in the program's order.
    std::vector<std::vector<OccurrenceIndex>> days;
    std::vector<SessionIndex> unscheduled;
    Opinions opinions;
    /// Counts rows of all days and of the unscheduled. A session has a row for each of its
    /// occurrences.
    FilterResult filters;
};

/// Shape:  `days` is as long as `program.days()`.
/// Errors: none.
[[nodiscard]] Listing make_listing(
    const Program& program, const Agenda& agenda, const ListFilter& filter);

/// `room`: its position in the program.
[[nodiscard]] bool is_in_room(
    const Program& program, const pack::OccurrenceRecord& occurrence, std::uint32_t room);

} // namespace hallway
