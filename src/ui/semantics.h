#pragma once
#include "app/intent.h"
#include "base/hash.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The semantic tree: what a frame says it shows, without any drawing. It is compared with the tree
/// before, and only the differences go to the DOM. Used by native tests and the HTML writer without
/// ImGui.
namespace hallway::ui {

/// Made from data keys, never from labels or positions, so that a node stays itself when its text
/// or place changes.
using NodeKey = std::uint64_t;
/// Dense number of a living node: what JavaScript and the input use. 0: none.
using Handle = std::uint32_t;

/// CSS pixels at text size 100 %, relative to the parent node; panes: to their content.
struct Rect {
    std::int32_t x = 0, y = 0, w = 0, h = 0;
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// What a node is. scripts/make_abi.mjs gives the same numbers to the mirror, which makes the
/// element. A name is the element's text, before its children; an icon in a link or button is a
/// child of it.
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
    Extent,       ///< text for the eye alone; x and w of its rectangle are permille of the parent's
    Progress,     ///< progress, permille in `value`
    TermList,     ///< dl
    Term,         ///< dt
    Definition,   ///< dd
    NumberedList, ///< ol; the numbers of its items stand in their `value`
    Quote,        ///< blockquote
    Preformatted, ///< pre
    // Parts of a paragraph: of its direction, on its line.
    Run,      ///< span
    Strong,   ///< strong
    Emphasis, ///< em
    Code,     ///< code
    // Fields and choices.
    TextArea,   ///< textarea, text in `value`, placeholder in `name`
    RadioGroup, ///< div role=radiogroup, named by `label`; the arrow keys go through its radios
    Radio,      ///< button role=radio with aria-checked
    TextField,  ///< input type=text, text in `value`, placeholder in `name`
    TimeField,  ///< input type=time, "12:30" in `value`
};

/// A pane's rect is its content's size. Its `value` is what its scroll position belongs to, as day
/// and filters: when it changes, the scroller goes to the position that it had for this value, else
/// to 0.
enum class PaneKind : std::uint8_t {
    Header,   ///< header: title and tools
    Views,    ///< nav: bottom bar or rail
    Controls, ///< section: search, days, filters
    List,     ///< main: scrolls
    Detail,   ///< article: scrolls
    Notices,  ///< status region and toast, above everything
    Dialog,   ///< dialog: while it is there, nothing else can be reached
};
inline constexpr int pane_kind_count = 7;

/// Style class of a node: the CSS selector `.<name>` in kebab case. What a row is made of, not how
/// it looks.
// clang-format off
enum class Style : std::uint8_t {
    None,
    Slot, SlotHead, SlotTime, SlotNote, SlotCount, Rows,
    RowPhone, RowWide, RowHeading, RowTitle, RowMeta, RowThird, RowMark, RowGoing, RowRoom,
    RowTrack, RowLength, Star,
    PageTitle, PageNote, Tools, IconButton, ViewItem, ViewLink, Logo,
    Search, Days, DayMenu, DayRow, DayTab, DayLabel, DayCount,
    Chips, Chip, ChipWide, ChipLabel, ChipCount, ChipEnd,
    FilterButton, Badge, FilterGroup,
    DialogHead, DialogTitle, DialogBody, DialogFoot, ZoneNote,
    FormField, FormLabel, FormTimes, FormNote, FormFault,
    DetailHead, DetailWhen, DetailTrack, DetailTitle, DetailSubtitle, Facts, Fact, FactWide,
    FactText, FactNote, StarLine, StarButton, StarHint, SectionHead, Prose, ProseList, Person,
    Links,
    Empty, EmptyTitle, EmptyText, Actions, PrimaryButton, OutlineButton, QuietButton,
    Chooser, Field, Strip, StripText, Toast, ToastText, ToastButton, Loading, VisuallyHidden,
    Cancelled,
    Page, ListHead, ListNote,
    Cards, Card, TimedCard, CardTimes, CardStart, CardEnd, CardBody, CardTitle, CardWhen, CardMeta,
    MarkNight, MarkCancelled, MarkOverlap, MarkTight, MarkLate, FreeTime, Gone,
    Way, OpenGroup, OpenGroupText,
    Package, PackageLetter, PackageLines, PackageLine, PackageParts,
    CompareStrip, CompareMark, CompareBar,
    PlanActions, CouldFit, CouldFitHead, Pick,
    LetterGroup, Letter, People, PersonRow, PersonName, PersonNote,
    Menu, MenuRow, MenuLabel, MenuNote, MenuEnd,
    Shelf, ShelfItem, ShelfOpen, ShelfTitle, ShelfNote,
    Decisions, KeenChoices, KeenChoice, ChoiceButton, StarMaybe, StarMust,
    Times, TimeRow, TimeText, TimeWhen, TimePlace, SignUp, SignUpText, SignUpNote,
    Note, NoteHint, NoteField, NoteWarning, Rating, RatingMarks, RatingMark, RatingNumber,
    RatingWord, MarkGoing, MarkNote, MarkOver,
    SettingRow, ChoiceRow, Segment, SegmentButton, Switch, Question, QuestionText,
    ZoneStrip, Keys, KeyCap, TriageBody, TriageActions,
    NowCurrent, NowPlace, NowLeft, NowTimes, NowNext, NowHeadline, NowNote, NowFull, NowOffer,
    NowGroup,
    NowHead,
    AboutActions, Skipped, SkippedItem, SkippedEntry, SkippedReason, SkippedPlace,
    ListSwitch, SwitchLink, SwitchLabel,
    GridBar, GridBarPhone, GridTurn, GridTurns, GridAxis, AxisTime, AxisNow,
    Column, RoomHead, RoomName, RoomNote, Blocks, Block, BlockHead, BlockTitle, BlockPeople,
    BlockTime,
    Bands, Band, BandTitle, BandTime,
};
// clang-format on

enum Flag : std::uint16_t {
    FlagPressed = 1,      ///< aria-pressed; of a radio aria-checked
    FlagCurrent = 2,      ///< aria-current; of an item only the class `current`
    FlagSticky = 4,       ///< opaque DOM in a sticky strip; not in the picture
    FlagStrong = 8,       ///< weight 600
    FlagTwoLines = 16,    ///< may wrap once, then an ellipsis
    FlagUntilFound = 32,  ///< hidden=until-found: for find-in-page, its children take no focus
    FlagAlignEnd = 64,    ///< of a text
    FlagOver = 64,        ///< of an item: it has ended; the class `over`
    FlagSaved = 128,      ///< data-saved: durable
    FlagTabular = 256,    ///< digits of one width
    FlagStruck = 512,     ///< line through
    FlagExternal = 1024,  ///< a link that leaves the app
    FlagDrawn = 2048,     ///< of a pane: may be shown as a picture; without it always as HTML
    FlagTabStop = 4096,   ///< of a radio: the one of its group that Tab goes to
    FlagUnfolds = 8192,   ///< of a button: shows and hides what follows; aria-expanded
    FlagUnfolded = 16384, ///< it is shown
    /// May wrap as far as its rectangle goes, to four lines, then an ellipsis.
    FlagFourLines = 32768,
};

struct TextSpan {
    std::uint32_t at = 0, size = 0; ///< in Tree::text
};

struct Node {
    NodeKey key = 0;
    std::uint32_t parent = 0; ///< index into Tree::nodes plus 1; 0: top
    Role role = Role::Group;
    Style style = Style::None;
    std::uint8_t line = 0; ///< CSS line height, which names the type size (tokens.h)
    /// Of a heading; of a pane: PaneKind; of an item and of a track's name: token track-n, 0 for
    /// none; of a star: its Keenness.
    std::uint8_t level = 0;
    std::uint16_t flags = 0;
    Rect rect;
    TextSpan name;            ///< text content
    TextSpan value;           ///< href, text of a field, name of an icon, permille, scroll key
    TextSpan label;           ///< accessible name where it is not the text
    TextSpan language;        ///< BCP 47 of the text, where it is not the page's
    std::uint32_t intent = 0; ///< index into Tree::intents plus 1; 0: none
};

/// An intent in a tree, so that a list of thousands of rows allocates nothing for them.
struct StoredIntent {
    IntentKind kind = IntentKind::None;
    TextSpan subject;
};

struct Tree {
    std::vector<Node> nodes; ///< in document order
    std::string text;
    std::vector<StoredIntent> intents;
    /// A node that comes to the top of its pane.
    struct Scroll {
        NodeKey to = 0;     ///< 0: none
        bool opens = false; ///< only where the pane was not scrolled before
    } scroll;
    void clear();
    [[nodiscard]] std::string_view str(TextSpan span) const
    {
        return { text.data() + span.at, span.size };
    }
};

/// One change of the DOM, as 32-bit words; strings are offset and size in the tree's text. In one
/// batch: puts and rects in document order, then focus, removes, orders, scroll.
///
///   Put:    op | role << 8 | style << 16 | line << 24,  handle, parent handle, flags | level <<
/// 16,
///           name at, size, value at, size, label at, size, language at, size,  x, y, w, h
///   Rect:   op, handle, x, y, w, h   Focus:  op, handle
///   Scroll: op, handle, whether only where the pane was not scrolled before: 0, 1
///   Remove: op, handle      (a parent's
/// removal stands for its children's, which follow all the same)   Order:  op, parent handle, n, n
/// handles: all its children
///
/// A put of a new handle, or of a known one with another parent, appends the element to the
/// parent's children (parent 0: the top, which holds the panes). An order follows only where that
/// leaves new children in wrong places, or where children that stay changed places among
/// themselves; elements that are in order already must not be moved, since moving one takes its
/// focus.
enum class Op : std::uint8_t { Put = 1, Rect, Focus, Remove, Order, Scroll };

/// Handles by key: open addressing, since the keys are hashes already.
class HandleTable {
public:
    [[nodiscard]] Handle find(NodeKey key) const;
    void insert(NodeKey key, Handle handle);
    void erase(NodeKey key);

private:
    struct Entry {
        NodeKey key = 0;
        Handle handle = 0; ///< 0: free
    };
    [[nodiscard]] std::size_t place_of(NodeKey key) const;
    void grow();
    std::vector<Entry> entries_ = std::vector<Entry>(64);
    std::size_t used_ = 0;
};

/// Compares each frame's tree with the one before.
class TreeMirror {
public:
    /// Fills `ops()` with what changed since the last call; `focus` gets the focus, if not 0.
    void diff(const Tree& tree, Handle focus);
    [[nodiscard]] const std::vector<std::uint32_t>& ops() const { return ops_; }

