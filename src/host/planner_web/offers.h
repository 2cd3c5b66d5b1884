#pragma once
#include "app/intent.h"
#include "base/bytes.h"
#include "host/planner_web/abi.h"

#include <optional>
#include <string_view>

namespace hallway {

/// What one offer of the page means to the app; nothing for the kinds that the planner takes itself
/// (language, settings, the program's address, fields, shortcuts), and for bytes that make no
/// sense.
[[nodiscard]] std::optional<HostEvent> read_offer(abi::Offer kind, ByteView bytes);

/// Takes the text before the next NUL off the front of `bytes`; all of it where there is none.
[[nodiscard]] std::string_view take_text(ByteView& bytes);

} // namespace hallway
