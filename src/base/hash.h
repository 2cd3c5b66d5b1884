#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hallway {

/// 64-bit hash of bytes. Stable across builds and machines, since node ids and keys are made from
/// it; not for secrets.
/// Source: FNV-1a with a final mix (MurmurHash3's fmix64), so that close keys end far apart.
[[nodiscard]] constexpr std::uint64_t hash64(std::string_view text, std::uint64_t seed = 0)
{
    std::uint64_t hash = 0xcbf29ce484222325u ^ seed;
    for (const char c : text) {
        hash ^= static_cast<std::uint8_t>(c);
        hash *= 0x100000001b3u;
    }
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdu;
    hash ^= hash >> 33;
    return hash;
}

/// Combines two hashes; the order matters. `hash` has to be one: of small numbers, many pairs would
/// come out alike; mix64(0, number) is the hash of a number.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t hash, std::uint64_t value)
{
    hash ^= value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdu;
    return hash ^ (hash >> 33);
}

/// Checksum of stored bytes: finds damage, not malice.
/// Source: CRC-32, reflected polynomial 0xEDB88320 (RFC 1952, section 8).
[[nodiscard]] std::uint32_t crc32(std::span<const std::byte> bytes);

} // namespace hallway
