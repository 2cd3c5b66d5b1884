#pragma once
#include <string>
#include <string_view>

/// Text of two directions in one line.
namespace hallway {

/// True where some letter runs from right to left.
[[nodiscard]] bool has_right_to_left(std::string_view text);
/// True where some letter runs from left to right.
[[nodiscard]] bool has_left_to_right(std::string_view text);

/// The text as it can stand within a line of the page's direction without changing places with what
/// is around it. What has an isolate in it already stays as it is.
/// Source: Unicode Standard Annex 9, 2.5 (isolates).
[[nodiscard]] std::string isolated(std::string_view text, bool page_right_to_left);

} // namespace hallway
