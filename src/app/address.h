#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// The address of a program as someone typed or pasted it, made whole: "conf.example/program.json"
/// gets its "https://". Nothing for what is no address on the web: a path of this site, a lone
/// word, another scheme.
[[nodiscard]] std::optional<std::string> read_address(std::string_view typed);

} // namespace hallway
