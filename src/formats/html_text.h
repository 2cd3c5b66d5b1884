#pragma once
#include <string>
#include <string_view>

namespace hallway {

/// Whether a text has tags of HTML's own, so that it would not be readable as it stands. "a < b",
/// "<3" and Markdown's "<https://...>" are not.
[[nodiscard]] bool looks_like_html(std::string_view text);

/// What a person would read of an HTML text: no tags, nothing of scripts and styles, entities as
/// the characters that they stand for, blocks apart by blank lines, list items behind a bullet, the
/// address of a link behind its text. What comes out is plain text, so nothing in it can do
/// anything.
///
/// Source: HTML standard, 13.2.5 (tokenization), of which tags, comments and character references
///         are followed as far as text needs them; references without a semicolon are kept as they
///         stand.
[[nodiscard]] std::string text_of_html(std::string_view html);

/// A text that is not HTML with its character references resolved: "&hellip;" as the ellipsis.
[[nodiscard]] std::string text_of_references(std::string_view text);

} // namespace hallway
