#pragma once
#include "agenda/agenda.h"
#include "planner/search.h"
#include "program/program.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hallway {

/// How keen the attendee is on a session.
enum class Keenness : std::uint8_t {
    None, ///< no opinion
    Maybe,
    Want,
    Must,
    No, ///< not for me
};
[[nodiscard]] Keenness keenness_of(
    const Agenda& agenda, std::string_view conference, std::string_view session);
/// As it is kept in `ChoiceField::Keenness`; what it does not know is no opinion.
[[nodiscard]] Keenness read_keenness(std::string_view value);
[[nodiscard]] std::string_view keenness_value(Keenness keenness);
/// Whether the attendee wants to see the session: must, want or maybe.
[[nodiscard]] constexpr bool is_starred(Keenness keenness)
{
    return keenness != Keenness::None && keenness != Keenness::No;
}
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
    /// For each session whether it is starred, and how keen, by position.
    std::vector<bool> starred;
    std::vector<Keenness> keenness;
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
