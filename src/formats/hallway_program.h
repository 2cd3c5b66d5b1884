#pragma once
#include "base/time.h"
#include "formats/import.h"

#include <string_view>

namespace hallway {

/// Reads Hallway's own program format.
///
/// Shape:  `file` is the whole file.
/// Errors: as `import_program`.
/// Source: assets/schema/hallway-program-1.schema.json, docs/program-format.md.
[[nodiscard]] Result<Import> read_hallway(std::string_view file, const ZoneSource& zones);

} // namespace hallway
