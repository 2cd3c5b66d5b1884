#include "ui/text_setting.h"
#include "base/hash.h"
#include "base/text.h"

#include <algorithm>
#include <bit>

namespace hallway::ui {

namespace {

constexpr char32_t ellipsis = 0x2026;
constexpr std::string_view right_to_left_mark = "\u200F";
constexpr std::string_view left_to_right_mark = "\u200E";

// The private-use code points that stand for slots, and how many may be in use before a flush:
// 4,096 and 2,304 exist, and one frame must find some free.
constexpr char32_t slot_first[2] = { 0xE000, 0xF000 };
constexpr char32_t slot_last = 0xF8FF;
constexpr char32_t slots_max[2] = { 3500, 1900 };
constexpr std::size_t texts_max = 20000;
constexpr std::size_t counts_max = 200000;

struct Range {
    char32_t first, last;
};

// Blocks of Unicode 15 whose text is not one glyph per code point from left to right, and the code
// points that change the look of their neighbours.
constexpr Range shaped_ranges[] = {
    { 0x0300, 0x036F },
    { 0x0483, 0x0489 },
    { 0x0590, 0x109F },
    { 0x1100, 0x11FF },
    { 0x135D, 0x135F },
    { 0x1700, 0x18AF },
    { 0x1900, 0x1CFF },
    { 0x1DC0, 0x1DFF },
    { 0x200B, 0x200F },
    { 0x202A, 0x202E },
    { 0x2060, 0x206F },
    { 0x20D0, 0x20FF },
    { 0x302A, 0x302F },
    { 0x3099, 0x309A },
    { 0xA66F, 0xA67D },
    { 0xA69E, 0xA69F },
    { 0xA800, 0xABFF },
    { 0xD7B0, 0xD7FF },
    { 0xE000, 0xF8FF },
    { 0xFB1D, 0xFDFF },
    { 0xFE00, 0xFE0F },
    { 0xFE20, 0xFE2F },
    { 0xFE70, 0xFEFF },
    { 0x10000, 0x10FFFF },
};

/// Letters between any two of which a line may end: CJK, Hangul, full-width forms and slots that
/// say so.
constexpr Range free_ranges[] = {
    { 0x2E80, 0x9FFF },
    { 0xAC00, 0xD7AF },
    { 0xF000, 0xFAFF },
    { 0xFF00, 0xFFEF },
};

/// Source: W3C, Requirements for Japanese Text Layout, 3.1.7 (characters not starting a line).
constexpr std::u32string_view never_starts =
    U"!),.:;?]}\u2019\u201D\u2026\u3001\u3002\u3005\u3009\u300B\u300D\u300F\u3011\u3015\u30FB"
    U"\u30FC\uFF01\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF5D";
/// Source: as above, 3.1.8 (characters not ending a line).
constexpr std::u32string_view never_ends =
    U"([{\u2018\u201C\u3008\u300A\u300C\u300E\u3010\u3014\uFF08\uFF3B\uFF5B";

template <std::size_t count> bool is_in(const Range (&ranges)[count], char32_t code_point)
{
    const Range* range = std::upper_bound(std::begin(ranges), std::end(ranges), code_point,
        [](char32_t value, const Range& r) { return value < r.first; });
    return range != std::begin(ranges) && code_point <= (range - 1)->last;
}

bool is_digit(char32_t code_point) { return code_point >= U'0' && code_point <= U'9'; }

/// Whether a line may end between two glyphs.
bool may_break(char32_t before, char32_t after, char32_t before_that)
{
    if (after == U' ') return false;
    if (before == U' ') return true;
    if (before == U'-' || before == 0x2010)
        return before_that != U' ' && before_that != 0 && !is_digit(after);
    if (before == 0x2013) return true;
    if (!is_in(free_ranges, before) && !is_in(free_ranges, after)) return false;
    return never_starts.find(after) == std::u32string_view::npos
        && never_ends.find(before) == std::u32string_view::npos;
}

std::uint64_t key_of(std::string_view text, const TextShape& shape)
{
    const std::uint64_t numbers =
        static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(shape.width))
        | static_cast<std::uint64_t>(shape.font.line) << 32
        | static_cast<std::uint64_t>(shape.font.strong) << 40
        | static_cast<std::uint64_t>(shape.lines) << 41
        | static_cast<std::uint64_t>(shape.tabular) << 44;
    return mix64(hash64(text), mix64(numbers, hash64(shape.language)));
}

} // namespace

