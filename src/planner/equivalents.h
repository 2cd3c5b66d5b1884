#pragma once
#include "program/program.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

/// Of which sessions, and of which of their times, attending one is attending the other.
namespace hallway {

/// Occurrences of a session that are not cancelled, in order of start.
[[nodiscard]] std::vector<OccurrenceIndex> standing_occurrences(
    const Program& program, const pack::SessionRecord& session);

/// Whether attending one is attending the other: the same session under another key, given again.
[[nodiscard]] bool is_same_again(
    const Program& program, std::uint32_t session, std::uint32_t other);
/// The first of the sessions of which any one is enough (`pack::Again::Repeat` with `same_as`); of
/// others the session itself.
[[nodiscard]] std::uint32_t first_of_same(const Program& program, std::uint32_t session);
/// Times of which any one is enough, of the session and of those that are the same; else the
/// session's own times. Not cancelled, in the order of the program.
[[nodiscard]] std::vector<OccurrenceIndex> given_times(
    const Program& program, const pack::SessionRecord& session);

/// Whether attending both is attending one of them: the same session, or a session and what it
/// consists of.
[[nodiscard]] bool belong_together(
    const Program& program, std::uint32_t session, std::uint32_t other);

/// Pairs of `occurrences`, by position, that never clash: of a session and of what belongs to it,
/// and what is walked past: posters, or parts of one session, in one room at the same time.
/// Ascending, the smaller position first.
/// Source: docs/planning.md, "Attendances".
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_together(
    const Program& program, std::span<const OccurrenceIndex> occurrences);

} // namespace hallway
