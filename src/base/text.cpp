#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace hallway {
namespace {

#include "base/fold_table.inc"

/// How one letter is spelt for search.
struct Folded {
    char16_t from = 0;
    const char* to = nullptr;
};

/// By letter. Spelt out at the first use, since as a table it would be a hundredth of planner.wasm.
const std::vector<Folded>& fold_table()
{
    static const std::vector<Folded> table = [] {
        std::vector<Folded> rows;
        rows.reserve(fold_count);
        unsigned letter = 0;
        const char* spelling = fold_spellings;
        for (const std::uint8_t distance : fold_distances) {
            letter += distance;
            if (distance == 255) continue;
            rows.push_back({ static_cast<char16_t>(letter), spelling });
            spelling += std::strlen(spelling) + 1;
        }
        return rows;
    }();
    return table;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

bool is_combining_mark(char32_t c)
{
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF)
        || (c >= 0x20D0 && c <= 0x20FF);
}

bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '.' || c == '_' || c == '~';
}

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

DecodedCodePoint decode_code_point(std::string_view text)
{
    constexpr DecodedCodePoint invalid { 0xFFFD, 1 };
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return { lead, 1 };
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return invalid;
    char32_t value = lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_continuation(text[i])) return invalid;
        value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return invalid;
    return { value, size };
}

void append_code_point(std::string& out, char32_t value)
{
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | (value >> 6));
        put(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        put(0xE0 | (value >> 12));
        put(0x80 | ((value >> 6) & 0x3F));
        put(0x80 | (value & 0x3F));
    } else {
        put(0xF0 | (value >> 18));
        put(0x80 | ((value >> 12) & 0x3F));
        put(0x80 | ((value >> 6) & 0x3F));
        put(0x80 | (value & 0x3F));
    }
}

namespace {

/// Where the next byte beyond ASCII is: eight at a time, since nearly all of a file is ASCII.
std::size_t end_of_ascii(std::string_view text, std::size_t at)
{
    constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080u;
    std::uint64_t eight = 0;
    for (; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

} // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        at = end_of_ascii(text, at);
        if (at == text.size()) break;
        const DecodedCodePoint point = decode_code_point(text.substr(at));
        if (point.value == 0xFFFD && point.size == 1) return at;
        at += point.size;
    }
    return std::nullopt;
}

std::string clean_text(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t copied = 0; // up to where `text` is in `out`
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t') {
            ++at;
            continue;
        }
        const DecodedCodePoint point = decode_code_point(text.substr(at));
        const bool valid = point.value != 0xFFFD || point.size > 1;
        if (valid && point.value >= 0xA0) {
            at += point.size;
            continue;
        }
        // Nearly all of a text needs no change and is copied in runs.
        out.append(text, copied, at - copied);
        at += point.size;
        copied = at;
        if (c == '\r' && (at >= text.size() || text[at] != '\n')) out.push_back('\n');
        if (!valid) append_code_point(out, 0xFFFD);
    }
    out.append(text, copied);
    return out;
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n\f\v";
    const auto from = text.find_first_not_of(space);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(space) - from + 1);
}

std::string fold(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) < 0x80) {
            out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
            ++at;
            continue;
        }
        const DecodedCodePoint point = decode_code_point(text.substr(at));
        const std::vector<Folded>& table = fold_table();
        const auto row = std::lower_bound(table.begin(), table.end(), point.value,
            [](const Folded& folded, char32_t value) { return char32_t { folded.from } < value; });
        if (row != table.end() && char32_t { row->from } == point.value) {
            out += row->to;
        } else if (!is_combining_mark(point.value)) {
            out += text.substr(at, point.size);
        }
        at += point.size;
    }
    return out;
}

std::string percent_encode(std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (is_unreserved(c)) {
            out.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.push_back('%');
            out.push_back(hex[byte >> 4]);
            out.push_back(hex[byte & 15]);
        }
    }
    return out;
}

std::string percent_decode(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0
            && hex_value(text[at + 2]) >= 0) {
            out.push_back(
                static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2])));
            at += 2;
        } else {
            out.push_back(text[at]);
        }
    }
    return out;
}

} // namespace hallway
