#pragma once
#include "app/page_intent.h"

#include <cstdint>
#include <string>

namespace hallway {

/// A button or link of words, with what it does.
struct Action {
    std::uint64_t key = 0;
    PageText label;
    PageIntent intent;
    PageText href; ///< not empty: a link
};

/// A button that shows and hides what follows it.
struct Unfolding {
    std::uint64_t key = 0;
    PageText label; ///< "Room full?"
    PageText name;  ///< accessible: "Room full? Opening"
    bool open = false;
    PageIntent toggle;
};

} // namespace hallway
