#pragma once
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

/// `hallway` for organisers and for whoever wants to check the planner: the same core as in the
/// browser, with files and a terminal around it.
namespace hallway::command_line {

/// As shells know them.
enum class ExitCode : int {
    Fine = 0,
    Findings = 1, ///< it worked, and there is something to look at
    Unusable = 2, ///< of the input or of the options
};

/// What a command reads and writes, so that tests can look at it.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& errors;
};

/// Runs `hallway ARGUMENTS...`, without the program's own name.
[[nodiscard]] ExitCode run(std::span<const std::string_view> arguments, Streams streams);

} // namespace hallway::command_line
