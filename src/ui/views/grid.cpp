#include "ui/views/grid_layout.h"
#include "ui/views/views.h"

#include <algorithm>
#include <cstdlib>

namespace hallway::ui {

namespace {

// --- what may be made at once --------------------------------------------------------------------

// As for the list: so many blocks are full nodes; of larger days only those near the view are.
constexpr std::size_t full_blocks_max = 300;
constexpr int nodes_per_slice = 420;
constexpr int block_nodes = 5;
constexpr int found_block_nodes = 2;

// --- looks ---------------------------------------------------------------------------------------

constexpr TextStyle large_title { Style::BlockTitle, 22, Token::Text, FlagStrong | FlagFourLines };
constexpr TextStyle large_people { Style::BlockPeople, 20, Token::Text2, 0 };
constexpr TextStyle small_title { Style::BlockTitle, 16, Token::Text, FlagStrong | FlagFourLines };
constexpr TextStyle small_people { Style::BlockPeople, 16, Token::Text2, 0 };
constexpr TextStyle block_time { Style::BlockTime, 16, Token::Text3, FlagTabular };
constexpr std::uint8_t head_line = 22;
constexpr std::uint8_t note_line = 16;
constexpr int title_lines_max = 4;

constexpr std::int32_t large_from_w = 200; ///< narrower blocks have the small letters
constexpr std::int32_t one_line_below = 24;
// What runs for longer than an hour has its words where the view is, in a sticky strip.
constexpr std::int32_t tall_from_h = 260;
constexpr std::int32_t star_small_box = 24;
constexpr std::int32_t border_w = 1;
constexpr std::int32_t now_w = 2;
constexpr std::int32_t now_covers_h = 18;

/// The measures of a block's two sizes of letters.
struct BlockForm {
    TextStyle title, people;
    std::int32_t radius, bar_x, text_x, inset, gap, star;
};
constexpr BlockForm large { large_title, large_people, 8, 8, 20, 8, 2, star_box };
constexpr BlockForm small { small_title, small_people, 6, 4, 12, 4, 0, star_small_box };

const BlockForm& form_of(const GridLayout& layout, const Rect& rect)
{
    return layout.phone && rect.w >= large_from_w && rect.h >= one_line_below ? large : small;
}

/// Whether where it stands tells when it is: strips of a phone and those that share a time in rows
/// are not as high as they are long.
bool is_true_to_time(const GridModel::Block& block, const Rect& rect)
{
    return rect.h + 2 * focus_w >= block.length * grid_minute_h;
}

/// Where the texts of a block stand; height 0: there is no room.
struct PlacedTexts {
    Rect title, people, time, star;
};

PlacedTexts place_texts(
    Ui& ui, const GridModel::Block& block, const Rect& rect, const BlockForm& form)
{
    PlacedTexts at;
    if (rect.h >= form.star) at.star = { rect.w - form.star, 0, form.star, form.star };
    const std::int32_t end = at.star.w ? form.star : form.inset;
    const std::int32_t w = std::max(rect.w - form.text_x - end, 1);
    const std::int32_t room = std::max(rect.h - 2 * form.inset, form.title.line + 0);
    const bool tells_time = !is_true_to_time(block, rect);
    const std::int32_t time_h = tells_time ? form.gap + block_time.line : 0;
    const int most = std::clamp((room - time_h) / form.title.line, 1, title_lines_max);
    const int lines =
        most == 1 ? 1 : ui.count_lines(block.title, form.title, w, block.language, most);
    const std::int32_t title_h = lines * form.title.line;
    const std::int32_t y = rect.h < title_h + 2 * form.inset ? (rect.h - title_h) / 2 : form.inset;
    at.title = { form.text_x, y, w, title_h };
    std::int32_t bottom = y + title_h;
    // A line that has no room is heard all the same.
    const auto below = [&](std::uint8_t line, bool shown) {
        const bool fits = shown && bottom + form.gap + line + form.inset / 2 <= rect.h;
        const Rect place { form.text_x, bottom + form.gap, w, fits ? line : 0 };
        if (fits) bottom += form.gap + line;
        return place;
    };
    if (tells_time) at.time = below(block_time.line, true);
    at.people = below(form.people.line, !block.people.empty());
    if (!tells_time) at.time = below(block_time.line, at.people.h > 0 || block.people.empty());
    return at;
}

// --- which blocks are full -----------------------------------------------------------------------

enum class BlockPart : std::uint8_t {
    Absent, ///< comes with the next slice
    Found,  ///< title only, for find-in-page
    Full,
};

bool overlap(const Rect& a, const Rect& b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

Rect grown(const Rect& rect, std::int32_t x, std::int32_t y)
{
    return { rect.x - x, rect.y - y, rect.w + 2 * x, rect.h + 2 * y };
}

Rect joined_rect(const Rect& a, const Rect& b)
{
    const std::int32_t x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return { x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y };
}

/// Decides how much of each block is described, as the list's does of its rows, along both axes.
class GridWindow {
public:
    GridWindow(Ui& ui, const Pane& pane, std::size_t block_count)
        : ui_(ui), pane_(pane),
          all_full_(block_count <= full_blocks_max || pane.presentation == Presentation::Html)
    {
        view_ = from_start({ pane.scroll_x, pane.scroll_y, pane.w, pane.h });
        const bool drawn = pane.picture.list != nullptr;
        needed_ = drawn ? joined_rect(view_, from_start(pane.picture.placement.at)) : view_;
    }

    /// Before `part`: what is needed at once takes its share first. `at` is in the content.
    void reserve(NodeKey item, const Rect& at)
    {
        if (overlap(at, needed_) && !is_full(words_of(item, at))) budget_ -= block_nodes;
    }

    [[nodiscard]] BlockPart part(NodeKey item, const Rect& at)
    {
        const NodeKey words = words_of(item, at);
        if (overlap(at, needed_) || has_focus(words)) return BlockPart::Full;
        const bool full = is_full(words);
        if (all_full_ || overlap(at, grown(view_, pane_.w, pane_.h))) {
            if (full || spend(block_nodes)) return BlockPart::Full;
        } else if (full && overlap(at, grown(view_, 2 * pane_.w, 2 * pane_.h))) {
            return BlockPart::Full;
        }
        if (ui_.is_shown(item) || spend(found_block_nodes)) return BlockPart::Found;
        return BlockPart::Absent;
    }

    [[nodiscard]] FullPart full_part() const
    {
        if (all_full_) return {};
        return { pane_.scroll_x - pane_.w, pane_.scroll_x + 2 * pane_.w, pane_.scroll_y - pane_.h,
            pane_.scroll_y + 2 * pane_.h };
    }

private:
    /// Scroll positions and pictures count from the left.
    [[nodiscard]] Rect from_start(Rect rect) const
    {
        if (ui_.style().right_to_left) rect.x = pane_.content_w - rect.x - rect.w;
        return rect;
    }
    /// What the words of a block stand in.
    [[nodiscard]] static NodeKey words_of(NodeKey item, const Rect& at)
    {
        return at.h >= tall_from_h ? Ui::child_key(item, Role::Group, Style::BlockHead) : item;
    }
    [[nodiscard]] bool is_full(NodeKey words) const
    {
        return ui_.is_shown(Ui::child_key(words, Role::Text, Style::BlockTime));
    }
    [[nodiscard]] bool has_focus(NodeKey words) const
    {
        const NodeKey focused = ui_.interaction().focused;
        return focused
            && (focused == Ui::child_key(words, Role::Toggle, Style::Star)
                || focused == Ui::child_key(words, Role::Link, Style::BlockTitle));
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
    const Pane& pane_;
    bool all_full_;
    Rect view_, needed_;
    int budget_ = nodes_per_slice;
};

// --- blocks --------------------------------------------------------------------------------------

/// A block as it stands in its list, and what of it has passed.
struct PlacedBlock {
    Rect rect;
    std::int32_t elapsed_h = 0;
    bool is_over = false;
};

PlacedBlock place_block(const GridModel& grid, const GridModel::Block& block, const Rect& rect)
{
    PlacedBlock placed { rect };
    if (!grid.now) return placed;
    const std::int32_t passed = grid.now->minute - block.start;
    placed.is_over = passed >= block.length;
    if (passed > 0 && !placed.is_over && is_true_to_time(block, rect))
        placed.elapsed_h = std::min(passed * grid_minute_h, rect.h);
    return placed;
}

void block_ground_ui(
    Ui& ui, const GridModel::Block& block, const PlacedBlock& at, const BlockForm& form)
{
    const Rect rect { 0, 0, at.rect.w, at.rect.h };
    if (!ui.drawing(rect)) return;
    const NodeKey key = ui.current_key();
    const bool picked = is_picked(block);
    const bool pressed = ui.is_pressed(key);
    Token ground = picked ? Token::AccentTint : Token::Surface;
    if (pressed)
        ground = picked ? Token::AccentTint2 : Token::Surface3;
    else if (ui.is_hovered(key))
        ground = picked ? Token::AccentTint2 : Token::Surface2;
    const bool bold = block.current || block.going;
    const std::int32_t edge = bold ? focus_w : border_w;
    const Token line = picked ? Token::AccentLine : Token::Line;
    ui.fill(rect, bold ? Token::Accent : line, form.radius);
    const Rect inside { edge, edge, rect.w - 2 * edge, rect.h - 2 * edge };
    ui.fill(inside, ground, form.radius - edge);
    if (const std::int32_t h = std::min(at.elapsed_h, inside.h); h > 0) {
        const Token elapsed = picked ? Token::AccentTint2 : Token::Surface2;
        const std::int32_t radius = std::min(form.radius - edge, h / 2);
        ui.fill({ edge, edge, inside.w, h }, elapsed, radius);
        // Below it goes on, so only its upper corners are round.
        if (h < inside.h) ui.fill({ edge, edge + h - radius, inside.w, radius }, elapsed);
    }
    const std::int32_t inset = std::min(form.inset, rect.h / 4);
    if (block.track_color)
        ui.fill({ form.bar_x, inset, bar_w, rect.h - 2 * inset }, track_token(block.track_color),
            bar_radius);
}

TextStyle in_block(const Ui& ui, const GridModel::Block& block, bool is_over, TextStyle style)
{
    if (is_over && style.style != Style::BlockTime) style.color = Token::Text3;
    // The darker grounds want darker letters.
    const bool dark = ui.is_pressed(ui.current_key()) || is_picked(block);
    if (style.color == Token::Text3 && dark) style.color = Token::Text2;
    if (block.cancelled && style.style == Style::BlockTitle) {
        style.color = Token::Text2;
        style.flags |= FlagStruck;
    }
    return style;
}

/// At their places in the picture, or one below the other in a strip, where `at` has none.
void words_ui(Ui& ui, const GridModel::Block& block, const Rect& rect, const PlacedTexts& at,
    const BlockForm& form, bool is_over, BlockPart part)
{
    if (part == BlockPart::Found)
        return ui.link(
            block.title, at.title, form.title, block.href, block.language, block.link_label);
    const auto styled = [&](TextStyle style) { return in_block(ui, block, is_over, style); };
    ui.link(
        block.title, at.title, styled(form.title), block.href, block.language, block.link_label);
    const auto line = [&](std::string_view text, const Rect& place, TextStyle style) {
        style = styled(style);
        if (place.h > 0) return ui.text(text, place, style);
        ui.leaf({ .role = Role::Text,
                    .style = style.style,
                    .name = text,
                    .line = style.line,
                    .flags = style.flags },
            place);
    };
    if (!block.people.empty()) line(block.people, at.people, form.people);
    // How long it is would be cut off in a narrow block, where its height tells it.
    const std::string_view duration =
        rect.w < large_from_w ? std::string_view() : std::string_view(block.duration);
    line(joined(block.span, duration, ui.style().right_to_left), at.time, block_time);
    if (rect.h >= form.star)
        ui.star(block.star_label, at.star, block.keenness, block.saved,
            ToggleStar { block.session_key });
}

void block_ui(Ui& ui, const GridModel& grid, const GridModel::Block& block, const Rect& rect,
    const GridLayout& layout, BlockPart part)
{
    const int flags = (block.current ? FlagCurrent : 0) | (block.cancelled ? FlagStruck : 0)
        | (part == BlockPart::Found ? FlagUntilFound : 0);
    auto item = ui.item(
        block.key, Style::Block, rect, block.track_color, static_cast<std::uint16_t>(flags));
    const BlockForm& form = form_of(layout, rect);
    const PlacedBlock placed = place_block(grid, block, rect);
    if (part == BlockPart::Full) block_ground_ui(ui, block, placed, form);
    if (rect.h >= tall_from_h) {
        auto head = ui.group(Style::BlockHead, {}, 0, FlagSticky);
        return words_ui(ui, block, rect, {}, form, placed.is_over, part);
    }
    PlacedTexts at;
    if (part == BlockPart::Found)
        at.title = { form.text_x, 0, std::max(rect.w - form.text_x, 1), form.title.line };
    else
        at = place_texts(ui, block, rect, form);
    words_ui(ui, block, rect, at, form, placed.is_over, part);
}

// --- columns -------------------------------------------------------------------------------------

/// Opaque DOM in a sticky strip, laid out by the style sheet in both presentations.
void room_head_ui(Ui& ui, const GridModel::Column& column, const GridLayout& layout, std::int32_t w)
{
    auto head = ui.group(Style::RoomHead, { 0, 0, w, layout.head_h }, 0, FlagSticky);
    {
        auto name = ui.open({ .role = Role::Heading,
            .style = Style::RoomName,
            .name = column.href.empty() ? std::string_view(column.name) : std::string_view(),
            .line = head_line,
            .level = 2,
            .flags = FlagStrong });
        if (!column.href.empty())
            ui.leaf({ .role = Role::Link,
                .name = column.name,
                .value = column.href,
                .line = head_line,
                .flags = FlagStrong,
                .intent = OpenLink { column.href } });
    }
    const bool rtl = ui.style().right_to_left;
    std::string note = joined(column.area, column.count, rtl);
    // How to come to the others is what is not to be cut off.
    if (layout.phone) note = joined(column.place, note, rtl);
    ui.text(note, Style::RoomNote, note_line, FlagTabular);
}

void column_ui(
    Ui& ui, const GridModel& grid, std::size_t number, const GridLayout& layout, GridWindow& window)
{
    const GridModel::Column& column = grid.columns[number];
    const GridLayout::Column& at = layout.columns[number];
    auto group = ui.group(Style::Column, { at.x, 0, at.w, layout.h }, column.key);
    room_head_ui(ui, column, layout, at.w);
    if (column.block_count == 0) return;
    auto blocks =
        ui.list(Style::Blocks, { 0, layout.head_h, at.w, layout.h - layout.head_h }, column.name);
    for (std::size_t i = column.first_block; i < column.first_block + column.block_count; ++i) {
        const GridModel::Block& block = grid.blocks[i];
        const Rect rect = layout.rect_of(block, at);
        const Rect in_content { at.x + rect.x, layout.head_h + rect.y, rect.w, rect.h };
        const BlockPart part = window.part(ui.item_key(block.key), in_content);
        if (part != BlockPart::Absent) block_ui(ui, grid, block, rect, layout, part);
    }
}

// --- what all columns have in common -------------------------------------------------------------

/// Lines of the half hours, between columns, and of the present, all behind the blocks.
void ground_ui(Ui& ui, const GridModel& grid, const GridLayout& layout)
{
    for (const GridModel::Mark& mark : grid.marks)
        ui.fill({ layout.axis_w, layout.y_of(mark.minute), layout.w - layout.axis_w, line_w },
            Token::Line);
    if (!layout.phone)
        for (const GridLayout::Column& column : layout.columns)
            ui.fill({ column.x, layout.head_h, line_w, layout.h - layout.head_h }, Token::Line);
    if (grid.now)
        ui.fill({ layout.axis_w, layout.y_of(grid.now->minute) - now_w / 2,
                    layout.w - layout.axis_w, now_w },
            Token::Ink);
}

/// Times beside the columns, for the eye: every session says its own.
/// `opens_at`: comes to the top, if the day was not looked at before; 0: none.
void axis_ui(Ui& ui, const GridModel& grid, const GridLayout& layout, std::size_t opens_at)
{
    auto axis = ui.group(Style::GridAxis,
        { 0, layout.head_h, layout.axis_w, layout.h - layout.head_h }, 0, FlagSticky);
    const auto time = [&](const GridModel::Mark& mark, Style style, std::uint64_t key) {
        ui.leaf({ .role = Role::Icon,
                    .style = style,
                    .key = key,
                    .name = mark.time,
                    .line = note_line,
                    .flags = FlagStrong | FlagTabular },
            { 0, layout.y_of(mark.minute) - layout.head_h, layout.axis_w, note_line });
    };
    for (const GridModel::Mark& mark : grid.marks) {
        // The present stands over what is so near.
        const bool covered =
            grid.now && std::abs(mark.minute - grid.now->minute) * grid_minute_h < now_covers_h;
        if (!covered) time(mark, Style::AxisTime, static_cast<std::uint64_t>(mark.minute) + 1);
        if (opens_at > 0 && &mark == &grid.marks[opens_at]) ui.scroll_to(ui.last_key(), true);
    }
    if (grid.now) time(*grid.now, Style::AxisNow, 0);
}

/// Breaks of several rooms: ground in the picture, words in a sticky strip, so that they are read
/// wherever the view is.
void bands_ui(Ui& ui, const GridModel& grid, const GridLayout& layout)
{
    if (grid.bands.empty()) return;
    auto bands = ui.group(Style::Bands, { 0, 0, layout.w, layout.h });
    ui.leaf({ .role = Role::Heading,
        .style = Style::BandTitle,
        .name = grid.bands_label,
        .line = head_line,
        .level = 2,
        .flags = FlagStrong | FlagSticky });
    auto list = ui.list(Style::Blocks, { 0, 0, layout.w, layout.h }, grid.bands_label);
    for (const GridModel::Band& band : grid.bands) {
        const Rect rect = layout.rect_of(band);
        auto item = ui.item(band.block.key, Style::Band, rect);
        ui.fill({ 0, 0, rect.w, rect.h }, Token::Surface2);
        ui.leaf({ .role = Role::Link,
            .style = Style::BlockTitle,
            .name = band.block.title,
            .value = band.block.href,
            .label = band.block.link_label,
            .language = band.block.language,
            .line = head_line,
            .flags = FlagStrong | FlagSticky,
            .intent = OpenLink { band.block.href } });
        ui.leaf({ .role = Role::Text,
            .style = Style::BandTime,
            .name = band.block.span,
            .line = note_line,
            .flags = FlagTabular | FlagSticky });
    }
}

void turn_ui(Ui& ui, std::string_view label, std::string_view way, std::string_view icon)
{
    auto button = ui.open({ .role = Role::Button,
        .style = Style::GridTurn,
        .key = hash64(way),
        .label = label,
        .intent = TurnRooms { way } });
    ui.icon(icon);
}

void turns_ui(Ui& ui, const GridModel& grid)
{
    turn_ui(ui, grid.previous_label, "previous", "chevron-left");
    turn_ui(ui, grid.next_label, "next", "chevron-right");
}

} // namespace

void grid_controls_ui(Ui& ui, const PageModel& page, const Pane& list, Pane& pane)
{
    const GridModel& grid = *page.grid;
    auto controls = ui.pane(pane, {});
    days_ui(ui, grid.days);
    if (ui.style().layout == Layout::Phone)
        lists_ui(ui, page);
    else
        zone_ui(ui, grid.days);
    const GridLayout layout = lay_out_grid(grid, list.w);
    if (layout.phone || !layout.scrolls_sideways(list.w)) return;
    auto turns = ui.group(Style::GridTurns);
    turns_ui(ui, grid);
}

void grid_ui(Ui& ui, const GridModel& grid, Pane& pane)
{
    if (grid.empty) {
        auto main = ui.pane(pane, { .label = grid.list_label, .scroll_key = grid.scroll_key });
        return empty_ui(ui, *grid.empty, "grid");
    }
    const GridLayout layout = lay_out_grid(grid, pane.w);
    const bool opens = pane.scroll_key != grid.scroll_key && !grid.marks.empty();
    const std::size_t opens_at = opens ? opening_mark(grid, layout, pane.w) : 0;
    auto main = ui.pane(pane,
        { .label = grid.list_label,
            .w = layout.w,
            .h = layout.h,
            .opens_at = opens_at > 0 ? layout.y_of(grid.marks[opens_at].minute) - layout.head_h : 0,
            .scroll_key = grid.scroll_key,
            .drawn = true });
    GridWindow window(ui, pane, grid.blocks.size());
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const GridModel::Column& column = grid.columns[i];
        for (std::size_t j = column.first_block; j < column.first_block + column.block_count; ++j) {
            Rect at = layout.rect_of(grid.blocks[j], layout.columns[i]);
            at.x += layout.columns[i].x;
            at.y += layout.head_h;
            window.reserve(ui.item_key(grid.blocks[j].key), at);
        }
    }
    ground_ui(ui, grid, layout);
    {
        const Style style = layout.phone ? Style::GridBarPhone : Style::GridBar;
        auto bar = ui.group(style, { 0, 0, layout.w, layout.head_h }, 0, FlagSticky);
        if (layout.phone) turns_ui(ui, grid);
    }
    axis_ui(ui, grid, layout, opens_at);
    bands_ui(ui, grid, layout);
    for (std::size_t i = 0; i < grid.columns.size(); ++i) column_ui(ui, grid, i, layout, window);
    pane.full = window.full_part();
}

} // namespace hallway::ui
