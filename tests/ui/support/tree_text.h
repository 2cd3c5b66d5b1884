#pragma once
#include "ui/semantics.h"

#include <string>

namespace hallway::test {

/// A tree as indented lines with the names of semantics.h: role, style, level, text in quotes, then
/// what else there is. A snapshot of a view, readable without the program.
[[nodiscard]] std::string text_of_tree(const ui::Tree& tree);

}
