#include "ui/views/grid_layout.h"

#include <algorithm>
#include <limits>
#include <span>

namespace hallway::ui {

namespace {

// The first time stands clear of the rooms' heads.
constexpr std::int32_t top_gap = 12;
constexpr std::int32_t block_gap_below = 2;
constexpr std::int32_t block_gap_beside = 4;
constexpr std::int32_t phone_lane_w = 136;
constexpr std::int32_t strip_w = 44;
// On a phone strips have a row each, above the times; many share them.
constexpr std::int32_t strip_row_h = 60;
constexpr std::int32_t strips_alone_max = 4;
// So much of what is before the present is in view, too, minutes.
constexpr std::int32_t before_now = 10;
// So many of the same time stand beside each other whatever there is room for; more stand in rows,
// too, which are high enough for a finger.
constexpr std::int32_t always_beside_max = 3;
constexpr std::int32_t shared_row_h_min = 44;

/// How many strips stand beside each other on a phone.
std::int32_t strips_across(const GridModel::Column& column)
{
    return column.strips > strips_alone_max ? 2 : 1;
}

std::int32_t strip_rows(const GridModel::Column& column)
{
    const std::int32_t across = strips_across(column);
    return (column.strips + across - 1) / across;
}

/// What a column has that holds no more than one session at a time, without the gap beside it.
std::int32_t plain_width(const GridLayout& layout, std::int32_t view_w, std::size_t count)
{
    if (layout.phone) return view_w - layout.axis_w - grid_phone_gap - grid_phone_peek;
    const std::int32_t room = view_w - layout.axis_w;
    const std::int32_t fit = std::max(room / grid_column_w, 1);
    const std::int32_t shown = std::min(fit, static_cast<std::int32_t>(count));
    return std::min(room / std::max(shown, 1), grid_column_w_max);
}

/// How many blocks stand beside each other where this one does.
std::int32_t lanes_beside(const GridModel::Block& block, std::int32_t fit)
{
    if (!block.same_time || block.lanes <= always_beside_max) return block.lanes;
    const std::int32_t rows = std::max(block.length * grid_minute_h / shared_row_h_min, 1);
    const std::int32_t needed = (block.lanes + rows - 1) / rows;
    return std::max(needed, std::min<std::int32_t>(fit, block.lanes));
}

GridLayout::Column lay_out_column(const GridModel& grid, const GridModel::Column& column,
    const GridLayout& layout, std::int32_t plain_w)
{
    GridLayout::Column at;
    at.strips_across = strips_across(column);
    if (!layout.phone) at.strips_w = column.strips * (strip_w + block_gap_beside);
    const std::int32_t lane_w = layout.phone ? phone_lane_w : grid_lane_w;
    at.lanes_fit = std::max((plain_w - at.strips_w) / lane_w, 1);
    std::int32_t lanes = 1;
    for (std::size_t i = column.first_block; i < column.first_block + column.block_count; ++i)
        if (!grid.blocks[i].strip)
            lanes = std::max(lanes, lanes_beside(grid.blocks[i], at.lanes_fit));
    const std::int32_t needed = lanes > 1 || !layout.phone ? lanes * lane_w : 0;
    at.w = std::max(plain_w, needed + at.strips_w) + (layout.phone ? grid_phone_gap : 0);
    return at;
}

} // namespace

std::int32_t GridLayout::y_of(std::int32_t minute) const
{
    return head_h + top_gap + strips_h + minute * grid_minute_h;
}

Rect GridLayout::rect_of(const GridModel::Block& block, const Column& column) const
{
    const std::int32_t inset = phone ? 0 : block_gap_beside;
    const std::int32_t all = column.w - (phone ? grid_phone_gap : 2 * block_gap_beside);
    const std::int32_t room = all - column.strips_w;
    const std::int32_t y = y_of(block.start) - head_h;
    const std::int32_t block_h = block.length * grid_minute_h - block_gap_below;
    if (block.strip && phone) {
        const std::int32_t lane = block.lane % column.strips_across;
        const std::int32_t row_w = (all + block_gap_beside) / column.strips_across;
        return { lane * row_w, top_gap + block.lane / column.strips_across * strip_row_h,
            row_w - block_gap_beside, strip_row_h - block_gap_beside };
    }
    if (block.strip)
        return { inset + room + block_gap_beside + block.lane * (strip_w + block_gap_beside), y,
            strip_w, block_h };
    const std::int32_t across = lanes_beside(block, column.lanes_fit);
    const std::int32_t lane = block.lane % across, row = block.lane / across;
    const std::int32_t rows = (block.lanes + across - 1) / across;
    const std::int32_t from = room * lane / across, to = room * (lane + 1) / across;
    const std::int32_t gap = lane + 1 < across ? block_gap_beside : 0;
    const std::int32_t above = block_h * row / rows, below = block_h * (row + 1) / rows;
    const std::int32_t gap_below = row + 1 < rows ? block_gap_below : 0;
    return { inset + from, y + above, to - from - gap, below - above - gap_below };
}

Rect GridLayout::rect_of(const GridModel::Band& band) const
{
    const Column& first = columns[band.first_column];
    const Column& last = columns[band.first_column + band.column_count - 1];
    return { first.x, y_of(band.block.start), last.x + last.w - first.x,
        band.block.length * grid_minute_h - block_gap_below };
}

GridLayout lay_out_grid(const GridModel& grid, std::int32_t view_w)
{
    GridLayout layout;
    layout.phone = view_w < row_wide_from;
    layout.axis_w = layout.phone ? grid_phone_axis_w : grid_axis_w;
    layout.head_h = layout.phone ? grid_phone_head_h : grid_head_h;
    const std::int32_t plain_w = plain_width(layout, view_w, grid.columns.size());
    std::int32_t rows = 0;
    for (const GridModel::Column& column : grid.columns) rows = std::max(rows, strip_rows(column));
    if (layout.phone && rows > 0) layout.strips_h = rows * strip_row_h + top_gap;
    std::int32_t x = layout.axis_w;
    for (const GridModel::Column& column : grid.columns) {
        layout.columns.push_back(lay_out_column(grid, column, layout, plain_w));
        layout.columns.back().x = x;
        x += layout.columns.back().w;
    }
    // The last column of a phone can come to the same place as the others.
    layout.w = std::max(layout.phone ? x + grid_phone_peek : x, view_w);
    layout.h = layout.y_of(grid.length) + grid_end_h;
    return layout;
}

std::size_t opening_mark(const GridModel& grid, const GridLayout& layout, std::int32_t view_w)
{
    constexpr std::int32_t none = std::numeric_limits<std::int32_t>::max();
    std::int32_t picked = none, first = none;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (i > 0 && layout.columns[i].x + layout.columns[i].w > view_w) break;
        const GridModel::Column& column = grid.columns[i];
        for (const GridModel::Block& block :
            std::span(grid.blocks).subspan(column.first_block, column.block_count)) {
            if (block.strip) continue;
            first = std::min(first, block.start);
            if (is_picked(block)) picked = std::min(picked, block.start);
        }
    }
    const std::int32_t minute =
        grid.now ? grid.now->minute - before_now : (picked != none ? picked : first);
    std::size_t mark = 0;
    while (minute != none && mark + 1 < grid.marks.size() && grid.marks[mark + 1].minute <= minute)
        ++mark;
    return mark;
}

} // namespace hallway::ui
