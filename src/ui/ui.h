#pragma once
#include "app/session_card_model.h"
#include "generated/tokens.h"
#include "ui/pane.h"
#include "ui/semantics.h"
#include "ui/text_setting.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace hallway::ui {

class Canvas;

/// How a text looks in the picture, and the class by which the style sheet makes it look the same.
struct TextStyle {
    Style style = Style::None;
    std::uint8_t line = 20;
    Token color = Token::Text;
    std::uint16_t flags = 0;
    [[nodiscard]] Font font() const { return { line, (flags & FlagStrong) != 0 }; }
};

/// A node in all its parts; most views need the shorter calls of `Ui`.
struct Element {
    Role role = Role::Group;
    Style style = Style::None;
    std::uint64_t key = 0; ///< of the data; 0: known by its parent, role and style
    std::string_view name = {}, value = {}, label = {}, language = {};
    std::uint8_t line = 0, level = 0;
    std::uint16_t flags = 0;
    Intent intent = {};
};

/// Nodes under the pointer and with the focus; 0: none.
struct Interaction {
    NodeKey hovered = 0, pressed = 0, focused = 0;
};

/// What all views of one frame have in common.
struct FrameStyle {
    std::span<const std::uint32_t> colors; ///< of all tokens, 0xAABBGGRR
    Layout layout = Layout::Phone;
    bool right_to_left = false;
    bool left_hand = false; ///< on a phone: stars at the start
    bool pictures = true;   ///< false: the tree alone
    std::int32_t texture_max = 4096;
    std::string_view language = {}; ///< of the page, BCP 47
};

/// What a pane's content is, told by its view when it is laid out.
struct PaneContent {
    std::string_view label;
    std::int32_t w = 0, h = 0;    ///< CSS px; of HTML panes not needed
    std::int32_t opens_at = 0;    ///< where it is looked at first, CSS px from the top
    std::uint64_t scroll_key = 0; ///< what the scroll position belongs to
    bool drawn = false;           ///< can be a picture
};

/// The widget layer: one call makes one node of the semantic tree and, where a picture is being
/// drawn, its drawing. Rectangles are CSS px relative to the enclosing node, from the start edge:
/// right-to-left pages are mirrored here and nowhere else. In HTML panes the same calls make nodes
/// only.
class Ui {
public:
    Ui(Canvas& canvas, Fonts& fonts, TextSetter& text, const TreeMirror& shown)
        : canvas_(canvas), fonts_(fonts), text_(text), shown_(shown)
    {
    }

    /// Closes the node when it ends.
    class [[nodiscard]] Scope {
    public:
        explicit Scope(Ui& ui) : ui_(ui) { }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope() { ui_.close(); }

    private:
        Ui& ui_;
    };

    void begin(const FrameStyle& style, const Interaction& interaction, Tree& tree);

    // --- structure

    Scope pane(Pane& pane, const PaneContent& content);
    Scope open(const Element& element, Rect rect = {});
    void leaf(const Element& element, Rect rect = {});

    Scope group(Style style, Rect rect = {}, std::uint64_t key = 0, std::uint16_t flags = 0);
    Scope navigation(Style style, std::string_view label);
    Scope list(Style style, Rect rect, std::string_view label = {});
    /// `track`: number of its colour, 0 for none.
    Scope item(std::uint64_t key, Style style, Rect rect, int track = 0, std::uint16_t flags = 0);

    // --- leaves, drawn where there is a picture

    void text(std::string_view text, Rect rect, const TextStyle& style);
    void heading(int level, std::string_view text, Rect rect, const TextStyle& style,
        std::string_view language = {});
    /// A link of ours, which opens `href`; `label`: its accessible name, where it is not the text.
    void link(std::string_view text, Rect rect, const TextStyle& style, std::string_view href,
        std::string_view language = {}, std::string_view label = {});
    /// 44 by 44, or smaller with a smaller star; `label` is its accessible name.
    void star(std::string_view label, Rect rect, Keenness keenness, bool saved, Intent intent);

