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
    struct Package {
        std::uint64_t key = 0;
        PageList<SessionCard> cards;
        PageList<PageText> lines; ///< what it costs, and whether that comes again
        PageText ended;           ///< all of it is past: nothing can be chosen; else empty
        std::optional<ChoiceOption> go;
        PageText part_label; ///< "Go to part of it"; empty: there is no part
        PageList<ChoiceOption> parts;
    };
    std::uint64_t key = 0;
    PageText back_label, back_href;
    PageText day;   ///< "Sat 31 Jan"
    PageText title; ///< "Which one at 11:00?"
    PageList<Package> packages;
    PageText nothing; ///< there is no choice to make; else empty
};

} // namespace hallway
