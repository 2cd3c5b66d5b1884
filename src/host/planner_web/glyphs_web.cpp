#include "host/planner_web/glyphs_web.h"
#include "base/check.h"

#include <emscripten/em_js.h>

// The page's half is web/planner/glyphs.ts. Floats come back in HEAPF32, whose index is the address
// / 4.

// clang-format off
EM_JS(void, glyphs_metrics, (int em, int weight, float* out), {
    Module.host.glyphs.metrics(em, weight, out >> 2);
})
EM_JS(int, glyphs_glyph, (int code_point, float em, int weight, float* out), {
    return Module.host.glyphs.glyph(code_point, em, weight, out >> 2);
})
EM_JS(void, glyphs_blit, (void* pixels, int bytes_per_row), {
    Module.host.glyphs.blit(pixels, bytes_per_row);
})
EM_JS(std::uint32_t, glyphs_shape,
    (const char* text, std::size_t size, char* out, std::size_t capacity, const char* language,
        std::size_t language_size), {
    return Module.host.glyphs.shape(text, size, out, capacity, language, language_size);
})
EM_JS(float, glyphs_measure,
    (const char* text, std::size_t size, float em, int weight, const char* language,
        std::size_t language_size), {
    return Module.host.glyphs.measure(text, size, em, weight, language, language_size);
})
EM_JS(void, glyphs_reset, (), {
    Module.host.glyphs.reset();
})
// clang-format on

namespace hallway {
namespace {

constexpr std::uint32_t right_to_left_bit = 1u << 30;

class BrowserGlyphs final : public ui::GlyphSource {
public:
    [[nodiscard]] ui::FontMetrics metrics(int em, int weight) override
    {
        float out[2] = {};
        glyphs_metrics(em, weight, out);
        return { out[0], out[1] };
    }

    [[nodiscard]] bool rasterize(
        std::uint32_t code_point, float em, int weight, ui::RasterGlyph& glyph) override
    {
        float out[6] = {};
        if (!glyphs_glyph(static_cast<int>(code_point), em, weight, out)) return false;
        glyph = { out[0], out[1], out[2], out[3], out[4], out[5] != 0 };
        return true;
    }

    void blit(void* pixels, int bytes_per_row) override { glyphs_blit(pixels, bytes_per_row); }

    [[nodiscard]] ui::ShapedText shape(std::string_view text, std::string_view language) override
    {
        // A slot has three bytes and stands for at least one code point of the text.
        ui::ShapedText shaped;
        shaped.text.resize(text.size() * 3);
        const std::uint32_t reply = glyphs_shape(text.data(), text.size(), shaped.text.data(),
            shaped.text.size(), language.data(), language.size());
        const std::uint32_t size = reply & ~right_to_left_bit;
        check(size <= shaped.text.size(), "shaped text is longer than its slots can be");
        shaped.text.resize(size);
        shaped.right_to_left = (reply & right_to_left_bit) != 0;
        return shaped;
    }

    [[nodiscard]] float measure(
        std::string_view text, std::string_view language, float em, int weight) override
    {
        return glyphs_measure(
            text.data(), text.size(), em, weight, language.data(), language.size());
    }

    void reset() override { glyphs_reset(); }
};

} // namespace

ui::GlyphSource& glyph_source()
{
    static BrowserGlyphs glyphs;
    return glyphs;
}

} // namespace hallway
