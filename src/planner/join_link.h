#pragma once
#include "program/program.h"

namespace hallway {

/// The link of a session that leads into its stream; none: no link says so. Program formats have no
/// field for it, so it is told by a word of the link's title or by the first label of its host.
/// Errors: none.
[[nodiscard]] const pack::LinkRecord* find_join_link(
    const Program& program, const pack::SessionRecord& session);

} // namespace hallway
