#pragma once
#include "formats/import.h"
#include "program/builder.h"

namespace hallway {

/// Builds the pack and completes the report with what is in it.
[[nodiscard]] Import finish_import(ProgramBuilder& builder, ImportReport report);

} // namespace hallway
