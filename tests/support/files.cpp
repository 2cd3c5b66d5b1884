#include "support/files.h"

#include <cstdio>
#include <cstdlib>

namespace hallway::test {

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
    const std::string path = HALLWAY_SOURCE_DIR "/" + std::string(name);
    std::optional<std::string> bytes = find_file(path);
    if (bytes) return *std::move(bytes);
    std::fprintf(stderr, "The test needs the file %s\n", path.c_str());
    std::abort();
}

std::optional<std::string> find_shared_file(std::string_view name)
{
    const char* named = std::getenv("HALLWAY_SHARED");
    const std::string folder = named && *named ? named : HALLWAY_SOURCE_DIR "/../shared";
    return find_file(folder + "/" + std::string(name));
}

}
