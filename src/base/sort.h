#pragma once
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
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

/// Sorts things of any kind by that one routine; equal ones keep their order.
template <class T, class Less> void sort_things(std::vector<T>& things, const Less& less)
{
    const std::vector<std::uint32_t> order = sorted_positions(things.size(),
        [&](std::uint32_t a, std::uint32_t b) { return less(things[a], things[b]); });
    std::vector<T> sorted;
    sorted.reserve(things.size());
    for (const std::uint32_t at : order) sorted.push_back(std::move(things[at]));
    things = std::move(sorted);
}
template <class T> void sort_things(std::vector<T>& things)
{
    sort_things(things, [](const T& a, const T& b) { return a < b; });
}

} // namespace hallway