bool needs_shaping(std::string_view text)
{
    // No byte of a code point below U+0300 is this high.
    constexpr std::uint8_t lead_of_0300 = 0xCC;
    std::size_t at = 0;
    while (at < text.size() && static_cast<std::uint8_t>(text[at]) < lead_of_0300) ++at;
    while (at < text.size()) {
        const DecodedCodePoint decoded = decode_code_point(text.substr(at));
        if (is_in(shaped_ranges, decoded.value)) return true;
        at += decoded.size;
    }
    return false;
}

bool needs_shaping(std::string_view text, std::string_view language)
{
    if (needs_shaping(text)) return true;
    for (std::size_t at = 0; !language.empty() && at < text.size();) {
        const DecodedCodePoint decoded = decode_code_point(text.substr(at));
        if (is_in(free_ranges, decoded.value)) return true;
        at += decoded.size;
    }
    return false;
}

// --- the text as it is drawn ---------------------------------------------------------------------

bool TextSetter::prepare(std::string_view text, const TextShape& shape)
{
    const bool shaped = needs_shaping(text, shape.language);
    ShapedText slots;
    if (shaped) {
        slots = fonts_.source().shape(text, shape.language);
        text = slots.text;
    }
    const Ruler ruler = fonts_.ruler(shape.font);
    const float digit = shape.tabular ? ruler.digit_advance() : 0;
    glyphs_.clear();
    while (!text.empty()) {
        DecodedCodePoint decoded = decode_code_point(text);
        text.remove_prefix(decoded.size);
        if (decoded.value < 0x20) decoded.value = U' ';
        for (int kind = 0; shaped && kind < 2; ++kind) {
            const char32_t last = kind ? slot_last : slot_first[1] - 1;
            if (decoded.value >= slot_first[kind] && decoded.value <= last)
                slot_max_[kind] = std::max(slot_max_[kind], decoded.value);
        }
        const bool wide = shape.tabular && is_digit(decoded.value);
        glyphs_.push_back({ decoded.value, wide ? digit : ruler.advance(decoded.value) });
    }
    return slots.right_to_left;
}

float TextSetter::width_of(std::size_t from, std::size_t to) const
{
    float width = 0;
    for (std::size_t i = from; i < to; ++i) width += glyphs_[i].advance;
    return width;
}

/// The width of one line, where possible without using up slots.
float TextSetter::measure(std::string_view text, const TextShape& shape)
{
    if (needs_shaping(text, shape.language)) {
        const float width = fonts_.measure(text, shape.language, shape.font);
        // Slots are rounded to whole px: one for each word may come on top.
        const auto words = 1 + std::count(text.begin(), text.end(), ' ');
        if (width >= 0) return width + static_cast<float>(words);
    }
    prepare(text, shape);
    return width_of(0, glyphs_.size());
}

/// Where the line that starts at `from` ends: at the last place that allows it, else where it is
/// full.
std::size_t TextSetter::line_end(std::size_t from, float width) const
{
    float x = 0;
    std::size_t allowed = from;
    for (std::size_t i = from; i < glyphs_.size(); ++i) {
        const char32_t glyph = glyphs_[i].code_point;
        const char32_t before_that = i > from + 1 ? glyphs_[i - 2].code_point : 0;
        if (i > from && may_break(glyphs_[i - 1].code_point, glyph, before_that)) allowed = i;
        // Spaces at the end of a line take no room.
        if (glyph != U' ' && x + glyphs_[i].advance > width && i > from)
            return allowed > from ? allowed : i;
        x += glyphs_[i].advance;
    }
    return glyphs_.size();
}

