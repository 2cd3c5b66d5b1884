#include "ui/ui.h"
#include "base/check.h"
#include "base/hash.h"
#include "base/text.h"
#include "ui/canvas.h"

#include <algorithm>
#include <cmath>
#include <imgui.h>

namespace hallway::ui {

namespace {

constexpr std::uint64_t pane_seed = 0x70616e65;

// A line through text stands this part of the letters' size above the baseline, as browsers draw
// it.
constexpr float strike_height = 0.28f;

} // namespace

void Ui::begin(const FrameStyle& style, const Interaction& interaction, Tree& tree)
{
    style_ = style;
    interaction_ = interaction;
    tree_ = &tree;
    busy_ = false;
    levels_.assign(1, {});
}

// --- nodes ---------------------------------------------------------------------------------------

TextSpan Ui::keep(std::string_view text)
{
    if (text.empty()) return {};
    const TextSpan span { static_cast<std::uint32_t>(tree_->text.size()),
        static_cast<std::uint32_t>(text.size()) };
    tree_->text += text;
    return span;
}

NodeKey Ui::pane_key(PaneKind kind) { return mix64(pane_seed, static_cast<std::uint64_t>(kind)); }

NodeKey Ui::child_key(NodeKey parent, Role role, Style style)
{
    return mix64(parent, static_cast<std::uint64_t>(role) << 8 | static_cast<std::uint64_t>(style));
}

NodeKey Ui::item_key(std::uint64_t key) const { return key_of({ .role = Role::Item, .key = key }); }

NodeKey Ui::group_key(std::uint64_t key) const
{
    return key_of({ .role = Role::Group, .key = key });
}

NodeKey Ui::key_of(const Element& element) const
{
    if (!element.key) return child_key(current_key(), element.role, element.style);
    // The same session may stand in two panes, and be a heading in one of them.
    const auto pane = static_cast<std::uint64_t>(pane_ ? pane_->kind : PaneKind::Header);
    return mix64(mix64(element.key, pane), static_cast<std::uint64_t>(element.role));
}

std::string_view Ui::foreign(std::string_view language) const
{
    return language == style_.language ? std::string_view() : language;
}

void Ui::add_node(const Element& element, NodeKey key, Rect rect)
{
    Node node;
    node.key = key;
    node.parent = levels_.back().node;
    node.role = element.role;
    node.style = element.style;
    node.line = element.line;
    node.level = element.level;
    node.flags = element.flags;
    node.rect = rect;
    node.name = keep(element.name);
    node.value = keep(element.value);
    node.label = keep(element.label);
    node.language = keep(foreign(element.language));
    if (element.intent.kind != IntentKind::None) {
        // Most intents are links', whose text is kept already.
        const bool same = element.intent.subject == element.value;
        const TextSpan text = same ? node.value : keep(element.intent.subject);
        tree_->intents.push_back({ element.intent.kind, text });
        node.intent = static_cast<std::uint32_t>(tree_->intents.size());
    }
    tree_->nodes.push_back(node);
}

Ui::Scope Ui::open(const Element& element, Rect rect)
{
    const NodeKey key = key_of(element);
    add_node(element, key, rect);
    const Level& level = levels_.back();
    levels_.push_back({ key, static_cast<std::uint32_t>(tree_->nodes.size()), level.x + rect.x,
        level.y + rect.y, level.opaque || (element.flags & FlagSticky) });
    return Scope(*this);
}

void Ui::leaf(const Element& element, Rect rect) { add_node(element, key_of(element), rect); }

void Ui::close()
{
    levels_.pop_back();
    if (levels_.size() > 1 || !pane_) return;
    if (list_) canvas_.end_picture(pane_->kind);
    list_ = nullptr;
    pane_ = nullptr;
}

Ui::Scope Ui::group(Style style, Rect rect, std::uint64_t key, std::uint16_t flags)
{
    return open({ .role = Role::Group, .style = style, .key = key, .flags = flags }, rect);
}

Ui::Scope Ui::navigation(Style style, std::string_view label)
{
    return open({ .role = Role::Navigation, .style = style, .label = label });
}

Ui::Scope Ui::list(Style style, Rect rect, std::string_view label)
{
    return open({ .role = Role::List, .style = style, .label = label }, rect);
}

Ui::Scope Ui::item(std::uint64_t key, Style style, Rect rect, int track, std::uint16_t flags)
{
    return open({ .role = Role::Item,
                    .style = style,
                    .key = key,
                    .level = static_cast<std::uint8_t>(track),
                    .flags = flags },
        rect);
}

// --- panes ---------------------------------------------------------------------------------------

Ui::Scope Ui::pane(Pane& pane, const PaneContent& content)
{
    pane_ = &pane;
    if (pane.scroll_key != content.scroll_key) {
        // Another day or another query: the page goes to where it is looked at first.
        pane.scroll_key = content.scroll_key;
        pane.scroll_y = std::clamp(content.opens_at, 0, std::max(content.h - pane.h, 0));
        pane.scroll_x = style_.right_to_left ? std::max(content.w - pane.w, 0) : 0;
    }
    pane.full = {};
    pane.content_w = content.w;
    pane.content_h = content.h;
    pane.drawn = content.drawn;

    char key_text[16] = {};
    for (int i = 0; i < 16; ++i)
        key_text[i] = "0123456789abcdef"[content.scroll_key >> (60 - 4 * i) & 15];
    const Element element { .role = Role::Pane,
        .value =
            content.scroll_key ? std::string_view(key_text, sizeof key_text) : std::string_view(),
        .label = content.label,
        .level = static_cast<std::uint8_t>(pane.kind),
        .flags = content.drawn ? static_cast<std::uint16_t>(FlagDrawn) : std::uint16_t { 0 } };
    const NodeKey key = pane_key(pane.kind);
    add_node(element, key, { 0, 0, content.w, content.h });
    levels_.push_back({ key, static_cast<std::uint32_t>(tree_->nodes.size()), 0, 0, false });
    begin_picture(pane);
    return Scope(*this);
}

void Ui::begin_picture(Pane& pane)
{
    if (!style_.pictures) return;
    pane.picture.list = nullptr;
    if (pane.presentation != Presentation::Canvas || !pane.drawn || !pane.visible) return;
    const auto density = static_cast<std::int32_t>(std::lround(fonts_.density() * 1000));
    Picture& picture = pane.picture;
    picture.moved |= place(picture.placement, pane.scroller(),
        picture_limits(pane.scroller(), density, style_.texture_max));
    picture.density_permille = density;
    // What stands still may turn out to be what the page shows already.
    if (!picture.moved && picture.commands_hash && !picture.vertices_hash)
        picture.vertices_hash = canvas_.hash_vertices(pane.kind);
    const Rect& rect = picture.placement.at;
    list_ = canvas_.begin_picture(pane.kind, px(rect.w), px(rect.h));
    picture.list = list_;
}

// --- leaves --------------------------------------------------------------------------------------

void Ui::text(std::string_view text, Rect rect, const TextStyle& style)
{
    leaf({ .role = Role::Text,
             .style = style.style,
             .name = text,
             .line = style.line,
             .flags = style.flags },
        rect);
    draw_text(text, rect, style);
}

void Ui::heading(
    int level, std::string_view text, Rect rect, const TextStyle& style, std::string_view language)
{
    leaf({ .role = Role::Heading,
             .style = style.style,
             .name = text,
             .language = language,
             .line = style.line,
             .level = static_cast<std::uint8_t>(level),
             .flags = style.flags },
        rect);
    draw_text(text, rect, style, language);
}

void Ui::link(std::string_view text, Rect rect, const TextStyle& style, std::string_view href,
    std::string_view language, std::string_view label)
{
    leaf({ .role = Role::Link,
             .style = style.style,
             .name = text,
             .value = href,
             .label = label,
             .language = language,
             .line = style.line,
             .flags = style.flags,
             .intent = OpenLink { href } },
        rect);
    draw_text(text, rect, style, language);
}

void Ui::star(std::string_view label, Rect rect, Keenness keenness, bool saved, Intent intent)
{
    const int flags = (is_starred(keenness) ? FlagPressed : 0) | (saved ? FlagSaved : 0);
    const Element element { .role = Role::Toggle,
        .style = Style::Star,
        .label = label,
        .level = static_cast<std::uint8_t>(keenness),
        .flags = static_cast<std::uint16_t>(flags),
        .intent = intent };
    const NodeKey key = key_of(element);
    add_node(element, key, rect);
    if (!drawing(rect)) return;
    if (is_pressed(key))
        fill(rect, Token::Surface3, hover_radius);
    else if (is_hovered(key))
        fill(rect, Token::Surface2, hover_radius);
    draw_star(rect, keenness, is_pressed(key) ? Token::Text2 : Token::Text3);
}

/// Four shapes, in the middle of `rect`; smaller where there is less room.
void Ui::draw_star(Rect rect, Keenness keenness, Token idle)
{
    const bool small = rect.w < star_box;
    const std::int32_t icon = small ? star_icon_small : star_icon;
    const auto middle = [&](std::int32_t size) {
        return Rect { rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, size };
    };
    switch (keenness) {
    case Keenness::None: return draw_icon(Icon::Star, middle(icon), idle);
    case Keenness::No: return draw_icon(Icon::Hide, middle(icon), idle);
    case Keenness::Maybe:
        draw_icon(Icon::Star, middle(icon), Token::Accent);
        return draw_icon(Icon::StarHalf, middle(icon), Token::Accent);
    case Keenness::Want: return draw_icon(Icon::StarFilled, middle(icon), Token::Accent);
    case Keenness::Must:
        fill(middle(small ? star_must_box_small : star_must_box), Token::Accent,
            small ? star_must_radius_small : star_must_radius);
        return draw_icon(Icon::StarFilled, middle(small ? star_must_icon_small : star_must_icon),
            Token::OnAccent);
    }
}

void Ui::text(std::string_view text, Style style, int line, std::uint16_t flags)
{
    leaf({ .role = Role::Text,
        .style = style,
        .name = text,
        .line = static_cast<std::uint8_t>(line),
        .flags = flags });
}

void Ui::paragraph(
    std::string_view text, Style style, int line, std::uint64_t key, std::string_view language)
{
    leaf({ .role = Role::Paragraph,
        .style = style,
        .key = key,
        .name = text,
        .language = language,
        .line = static_cast<std::uint8_t>(line) });
}

void Ui::icon(std::string_view name, Style style)
{
    leaf({ .role = Role::Icon, .style = style, .value = name });
}

void Ui::button(std::string_view text, Style style, std::uint64_t key, Intent intent)
{
    constexpr std::uint8_t button_line = 20;
    leaf({ .role = Role::Button,
        .style = style,
        .key = key,
        .name = text,
        .line = button_line,
        .flags = FlagStrong,
        .intent = intent });
}

// --- drawing -------------------------------------------------------------------------------------

float Ui::px(std::int32_t length) const
{
    return std::floor(static_cast<float>(length) * fonts_.density() + 0.5f);
}

std::uint32_t Ui::color(Token token) const
{
    return style_.colors[static_cast<std::size_t>(token)];
}

/// The one place that turns CSS px from the start edge into device px of the picture. Scroll is
/// taken off in whole numbers, so Dear ImGui only meets numbers of the size of a picture.
Ui::Box Ui::at(Rect rect) const
{
    const Level& level = levels_.back();
    std::int32_t x = level.x + rect.x;
    if (style_.right_to_left) x = pane_->content_w - x - rect.w;
    const Rect& picture = pane_->picture.placement.at;
    x -= picture.x;
    const std::int32_t y = level.y + rect.y - picture.y;
    return { px(x), px(y), px(x + rect.w), px(y + rect.h) };
}

bool Ui::drawing(Rect rect) const
{
    if (!list_ || levels_.back().opaque) return false;
    const Level& level = levels_.back();
    const Rect& picture = pane_->picture.placement.at;
    const std::int32_t y = level.y + rect.y, x = level.x + rect.x;
    const std::int32_t shown_x = style_.right_to_left ? pane_->content_w - x - rect.w : x;
    return y < picture.y + picture.h && y + rect.h > picture.y && shown_x < picture.x + picture.w
        && shown_x + rect.w > picture.x;
}

void Ui::fill(Rect rect, Token token, int radius)
{
    if (!drawing(rect)) return;
    Box box = at(rect);
    // A hairline stays visible where CSS px are smaller than device px.
    box.x1 = std::max(box.x1, box.x0 + 1);
    box.y1 = std::max(box.y1, box.y0 + 1);
    list_->AddRectFilled({ box.x0, box.y0 }, { box.x1, box.y1 }, color(token), px(radius));
}

int Ui::count_lines(std::string_view text, const TextStyle& style, std::int32_t width,
    std::string_view language, int most)
{
    return text_.count_lines(text,
        { .font = style.font(),
            .width = px(width),
            .lines = most,
            .tabular = (style.flags & FlagTabular) != 0,
            .language = foreign(language) });
}

void Ui::draw_text(
    std::string_view text, Rect rect, const TextStyle& style, std::string_view language)
{
    if (text.empty() || !drawing(rect)) return;
    const int room = std::max(rect.h / style.line, 1);
    int lines = 1;
    if (style.flags & FlagTwoLines) lines = std::min(room, 2);
    if (style.flags & FlagFourLines) lines = std::min(room, SetText::lines_max);
    const Box box = at(rect);
    const SetText set = text_.set(text,
        { .font = style.font(),
            .width = box.x1 - box.x0,
            .lines = lines,
            .tabular = (style.flags & FlagTabular) != 0,
            .language = foreign(language) });
    // Alignment is the page's, also for text of the other direction.
    const bool right = style_.right_to_left != ((style.flags & FlagAlignEnd) != 0);
    for (int i = 0; i < set.count; ++i) {
        const SetLine& line = set.lines[i];
        const Rect line_rect { rect.x, rect.y + i * style.line, rect.w, style.line };
        draw_line(line, right ? box.x1 - line.width : box.x0, at(line_rect).y0, box, style);
    }
}

void Ui::draw_line(const SetLine& line, float x, float y, const Box& box, const TextStyle& style)
{
    const Font font = style.font();
    if (style.flags & FlagTabular) {
        draw_tabular(line.glyphs, x, y, style);
    } else {
        const char* begin = line.glyphs.data();
        // A single word that is too long for the line is the one thing that no ellipsis can
        // shorten.
        const ImVec4 clip { box.x0, y, box.x1, y + fonts_.size_of(style.line) };
        list_->AddText(fonts_.font(font), fonts_.size_of(style.line), { x, y }, color(style.color),
            begin, begin + line.glyphs.size(), 0, line.width > box.x1 - box.x0 ? &clip : nullptr);
    }
    if (style.flags & FlagStruck) {
        const float em = static_cast<float>(em_of_line(style.line)) * fonts_.density();
        const float strike =
            std::floor(y + fonts_.ruler(font).baseline() - strike_height * em + 0.5f);
        list_->AddRectFilled(
            { x, strike }, { x + line.width, strike + px(line_w) }, color(style.color));
    }
}

/// Each digit stands in the middle of a space as wide as the widest.
void Ui::draw_tabular(std::string_view glyphs, float x, float y, const TextStyle& style)
{
    const Ruler ruler = fonts_.ruler(style.font());
    const float cell = ruler.digit_advance();
    ImFont* font = fonts_.font(style.font());
    const float size = fonts_.size_of(style.line);
    while (!glyphs.empty()) {
        const DecodedCodePoint decoded = decode_code_point(glyphs);
        const float advance = ruler.advance(decoded.value);
        const bool digit = decoded.value >= U'0' && decoded.value <= U'9';
        const float inset = digit ? std::floor((cell - advance) / 2) : 0;
        list_->AddText(font, size, { x + inset, y }, color(style.color), glyphs.data(),
            glyphs.data() + decoded.size);
        x += digit ? cell : advance;
        glyphs.remove_prefix(decoded.size);
    }
}

void Ui::draw_icon(Icon icon, Rect rect, Token token)
{
    if (!drawing(rect)) return;
    const auto number = static_cast<std::uint32_t>(icon);
    const Box box = at(rect);
    ImFontBaked* baked = fonts_.icons()->GetFontBaked(box.y1 - box.y0);
    const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(icon_first + number));
    if (!glyph || !glyph->Visible) return;
    ImVec2 from { box.x0 + glyph->X0, box.y0 + glyph->Y0 };
    ImVec2 to { box.x0 + glyph->X1, box.y0 + glyph->Y1 };
    ImVec2 uv_from { glyph->U0, glyph->V0 }, uv_to { glyph->U1, glyph->V1 };
    if (style_.right_to_left && icon_mirrored[number]) {
        std::swap(uv_from.x, uv_to.x);
        const float mirrored = box.x1 - (to.x - box.x0);
        to.x += mirrored - from.x;
        from.x = mirrored;
    }
    list_->PrimReserve(6, 4);
    list_->PrimRectUV(from, to, uv_from, uv_to, color(token));
}

} // namespace hallway::ui
