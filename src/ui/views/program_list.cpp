#include "ui/views/views.h"

#include <algorithm>
#include <limits>

namespace hallway::ui {

namespace {

// --- what may be made at once --------------------------------------------------------------------

// So many rows of a day are full nodes; of longer lists only those near the view are.
constexpr std::size_t full_rows_max = 400;
// An element costs the page about 8 us: a slice of these stays below 4 ms. 52 rows.
constexpr int nodes_per_slice = 420;
constexpr int slot_nodes = 6;
constexpr int row_nodes = 8;
constexpr int found_row_nodes = 3;

// --- styles --------------------------------------------------------------------------------------

constexpr TextStyle phone_title { Style::RowTitle, 22, Token::Text, FlagStrong | FlagTwoLines };
constexpr TextStyle phone_meta { Style::RowMeta, 20, Token::Text2, 0 };
constexpr TextStyle phone_third { Style::RowThird, 16, Token::Text3, FlagTabular };
constexpr TextStyle phone_mark { Style::RowMark, 16, Token::Overlap, FlagTabular | FlagStrong };
constexpr TextStyle wide_title { Style::RowTitle, 22, Token::Text, FlagStrong };
constexpr TextStyle wide_meta { Style::RowMeta, 20, Token::Text2, 0 };
constexpr TextStyle wide_room { Style::RowRoom, 20, Token::Text, 0 };
constexpr TextStyle wide_mark { Style::RowMark, 16, Token::Overlap, FlagStrong };
constexpr TextStyle wide_track { Style::RowTrack, 16, Token::Text3, 0 };
constexpr TextStyle wide_length { Style::RowLength, 20, Token::Text2, FlagTabular | FlagAlignEnd };
constexpr std::uint8_t time_line = 22;
constexpr std::uint8_t note_line = 20;

// Levels of headings.
constexpr std::uint8_t day_level = 2;
constexpr std::uint8_t slot_level = 3;
constexpr std::uint8_t row_level = 4;

// --- places --------------------------------------------------------------------------------------

struct PlacedRow {
    std::int32_t y = 0, h = 0; ///< y from the top of the list's content
    std::int32_t title_h = 0;
};
struct PlacedSlot {
    std::int32_t y = 0, h = 0;
};
struct ListLayout {
    bool wide = false;
    bool left_hand = false;
    std::int32_t w = 0, h = 0;
    std::vector<PlacedSlot> slots;
    std::vector<PlacedRow> rows;
};

std::int32_t phone_title_width(std::int32_t w)
{
    return w - row_phone_text_x - star_box - row_phone_star_end;
}

bool has_meta(const SessionRow& row) { return !row.room.empty() || !row.people.empty(); }
/// Its mark stands in the place of its track, so that no row moves because of a star.
std::string_view track_or_mark(const SessionRow& row)
{
    return row.mark.empty() ? row.track : row.mark;
}
bool has_third(const SessionRow& row) { return !row.length.empty() || !track_or_mark(row).empty(); }

/// Lines that a session does not have take no room.
PlacedRow place_row(Ui& ui, const SessionRow& row, const ListLayout& layout)
{
    if (layout.wide) return { layout.h, row_wide_h, wide_title.line };
    const int lines =
        ui.count_lines(row.title, phone_title, phone_title_width(layout.w), row.language);
    const std::int32_t title_h = lines * phone_title.line;
    std::int32_t h = 2 * row_phone_title_y + title_h;
    if (has_meta(row)) h += row_phone_meta_gap + phone_meta.line;
    if (has_third(row)) h += row_phone_third_gap + phone_third.line;
    return { layout.h, std::max(h, touch), title_h };
}

ListLayout lay_out(Ui& ui, const ProgramModel& program, std::int32_t w)
{
    ListLayout layout;
    layout.w = w;
    layout.wide = w >= row_wide_from;
    layout.left_hand = !layout.wide && ui.style().left_hand;
    layout.rows.resize(program.rows.size());
    layout.slots.reserve(program.slots.size());
    for (const TimeSlot& slot : program.slots) {
        PlacedSlot placed { layout.h, 0 };
        layout.h += slot_head_h;
        for (std::size_t i = slot.first_row; i < slot.first_row + slot.row_count; ++i) {
            layout.rows[i] = place_row(ui, program.rows[i], layout);
            layout.h += layout.rows[i].h;
        }
        placed.h = layout.h - placed.y;
        layout.slots.push_back(placed);
    }
    return layout;
}

// --- which rows are full -------------------------------------------------------------------------

enum class RowForm : std::uint8_t {
    Absent, ///< comes with the next slice
    Found,  ///< title only, for find-in-page
    Full,
};

/// Decides how much of each row is described, from top to bottom, within the nodes of one slice.
/// What the page shows already costs nothing.
class Window {
public:
    Window(Ui& ui, const Pane& pane, std::size_t row_count)
        : ui_(ui), all_full_(row_count <= full_rows_max), view_from_(pane.scroll_y),
          view_to_(pane.scroll_y + pane.h), page_(pane.h)
    {
        const Rect& picture = pane.picture.placement.at;
        const bool drawn = pane.picture.list != nullptr;
        needed_from_ = drawn ? std::min(view_from_, picture.y) : view_from_;
        needed_to_ = drawn ? std::max(view_to_, picture.y + picture.h) : view_to_;
    }

