#pragma once
#include "base/time.h"
#include "formats/import.h"

#include <string_view>

namespace hallway {

/// Reads schedule.xml as Pentabarf, frab, pretalx, wafer and the c3voc tools write it.
///
/// Shape:  `file` is the whole file.
/// Errors: as `import_program`; `FileNotProgram` for other files of that name, such as those whose
///         days have entries instead of events.
/// Source: https://c3voc.de/schedule/schema.xsd, and what real files do beyond it.
[[nodiscard]] Result<Import> read_schedule_xml(std::string_view file, const ZoneSource& zones);

} // namespace hallway
