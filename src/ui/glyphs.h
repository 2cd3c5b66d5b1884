#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Where glyphs come from. No font is shipped: the browser's 2D canvas rasterises glyphs, shaped runs
/// and icons into Dear ImGui's atlas; native tests have a source of fixed metrics.
namespace hallway::ui {

/// Icons are glyphs of a font of their own, whose weight is 0: code point `icon_first` + number of the
/// icon.
inline constexpr std::uint32_t icon_first = 0xE000;
inline constexpr int icon_weight = 0;

/// CSS px, rounded as the browser rounds them to place the baseline of a line.
struct FontMetrics {
    float ascent = 0, descent = 0;
};

/// Device px. x0, y0: from the pen to the corner of the pixels, y downwards; the pen is on the baseline,
/// that of an icon in the upper left corner of its box. w 0: nothing to draw.
struct RasterGlyph {
    float x0 = 0, y0 = 0, w = 0, h = 0;
    float advance = 0;
    bool colored = false; ///< has colours of its own, as an emoji
};

struct ShapedText {
    std::string text;
    bool right_to_left = false;
};

class GlyphSource {
public:
    virtual ~GlyphSource() = default;
    /// Units: `em` is CSS px.
    [[nodiscard]] virtual FontMetrics metrics(int em, int weight) = 0;
    /// Rasterises, and keeps the pixels for `blit`. False: the source does not know the code point.
    /// Units: `em` is device px.
    [[nodiscard]] virtual bool rasterize(
        std::uint32_t code_point, float em, int weight, RasterGlyph& glyph) = 0;
    /// Writes the kept pixels, RGBA with straight alpha; those of a glyph without own colours are white.
    virtual void blit(void* pixels, int bytes_per_row) = 0;
    /// Replaces what must be shaped as a whole (joined letters, reordered scripts, emoji, a line with
    /// both directions) by private-use code points in the order of drawing, "slots": U+E000 to U+EFFF
    /// allow no line break around them, U+F000 to U+F8FF do. `rasterize` knows them until `reset`.
    [[nodiscard]] virtual ShapedText shape(std::string_view text) = 0;
    /// Forgets all slots: before a new density, theme or language, and when too many were made.
    virtual void reset() = 0;
};

} // namespace hallway::ui