void TextSetter::store_line(std::size_t at, float width, Stored& out)
{
    out.lines[out.count++] = { static_cast<std::uint32_t>(at),
        static_cast<std::uint32_t>(arena_.size() - at), width };
}

/// Stores glyphs as a line, cut with an ellipsis where they or what follows them has no room.
void TextSetter::store_glyphs(
    std::size_t from, std::size_t to, const TextShape& shape, const Ruler& ruler, Stored& out)
{
    const bool last = to == glyphs_.size();
    const float room = shape.width;
    float width = width_of(from, to);
    const bool elided = (!last && out.count + 1 == shape.lines) || width > room;
    if (elided) {
        const float dots = ruler.advance(ellipsis);
        while (to > from && width + dots > room) width -= glyphs_[--to].advance;
        width += dots;
    }
    const std::size_t at = arena_.size();
    for (std::size_t i = from; i < to; ++i) append_code_point(arena_, glyphs_[i].code_point);
    if (elided) append_code_point(arena_, ellipsis);
    store_line(at, width, out);
}

void TextSetter::set_glyphs(const TextShape& shape, Stored& out)
{
    const Ruler ruler = fonts_.ruler(shape.font);
    std::size_t from = 0;
    while (out.count + 1 < shape.lines && width_of(from, glyphs_.size()) > shape.width) {
        std::size_t end = line_end(from, shape.width);
        const std::size_t next = end;
        while (end > from && glyphs_[end - 1].code_point == U' ') --end;
        const std::size_t at = arena_.size();
        for (std::size_t i = from; i < end; ++i) append_code_point(arena_, glyphs_[i].code_point);
        store_line(at, width_of(from, end), out);
        from = next;
    }
    std::size_t end = glyphs_.size();
    if (out.count > 0) {
        // The last line ends as it would if there were another: then the ellipsis follows a word.
        end = line_end(from, shape.width);
        if (end < glyphs_.size())
            while (end > from && glyphs_[end - 1].code_point == U' ') --end;
    }
    store_glyphs(from, end, shape, ruler, out);
}

// --- right to left, and lines with both directions -----------------------------------------------

// Such a line is shaped as a whole, so it is wrapped and cut word by word in the order of reading.

void TextSetter::find_words(std::string_view text, const TextShape& shape)
{
    words_.clear();
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words_.push_back({ at, end, 0 });
        at = end + 1;
    }
    for (Word& word : words_) word.width = measure(text.substr(word.at, word.end - word.at), shape);
}

/// The number of words from `from` on that fit; at least one.
std::size_t TextSetter::words_that_fit(std::size_t from, float width, float space) const
{
    float x = words_[from].width;
    std::size_t to = from + 1;
    while (to < words_.size() && x + space + words_[to].width <= width)
        x += space + words_[to++].width;
    return to - from;
}

/// How far into the word `to` a line may go that ends there with an ellipsis: by whole letters, and
/// only where they stand after one another like the line's own direction.
/// Shape: the byte of `text` where the line ends; that of the word before where nothing fits.
std::size_t TextSetter::cut_word(
    std::string_view text, std::size_t from, std::size_t to, float width, const TextShape& shape)
{
    const Word& word = words_[to];
    std::size_t end = words_[to - 1].end;
    if (needs_shaping(text.substr(word.at, word.end - word.at), shape.language)) return end;
    const std::size_t begin = words_[from].at;
    for (std::size_t at = word.at; at < word.end;) {
        at += decode_code_point(text.substr(at)).size;
        // One slot, whose width is rounded.
        const float line =
            fonts_.measure(text.substr(begin, at - begin), shape.language, shape.font);
        if (line < 0 || line + 1 > width) break;
        end = at;
    }
    return end;
}

