#pragma once
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace hallway {

/// Whether the thing at `a` comes before the thing at `b`.
using PositionLess = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

/// Sorts positions of things. Equal ones keep their order. One routine for all kinds of things,
/// since every `std::sort` of another type is 4 KB of WebAssembly.
void sort_positions(std::span<std::uint32_t> positions, PositionLess less, const void* context);

template <class Less> void sort_positions(std::span<std::uint32_t> positions, const Less& less)
{
    sort_positions(
        positions,
        [](const void* context, std::uint32_t a, std::uint32_t b) {
            return static_cast<bool>((*static_cast<const Less*>(context))(a, b));
        },
        &less);
}

/// The positions 0 to `count - 1` in the order that `less` gives.
template <class Less>
[[nodiscard]] std::vector<std::uint32_t> sorted_positions(std::size_t count, const Less& less)
{
    std::vector<std::uint32_t> positions(count);
    std::iota(positions.begin(), positions.end(), 0u);
    sort_positions(positions, less);
    return positions;
}

} // namespace hallway
