#pragma once
#include "app/intent.h"

#include <cstdint>
#include <string>

namespace hallway {

/// A button or link of words, with what it does.
struct Action {
    std::uint64_t key = 0;
    std::string label;
    Intent intent;
    std::string href; ///< not empty: a link
};

/// A button that shows and hides what follows it.
struct Unfolding {
    std::uint64_t key = 0;
    std::string label; ///< "Room full?"
    std::string name;  ///< accessible: "Room full? Opening"
    bool open = false;
    Intent toggle;
};

} // namespace hallway
