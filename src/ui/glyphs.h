#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;

/// Where glyphs come from. No font is shipped: the browser's 2D canvas rasterises glyphs, shaped
/// runs and icons into Dear ImGui's atlas; native tests have a source of fixed metrics.
namespace hallway::ui {

/// Icons are glyphs of a font of their own, whose weight is 0: code point `icon_first` + number of
/// the icon.
inline constexpr std::uint32_t icon_first = 0xE000;
inline constexpr int icon_weight = 0;

/// CSS px, rounded as the browser rounds them to place the baseline of a line.
struct FontMetrics {
    float ascent = 0, descent = 0;
};

/// Device px. x0, y0: from the pen to the corner of the pixels, y downwards; the pen is on the
/// baseline, that of an icon in the upper left corner of its box. w 0: nothing to draw.
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
    /// Writes the kept pixels, RGBA with straight alpha; those of a glyph without own colours are
    /// white.
    virtual void blit(void* pixels, int bytes_per_row) = 0;
    /// Replaces what must be shaped as a whole (joined letters, reordered scripts, emoji, a line
    /// with both directions, CJK letters of another language than the page's) by private-use code
    /// points in the order of drawing, "slots": U+E000 to U+EFFF allow no line break around them,
    /// U+F000 to U+F8FF do. `rasterize` knows them until `reset`. `language` (BCP 47; empty: the
    /// page's) decides which fonts and forms they get.
    [[nodiscard]] virtual ShapedText shape(std::string_view text, std::string_view language) = 0;
    /// The width of a line of text that needs shaping, without making slots; negative: not known.
    /// Units: device px, as `em`.
    [[nodiscard]] virtual float measure(
        std::string_view text, std::string_view language, float em, int weight) = 0;
    /// Forgets all slots: before a new density, theme or language, and when too many were made.
    virtual void reset() = 0;
};

/// A type size and weight. The line height, CSS px, names the size (tokens.h).
struct Font {
    std::uint8_t line = 20;
    bool strong = false; ///< weight 600 instead of 400
    friend bool operator==(const Font&, const Font&) = default;
};

/// Widths of one font's glyphs. Valid until the end of the frame.
class Ruler {
public:
    explicit Ruler(ImFontBaked* baked) : baked_(baked) { }
    /// Device px, whole.
    [[nodiscard]] float advance(char32_t code_point) const;
    /// The width of the widest digit: where times stand below one another, all digits have it.
    [[nodiscard]] float digit_advance() const;
    /// From the top of the line, device px, whole.
    [[nodiscard]] float baseline() const;

private:
    ImFontBaked* baked_;
};

/// The fonts of Dear ImGui's atlas, filled with glyphs of the source as they are met. Sizes are
/// line heights in device px, since the atlas works in device px.
class Fonts {
public:
    /// Both outlive the fonts.
    Fonts(ImFontAtlas& atlas, GlyphSource& source);
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    [[nodiscard]] GlyphSource& source() { return source_; }
    /// Device px for one CSS px.
    [[nodiscard]] float density() const { return density_; }
    [[nodiscard]] float size_of(int line) const;
    [[nodiscard]] ImFont* font(Font font) const { return font.strong ? strong_ : regular_; }
    [[nodiscard]] ImFont* icons() const { return icons_; }
    [[nodiscard]] Ruler ruler(Font font) const;
    /// `GlyphSource::measure` in this font.
    [[nodiscard]] float measure(std::string_view text, std::string_view language, Font font) const;

    /// Between frames: sets the limits of the atlas.
    void use(float density, int texture_max);
    /// The atlas is so full that the next frame may not find room.
    [[nodiscard]] bool is_nearly_full() const;
    /// Between frames: forgets all glyphs and slots.
    void flush();

private:
    ImFontAtlas& atlas_;
    GlyphSource& source_;
    float density_ = 1;
    ImFont* regular_ = nullptr;
    ImFont* strong_ = nullptr;
    ImFont* icons_ = nullptr;
};

} // namespace hallway::ui
