#pragma once
#include <cstdint>

/// The boundary between planner.wasm and the page: plain structs that JavaScript reads and writes
/// in place.
/// scripts/make_abi.mjs makes generated/abi.ts from this file and from ui/semantics.h: enum
/// numbers, and for each struct the offset of each field in 32-bit words. Only 32-bit fields,
/// arrays of them, and structs.
namespace hallway::abi {

inline constexpr int panes_max = 7;
inline constexpr int pictures_max = 4;
inline constexpr int colors_max = 64;

/// What `planner_offer(kind, at, size)` hands over: bytes that the core copies, taken in by the
/// next frame.
/// Texts are UTF-8; "a\0b" stands for several texts divided by NUL.
enum class Offer : std::uint32_t {
    Language = 1,     ///< generated/languages/<lang>.bin; the first thing offered
    StoredRows,       ///< u32 batch, u8 1 if every row could be read, u32 n,
                      ///< n x {u8 RowSource, u32 size, records}
    RecordsLive,      ///< choices from another tab, just made
    RecordsKept,      ///< choices from another tab, once they are durable
    Route,            ///< location.hash
    ProgramAddress,   ///< "?program=\0" then location.hash; no address: open what was open last
    StoredProgram,    ///< "source\0", read time, u32 size of the report, report, pack
    FreshProgram,     ///< the same; a read time is i64 Unix ms, i32 minutes of the zone then
    ProgramUnchanged, ///< "source\0", read time
    LoadProgress,     ///< "source\0permille"
    LoadFailed,       ///< "source\0" then the encoded error
    NothingStored,
    FieldText,   ///< "handle\0text": a field's text, as typed so far
    RecordSaved, ///< choice id, 16 hex digits
    SaveFailed,  ///< encoded error
    StorageWeak,
    Shortcut,  ///< "undo", "redo", "close" (the dialog), or the link of ours that a help key opens
    Settings,  ///< what `Effect::SaveSettings` gave
    Shelf,     ///< u32 n, n x {read time, u32 size, source, u32 size, title}
    FilesKept, ///< digits: how many files were read besides the one that opened
    PlanNews,  ///< u32 number, u32 permille, u8 1 if it failed, solution
    Zone,      ///< "name\0", then pairs of {i32 instant, i32 offset}, minutes; none: its name alone
};

/// What the core asks of the page: `Output::effects` is a list of {u32 kind, u32 size, bytes}.
/// Texts as above.
enum class Effect : std::uint32_t {
    SaveRecord = 1, ///< choice id (16 hex digits), NUL, record
    CopyRecord,     ///< as SaveRecord, for the local copy alone: the journal has it
    SetAside,       ///< u32 batch, u32 n, n x u32 position in it, records rescued from these rows
    Compact,        ///< u32 batch, u32 n, n x u32 position in it, records that stand for these rows
    PushRoute,      ///< href
    ReplaceRoute,   ///< href
    LoadAnew,       ///< source: from its address, even if the file is the one that was read before
    LoadProgram,    ///< source: from the store at once, then fresh from its address
    LoadLast,       ///< the program that was open last
    PickFile,
    Download,      ///< "name\0type\0" then bytes
    SaveSettings,  ///< opaque bytes
    DocumentTitle, ///< text
    RetryWrites,
    RememberSource, ///< "source\0title": what LoadLast opens, and what the shelf calls it
    ForgetProgram,  ///< source: off the shelf
    ShowLook,       ///< "theme\0percent\0hand\0language"
    DescribeZone,   ///< u32 first year, u32 last year: of the device's zone
    EraseChoices,   ///< u32 n, n x choice id (16 hex digits) that are kept, their records
    CheckProgram,   ///< source: from its address, unless the file is the one that is open
    LeaveSetTime,   ///< the page once more, without the time that its address sets
    FindPlan,       ///< u32 number, problem
    EndPlanSearch,
    ScrollRooms, ///< "next" or "previous": the grid, by the rooms that are in view
};

enum Redraw : std::uint32_t {
    RedrawDescribe = 1, ///< something that views depend on may have changed
    RedrawPictures = 2, ///< draw every picture anew (context restored, theme, density)
};

struct PaneInput {
    std::uint32_t kind; ///< PaneKind
    std::int32_t w, h;  ///< scroller's client size, CSS px
    std::int32_t scroll_x, scroll_y;
    std::uint32_t canvas; ///< 1: picture presentation; 0: HTML
};

struct Input {
    std::uint32_t now_low, now_high; ///< Unix milliseconds, 64 bit
    /// What the clock on the page shows: the same, or what `?now=` set. Choices are stamped with
    /// the real time.
    std::uint32_t shown_low, shown_high;
    std::uint32_t
        shown_is_local; ///< 1: set without an offset: the event's local time, as if it were UTC
    std::uint32_t shown_is_set; ///< 1: it was set
    std::int32_t local_offset;  ///< minutes of the device's zone now: local time minus UTC
    std::uint32_t writer_low, writer_high; ///< agenda writer, set once before the first frame
    std::int32_t viewport_w, viewport_h;
    std::uint32_t density_permille;   ///< devicePixelRatio x 1000
    std::uint32_t texture_max;        ///< MAX_TEXTURE_SIZE
    std::uint32_t dark;               ///< 1: the dark theme
    std::uint32_t color_count;        ///< 0: the theme's own
    std::uint32_t colors[colors_max]; ///< of the tokens in their order, 0xAABBGGRR
    std::uint32_t redraw;
    std::uint32_t hovered, pressed, focused; ///< handles: nearest row or button
    std::uint32_t activated;                 ///< handle; taken by the frame
    std::uint32_t pane_count;
    PaneInput panes[panes_max];
};

/// A command list at `commands`: vertices, their bytes, indices, their bytes, n, then n times {x0,
/// y0, x1, y1 of the clip, elements, index offset, vertex offset, texture}. Vertices are
/// ImDrawVert, indices 16 bit.
struct PictureOutput {
    std::uint32_t pane;             ///< handle
    std::int32_t x, y, w, h;        ///< CSS px of the pane's content
    std::uint32_t density_permille; ///< device px for 1,000 CSS px; may be less than the page's
    std::uint32_t commands;         ///< address
};

struct Output {
    std::uint32_t ops, op_words, text; ///< addresses; ui::Op
    std::uint32_t effects, effects_size;
    std::uint32_t textures,
        texture_words; ///< {id, 1 create | 2 update | 3 destroy, w, h, pixels, n, n x {x y w h}}
    std::uint32_t picture_count;
    PictureOutput pictures[pictures_max];
    std::uint32_t wake_low, wake_high; ///< Unix ms of the next frame for the clock's sake; 0: none
    std::uint32_t busy;                ///< 1: rows wait to be described in the next idle time
    std::uint32_t pending;             ///< writes not yet durable, and loads under way
    std::uint32_t layout;              ///< 0 phone, 1 tablet, 2 desktop
    std::uint32_t right_to_left;       ///< 1: so is the language of the page
    std::uint32_t has_detail;          ///< 1: the detail pane is what a phone shows
    std::uint32_t plain_page;          ///< 1: the user wants the HTML presentation
    std::uint32_t help_keys;           ///< 1: single letters are commands
    std::uint32_t views_us, diff_us;
    std::uint32_t clear_color; ///< 0xAABBGGRR, ground of pictures
};

} // namespace hallway::abi
