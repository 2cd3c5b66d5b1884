#pragma once
#include "app/action.h"

#include <string>
#include <vector>

namespace hallway {

/// A screen or list without content: what is the case, and the way on.
struct EmptyState {
    std::string title;
    std::string text;
    std::vector<Action> actions;
};

} // namespace hallway
