#include "base/hash.h"

#include <array>
#include <cstring>

namespace hallway {
namespace {

/// tables[k][b] is the CRC of byte b followed by k zero bytes. Made at the first use: as data they
/// would be 8 KB of every module.
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

Tables make_tables()
{
    Tables tables {};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1u) != 0 ? (value >> 1) ^ 0xEDB88320u : value >> 1;
        tables[0][i] = value;
    }
    for (std::size_t k = 1; k < tables.size(); ++k)
        for (std::size_t i = 0; i < 256; ++i)
            tables[k][i] = (tables[k - 1][i] >> 8) ^ tables[0][tables[k - 1][i] & 0xFFu];
    return tables;
}

} // namespace

std::uint32_t crc32(std::span<const std::byte> bytes)
{
    static const Tables tables = make_tables();
    std::uint32_t crc = 0xFFFFFFFFu;
    // Eight bytes at a time: a pack of a large congress is some megabytes, checked at every start.
    // Source: Intel, "A Systematic Approach to Building High Performance Software-Based CRC
    //         Generators".
    while (bytes.size() >= 8) {
        std::uint32_t low = 0, high = 0;
        std::memcpy(&low, bytes.data(), 4);
        std::memcpy(&high, bytes.data() + 4, 4);
        low ^= crc;
        crc = tables[7][low & 0xFFu] ^ tables[6][(low >> 8) & 0xFFu]
            ^ tables[5][(low >> 16) & 0xFFu] ^ tables[4][low >> 24] ^ tables[3][high & 0xFFu]
            ^ tables[2][(high >> 8) & 0xFFu] ^ tables[1][(high >> 16) & 0xFFu]
            ^ tables[0][high >> 24];
        bytes = bytes.subspan(8);
    }
    for (const std::byte b : bytes)
        crc = (crc >> 8) ^ tables[0][(crc ^ static_cast<std::uint32_t>(b)) & 0xFFu];
    return crc ^ 0xFFFFFFFFu;
}

} // namespace hallway
