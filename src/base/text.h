#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// A code point and the bytes it took.
struct DecodedCodePoint {
    char32_t value = 0;
    std::size_t size = 0;
};

/// Decodes the code point at the start of `text`, which is not empty. A byte that starts no valid
/// sequence gives U+FFFD and size 1.
/// Source: RFC 3629, section 3; surrogates and overlong forms are invalid.
[[nodiscard]] DecodedCodePoint decode_code_point(std::string_view text);
void append_code_point(std::string& out, char32_t value);

/// Position of the first byte that is not UTF-8, if any.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);
/// `text` with each invalid byte replaced by U+FFFD, and control characters other than tab and
/// newline removed ("\r\n" and "\r" become "\n").
[[nodiscard]] std::string clean_text(std::string_view text);

[[nodiscard]] std::string_view trim(std::string_view text);

/// `text` as search compares it: lower case, without diacritics, letters with several spellings in
/// one of them: ł as l, ø as o, ß as ss, æ as ae, ı as i, ä as a. Scripts without case are kept as
/// they are.
/// Source: Unicode, CaseFolding.txt and the canonical decompositions of UnicodeData.txt for the
/// Latin, Greek and Cyrillic blocks that scripts/make_fold_table.mjs lists.
[[nodiscard]] std::string fold(std::string_view text);

/// Percent-encodes all but the unreserved characters.
/// Source: RFC 3986, sections 2.1 and 2.3.
[[nodiscard]] std::string percent_encode(std::string_view text);
/// Broken escapes are kept as they stand.
[[nodiscard]] std::string percent_decode(std::string_view text);

} // namespace hallway
