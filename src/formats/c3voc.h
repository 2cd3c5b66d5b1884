#pragma once
#include "base/time.h"
#include "formats/import.h"

#include <string_view>

namespace hallway {

/// Reads schedule.json as the c3voc tools, frab and pretalx write it.
///
/// Shape:  `file` is the whole file.
/// Errors: as `import_program`.
/// Source: https://c3voc.de/schedule/schema.json (version 1), and what real files do beyond it.
[[nodiscard]] Result<Import> read_c3voc(std::string_view file, const ZoneSource& zones);

} // namespace hallway
