#pragma once
#include "program/rich_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// `text` on one line: clean, white space of any length as one space, none at the ends. A no-break
/// space is a space here: lines are wrapped by the view, and searched by words.
[[nodiscard]] std::string clean_line(std::string_view text);

/// `text` as paragraphs: clean, split at blank lines, single line breaks kept.
[[nodiscard]] std::vector<std::string> plain_paragraphs_of(std::string_view text);

/// `text` as what it is meant to be: HTML, also escaped once too often, as its blocks; Markdown as
/// it is written, in paragraphs, but for character references and for an indent that all lines
/// have. Web addresses are links.
/// Source: CommonMark 0.31, 2.5 (character references count in Markdown, too).
[[nodiscard]] RichText rich_text_of(std::string_view text);
/// A text that is not HTML, whatever it looks like. Web addresses are links.
[[nodiscard]] RichText plain_rich_text_of(std::string_view text);

} // namespace hallway
