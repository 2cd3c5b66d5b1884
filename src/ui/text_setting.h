#pragma once
#include "ui/glyphs.h"
#include "ui/semantics.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Lines of text as the picture needs them: shaped, wrapped, cut with an ellipsis. Done with the
/// widths of the atlas's glyphs; nothing here draws.
namespace hallway::ui {

/// True for text that has to go through `GlyphSource::shape`: marks, scripts that join, reorder or
/// run from right to left, what lies beyond the basic plane, and the private-use area, since its
/// code points stand for slots.
[[nodiscard]] bool needs_shaping(std::string_view text);
/// The same for text of a language that is not the page's (BCP 47; empty: the page's): CJK letters
/// then have other forms than elsewhere on the page.
[[nodiscard]] bool needs_shaping(std::string_view text, std::string_view language);

/// A line in the order of drawing. Only whole code points of `glyphs` may be cut off: one may be a
/// slot.
struct SetLine {
    std::string_view glyphs;
    float width = 0; ///< device px
};

struct SetText {
    static constexpr int lines_max = 4;
    SetLine lines[lines_max];
    int count = 0;
    bool right_to_left = false;
};

struct TextShape {
    Font font;
    float width = 0; ///< device px that a line may take
    int lines = 1;   ///< at most `SetText::lines_max`; what is left over is cut with an ellipsis
    bool tabular = false;         ///< digits of one width
    std::string_view language {}; ///< BCP 47, where it is not the page's
};

class TextSetter {
public:
    explicit TextSetter(Fonts& fonts) : fonts_(fonts) { }

    /// Sets `text`. Control characters become spaces.
    /// Units: the views hold until the next call.
    [[nodiscard]] SetText set(std::string_view text, const TextShape& shape);
    /// How many lines `set` would give, without the cost of making them.
    [[nodiscard]] int count_lines(std::string_view text, const TextShape& shape);

    /// So much was set that the slots or the memory may run out: `forget_lines` between frames.
    [[nodiscard]] bool is_nearly_full() const;
    /// Forgets what holds slots. The numbers of lines stay: those of a long list would be asked for
    /// again at once.
    void forget_lines();
    /// Forgets everything: widths have changed.
    void flush();

private:
    struct Glyph {
        char32_t code_point = 0;
        float advance = 0;
    };
    struct StoredLine {
        std::uint32_t at = 0, size = 0;
        float width = 0;
    };
    struct Stored {
        StoredLine lines[SetText::lines_max];
        int count = 0;
        bool right_to_left = false;
    };
    /// A word of the text as it stands in the file, and its width.
    struct Word {
        std::size_t at = 0, end = 0;
        float width = 0;
    };

    /// Fills `glyphs_` with `text` as it is drawn; true: from right to left.
    bool prepare(std::string_view text, const TextShape& shape);
    void set_glyphs(const TextShape& shape, Stored& out);
    void set_words(std::string_view text, const TextShape& shape, bool right_to_left, Stored& out);
    void find_words(std::string_view text, const TextShape& shape);
    std::size_t line_end(std::size_t from, float width) const;
    std::size_t words_that_fit(std::size_t from, float width, float space) const;
    void store_glyphs(
        std::size_t from, std::size_t to, const TextShape& shape, const Ruler& ruler, Stored& out);
    std::size_t cut_word(std::string_view text, std::size_t from, std::size_t to, float width,
        const TextShape& shape);
    void store_words(std::string_view text, std::size_t from, std::size_t end, bool elided,
        const TextShape& shape, Stored& out);
    void store_line(std::size_t at, float width, Stored& out);
    [[nodiscard]] float width_of(std::size_t from, std::size_t to) const;
    [[nodiscard]] float measure(std::string_view text, const TextShape& shape);
    [[nodiscard]] SetText view_of(const Stored& stored) const;

    Fonts& fonts_;
    HandleTable index_;  ///< key of a text and its shape -> place in stored_ plus 1
    HandleTable counts_; ///< likewise -> number of lines
    std::size_t counted_ = 0;
    std::vector<Stored> stored_;
    std::string arena_;
    char32_t slot_max_[2] = {}; ///< of either kind of slot, the highest that was seen
    std::vector<Glyph> glyphs_; ///< of the text being set
    std::vector<Word> words_;
    std::string logical_;
};

} // namespace hallway::ui
