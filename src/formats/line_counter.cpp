#include "formats/line_counter.h"

#include <algorithm>

namespace hallway {

std::uint32_t LineCounter::line_at(std::size_t byte_offset)
{
    // The reader may be one byte beyond what it tells of: a line break there does not count yet.
    const std::size_t end = std::min(byte_offset, file_.size()) - (byte_offset > 0 ? 1 : 0);
    if (end < counted_) {
        counted_ = 0;
        line_ = 1;
    }
    const std::string_view next = file_.substr(counted_, end - counted_);
    line_ += static_cast<std::uint32_t>(std::count(next.begin(), next.end(), '\n'));
    counted_ = end;
    return line_;
}

} // namespace hallway