    /// Before `form`: what is needed at once takes its share first.
    void reserve(const SessionRow& row, const PlacedRow& at)
    {
        if (is_needed(at) && !is_full(ui_.item_key(row.key))) budget_ -= row_nodes;
    }

    [[nodiscard]] bool slot_is_there(NodeKey key, std::int32_t y)
    {
        return ui_.is_shown(key) || y < needed_to_ || spend(slot_nodes);
    }

    [[nodiscard]] RowForm form(NodeKey item, const PlacedRow& at)
    {
        if (is_needed(at) || has_focus(item)) return RowForm::Full;
        const bool full = is_full(item);
        // Three pages are made full, five may stay so: a view that goes to and fro makes nothing
        // anew.
        if (all_full_ || is_near(at, 1)) {
            if (full || spend(row_nodes)) return RowForm::Full;
        } else if (full && is_near(at, 2)) {
            return RowForm::Full;
        }
        // Rows above the view are always there, as in the HTML presentation they hold it in its
        // place.
        if (ui_.is_shown(item) || at.y < needed_to_ || spend(found_row_nodes))
            return RowForm::Found;
        return RowForm::Absent;
    }

    /// The rows between are full; beyond, another describing is wanted when the view comes near.
    [[nodiscard]] std::int32_t full_from() const { return all_full_ ? 0 : view_from_ - page_; }
    [[nodiscard]] std::int32_t full_to() const
    {
        return all_full_ ? std::numeric_limits<std::int32_t>::max() : view_to_ + page_;
    }

private:
    [[nodiscard]] bool is_needed(const PlacedRow& at) const
    {
        return at.y < needed_to_ && at.y + at.h > needed_from_;
    }
    [[nodiscard]] bool is_near(const PlacedRow& at, int pages) const
    {
        return at.y < view_to_ + pages * page_ && at.y + at.h > view_from_ - pages * page_;
    }
    /// A row is full when its star is there.
    [[nodiscard]] bool is_full(NodeKey item) const
    {
        return ui_.is_shown(Ui::child_key(item, Role::Toggle, Style::Star));
    }
    [[nodiscard]] bool has_focus(NodeKey item) const
    {
        const NodeKey focused = ui_.interaction().focused;
        const NodeKey heading = Ui::child_key(item, Role::Heading, Style::RowHeading);
        return focused
            && (focused == item || focused == Ui::child_key(item, Role::Toggle, Style::Star)
                || focused == Ui::child_key(heading, Role::Link, Style::RowTitle));
    }
    bool spend(int nodes)
    {
        if (budget_ < nodes) {
            ui_.want_more();
            return false;
        }
        budget_ -= nodes;
        return true;
    }

