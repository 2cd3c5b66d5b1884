#pragma once
#include "base/result.h"
#include "base/time.h"
#include "program/import_report.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace hallway {

/// No conference publishes more; larger files are refused before they are read.
inline constexpr std::size_t program_bytes_max = 64u * 1024 * 1024;
/// Deeper nesting than any program format has.
inline constexpr int nesting_max = 64;

struct Import {
    Bytes pack;
    ImportReport report;
    std::string title; ///< of the conference
};

/// Reads a program file of any format that is known here.
///
/// Shape:  `file` is the whole file; a UTF-8 byte order mark is passed over.
/// Errors: 101 to 114 of `ErrorCode`, with line and field where there is one. An entry that cannot
///         be used is skipped and reported; only a file without any usable content is refused.
Result<Import> import_program(std::string_view file, const ZoneSource& zones);

} // namespace hallway
