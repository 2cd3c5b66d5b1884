#pragma once
#include "app/action.h"
#include "app/page_list.h"
#include "app/page_text.h"

#include <string>
#include <vector>

namespace hallway {

/// A screen or list without content: what is the case, and the way on.
struct EmptyState {
    PageText title;
    PageText text;
    PageList<Action> actions;
};

} // namespace hallway
