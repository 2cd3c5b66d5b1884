#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// `text` on one line: clean, white space of any length as one space, none at the ends.
[[nodiscard]] std::string clean_line(std::string_view text);

/// `text` as paragraphs: clean, split at blank lines, single line breaks kept. HTML becomes the
/// text that one would read; Markdown stays as written.
[[nodiscard]] std::vector<std::string> paragraphs_of(std::string_view text);
/// A text that is not HTML, whatever it looks like, as paragraphs.
[[nodiscard]] std::vector<std::string> plain_paragraphs_of(std::string_view text);

} // namespace hallway
