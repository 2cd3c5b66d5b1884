#pragma once
#include <string>
#include <string_view>

namespace hallway::test {

/// Compares with the file of this name, as "tests/ui/snapshots/program.txt". Empty when they are
/// equal, else the first line that differs in both. With UPDATE_SNAPSHOTS=1 in the environment the
/// file is written instead.
std::string difference_to_snapshot(std::string_view name, std::string_view text);

}
