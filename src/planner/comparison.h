#pragma once
#include "agenda/agenda.h"
#include "planner/places.h"
#include "planner/verdict.h"
#include "program/program.h"

#include <cstddef>
#include <vector>

namespace hallway {

/// Starred sessions between which one has to choose, as packages of what can be attended together:
/// a workshop in one, three talks in the other. That the attendee is going to one of them, or to a
/// part of it, changes nothing here; other times of what is gone to at one time are no choice any
/// more.
struct Comparison {
    struct Package {
        /// In order. Nothing of the others could be added; one may stand in several packages.
        std::vector<OccurrenceIndex> members;
        std::vector<OccurrenceIndex> missed; ///< all others, in order
    };
    /// By the start of their first member, then in the order of the program. Empty: there is no
    /// choice to make.
    std::vector<Package> packages;
};

/// More are not compared at once: then only what clashes with the one that runs at the time.
inline constexpr std::size_t compared_max = 8;

/// The choice of which one part starts at `at`, or else runs then.
[[nodiscard]] Comparison compare_at(const Program& program, const Agenda& agenda, Instant at,
    const WalkSettings& walks = {}, const Allowance& allowance = {});

} // namespace hallway
