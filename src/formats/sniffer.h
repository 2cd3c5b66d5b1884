#pragma once
#include "base/result.h"

#include <cstdint>
#include <string_view>

namespace hallway {

enum class Format : std::uint8_t { C3voc, Hallway };

/// Finds out what kind of program a JSON file holds, reading no further than needed: real files say
/// so in their first lines.
///
/// Errors: `FileNotText`, `FileNotJson` and `FileTooDeep` if the file breaks before it has said
///         what it is, `FileVersionNewer` with the version, `FieldWrong` for a format that
///         Hallway's own name is part of and that never was, `FileNotProgram` for anything else.
[[nodiscard]] Result<Format> sniff_format(std::string_view file);

} // namespace hallway
