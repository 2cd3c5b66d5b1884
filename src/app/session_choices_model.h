#pragma once
#include "app/action.h"
#include "app/page_intent.h"
#include "app/page_list.h"
#include "planner/keenness.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// One of several that exclude each other, or something that is so or not.
struct ChoiceOption {
    std::uint64_t key = 0;
    PageText label;
    PageText name; ///< accessible, where it is not the label
    PageIntent intent;
    bool on = false;
    bool saved = false;                 ///< what it is is durable
    Keenness keenness = Keenness::None; ///< shape before the label; none: no shape
};

/// What the attendee can choose about a session, on its page. What does not apply is absent.
struct SessionChoices {
    PageText keenness_label;         ///< accessible name of the group
    PageList<ChoiceOption> keenness; ///< empty until it is starred
    std::optional<ChoiceOption> not_for_me;

    std::optional<ChoiceOption> going; ///< of a session that takes place once
    struct Time {
        std::uint64_t key = 0;
        PageText when, place;
        PageText clash; ///< "Clashes with Opening"; empty: it does not
        bool cancelled = false;
        std::optional<ChoiceOption> going;
    };
    PageText times_title; ///< "Given 3 times. Any is fine."
    PageText times_label; ///< accessible name of the list: "Choose a time"
    PageList<Time> times;

    struct SignUp {
        PageText text, note;
        std::optional<Action> link;
        ChoiceOption place;
    };
    std::optional<SignUp> sign_up;

    struct Note {
        PageText title; ///< "My note"
        PageText hint, text, session_key;
        PageText warning; ///< it is too long; else empty
        bool saved = false;
    };
    Note note;

    struct Rating {
        ChoiceOption attended;
        PageText title; ///< "How was it?"
        PageList<ChoiceOption> marks;
        std::optional<Action> take_back; ///< once it is rated
    };
    std::optional<Rating> rating; ///< once it has ended
};

} // namespace hallway
