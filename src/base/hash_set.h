#pragma once
#include "base/hash.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hallway {

/// A set of 64-bit hashes. Smaller and faster than `std::unordered_set`, since all it can do is
/// grow.
class HashSet {
public:
    /// Whether `hash` was new.
    bool insert(std::uint64_t hash)
    {
        if (used_ * 2 >= slots_.size()) grow();
        const std::uint64_t stored = hash == empty ? 1 : hash;
        std::uint64_t& slot = find(stored);
        if (slot == stored) return false;
        slot = stored;
        ++used_;
        return true;
    }

private:
    static constexpr std::uint64_t empty = 0;

    std::uint64_t& find(std::uint64_t stored)
    {
        std::size_t at = static_cast<std::size_t>(mix64(stored, 0)) & (slots_.size() - 1);
        while (slots_[at] != empty && slots_[at] != stored) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void grow()
    {
        std::vector<std::uint64_t> before(slots_.empty() ? 64 : slots_.size() * 2, empty);
        before.swap(slots_);
        for (const std::uint64_t stored : before)
            if (stored != empty) find(stored) = stored;
    }

    std::vector<std::uint64_t> slots_; ///< a power of two of them
    std::size_t used_ = 0;
};

} // namespace hallway
