#include "support/snapshot.h"
#include "support/files.h"

#include <cstdio>
#include <cstdlib>

namespace hallway::test {
namespace {

std::string_view take_line(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

}

std::string difference_to_snapshot(std::string_view name, std::string_view text)
{
    const std::string path = source_path(name);
    const char* update = std::getenv("UPDATE_SNAPSHOTS");
    if (update && *update == '1') {
        std::FILE* file = std::fopen(path.c_str(), "wb");
        if (!file) return "cannot write " + path;
        std::fwrite(text.data(), 1, text.size(), file);
        std::fclose(file);
        return {};
    }
    const std::optional<std::string> kept = find_file(path);
    if (!kept) return "there is no " + path + "; UPDATE_SNAPSHOTS=1 writes it";
    std::string_view expected = *kept, actual = text;
    for (int line = 1; !expected.empty() || !actual.empty(); ++line) {
        const std::string_view was = take_line(expected), is = take_line(actual);
        if (was != is)
            return std::string(name) + " line " + std::to_string(line)
                + "\n  was: " + std::string(was) + "\n  is:  " + std::string(is);
    }
    return {};
}

}
