#pragma once
#include "program/rich_text.h"

#include <string>
#include <vector>

namespace hallway::test {

/// A text's blocks, a line each, in the way of Markdown: "- item", "  1. nested", "# heading",
/// "> quote", "``` code"; marks as "**strong**", "*emphasis*", "`code`" and "[text](address)".
[[nodiscard]] std::vector<std::string> rich_lines(const RichText& text);

} // namespace hallway::test
