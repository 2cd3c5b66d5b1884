#pragma once
#include "app/intent.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The semantic tree: what a frame says it shows, without any drawing. It is compared with the tree before,
/// and only the differences go to the DOM. Used by native tests and the HTML writer without ImGui.
namespace hallway::ui {

/// Made from data keys, never from labels or positions, so that a node stays itself when its text or place
/// changes.
using NodeKey = std::uint64_t;
/// Dense number of a living node: what JavaScript and the input use. 0: none.
using Handle = std::uint32_t;

/// CSS pixels at text size 100 %, relative to the parent node; panes: to their content.
struct Rect {
    std::int32_t x = 0, y = 0, w = 0, h = 0;
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// What a node is. scripts/make_abi.mjs gives the same numbers to the mirror, which makes the element.
enum class Role : std::uint8_t {
    Pane,         ///< a part of the page with its own scroller or bar; element by PaneKind
    Group,        ///< div
    Navigation,   ///< nav, named by `label`
    List,         ///< ul
    Item,         ///< li
    Heading,      ///< h1 to h6 by `level`
    Text,         ///< span; its own line in the HTML presentation by its style
    Paragraph,    ///< p
    Link,         ///< a, href in `value`
    Toggle,       ///< button with aria-pressed
    Button,       ///< button
    SearchField,  ///< input type=search, text in `value`, placeholder in `name`
    AddressField, ///< input type=url, text in `value`, placeholder in `name`
    Status,       ///< p role=status
    Alert,        ///< p role=alert
    Icon,         ///< decorative picture, named in `value`; aria-hidden
    Progress,     ///< progress, permille in `value`
    TermList,     ///< dl
    Term,         ///< dt
    Definition,   ///< dd
};

enum class PaneKind : std::uint8_t {
    Header,   ///< header: title and tools
    Views,    ///< nav: bottom bar or rail
    Controls, ///< section: search, days, filters
    List,     ///< main: scrolls
    Detail,   ///< article: scrolls
    Notices,  ///< status region and toast, above everything
};

/// Style class of a node: the CSS selector `.<name>` in kebab case. What a row is made of, not how it looks.
enum class Style : std::uint8_t {
    None,
    Slot,
    SlotHead,
    SlotTime,
    SlotNote,
    SlotCount,
    Rows,
    RowPhone,
    RowWide,
    RowTitle,
    RowMeta,
    RowThird,
    RowRoom,
    RowTrack,
    RowLength,
    Star,
    TrackBar,
    PageTitle,
    Tools,
    IconButton,
    ViewItem,
    ViewLink,
    Logo,
    Search,
    Days,
    DayTab,
    DayLabel,
    DayCount,
    Chips,
    Chip,
    ChipCount,
    ZoneNote,
    DetailHead,
    DetailWhen,
    DetailTrack,
    DetailTitle,
    DetailSubtitle,
    Facts,
    Fact,
    FactText,
    FactNote,
    StarButton,
    SectionHead,
    Prose,
    Person,
    Links,
    Empty,
    EmptyTitle,
    EmptyText,
    Actions,
    PrimaryButton,
    OutlineButton,
    TintButton,
    QuietButton,
    Chooser,
    Field,
    Strip,
    StripText,
    Toast,
    ToastText,
    ToastButton,
    Loading,
    VisuallyHidden,
    Cancelled,
};

enum Flag : std::uint16_t {
    FlagPressed = 1,     ///< aria-pressed
    FlagCurrent = 2,     ///< aria-current
    FlagSticky = 4,      ///< opaque DOM in a sticky strip; not in the picture
    FlagStrong = 8,      ///< weight 600
    FlagTwoLines = 16,   ///< may wrap once, then an ellipsis
    FlagUntilFound = 32, ///< hidden=until-found: there for find-in-page, its children take no focus
    FlagAlignEnd = 64,
    FlagSaved = 128,     ///< data-saved: durable
    FlagTabular = 256,   ///< digits of one width
    FlagStruck = 512,    ///< line through
    FlagExternal = 1024, ///< a link that leaves the app
};

struct TextSpan {
    std::uint32_t at = 0, size = 0; ///< in Tree::text
};

struct Node {
    NodeKey key = 0;
    std::uint32_t parent = 0; ///< index into Tree::nodes plus 1; 0: top
    Role role = Role::Group;
    Style style = Style::None;
    std::uint8_t line = 0;  ///< CSS line height, which names the type size (tokens.h)
    std::uint8_t level = 0; ///< of a heading; of a pane: PaneKind
    std::uint16_t flags = 0;
    Rect rect;
    TextSpan name;            ///< text content
    TextSpan value;           ///< href, text of a field, name of an icon, permille
    TextSpan label;           ///< accessible name where it is not the text
    TextSpan language;        ///< BCP 47 of the text, where it is not the page's
    std::uint32_t intent = 0; ///< index into Tree::intents plus 1; 0: none
};

struct Tree {
    std::vector<Node> nodes; ///< in document order
    std::string text;
    std::vector<Intent> intents;
    void clear();
    [[nodiscard]] std::string_view str(TextSpan span) const
    {
        return { text.data() + span.at, span.size };
    }
};

/// One change of the DOM, as 32-bit words; strings are offset and size in the tree's text. In one batch:
/// puts and rects in document order, then focus, removes, orders. Nodes that stay are never moved.
///
///   Put:    op | role << 8 | style << 16 | line << 24,  handle, parent handle, flags | level << 16,
///           name at, size, value at, size, label at, size, language at, size,  x, y, w, h
///   Rect:   op, handle, x, y, w, h
///   Focus:  op, handle
///   Remove: op, handle      (a parent's removal stands for its children's, which follow all the same)
///   Order:  op, parent handle, n, n handles
enum class Op : std::uint8_t { Put = 1, Rect, Focus, Remove, Order };

/// Compares each frame's tree with the one before.
class TreeMirror {
public:
    /// Fills `ops()` with what changed since the last call; `focus` (a handle) gets the focus, if not 0.
    void diff(const Tree& tree, Handle focus);
    [[nodiscard]] const std::vector<std::uint32_t>& ops() const { return ops_; }

    /// The node that takes the focus when `focused` is not in `tree` any more: the next focusable node of the
    /// same pane in the old order that is alive, else the one before. 0: `focused` is still there.
    [[nodiscard]] NodeKey successor(const Tree& tree, Handle focused) const;
    [[nodiscard]] NodeKey key_of(Handle handle) const;
    [[nodiscard]] Handle handle_of(NodeKey key) const;
    /// What activating the node means, by the tree of the last `diff`.
    [[nodiscard]] const Intent* intent_of(Handle handle) const;

private:
    struct Slot {
        NodeKey key = 0;
        std::uint64_t content = 0, geometry = 0, children = 0;
        std::uint32_t frame = 0, index = 0;
    };
    struct Before {
        Handle handle = 0;
        std::uint32_t pane = 0;
        bool focusable = false;
    };
    std::vector<Slot> slots_ = std::vector<Slot>(1); ///< by handle
    std::vector<Handle> free_;
    std::unordered_map<NodeKey, Handle> handles_;
    std::vector<Before> before_;
    std::vector<std::uint32_t> ops_;
    std::vector<Intent> intents_;
    std::vector<std::uint32_t> intent_by_handle_;
    std::uint32_t frame_ = 0;
};

} // namespace hallway::ui
