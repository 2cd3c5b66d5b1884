#pragma once
#include "program/program.h"

#include <string>
#include <vector>

namespace hallway::test {

/// What is left out of `program_lines`.
enum class Left : std::uint8_t {
    Nothing,
    PeopleAndRooms, ///< biographies and links of people; keys, seats and directions of rooms
};

/// Every field of a program, one record a line, to compare programs of different files by. Texts
/// stand instead of positions in sections.
std::vector<std::string> program_lines(const Program& program, Left left);

} // namespace hallway::test
