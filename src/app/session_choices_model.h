#pragma once
#include "app/action.h"
#include "planner/keenness.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// One of several that exclude each other, or something that is so or not.
struct ChoiceOption {
    std::uint64_t key = 0;
    std::string label;
    std::string name; ///< accessible, where it is not the label
    Intent intent;
    bool on = false;
    bool saved = false;                 ///< what it is is durable
    Keenness keenness = Keenness::None; ///< shape before the label; none: no shape
};

/// What the attendee can choose about a session, on its page. What does not apply is absent.
struct SessionChoices {
    std::string keenness_label;         ///< accessible name of the group
    std::vector<ChoiceOption> keenness; ///< empty until it is starred
    std::optional<ChoiceOption> not_for_me;

    std::optional<ChoiceOption> going; ///< of a session that takes place once
    struct Time {
        std::uint64_t key = 0;
        std::string when, place;
        std::string clash; ///< "Clashes with Opening"; empty: it does not
        bool cancelled = false;
        std::optional<ChoiceOption> going;
    };
    std::string times_title; ///< "Given 3 times. Any is fine."
    std::string times_label; ///< accessible name of the list: "Choose a time"
    std::vector<Time> times;

    struct SignUp {
        std::string text, note;
        std::optional<Action> link;
        ChoiceOption place;
    };
    std::optional<SignUp> sign_up;

    struct Note {
        std::string title; ///< "My note"
        std::string hint, text, session_key;
        std::string warning; ///< it is too long; else empty
        bool saved = false;
    };
    Note note;

    struct Rating {
        ChoiceOption attended;
        std::string title; ///< "How was it?"
        std::vector<ChoiceOption> marks;
        std::optional<Action> take_back; ///< once it is rated
    };
    std::optional<Rating> rating; ///< once it has ended
};

} // namespace hallway