    // --- leaves of HTML panes

    void text(std::string_view text, Style style, int line, std::uint16_t flags = 0);
    void paragraph(std::string_view text, Style style, int line, std::uint64_t key = 0,
        std::string_view language = {});
    void icon(std::string_view name, Style style = Style::None);
    void button(std::string_view text, Style style, std::uint64_t key, Intent intent);

    // --- drawing only

    void fill(Rect rect, Token color, int radius = 0);
    /// Whether the rectangle is in the picture that is being drawn.
    [[nodiscard]] bool drawing(Rect rect) const;

    // --- what views need to know

    [[nodiscard]] NodeKey current_key() const { return levels_.back().key; }
    /// The key that `item` and `group` give in this pane.
    [[nodiscard]] NodeKey item_key(std::uint64_t key) const;
    [[nodiscard]] NodeKey group_key(std::uint64_t key) const;
    [[nodiscard]] static NodeKey pane_key(PaneKind kind);
    [[nodiscard]] static NodeKey child_key(NodeKey parent, Role role, Style style);
    [[nodiscard]] const Interaction& interaction() const { return interaction_; }
    [[nodiscard]] bool is_hovered(NodeKey key) const { return interaction_.hovered == key; }
    [[nodiscard]] bool is_pressed(NodeKey key) const { return interaction_.pressed == key; }
    /// The page shows this node already: to show it again costs nothing.
    [[nodiscard]] bool is_shown(NodeKey key) const { return shown_.handle_of(key) != 0; }
    /// The lines that a text needs at this width, CSS px; at most `most`, which is at most 4.
    [[nodiscard]] int count_lines(std::string_view text, const TextStyle& style, std::int32_t width,
        std::string_view language, int most = 2);
    [[nodiscard]] const FrameStyle& style() const { return style_; }
    /// That of the node that was added last.
    [[nodiscard]] NodeKey last_key() const { return tree_->nodes.back().key; }
    /// The node comes to the top of its pane; `opens`: only if the page was never scrolled there.
    void scroll_to(NodeKey node, bool opens) { tree_->scroll = { node, opens }; }
    /// More is to be described than this frame had time for.
    void want_more() { busy_ = true; }
    [[nodiscard]] bool is_busy() const { return busy_; }

private:
    struct Level {
        NodeKey key = 0;
        std::uint32_t node = 0;    ///< index plus 1
        std::int32_t x = 0, y = 0; ///< in the pane's content
        bool opaque = false;       ///< in a sticky strip: not in the picture
    };
    /// Device px of the picture.
    struct Box {
        float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    };

    void close();
    void add_node(const Element& element, NodeKey key, Rect rect);
    [[nodiscard]] NodeKey key_of(const Element& element) const;
    [[nodiscard]] TextSpan keep(std::string_view text);
    [[nodiscard]] Box at(Rect rect) const;
    [[nodiscard]] float px(std::int32_t length) const;
    [[nodiscard]] std::uint32_t color(Token token) const;
    void draw_text(
        std::string_view text, Rect rect, const TextStyle& style, std::string_view language = {});
    /// Empty where it is the page's.
    [[nodiscard]] std::string_view foreign(std::string_view language) const;
    void draw_line(const SetLine& line, float x, float y, const Box& box, const TextStyle& style);
    void draw_tabular(std::string_view glyphs, float x, float y, const TextStyle& style);
    void draw_star(Rect rect, Keenness keenness, Token idle);
    void draw_icon(Icon icon, Rect rect, Token color);
    void begin_picture(Pane& pane);

    Canvas& canvas_;
    Fonts& fonts_;
    TextSetter& text_;
    const TreeMirror& shown_;
    FrameStyle style_;
    Interaction interaction_;
    Tree* tree_ = nullptr;
    Pane* pane_ = nullptr;
    ImDrawList* list_ = nullptr; ///< of the picture that is being drawn
    bool busy_ = false;
    std::vector<Level> levels_;
};

} // namespace hallway::ui
