#pragma once
#include "app/action.h"
#include "app/empty_state.h"
#include "app/page_list.h"
#include "app/page_text.h"
#include "app/session_card_model.h"
#include "app/session_choices_model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// "Plan it for me": a preview, which changes nothing until it is used.
struct BestPlanModel {
    PageText title;
    PageText searching;              ///< while it is looked for; else empty
    PageText failed;                 ///< why there is nothing below; else empty
    std::optional<EmptyState> empty; ///< instead of all below: there is no star
    /// "From your stars, 8 of 11 fit.", how much walking, what is not proven.
    PageList<PageText> lines;
    struct Entry {
        SessionCard card;
        /// While it is decided one by one, where there is a decision.
        std::optional<ChoiceOption> pick;
    };
    struct Day {
        std::uint64_t key = 0;
        PageText title;
        PageList<Entry> entries;
    };
    PageList<Day> days;
    PageText left_out_title;        ///< empty: nothing is left out
    PageList<SessionCard> left_out; ///< each with its reason as a mark
    std::optional<Action> retry;    ///< with `failed`
    std::optional<Action> use;      ///< absent where nothing is to be decided
    std::optional<Action> pick;     ///< the same; absent, too, while it is decided one by one
    Action not_now;
    std::uint64_t scroll_key = 0;
};

} // namespace hallway
