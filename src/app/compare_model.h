#pragma once
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
        std::vector<SessionCard> cards;
        std::vector<std::string> lines; ///< what it costs, and whether that comes again
        std::string ended;              ///< all of it is past: nothing can be chosen; else empty
        std::optional<ChoiceOption> go;
        std::string part_label; ///< "Go to part of it"; empty: there is no part
        std::vector<ChoiceOption> parts;
    };
    std::uint64_t key = 0;
    std::string back_label, back_href;
    std::string day;   ///< "Sat 31 Jan"
    std::string title; ///< "Which one at 11:00?"
    std::vector<Package> packages;
    std::string nothing; ///< there is no choice to make; else empty
};

} // namespace hallway
