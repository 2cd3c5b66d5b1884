#pragma once
#include "app/view_models.h"
#include "ui/semantics.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// The whole user interface as the host sees it: a page model goes in; a semantic tree's changes,
/// pictures and texture updates come out. The frame function reads:
///
///     if (auto intent = scene.intent_of(in.activated)) ...  // take input, update, run effects
///     ...
///     if (!scene.take(input)) return nothing();             // most scroll events end here
///     scene.describe(make_page(state));                     // tree and pictures in one pass
///     const SceneOutput& shown = scene.changes();           // what the page has to do
namespace hallway::ui {

class GlyphSource;

enum class Presentation : std::uint8_t {
    Html,   ///< visible HTML, laid out by CSS
    Canvas, ///< transparent text over a picture
};
enum class Theme : std::uint8_t { Light, Dark };

/// By the width of the page: a phone under 600 CSS px, a tablet under 1100.
[[nodiscard]] Layout layout_of(std::int32_t viewport_w);

/// What the page shows of one pane. Lengths are CSS px.
struct PaneView {
    PaneKind kind = PaneKind::Header;
    Presentation presentation = Presentation::Html;
    std::int32_t w = 0, h = 0; ///< the scroller's client size; 0: not laid out yet
    std::int32_t scroll_x = 0, scroll_y = 0;
};

enum class Refresh : std::uint8_t {
    IfNeeded, ///< nothing that views depend on has changed but what `SceneInput` holds
    Views,    ///< the page model may have changed, or there is idle time and `busy` was told
    Pictures, ///< also draw every picture anew and send whole textures: a context is new
};

struct SceneInput {
    std::int32_t viewport_w = 0, viewport_h = 0;
    std::int32_t density_permille = 1000; ///< device pixels for 1,000 CSS px
    std::int32_t texture_max = 4096;      ///< largest side of a texture, device px
    Theme theme = Theme::Light;
    /// What the page's style sheet makes of the tokens, 0xAABBGGRR in their order; empty: as the
    /// theme has them.
    std::vector<std::uint32_t> colors;
    Refresh refresh = Refresh::IfNeeded;
    Handle hovered = 0, pressed = 0, focused = 0; ///< nearest row or button; none: 0
    std::vector<PaneView> panes; ///< those that the page knows; others are taken as HTML
};

/// Triangles with one clip rectangle and one texture: eight words, in the renderer's order.
struct DrawCommand {
    std::uint32_t x0 = 0, y0 = 0, x1 = 0, y1 = 0; ///< clip, device px of the picture
    std::uint32_t elements = 0, index_offset = 0, vertex_offset = 0;
    std::uint32_t texture = 0; ///< `TextureUpdate::id`
};

/// Vertices are ImDrawVert (x, y, u, v as floats, then RGBA bytes), indices 16 bit. Valid until the
/// next `take`.
struct DrawnPicture {
    Handle pane = 0;
    Rect at;                              ///< CSS px of the pane's content
    std::int32_t density_permille = 1000; ///< less than the page's where its size demands it
    std::span<const std::byte> vertices, indices;
    std::vector<DrawCommand> commands;
};

struct TextureRect {
    std::uint32_t x = 0, y = 0, w = 0, h = 0;
};
struct TextureUpdate {
    enum class Kind : std::uint32_t { Create = 1, Update, Destroy };
    std::uint32_t id = 0;
    Kind kind = Kind::Create;
    std::uint32_t w = 0, h = 0;
    const void* pixels = nullptr; ///< of the whole texture, RGBA, straight alpha; rows of w pixels
    std::vector<TextureRect> parts; ///< of an update: what changed
};

/// Valid until the next `take`.
struct SceneOutput {
    std::span<const std::uint32_t> ops;      ///< see `Op`
    std::string_view text;                   ///< what the ops' strings point into
    std::span<const DrawnPicture> pictures;  ///< those drawn anew
    std::span<const TextureUpdate> textures; ///< to be done before the pictures are drawn
    bool busy = false;             ///< rows are waiting: come again with `Refresh::Views` when idle
    std::uint32_t clear_color = 0; ///< ground of pictures, 0xAABBGGRR
};

class Scene {
public:
    /// `glyphs` outlives the scene. There is one scene at a time, as Dear ImGui has one context.
    explicit Scene(GlyphSource& glyphs);
    ~Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    /// Takes what the page shows now. False: nothing has to be described or drawn.
    [[nodiscard]] bool take(const SceneInput& input);
    /// Makes the tree and draws the pictures that `take` or a change of the content called for.
    void describe(const PageModel& page);
    /// Compares the tree with the one before. To be called once after `describe`.
    [[nodiscard]] const SceneOutput& changes();

    /// What activating the node means, or, of a field, what its text is for (`SetQuery`,
    /// `SetAddress`: the text in the intent is to be replaced by what was typed). By the tree that
    /// the page shows.
    [[nodiscard]] std::optional<Intent> intent_of(Handle handle) const;
    [[nodiscard]] const Tree& tree() const;
    [[nodiscard]] Handle handle_of(NodeKey key) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace hallway::ui
