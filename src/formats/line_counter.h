#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hallway {

/// Counts lines up to places in a file; quick when the places ascend.
class LineCounter {
public:
    LineCounter() = default;
    explicit LineCounter(std::string_view file) : file_(file) { }
    /// Line, from 1, of the last of the first `byte_offset` bytes.
    [[nodiscard]] std::uint32_t line_at(std::size_t byte_offset);

private:
    std::string_view file_;
    std::size_t counted_ = 0;
    std::uint32_t line_ = 1;
};

} // namespace hallway