    /// The node that takes the focus when `focused` is not in `tree` any more: the next focusable
    /// node of the same pane in the old order that is alive, else the one before. 0: `focused` is
    /// still there, or nothing can take it.
    [[nodiscard]] NodeKey successor(const Tree& tree, Handle focused) const;
    [[nodiscard]] NodeKey key_of(Handle handle) const;
    [[nodiscard]] Handle handle_of(NodeKey key) const { return handles_.find(key); }
    /// The node's place in the tree of the last `diff`.
    [[nodiscard]] std::optional<std::size_t> index_of(Handle handle) const;

private:
    struct Slot {
        NodeKey key = 0;
        std::uint64_t content = 0;
        Rect rect;
        Handle parent = 0;
        std::uint32_t frame = 0; ///< of the last diff that met the node; of a free slot older
        std::uint32_t index = 0;
    };
    struct Before {
        Handle handle = 0;
        std::uint32_t pane = 0;
        bool focusable = false;
    };
    /// What is known of a node's children while a tree is walked.
    struct Children {
        std::uint32_t count = 0, last_index = 0;
        bool has_new = false, order = false;
    };
    Handle take_handle(NodeKey key, std::size_t& cursor, bool& fresh);
    void put(const Tree& tree, std::uint32_t index, Handle handle, bool fresh);
    void remove_dead();
    void order(const Tree& tree, std::uint32_t parent);

    std::vector<Slot> slots_ = std::vector<Slot>(1); ///< by handle
    std::vector<Handle> free_;
    HandleTable handles_;
    std::vector<Before> before_;     ///< the last tree, in document order
    std::vector<Handle> current_;    ///< handles of the tree being walked
    std::vector<Children> children_; ///< by index plus 1; 0: the top
    std::vector<std::uint32_t> ops_;
    std::uint32_t frame_ = 0;
};

} // namespace hallway::ui
