#include "support/files.h"

#include <dirent.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace hallway::test {
namespace {

std::string shared_path(std::string_view name)
{
    const char* named = std::getenv("HALLWAY_SHARED");
    const std::string folder = named && *named ? named : source_path("../shared");
    return folder + "/" + std::string(name);
}

} // namespace

std::string source_path(std::string_view name)
{
    return HALLWAY_SOURCE_DIR "/" + std::string(name);
}

std::string built_path(std::string_view name) { return HALLWAY_BINARY_DIR "/" + std::string(name); }

std::optional<std::string> find_file(const std::string& path)
{
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return std::nullopt;
    std::string bytes;
    char block[65536];
    while (const std::size_t count = std::fread(block, 1, sizeof block, file))
        bytes.append(block, count);
    const bool failed = std::ferror(file) != 0;
    std::fclose(file);
    if (failed) return std::nullopt;
    return bytes;
}

std::string read_fixture(std::string_view name)
{
    return read_source_file("tests/fixtures/" + std::string(name));
}

std::string read_source_file(std::string_view name)
{
    const std::string path = source_path(name);
    std::optional<std::string> bytes = find_file(path);
    if (bytes) return *std::move(bytes);
    std::fprintf(stderr, "The test needs the file %s\n", path.c_str());
    std::abort();
}

std::optional<std::string> find_shared_file(std::string_view name)
{
    return find_file(shared_path(name));
}

std::vector<std::string> shared_file_names(std::string_view folder)
{
    std::vector<std::string> names;
    DIR* opened = opendir(shared_path(folder).c_str());
    if (!opened) return names;
    while (const dirent* entry = readdir(opened))
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    closedir(opened);
    std::sort(names.begin(), names.end());
    return names;
}

}
