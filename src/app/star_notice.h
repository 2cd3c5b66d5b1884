#pragma once
#include "app/state.h"

#include <optional>
#include <string_view>

namespace hallway {

/// What is worth saying after a star was given: that the session clashes with another star, or that
/// it is given again when nothing clashes. Nothing else is.
[[nodiscard]] std::optional<Notice> find_star_notice(
    const AppState& state, std::string_view session_key);

} // namespace hallway