    Ui& ui_;
    bool all_full_;
    std::int32_t view_from_, view_to_, page_;
    std::int32_t needed_from_ = 0, needed_to_ = 0;
    int budget_ = nodes_per_slice;
};

// --- rows ----------------------------------------------------------------------------------------

enum class RowPlace : std::uint8_t { First, Middle, Last, Only }; ///< in its slot

/// For the left hand the parts of a row change sides: the star stands at the start.
Rect at_hand(const ListLayout& layout, Rect rect)
{
    if (layout.left_hand) rect.x = layout.w - rect.x - rect.w;
    return rect;
}

/// Ground, track bar and hairlines; the list's own parts, without nodes.
void row_ground_ui(
    Ui& ui, const SessionRow& row, Rect rect, const ListLayout& layout, RowPlace place)
{
    const Rect ground { 0, 0, rect.w, rect.h };
    if (!ui.drawing(ground)) return;
    const NodeKey key = ui.current_key();
    const bool hovered = ui.is_hovered(key), pressed = ui.is_pressed(key);
    Token token = hovered ? Token::Surface2 : Token::Surface;
    if (row.current)
        token = hovered || pressed ? Token::AccentTint2 : Token::AccentTint;
    else if (pressed)
        token = Token::Surface3;
    ui.fill(ground, token);

    const std::int32_t inset = layout.wide ? row_wide_bar_inset : row_phone_bar_inset;
    const std::int32_t x = layout.wide ? row_wide_bar_x : row_phone_bar_x;
    if (row.track_color)
        ui.fill(at_hand(layout, { x, inset, bar_w, rect.h - 2 * inset }),
            track_token(row.track_color), bar_radius);
    if (place == RowPlace::Middle || place == RowPlace::Last)
        ui.fill(at_hand(layout, { row_line_x, 0, rect.w - row_line_x, line_w }), Token::Line);
    if (place == RowPlace::Last || place == RowPlace::Only)
        ui.fill({ 0, rect.h - line_w, rect.w, line_w }, Token::Line);
}

/// On the darkest ground, in cancelled rows and in those that have ended a text has another colour.
TextStyle in_row(const Ui& ui, const SessionRow& row, TextStyle style)
{
    if (row.going && style.style == Style::RowMark) {
        style.style = Style::RowGoing;
        style.color = Token::Accent;
    }
    if (row.over) style.color = Token::Text3;
    if (style.color == Token::Text3 && ui.is_pressed(ui.current_key())) style.color = Token::Text2;
    if (row.cancelled && style.style == Style::RowTitle) {
        style.color = Token::Text2;
        style.flags |= FlagStruck;
    }
    return style;
}

/// Who listens goes from heading to heading: from the day to a time, and on to a session.
void title_ui(Ui& ui, const SessionRow& row, Rect rect, const TextStyle& style)
{
    const TextStyle own = in_row(ui, row, style);
    auto heading =
        ui.open({ .role = Role::Heading, .style = Style::RowHeading, .level = row_level });
    ui.link(row.title, rect, own, row.href, row.language);
}

Rect phone_title_rect(const ListLayout& layout, const PlacedRow& at)
{
    return at_hand(
        layout, { row_phone_text_x, row_phone_title_y, phone_title_width(layout.w), at.title_h });
}

void phone_row_ui(Ui& ui, const SessionRow& row, const ListLayout& layout, const PlacedRow& at)
{
    const bool rtl = ui.style().right_to_left;
    const Rect title = phone_title_rect(layout, at);
    std::int32_t y = title.y + title.h;
    title_ui(ui, row, title, phone_title);
    if (has_meta(row)) {
        y += row_phone_meta_gap;
        ui.text(joined(row.room, row.people, rtl), { title.x, y, title.w, phone_meta.line },
            in_row(ui, row, phone_meta));
        y += phone_meta.line;
    }
    if (has_third(row)) {
        y += row_phone_third_gap;
        ui.text(joined(row.length, track_or_mark(row), rtl),
            { title.x, y, title.w, phone_third.line },
            in_row(ui, row, row.mark.empty() ? phone_third : phone_mark));
    }
    ui.star(row.star_label,
        at_hand(layout,
            { layout.w - star_box - row_phone_star_end, row_phone_star_y, star_box, star_box }),
        row.keenness, row.saved, ToggleStar { row.session_key });
}

/// The columns of a row, from the end: star, length, room over track, then title over people.
struct WideColumns {
    std::int32_t star_x = 0, length_x = 0, room_x = 0, title_w = 0;
};

WideColumns wide_columns(std::int32_t w)
{
    WideColumns columns;
    columns.star_x = w - row_wide_star_end - star_box;
    columns.length_x = columns.star_x - row_wide_star_gap - row_wide_length_w;
    columns.room_x = columns.length_x - row_wide_room_w;
    columns.title_w = columns.room_x - row_wide_room_gap - row_wide_text_x;
    return columns;
}

/// A line that stands alone in its column is in the middle of the row.
std::int32_t wide_y(std::int32_t y, int line, bool alone)
{
    return alone ? (row_wide_h - line) / 2 : y;
}

Rect wide_title_rect(const SessionRow& row, const ListLayout& layout)
{
    const bool alone = row.people.empty() && row.mark.empty();
    return { row_wide_text_x, wide_y(row_wide_title_y, wide_title.line, alone),
        wide_columns(layout.w).title_w, wide_title.line };
}

void wide_row_ui(Ui& ui, const SessionRow& row, const ListLayout& layout)
{
    const WideColumns at = wide_columns(layout.w);
    const std::int32_t w = row_wide_room_w;
    title_ui(ui, row, wide_title_rect(row, layout), wide_title);
    // Of the two that do not fit beside each other the mark is what has to be known.
    const Rect below { row_wide_text_x, row_wide_meta_y, at.title_w, wide_meta.line };
    if (!row.mark.empty())
        ui.text(row.mark, below, in_row(ui, row, wide_mark));
    else if (!row.people.empty())
        ui.text(row.people, below, in_row(ui, row, wide_meta));
    if (!row.room.empty()) {
        const std::int32_t y = wide_y(row_wide_room_y, wide_room.line, row.track.empty());
        ui.text(row.room, { at.room_x, y, w, wide_room.line }, in_row(ui, row, wide_room));
    }
    if (!row.track.empty()) {
        const std::int32_t y = wide_y(row_wide_track_y, wide_track.line, row.room.empty());
        ui.text(row.track, { at.room_x, y, w, wide_track.line }, in_row(ui, row, wide_track));
    }
    if (!row.length.empty())
        ui.text(row.length, { at.length_x, row_wide_length_y, row_wide_length_w, wide_length.line },
            in_row(ui, row, wide_length));
    ui.star(row.star_label, { at.star_x, row_wide_star_y, star_box, star_box }, row.keenness,
        row.saved, ToggleStar { row.session_key });
}

/// The link that the full row has, with nothing else: what find-in-page selected stays selected
/// when the row becomes full.
void found_row_ui(Ui& ui, const SessionRow& row, const ListLayout& layout, const PlacedRow& at)
{
    const Rect rect = layout.wide ? wide_title_rect(row, layout) : phone_title_rect(layout, at);
    title_ui(ui, row, rect, layout.wide ? wide_title : phone_title);
}

void row_ui(Ui& ui, const SessionRow& row, const ListLayout& layout, const PlacedRow& at,
    std::int32_t list_y, RowPlace place, RowForm form)
{
    const Rect rect { 0, at.y - list_y, layout.w, at.h };
    const Style style = layout.wide ? Style::RowWide : Style::RowPhone;
    const int flags = (row.current ? FlagCurrent : 0) | (row.cancelled ? FlagStruck : 0)
        | (row.over ? FlagOver : 0) | (form == RowForm::Found ? FlagUntilFound : 0);
    auto item = ui.item(row.key, style, rect, row.track_color, static_cast<std::uint16_t>(flags));
    if (form == RowForm::Found) return found_row_ui(ui, row, layout, at);
    row_ground_ui(ui, row, rect, layout, place);
    if (layout.wide)
        wide_row_ui(ui, row, layout);
    else
        phone_row_ui(ui, row, layout, at);
}

// --- slots ---------------------------------------------------------------------------------------

/// Opaque DOM in a sticky strip, laid out by the style sheet in both presentations.
void slot_head_ui(Ui& ui, const TimeSlot& slot, std::int32_t w)
{
    auto head = ui.group(Style::SlotHead, { 0, 0, w, slot_head_h }, 0, FlagSticky);
    ui.heading(slot_level, slot.time, {},
        { Style::SlotTime, time_line, Token::Text, FlagStrong | FlagTabular });
    if (!slot.note.empty()) ui.text(slot.note, Style::SlotNote, note_line);
    ui.text(slot.count, Style::SlotCount, note_line, FlagTabular);
}

RowPlace place_in(const TimeSlot& slot, std::size_t row)
{
    const bool first = row == slot.first_row, last = row + 1 == slot.first_row + slot.row_count;
    if (first) return last ? RowPlace::Only : RowPlace::First;
    return last ? RowPlace::Last : RowPlace::Middle;
}

void slot_ui(Ui& ui, const ProgramModel& program, std::size_t number, const ListLayout& layout,
    Window& window)
{
    const TimeSlot& slot = program.slots[number];
    const PlacedSlot& at = layout.slots[number];
    auto group = ui.group(Style::Slot, { 0, at.y, layout.w, at.h }, slot.key);
    slot_head_ui(ui, slot, layout.w);
    auto rows = ui.list(Style::Rows, { 0, slot_head_h, layout.w, at.h - slot_head_h });
    for (std::size_t i = slot.first_row; i < slot.first_row + slot.row_count; ++i) {
        const SessionRow& row = program.rows[i];
        const PlacedRow& placed = layout.rows[i];
        const RowForm form = window.form(ui.item_key(row.key), placed);
        if (form == RowForm::Absent) continue;
        row_ui(ui, row, layout, placed, at.y + slot_head_h, place_in(slot, i), form);
    }
}

} // namespace

void program_list_ui(Ui& ui, const ProgramModel& program, Pane& pane)
{
    if (program.empty) {
        pane.scrolled = program.jump_number;
        auto list =
            ui.pane(pane, { .label = program.list_label, .scroll_key = program.scroll_key });
        return empty_ui(ui, *program.empty, "search");
    }
    const ListLayout layout = lay_out(ui, program, pane.w);
    const bool jumps = pane.scrolled != program.jump_number;
    const bool opens = pane.scroll_key != program.scroll_key && program.now_slot > 0;
    // What is in view there is described and drawn at once.
    if (jumps) pane.scroll_key = 0;
    pane.scrolled = program.jump_number;
    auto list = ui.pane(pane,
        { .label = program.list_label,
            .w = layout.w,
            .h = layout.h,
            .opens_at = opens || jumps ? layout.slots[program.now_slot].y : 0,
            .scroll_key = program.scroll_key,
            .drawn = true });
    ui.leaf({ .role = Role::Heading,
        .style = Style::VisuallyHidden,
        .name = program.list_label,
        .level = day_level });
    if (jumps || opens) ui.scroll_to(ui.group_key(program.slots[program.now_slot].key), !jumps);
    Window window(ui, pane, program.rows.size());
    for (std::size_t i = 0; i < program.rows.size(); ++i)
        window.reserve(program.rows[i], layout.rows[i]);
    for (std::size_t i = 0; i < program.slots.size(); ++i) {
        const NodeKey key = ui.group_key(program.slots[i].key);
        if (window.slot_is_there(key, layout.slots[i].y)) slot_ui(ui, program, i, layout, window);
    }
    pane.full.top = window.full_from();
    pane.full.bottom = window.full_to();
}

} // namespace hallway::ui
