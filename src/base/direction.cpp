#include "base/direction.h"
#include "base/text.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::string_view first_strong_isolate = "\u2068", pop_isolate = "\u2069";

struct Range {
    char32_t first, last;
};

/// Blocks of letters with the bidirectional classes R and AL.
/// Source: Unicode, DerivedBidiClass.txt.
constexpr Range right_to_left_ranges[] = {
    { 0x0590, 0x08FF },
    { 0xFB1D, 0xFDFF },
    { 0xFE70, 0xFEFC },
    { 0x10800, 0x10FFF },
    { 0x1E800, 0x1EFFF },
};

// Punctuation, arrows, mathematics, symbols, and those of CJK: without a direction of their own.
constexpr Range neutral_ranges[] = {
    { 0x2000, 0x2BFF },
    { 0x3000, 0x3004 },
    { 0x3008, 0x3020 },
};

template <std::size_t count> bool is_in(const Range (&ranges)[count], char32_t code_point)
{
    return std::ranges::any_of(ranges,
        [&](const Range& range) { return range.first <= code_point && code_point <= range.last; });
}

bool is_left_to_right(char32_t code_point)
{
    constexpr char32_t latin_letters_end = 0xC0;
    if (code_point < latin_letters_end)
        return (code_point >= U'A' && code_point <= U'Z')
            || (code_point >= U'a' && code_point <= U'z');
    return !is_in(right_to_left_ranges, code_point) && !is_in(neutral_ranges, code_point);
}

template <class Test> bool any_code_point(std::string_view text, const Test& test)
{
    while (!text.empty()) {
        const DecodedCodePoint decoded = decode_code_point(text);
        if (test(decoded.value)) return true;
        text.remove_prefix(decoded.size);
    }
    return false;
}

} // namespace

bool has_right_to_left(std::string_view text)
{
    // Hebrew is the first such block, and its lead byte is the lowest.
    constexpr std::uint8_t lead_of_0590 = 0xD6;
    if (std::ranges::all_of(
            text, [](char c) { return static_cast<std::uint8_t>(c) < lead_of_0590; }))
        return false;
    return any_code_point(text, [](char32_t value) { return is_in(right_to_left_ranges, value); });
}

bool has_left_to_right(std::string_view text) { return any_code_point(text, is_left_to_right); }

std::string isolated(std::string_view text, bool page_right_to_left)
{
    const bool other = page_right_to_left ? has_left_to_right(text) : has_right_to_left(text);
    if (!other || text.find(first_strong_isolate) != std::string_view::npos)
        return std::string(text);
    return std::string(first_strong_isolate).append(text).append(pop_isolate);
}

} // namespace hallway
