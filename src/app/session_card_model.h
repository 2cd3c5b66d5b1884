#pragma once
#include "app/action.h"
#include "app/page_list.h"
#include "app/page_text.h"
#include "planner/keenness.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

struct Star {
    PageText session_key;
    PageText label; ///< accessible name
    bool on = false;
    bool saved = false;                 ///< its state is durable
    Keenness keenness = Keenness::None; ///< its shape
};

/// One occurrence as a card on a page of its own kind: in my plan, of a speaker, in a room.
struct SessionCard {
    std::uint64_t key = 0;
    PageText href;
    PageText title;
    PageText language;   ///< BCP 47 of title; empty: unknown
    PageText day;        ///< "Sat 31 Jan"; empty where a heading says it
    PageText start, end; ///< "11:00", "11:25"; empty: not known
    PageText when;       ///< in one: "Sat 31 Jan, 11:00 – 11:25"
    PageText place;      ///< or, in a room, the people
    PageText people;
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
        PageText text; ///< "Cancelled", "Overlaps ... by 20 of 30 min."
    };
    PageList<Mark> marks;
    std::uint8_t track_color = 0; ///< 1 to 12, token track-n; 0: no track
    Star star;
    /// Of something of the attendee's own, which has no page and no star: opens its form.
    PageIntent change;
    PageText change_name; ///< accessible: "Change: Lunch with Ada"; empty: it is a session
    bool current = false; ///< its detail is open beside the list
    bool cancelled = false;
    bool passed_over = false; ///< the attendee is going to something else at its time
};

} // namespace hallway
