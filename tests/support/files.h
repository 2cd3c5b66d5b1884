#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway::test {

/// The whole file, or nothing if it cannot be read.
std::optional<std::string> find_file(const std::string& path);

/// Where a file or folder of the source tree stands: `source_path("README.md")`, `source_path("")`.
std::string source_path(std::string_view name);
/// Where a file that the build made stands, such as `built_path("generated/languages/en.bin")`.
std::string built_path(std::string_view name);

/// A file of tests/fixtures, such as "formats/minimal.json". Stops the program if it is not there.
std::string read_fixture(std::string_view name);

/// A file of the source tree, such as "assets/programs/qcon-london-2012.json". Stops the program if
/// it is not there.
std::string read_source_file(std::string_view name);

/// A real file, such as "programs/39c3-2025.c3voc.json", from the folder that HALLWAY_SHARED names
/// or else from ../shared. Nothing if it is not there: the test then calls skip().
std::optional<std::string> find_shared_file(std::string_view name);
/// Names of the files of a folder of real files, such as "programs", in the order of the alphabet.
/// Empty if it is not there.
std::vector<std::string> shared_file_names(std::string_view folder);

}
