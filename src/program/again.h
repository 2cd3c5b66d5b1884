#pragma once
#include "program/builder.h"

#include <vector>

namespace hallway {

/// What "again" means for a session, and with which others it is taken for the same.
struct AgainProposal {
    pack::Again again = pack::Again::Once;
    std::uint32_t same_as = pack::none;
};

/// Proposes what it means that sessions take place several times, where the file does not say.
///
/// Shape:  one proposal per session. A session with several occurrences is a repeat, or a series if
///         it is a break, but neither if all start at once, in several rooms. Sessions of equal
///         title and people under different keys are repeats of one another, but not breaks, meals,
///         desks and meetings, and not the slots of one source code: those may be parts, and are a
///         series if there is one each day.
/// Source: PRODUCT page, section 4, "Repeats, parts, series".
[[nodiscard]] std::vector<AgainProposal> propose_again(
    const std::vector<SessionDraft>& sessions, const ZoneRules& zone);

} // namespace hallway
