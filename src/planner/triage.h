#pragma once
#include "base/time.h"
#include "planner/filter.h"

#include <optional>

namespace hallway {

/// How far a run through the program is in which each session is decided on.
struct Triage {
    /// The first that the attendee has no opinion on and has not passed over: by its first
    /// occurrence that is ahead, sessions without a time last.
    std::optional<SessionIndex> next;
    /// Where its time is known.
    std::optional<OccurrenceIndex> occurrence;
    std::size_t decided = 0; ///< of `total`
    std::size_t total = 0;   ///< sessions to decide on: neither breaks nor cancelled nor over
};

/// `now`: what has ended by then is not asked about; none: nothing has.
/// Errors: none.
[[nodiscard]] Triage find_next_unseen(
    const Program& program, const Opinions& opinions, std::optional<Instant> now);

} // namespace hallway
