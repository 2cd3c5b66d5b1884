#pragma once
#include "ui/glyphs.h"

#include <string>
#include <vector>

namespace hallway::headless {

/// Stands in for a browser's glyphs where there is none: boxes of fixed sizes, and a shaper that
/// forms slots by the browser's rules, so that layouts are the same on every machine.
///
/// Widths, as shares of the em: digit 1 0.4, other digits 0.6, space 0.3, narrow letters 0.3, wide
/// ones 0.8, other letters 0.5, CJK and emoji 1; a slot is as wide as its letters.
class Glyphs final : public ui::GlyphSource {
public:
    [[nodiscard]] ui::FontMetrics metrics(int em, int weight) override;
    [[nodiscard]] bool rasterize(
        std::uint32_t code_point, float em, int weight, ui::RasterGlyph& glyph) override;
    void blit(void* pixels, int bytes_per_row) override;
    [[nodiscard]] ui::ShapedText shape(std::string_view text, std::string_view language) override;
    [[nodiscard]] float measure(
        std::string_view text, std::string_view language, float em, int weight) override;
    void reset() override;

    /// What a slot stands for; empty for other code points.
    [[nodiscard]] std::string_view slot_text(std::uint32_t code_point) const;
    [[nodiscard]] std::string_view slot_language(std::uint32_t code_point) const;
    [[nodiscard]] std::size_t slot_count() const { return joined_.size() + loose_.size(); }
    int rasterized = 0; ///< glyphs made so far

private:
    enum class SlotKind { Joined, Loose };
    struct Slot {
        std::string text, language;
        friend bool operator==(const Slot&, const Slot&) = default;
    };
    void add_slot(std::string_view text, SlotKind kind, std::string& out);
    void shape_word(std::string_view word, std::string& out);
    [[nodiscard]] const Slot* find_slot(std::uint32_t code_point) const;

    std::vector<Slot> joined_, loose_;
    std::string language_; ///< of the text being shaped
    int w_ = 0, h_ = 0;    ///< of the kept glyph
};

} // namespace hallway::headless
