#include "formats/line_counter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace hallway;

TEST_SUITE_BEGIN("formats/line_counter");

TEST_CASE("a line is one more than the line breaks before it, wherever they stand")
{
    // Every byte value, line breaks at uneven distances and next to each other.
    std::string file;
    for (int i = 0; i < 700; ++i) {
        file.push_back(static_cast<char>(i));
        if (i % 7 == 3 || i % 11 < 2) file.push_back('\n');
    }
    LineCounter ascending(file);
    for (std::size_t at = 1; at <= file.size(); ++at) {
        const auto breaks =
            std::count(file.begin(), file.begin() + static_cast<long>(at) - 1, '\n');
        INFO(at);
        CHECK(ascending.line_at(at) == static_cast<std::uint32_t>(breaks) + 1);
        CHECK(LineCounter(file).line_at(at) == static_cast<std::uint32_t>(breaks) + 1);
    }
    CHECK(ascending.line_at(1) == 1); // back to the start
    CHECK(ascending.line_at(file.size() + 9) == LineCounter(file).line_at(file.size() + 1));
}

TEST_SUITE_END();
