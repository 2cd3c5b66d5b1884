#include "formats/line_counter.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace hallway {
namespace {

/// Eight bytes at a time: of a file of megabytes every byte is counted.
std::uint32_t count_line_breaks(std::string_view text)
{
    constexpr std::uint64_t low_bits = 0x7F7F'7F7F'7F7F'7F7Fu;
    constexpr std::uint64_t line_breaks = 0x0A0A'0A0A'0A0A'0A0Au;
    int count = 0;
    std::uint64_t eight = 0;
    for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
        std::memcpy(&eight, text.data(), sizeof eight);
        eight ^= line_breaks; // a line break is a zero byte now
        // The high bit of each byte that is not zero; no carry from one byte into the next.
        const std::uint64_t others = ((eight & low_bits) + low_bits) | eight | low_bits;
        count += std::popcount(~others);
    }
    return static_cast<std::uint32_t>(count + std::count(text.begin(), text.end(), '\n'));
}

} // namespace

std::uint32_t LineCounter::line_at(std::size_t byte_offset)
{
    // The reader may be one byte beyond what it tells of: a line break there does not count yet.
    const std::size_t end = std::min(byte_offset, file_.size()) - (byte_offset > 0 ? 1 : 0);
    if (end < counted_) {
        counted_ = 0;
        line_ = 1;
    }
    line_ += count_line_breaks(file_.substr(counted_, end - counted_));
    counted_ = end;
    return line_;
}

} // namespace hallway
