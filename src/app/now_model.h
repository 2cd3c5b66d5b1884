#pragma once
#include "app/open_choice.h"
#include "app/page_intent.h"
#include "app/page_list.h"
#include "app/session_card_model.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// "What do I do now?" One card first: what of mine is on and what is next; then the counted rest.
struct NowModel {
    PageText title;     ///< "Now"
    PageText time;      ///< "11:05", or with its day outside of the event
    PageText zone_note; ///< "Brussels time", or that times are as printed

    /// For who stands before a full room: what can still be reached from there.
    struct Full {
        std::uint64_t key = 0;
        Unfolding unfold; ///< "Room full?"
        PageText title;   ///< "Still within reach"
        PageText nothing; ///< that there is nothing; empty: there is
        struct Offer {
            SessionCard card; ///< when: how it stands now, and how far it is
            Action go;
            PageText name; ///< accessible, of the button: "Go there: Opening"
        };
        PageList<Offer> offers;
        PageList<PageText> lines; ///< what becomes of the one that is lost
    };

    /// One of mine that is on.
    struct Current {
        PageText place; ///< "Now in Janson"
        PageText left;  ///< "6 min left"
        PageText start, end;
        std::uint32_t permille = 0; ///< of it that is over
        SessionCard card;
        std::optional<Full> full; ///< while it has just begun
    };
    PageList<Current> current;

    /// In type that is read at arm's length.
    PageText headline; ///< "Leave in 4 min for UB5.132.", "Nothing of yours until 14:00."
    PageText note;     ///< below it: "6 min walk, starts at 11:30."; may be empty
    PageList<SessionCard> next;
    std::optional<OpenChoice> choice; ///< among the next ones, where it is open
    std::optional<Full> full;         ///< of the next one, shortly before it begins
    PageList<Action> actions;

    /// What is collapsed behind its count.
    struct Group {
        std::uint64_t key = 0;
        PageText label; ///< "25 on now"
        bool open = false;
        PageIntent toggle;
        PageList<SessionCard> cards; ///< of an open one
    };
    PageList<Group> groups;
};

} // namespace hallway
