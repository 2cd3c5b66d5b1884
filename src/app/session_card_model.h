#pragma once
#include "app/action.h"
#include "planner/keenness.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

struct Star {
    std::string session_key;
    std::string label; ///< accessible name
    bool on = false;
    bool saved = false;                 ///< its state is durable
    Keenness keenness = Keenness::None; ///< its shape
};

/// One occurrence as a card on a page of its own kind: in my plan, of a speaker, in a room.
struct SessionCard {
    std::uint64_t key = 0;
    std::string href;
    std::string title;
    std::string language;   ///< BCP 47 of title; empty: unknown
    std::string day;        ///< "Sat 31 Jan"; empty where a heading says it
    std::string start, end; ///< "11:00", "11:25"; empty: not known
    std::string when;       ///< in one: "Sat 31 Jan, 11:00 – 11:25"
    std::string place;      ///< or, in a room, the people
    std::string people;
    struct Mark {
        enum class Kind : std::uint8_t {
            Night,
            Cancelled,
            Overlap,
            Going,
            Note,
            Over,
            Tight,
            Late,
        };
        Kind kind = Kind::Night;
        std::string text; ///< "Cancelled", "Overlaps ... by 20 of 30 min."
    };
    std::vector<Mark> marks;
    std::uint8_t track_color = 0; ///< 1 to 12, token track-n; 0: no track
    Star star;
    bool current = false; ///< its detail is open beside the list
    bool cancelled = false;
};

} // namespace hallway
