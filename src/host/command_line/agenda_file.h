#pragma once
#include "agenda/agenda.h"
#include "base/result.h"
#include "program/program.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway::command_line {

/// What somebody has chosen, read from a file, and what of it the program does not have.
struct ReadAgenda {
    Agenda agenda;
    std::vector<std::string> unknown; ///< sessions and occurrences, as the file names them
};

/// The format is that of docs/agenda-format.md.
/// Errors: `FileNotText`, `FileNotJson`, `FileTooDeep`; `FieldMissing` for a choice without its
///         session; `FieldWrong` for a value that is none of those that a field can have;
///         `FileVersionNewer`; `FileNotProgram` for any other format.
[[nodiscard]] Result<ReadAgenda> read_agenda(std::string_view file, const Program& program);

} // namespace hallway::command_line
