#pragma once
#include "app/page_list.h"
#include "app/page_text.h"
#include "app/session_card_model.h"
#include "app/session_choices_model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// A choice between sessions that clash, as packages of what can be attended together.
struct CompareModel {
    struct Line {
        std::string_view icon;
        PageText text;
    };
    /// Ways to attend a part of one session.
    struct Parts {
        std::uint64_t key = 0;
        PageText label; ///< "Go to part of it"; of several sessions it names this one
        PageList<ChoiceOption> options;
    };
    struct Package {
        std::uint64_t key = 0;
        PageText letter; ///< "A": what the strip calls it
        PageList<SessionCard> cards;
        PageList<Line> lines;           ///< what it costs, and whether that comes again
        std::optional<ChoiceOption> go; ///< on: the attendee is going to all of it
        [[nodiscard]] bool is_chosen() const { return go && go->on; }
        PageList<Parts> parts;
    };
    /// When each of them is, for the eye: the cards say it all. Minutes count from its start.
    struct Strip {
        struct Bar {
            std::size_t package = 0;
            std::int32_t from = 0, length = 0;
            PageText text; ///< "A Evolving Git"; of several at one time all
        };
        struct Mark {
            std::int32_t minute = 0;
            PageText time;
        };
        std::int32_t length = 0;
        PageList<Bar> bars;
        PageList<Mark> marks;
    };
    std::uint64_t key = 0;
    PageText back_label, back_href;
    PageText day;   ///< "Sat 31 Jan"
    PageText title; ///< "Which one at 11:00?"
    Strip strip;
    PageList<Package> packages;
    PageText open_label; ///< "Leave it open": leads back; empty: there is no choice to make
    PageText nothing;    ///< there is no choice to make; else empty
};

} // namespace hallway
