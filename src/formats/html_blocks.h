#pragma once
#include "program/rich_text.h"

#include <string>
#include <string_view>

namespace hallway {

/// Whether a text has tags of HTML's own, so that it would not be readable as it stands. "a < b",
/// "<3" and Markdown's "<https://...>" are not.
[[nodiscard]] bool looks_like_html(std::string_view text);

/// What a person would read of an HTML text: paragraphs, lists, headings, quotes and code as
/// blocks, links and emphasis as marks, nothing of scripts and styles, entities as the characters
/// that they stand for. No tag and no attribute but `href` comes out, so nothing in it can do
/// anything; links of other schemes than http, https and mailto are text.
///
/// Source: HTML standard, 13.2.5 (tokenization), of which tags, comments and character references
///         are followed as far as text needs them; references without a semicolon are kept as they
///         stand.
[[nodiscard]] RichText blocks_of_html(std::string_view html);

/// A text that is not HTML with its character references resolved: "&hellip;" as the ellipsis.
[[nodiscard]] std::string text_of_references(std::string_view text);

} // namespace hallway
