#pragma once
#include "app/intent.h"
#include "app/page_text.h"

namespace hallway {

/// An intent as the page keeps it, for the node that it will be attached to.
struct PageIntent {
    IntentKind kind = IntentKind::None;
    PageText subject;

    PageIntent() = default;
    PageIntent(const Intent& intent) : kind(intent.kind), subject(intent.subject) { }
    operator Intent() const { return { kind, subject }; }
};

} // namespace hallway
