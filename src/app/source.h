#pragma once
#include "app/state.h"

#include <string>
#include <string_view>

namespace hallway {

/// Whether a program came from disk: it cannot be fetched again.
[[nodiscard]] bool is_file(std::string_view source);
/// Whether it has an http or https address of its own: not a path of the page's site.
[[nodiscard]] bool is_on_web(std::string_view source);
/// Where a program comes from, in brief: "conf.example", or the name of its file.
[[nodiscard]] std::string place_of_source(const Language& language, std::string_view source);
/// "Read today at 10:32", "Read Fri 21 Nov at 10:32": by the device's clock.
[[nodiscard]] std::string read_time_text(const AppState& state, const ReadTime& read);

} // namespace hallway
