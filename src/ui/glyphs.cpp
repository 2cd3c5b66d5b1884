#include "ui/glyphs.h"
#include "base/check.h"
#include "base/text.h"
#include "generated/tokens.h"

#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

namespace hallway::ui {

namespace {

constexpr int regular_weight = 400;
constexpr int strong_weight = 600;

// The atlas starts like this and doubles: every growth is a new texture.
constexpr int atlas_w_first = 1024;
constexpr int atlas_h_first = 256;
// 16 MB at most, twice that where glyphs are twice as high and wide.
constexpr int atlas_side_max = 2048;
constexpr float dense_from = 2;
constexpr float full_share = 0.85f;

float round_px(float value) { return std::floor(value + 0.5f); }

Fonts& fonts_of(ImFontAtlas* atlas) { return *static_cast<Fonts*>(atlas->UserData); }

int css_line(const ImFontBaked* baked, float density)
{
    return static_cast<int>(round_px(baked->Size / density));
}

float em_px(const ImFontBaked* baked, int weight, float density)
{
    if (weight == icon_weight) return baked->Size;
    const int em = em_of_line(css_line(baked, density));
    check(em > 0, "a font size that is no type step");
    return static_cast<float>(em) * density;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_baked(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*)
{
    Fonts& fonts = fonts_of(atlas);
    // Rows that are laid out but not drawn need widths only.
    baked->LoadNoRenderOnLayout = true;
    if (config->FontNo != icon_weight) {
        // The baseline where the DOM has it: half the leading is rounded down in CSS px.
        const int line = css_line(baked, fonts.density());
        const FontMetrics metrics = fonts.source().metrics(em_of_line(line), config->FontNo);
        const float leading = static_cast<float>(line) - (metrics.ascent + metrics.descent);
        const float baseline = std::floor(leading * 0.5f + metrics.ascent);
        baked->Ascent = round_px(baseline * fonts.density());
    }
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

/// The width alone, without the cost of pixels; negative where the source does not tell it, as of a
/// slot.
float measure_glyph(Fonts& fonts, std::uint32_t code_point, float em, int weight)
{
    constexpr std::uint32_t private_last = 0xF8FF;
    if (code_point >= icon_first && code_point <= private_last) return -1;
    std::string text;
    append_code_point(text, code_point);
    return fonts.source().measure(text, {}, em, weight);
}

/// Shape: either `glyph` is filled, or, where only the width is asked for, `advance`.
bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*,
    ImWchar code_point, ImFontGlyph* glyph, float* advance)
{
    if (code_point < 0x20) return false;
    Fonts& fonts = fonts_of(atlas);
    const int weight = static_cast<int>(config->FontNo);
    const float em = em_px(baked, weight, fonts.density());
    if (advance) {
        const float width = measure_glyph(fonts, code_point, em, weight);
        if (width >= 0) {
            *advance = round_px(width);
            return true;
        }
    }
    RasterGlyph raster;
    if (!fonts.source().rasterize(code_point, em, weight, raster)) return false;
    // Whole device px: fractions would blur every letter by the texture's interpolation.
    const float whole_advance = round_px(raster.advance);
    if (advance) {
        *advance = whole_advance;
        return true;
    }
    glyph->Codepoint = code_point & 0x1fffffu;
    glyph->AdvanceX = whole_advance;
    glyph->Colored = raster.colored;
    const int w = static_cast<int>(raster.w), h = static_cast<int>(raster.h);
    if (w <= 0 || h <= 0) return true;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, w, h);
    // No room: blank now; `is_nearly_full` has the atlas emptied before the next frame.
    if (id == ImFontAtlasRectId_Invalid) return true;
    const ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
    ImTextureData* texture = atlas->TexData;
    fonts.source().blit(texture->GetPixelsAt(rect->x, rect->y), texture->GetPitch());
    ImFontAtlasTextureBlockQueueUpload(atlas, texture, rect->x, rect->y, w, h);
    glyph->X0 = raster.x0;
    glyph->Y0 = baked->Ascent + raster.y0;
    glyph->X1 = glyph->X0 + raster.w;
    glyph->Y1 = glyph->Y0 + raster.h;
    glyph->Visible = true;
    glyph->PackId = id;
    return true;
}

ImFont* add_font(ImFontAtlas& atlas, int weight)
{
    ImFontConfig config;
    config.FontLoader = ImGuiFreeType::GetFontLoader();
    config.FontNo = static_cast<ImU32>(weight);
    config.OversampleH = config.OversampleV = 1;
    return atlas.AddFont(&config);
}

} // namespace

// --- widths --------------------------------------------------------------------------------------

float Ruler::advance(char32_t code_point) const { return baked_->GetCharAdvance(code_point); }

float Ruler::digit_advance() const
{
    float widest = 0;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit) widest = std::max(widest, advance(digit));
    return widest;
}

