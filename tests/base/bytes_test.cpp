#include "base/bytes.h"
#include "base/hash.h"
#include "base/hash_set.h"
#include "base/sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace hallway;

TEST_SUITE_BEGIN("base/bytes");

TEST_CASE("a reader gives back what a writer was given")
{
    ByteWriter out;
    out.number(std::uint8_t { 7 });
    out.number(std::int32_t { -5 });
    out.text("Grüße");
    out.number(std::uint64_t { 0x0123456789ABCDEF });
    out.text("");
    const Bytes bytes = out.take();
    ByteReader in(bytes);
    CHECK(in.number<std::uint8_t>() == 7);
    CHECK(in.number<std::int32_t>() == -5);
    CHECK(in.text() == "Grüße");
    CHECK(in.number<std::uint64_t>() == 0x0123456789ABCDEF);
    CHECK(in.text().empty());
    CHECK(in.left() == 0);
    CHECK_FALSE(in.failed());
}

TEST_CASE("reading past the end gives zeros and is remembered")
{
    ByteWriter out;
    out.number(std::uint32_t { 1000 }); // a text of 1,000 bytes that are not there
    out.number(std::uint8_t { 1 });
    const Bytes bytes = out.take();
    ByteReader in(bytes);
    CHECK(in.text().empty());
    CHECK(in.failed());
    CHECK(in.number<std::uint32_t>() == 0);
    CHECK(in.left() == 0);
    CHECK(in.failed());
}

TEST_SUITE_END();

TEST_SUITE_BEGIN("base/hash");

TEST_CASE("the checksum is the one of RFC 1952, for every length and alignment")
{
    CHECK(crc32(bytes_of("")) == 0);
    CHECK(crc32(bytes_of("123456789")) == 0xCBF43926u);
    CHECK(crc32(bytes_of("The quick brown fox jumps over the lazy dog")) == 0x414FA339u);
    std::string text;
    for (int i = 0; i < 64; ++i) text.push_back(static_cast<char>(i * 37));
    for (std::size_t from = 0; from < 9; ++from) {
        for (std::size_t size = 0; size + from <= text.size(); ++size) {
            std::uint32_t slow = 0xFFFFFFFFu;
            for (const char c : text.substr(from, size)) {
                slow ^= static_cast<std::uint8_t>(c);
                for (int bit = 0; bit < 8; ++bit)
                    slow = (slow & 1u) != 0 ? (slow >> 1) ^ 0xEDB88320u : slow >> 1;
            }
            CHECK(
                crc32(bytes_of(std::string_view(text).substr(from, size))) == (slow ^ 0xFFFFFFFFu));
        }
    }
}

TEST_CASE("hashes are the same on every machine, and differ for close keys")
{
    CHECK(hash64("") == 0xecba3df2c3383c52u);
    CHECK(hash64("a") == 0xed8170de1919a24du); // FNV-1a gives af63dc4c8601ec8c, then the mix
    std::set<std::uint64_t> hashes;
    for (int i = 0; i < 10000; ++i) hashes.insert(hash64("session-" + std::to_string(i)));
    CHECK(hashes.size() == 10000);
    CHECK(mix64(1, 2) != mix64(2, 1));
    CHECK(hash64("a", 1) != hash64("a", 2));
}

TEST_CASE("a hash set knows what it was given, zero included")
{
    HashSet set;
    std::set<std::uint64_t> other;
    std::uint64_t value = 0;
    for (int i = 0; i < 5000; ++i) {
        CHECK(set.insert(value) == other.insert(value).second);
        value =
            mix64(value, static_cast<std::uint64_t>(i)) % 3000 * 64; // many repeats, few low bits
    }
}

TEST_SUITE_END();

TEST_SUITE_BEGIN("base/sort");

TEST_CASE("positions are sorted, and equal ones keep their order")
{
    std::uint64_t seed = 1;
    for (std::size_t count = 0; count < 70; ++count) {
        std::vector<int> values;
        for (std::size_t i = 0; i < count; ++i) {
            seed = mix64(seed, i);
            values.push_back(static_cast<int>(seed % 10));
        }
        const auto less = [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; };
        std::vector<std::uint32_t> expected(count);
        std::iota(expected.begin(), expected.end(), 0u);
        std::stable_sort(expected.begin(), expected.end(), less);
        CHECK(sorted_positions(count, less) == expected);
    }
}

TEST_SUITE_END();
