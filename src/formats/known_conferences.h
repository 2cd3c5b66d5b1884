#pragma once
#include "base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// A conference that took place, for pages that name a weekday and leave the date to the reader.
struct KnownConference {
    std::string_view name;
    CivilDate first_day;
    CivilDate last_day;
    std::string_view zone;
    std::string_view city;

    /// A page is from there if all of `words` stand in its name or head, or, where it gives no
    /// year, if it names the series, and `room` and `track` stand in its sessions: what one of its
    /// years alone had. All in lower case, as `fold` gives them; empty: does not tell.
    std::string_view words[3];
    std::string_view series;
    std::string_view room;
    std::string_view track;
};

/// What a page says about where it is from, folded.
struct ConferenceClues {
    std::string head; ///< the conference's name, and what stands before the first block
    std::vector<std::string> rooms;
    std::vector<std::string> tracks;
};

/// Nothing, if no known conference fits or the page leaves a doubt.
[[nodiscard]] const KnownConference* find_known_conference(const ConferenceClues& clues);

} // namespace hallway
