#include "base/sort.h"

#include <algorithm>

namespace hallway {

void sort_positions(std::span<std::uint32_t> positions, PositionLess less, const void* context)
{
    std::vector<std::uint32_t> merged(positions.size());
    for (std::size_t width = 1; width < positions.size(); width *= 2) {
        for (std::size_t from = 0; from < positions.size(); from += 2 * width) {
            const std::size_t middle = std::min(from + width, positions.size());
            const std::size_t end = std::min(from + 2 * width, positions.size());
            std::size_t left = from, right = middle;
            for (std::size_t to = from; to < end; ++to) {
                const bool take_right = left == middle
                    || (right < end && less(context, positions[right], positions[left]));
                merged[to] = positions[take_right ? right++ : left++];
            }
        }
        std::copy(merged.begin(), merged.end(), positions.begin());
    }
}

} // namespace hallway
