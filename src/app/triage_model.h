#pragma once
#include "app/page_list.h"
#include "app/page_text.h"
#include "app/prose.h"
#include "app/session_card_model.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// The run through what the attendee has not looked at yet: one session at a time.
struct TriageModel {
    PageText title;             ///< "Go through the program"
    PageText progress;          ///< "42 of 484"
    std::uint32_t permille = 0; ///< of them that are decided
    /// None: there is nothing left, and the ways on stand in `actions`.
    std::optional<SessionCard> card;
    Prose about;
    PageText done_title, done_text;
    PageList<Action> actions;
};

} // namespace hallway
