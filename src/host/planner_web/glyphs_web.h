#pragma once
#include "ui/glyphs.h"

namespace hallway {

/// The browser's 2D canvas, as `Module.host.glyphs` offers it.
[[nodiscard]] ui::GlyphSource& glyph_source();

} // namespace hallway