float Ruler::baseline() const { return baked_->Ascent; }

// --- fonts ---------------------------------------------------------------------------------------

Fonts::Fonts(ImFontAtlas& atlas, GlyphSource& source) : atlas_(atlas), source_(source)
{
    atlas_.UserData = this;
    atlas_.TexMinWidth = atlas_w_first;
    atlas_.TexMinHeight = atlas_h_first;
    atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    regular_ = add_font(atlas_, regular_weight);
    strong_ = add_font(atlas_, strong_weight);
    icons_ = add_font(atlas_, icon_weight);
    use(density_, atlas_side_max);
}

float Fonts::size_of(int line) const { return round_px(static_cast<float>(line) * density_); }

Ruler Fonts::ruler(Font font) const
{
    return Ruler(this->font(font)->GetFontBaked(size_of(font.line)));
}

float Fonts::measure(std::string_view text, std::string_view language, Font font) const
{
    const float em = static_cast<float>(em_of_line(font.line)) * density_;
    return source_.measure(text, language, em, font.strong ? strong_weight : regular_weight);
}

void Fonts::use(float density, int texture_max)
{
    density_ = density;
    const int side =
        std::min(texture_max, density >= dense_from ? 2 * atlas_side_max : atlas_side_max);
    atlas_.TexMaxWidth = side;
    atlas_.TexMaxHeight = std::min(side, atlas_side_max);
}

bool Fonts::is_nearly_full() const
{
    if (!atlas_.Builder) return false;
    const auto room =
        static_cast<float>(atlas_.TexMaxWidth) * static_cast<float>(atlas_.TexMaxHeight);
    return static_cast<float>(atlas_.Builder->RectsPackedSurface) > full_share * room;
}

void Fonts::flush()
{
    source_.reset();
    if (!atlas_.Builder || !atlas_.TexData) return;
    for (ImFont* font : atlas_.Fonts) ImFontAtlasFontDiscardBakes(&atlas_, font, 0);
    // Never smaller: growing again would upload the whole texture at each step.
    atlas_.TexMinWidth = std::min(atlas_.TexData->Width, atlas_.TexMaxWidth);
    atlas_.TexMinHeight = std::min(atlas_.TexData->Height, atlas_.TexMaxHeight);
    ImFontAtlasTextureRepack(&atlas_, atlas_.TexMinWidth, atlas_.TexMinHeight);
}

} // namespace hallway::ui

// Dear ImGui's default loader where IMGUI_ENABLE_FREETYPE is set and imgui_freetype.cpp is not
// compiled.
namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader()
{
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "hallway";
        made.FontSrcContainsGlyph = hallway::ui::contains_glyph;
        made.FontBakedInit = hallway::ui::init_baked;
        made.FontBakedLoadGlyph = hallway::ui::load_glyph;
        return made;
    }();
    return &loader;
}

bool DebugEditFontLoaderFlags(ImGuiFreeTypeLoaderFlags*) { return false; }

} // namespace ImGuiFreeType