/// `end`: where in `text` the line ends, within or after a word.
void TextSetter::store_words(std::string_view text, std::size_t from, std::size_t end, bool elided,
    const TextShape& shape, Stored& out)
{
    logical_.clear();
    // By itself a line may begin with a word of the other direction.
    if (from > 0) logical_ = out.right_to_left ? right_to_left_mark : left_to_right_mark;
    logical_ += text.substr(words_[from].at, end - words_[from].at);
    prepare(logical_, shape);
    float width = width_of(0, glyphs_.size());
    const std::size_t at = arena_.size();
    if (elided && out.right_to_left) append_code_point(arena_, ellipsis);
    for (const Glyph& glyph : glyphs_) append_code_point(arena_, glyph.code_point);
    if (elided && !out.right_to_left) append_code_point(arena_, ellipsis);
    if (elided) width += fonts_.ruler(shape.font).advance(ellipsis);
    store_line(at, width, out);
}

void TextSetter::set_words(
    std::string_view text, const TextShape& shape, bool right_to_left, Stored& out)
{
    out.right_to_left = right_to_left;
    find_words(text, shape);
    if (words_.empty()) return;
    const Ruler ruler = fonts_.ruler(shape.font);
    const float space = ruler.advance(U' ');
    const float cut_width = shape.width - ruler.advance(ellipsis);
    std::size_t from = 0;
    for (int line = 1; line <= shape.lines && from < words_.size(); ++line) {
        std::size_t to = from + words_that_fit(from, shape.width, space);
        const bool elided = line == shape.lines && to < words_.size();
        if (elided) to = from + words_that_fit(from, cut_width, space);
        std::size_t end = words_[to - 1].end;
        // On one line the browser cuts letter by letter; a further line ends after a word.
        if (elided && shape.lines == 1 && !right_to_left)
            end = cut_word(text, from, to, cut_width, shape);
        store_words(text, from, end, elided, shape, out);
        from = to;
    }
}

// --- the store -----------------------------------------------------------------------------------

SetText TextSetter::view_of(const Stored& stored) const
{
    SetText out;
    out.count = stored.count;
    out.right_to_left = stored.right_to_left;
    for (int i = 0; i < stored.count; ++i) {
        const StoredLine& line = stored.lines[i];
        out.lines[i] = { std::string_view(arena_).substr(line.at, line.size), line.width };
    }
    return out;
}

SetText TextSetter::set(std::string_view text, const TextShape& shape)
{
    const std::uint64_t key = key_of(text, shape);
    if (const Handle known = index_.find(key)) return view_of(stored_[known - 1]);

    Stored stored;
    const bool right_to_left = prepare(text, shape);
    const bool one_slot = glyphs_.size() == 1 && glyphs_[0].code_point >= slot_first[0]
        && glyphs_[0].code_point < slot_first[1];
    const bool fits = width_of(0, glyphs_.size()) <= shape.width;
    stored.right_to_left = right_to_left;
    if (fits || !(right_to_left || one_slot))
        set_glyphs(shape, stored);
    else
        set_words(text, shape, right_to_left, stored);
    stored_.push_back(stored);
    index_.insert(key, static_cast<Handle>(stored_.size()));
    return view_of(stored);
}

int TextSetter::count_lines(std::string_view text, const TextShape& shape)
{
    const std::uint64_t key = key_of(text, shape);
    if (const Handle known = counts_.find(key)) return static_cast<int>(known);
    int count = 1;
    if (shape.lines > 1 && measure(text, shape) > shape.width)
        count = shape.lines == 2 ? 2 : set(text, shape).count;
    counts_.insert(key, static_cast<Handle>(count));
    ++counted_;
    return count;
}

bool TextSetter::is_nearly_full() const
{
    for (int kind = 0; kind < 2; ++kind)
        if (slot_max_[kind] >= slot_first[kind] + slots_max[kind]) return true;
    return stored_.size() > texts_max || counted_ > counts_max;
}

void TextSetter::forget_lines()
{
    index_ = {};
    stored_.clear();
    arena_.clear();
    slot_max_[0] = slot_max_[1] = 0;
    if (counted_ > counts_max) flush();
}

void TextSetter::flush()
{
    counts_ = {};
    counted_ = 0;
    forget_lines();
}

} // namespace hallway::ui
