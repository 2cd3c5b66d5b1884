#include "host/headless/ui/glyphs.h"
#include "base/text.h"
#include "ui/text_setting.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace hallway::headless {

namespace {

constexpr std::uint32_t joined_first = 0xE000;
constexpr std::uint32_t loose_first = 0xF000;
constexpr std::size_t joined_max = 0x1000;
constexpr std::size_t loose_max = 0x900;

// Letters and strokes of a box: enough to see lines of text in a picture.
constexpr float ascent_share = 0.93f;
constexpr float descent_share = 0.24f;
constexpr float box_share = 0.7f;

bool is_between(char32_t value, char32_t first, char32_t last)
{
    return value >= first && value <= last;
}

/// Scripts whose letters join or change places within a word.
bool joins(char32_t c) { return is_between(c, 0x0590, 0x0DFF) || is_between(c, 0x1780, 0x17FF); }
/// Scripts without spaces between words.
bool lacks_spaces(char32_t c)
{
    return is_between(c, 0x0E00, 0x0EFF) || is_between(c, 0x1000, 0x109F);
}
bool is_mark(char32_t c)
{
    return is_between(c, 0x0300, 0x036F) || is_between(c, 0xFE00, 0xFE0F) || c == 0x200D
        || c == 0x20E3 || is_between(c, 0x1F3FB, 0x1F3FF);
}
bool is_wide(char32_t c)
{
    return is_between(c, 0x2E80, 0xD7FF) || is_between(c, 0xFF00, 0xFFEF) || c >= 0x1F000;
}
bool is_strong_left_to_right(char32_t c)
{
    return is_between(c | 0x20, U'a', U'z') || is_between(c, 0x00C0, 0x058F)
        || is_between(c, 0x0900, 0x1FFF) || c == 0x200E;
}
bool is_strong_right_to_left(char32_t c)
{
    return is_between(c, 0x0590, 0x08FF) || is_between(c, 0xFB1D, 0xFDFF)
        || is_between(c, 0xFE70, 0xFEFC) || c == 0x200F;
}

float width_of(char32_t c)
{
    if (c == U'1') return 0.4f;
    if (is_between(c, U'0', U'9')) return 0.6f;
    if (c == U' ' || c == U'i' || c == U'l' || c == U'.') return 0.3f;
    if (c == U'm' || c == U'w' || c == U'M' || c == U'W') return 0.8f;
    if (is_mark(c) || is_between(c, 0x200B, 0x200F) || is_between(c, 0x2066, 0x2069)) return 0;
    return is_wide(c) ? 1.0f : 0.5f;
}

std::vector<std::string_view> split_keeping_spaces(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = text[0] == ' ' ? text.find_first_not_of(' ') : text.find(' ');
        parts.push_back(text.substr(0, end));
        text.remove_prefix(parts.back().size());
    }
    return parts;
}

template <class Callable> void each_code_point(std::string_view text, Callable call)
{
    while (!text.empty()) {
        const DecodedCodePoint decoded = decode_code_point(text);
        call(decoded.value, text.substr(0, decoded.size));
        text.remove_prefix(decoded.size);
    }
}

} // namespace

ui::FontMetrics Glyphs::metrics(int em, int)
{
    const auto size = static_cast<float>(em);
    return { std::round(size * ascent_share), std::round(size * descent_share) };
}

bool Glyphs::rasterize(std::uint32_t code_point, float em, int weight, ui::RasterGlyph& glyph)
{
    ++rasterized;
    glyph = {};
    if (weight == ui::icon_weight) {
        glyph.advance = glyph.w = glyph.h = em;
    } else {
        glyph.advance = 0;
        const std::string_view slot = slot_text(code_point);
        if (slot.empty()) glyph.advance = width_of(code_point) * em;
        each_code_point(
            slot, [&](char32_t c, std::string_view) { glyph.advance += width_of(c) * em; });
        if (code_point != U' ') {
            glyph.w = std::floor(glyph.advance);
            glyph.h = std::floor(em * box_share);
            glyph.y0 = -glyph.h;
        }
    }
    w_ = static_cast<int>(glyph.w);
    h_ = static_cast<int>(glyph.h);
    return true;
}

