#pragma once
#include "base/result.h"
#include "program/program.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace hallway::command_line {

/// A whole file, or all of standard input for "-".
/// Errors: nothing if it cannot be read.
[[nodiscard]] std::optional<std::string> read_input(std::string_view path, std::istream& in);

/// Errors: those of `import_program`.
[[nodiscard]] Result<Program> read_program(std::string_view file);

/// "program.json:12: not JSON, or cut off (Hallway 104)": where, what, and what to do.
[[nodiscard]] std::string describe_error(std::string_view path, const Error& error);

} // namespace hallway::command_line
