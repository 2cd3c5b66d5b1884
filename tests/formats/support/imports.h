#pragma once
#include "formats/import.h"
#include "program/builder.h"
#include "program/program.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway::test {

/// A file that was read, ready to be looked at.
struct Imported {
    Program program;
    ImportReport report;
};

/// Reads a file that must be readable: stops the program, with the error, if it is not.
Imported import_file(std::string_view file);

/// The error of a file that must not be readable: stops the program if it is.
Error error_of(std::string_view file);

/// Reads a file of any kind and touches everything that came out; gives the error's number, or 0.
/// Whatever is wrong with the program itself stops.
int read_and_walk(std::string_view file);

using Lines = std::vector<std::string>;

/// "reason entry @field:line" of each entry that was left out.
Lines skipped_lines(const ImportReport& report);

/// The session of that key; stops if there is none.
const pack::SessionRecord& session_of(const Program& program, std::string_view key);
/// "2025-12-27T10:30-11:30 One+Two" of each occurrence of a session, by start.
Lines times_of(const Program& program, std::string_view key);
/// The occurrence of a session that takes place once, or its first.
const pack::OccurrenceRecord& first_time_of(const Program& program, std::string_view key);
/// Event days as dates.
Lines days_of(const Program& program);
/// Names of a session's people.
Lines names_of(const Program& program, std::string_view key);
/// "title address" of a session's links.
Lines links_of(const Program& program, std::string_view key);
Lines paragraphs_of_session(const Program& program, std::string_view key);

} // namespace hallway::test