void Glyphs::blit(void* pixels, int bytes_per_row)
{
    auto* row = static_cast<std::byte*>(pixels);
    for (int y = 0; y < h_; ++y, row += bytes_per_row)
        std::memset(row, 0xFF, static_cast<std::size_t>(w_) * 4);
}

void Glyphs::add_slot(std::string_view text, SlotKind kind, std::string& out)
{
    std::vector<Slot>& slots = kind == SlotKind::Joined ? joined_ : loose_;
    Slot wanted { std::string(text), language_ };
    const auto known = std::find(slots.begin(), slots.end(), wanted);
    const auto number = static_cast<std::size_t>(known - slots.begin());
    if (known == slots.end()) {
        if (slots.size() == (kind == SlotKind::Joined ? joined_max : loose_max))
            return append_code_point(out, 0xFFFD);
        slots.push_back(std::move(wanted));
    }
    append_code_point(out,
        static_cast<char32_t>((kind == SlotKind::Joined ? joined_first : loose_first) + number));
}

void Glyphs::shape_word(std::string_view word, std::string& out)
{
    if (!ui::needs_shaping(word, language_)) {
        out += word;
        return;
    }
    bool joined = false, spaceless = false;
    each_code_point(word, [&](char32_t c, std::string_view) {
        joined |= joins(c);
        spaceless |= lacks_spaces(c);
    });
    if (joined && !spaceless) return add_slot(word, SlotKind::Joined, out);
    // Clusters: a letter with the marks that follow it. Two Thai clusters stand for a word.
    std::vector<std::string> clusters;
    char32_t before = 0;
    each_code_point(word, [&](char32_t c, std::string_view bytes) {
        const bool pair = lacks_spaces(c) && lacks_spaces(before) && clusters.size() % 2 == 1;
        if (clusters.empty() || !(is_mark(c) || before == 0x200D || pair)) clusters.emplace_back();
        clusters.back() += bytes;
        before = c;
    });
    for (const std::string& cluster : clusters) {
        const char32_t first = decode_code_point(cluster).value;
        if (!ui::needs_shaping(cluster, language_))
            out += cluster;
        else
            add_slot(cluster,
                lacks_spaces(first) || is_wide(first) ? SlotKind::Loose : SlotKind::Joined, out);
    }
}

ui::ShapedText Glyphs::shape(std::string_view text, std::string_view language)
{
    language_ = language;
    bool left = false, right = false, first_is_right = false;
    each_code_point(text, [&](char32_t c, std::string_view) {
        if (is_strong_right_to_left(c)) {
            first_is_right |= !left && !right;
            right = true;
        } else if (is_strong_left_to_right(c)) {
            left = true;
        }
    });
    ui::ShapedText out;
    out.right_to_left = first_is_right;
    if (right && left) {
        add_slot(text, SlotKind::Joined, out.text);
        return out;
    }
    std::vector<std::string_view> parts = split_keeping_spaces(text);
    if (right) std::reverse(parts.begin(), parts.end());
    for (const std::string_view part : parts) {
        if (part[0] == ' ')
            out.text += part;
        else if (right)
            add_slot(part, SlotKind::Joined, out.text);
        else
            shape_word(part, out.text);
    }
    return out;
}

float Glyphs::measure(std::string_view text, std::string_view, float em, int)
{
    float width = 0;
    each_code_point(text, [&](char32_t c, std::string_view) { width += width_of(c) * em; });
    return width;
}

void Glyphs::reset()
{
    joined_.clear();
    loose_.clear();
}

const Glyphs::Slot* Glyphs::find_slot(std::uint32_t code_point) const
{
    if (code_point >= joined_first && code_point - joined_first < joined_.size())
        return &joined_[code_point - joined_first];
    if (code_point >= loose_first && code_point - loose_first < loose_.size())
        return &loose_[code_point - loose_first];
    return nullptr;
}

std::string_view Glyphs::slot_text(std::uint32_t code_point) const
{
    const Slot* slot = find_slot(code_point);
    return slot ? std::string_view(slot->text) : std::string_view();
}

std::string_view Glyphs::slot_language(std::uint32_t code_point) const
{
    const Slot* slot = find_slot(code_point);
    return slot ? std::string_view(slot->language) : std::string_view();
}

} // namespace hallway::headless
