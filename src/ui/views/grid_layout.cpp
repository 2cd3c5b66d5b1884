#include "ui/views/grid_layout.h"

#include <algorithm>

namespace hallway::ui {

namespace {

// The first time stands clear of the rooms' heads.
constexpr std::int32_t top_gap = 12;
constexpr std::int32_t block_gap_below = 2;
constexpr std::int32_t block_gap_beside = 4;
constexpr std::int32_t phone_lane_w = 136;
constexpr std::int32_t strip_w = 44;

/// What the strips of a column take at its end.
std::int32_t strips_width(const GridModel::Column& column)
{
    return column.strips * (strip_w + block_gap_beside);
}

std::int32_t column_width(const GridModel::Column& column, const GridLayout& layout,
    std::int32_t view_w, std::size_t count)
{
    if (layout.phone) {
        const std::int32_t one = view_w - layout.axis_w - grid_phone_gap - grid_phone_peek;
        const std::int32_t lanes_w = column.lanes > 1 ? column.lanes * phone_lane_w : 0;
        return std::max(one, lanes_w + strips_width(column)) + grid_phone_gap;
    }
    const std::int32_t room = view_w - layout.axis_w;
    const std::int32_t fit = std::max(room / grid_column_w, 1);
    const std::int32_t shown = std::min(fit, static_cast<std::int32_t>(count));
    const std::int32_t one = std::min(room / std::max(shown, 1), grid_column_w_max);
    return std::max(one, column.lanes * grid_lane_w + strips_width(column));
}

} // namespace

std::int32_t GridLayout::y_of(std::int32_t minute) const
{
    return head_h + top_gap + minute * grid_minute_h;
}

Rect GridLayout::rect_of(const GridModel::Block& block, const Column& column) const
{
    const std::int32_t inset = phone ? 0 : block_gap_beside;
    const std::int32_t all = column.w - (phone ? grid_phone_gap : 2 * block_gap_beside);
    const std::int32_t room = all - column.strips_w;
    const std::int32_t y = y_of(block.start) - head_h;
    const std::int32_t block_h = block.length * grid_minute_h - block_gap_below;
    if (block.strip)
        return { inset + room + block_gap_beside + block.lane * (strip_w + block_gap_beside), y,
            strip_w, block_h };
    const std::int32_t from = room * block.lane / block.lanes;
    const std::int32_t to = room * (block.lane + 1) / block.lanes;
    const std::int32_t gap = block.lane + 1 < block.lanes ? block_gap_beside : 0;
    return { inset + from, y, to - from - gap, block_h };
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
    std::int32_t x = layout.axis_w;
    for (const GridModel::Column& column : grid.columns) {
        layout.columns.push_back(
            { x, column_width(column, layout, view_w, grid.columns.size()), strips_width(column) });
        x += layout.columns.back().w;
    }
    // The last column of a phone can come to the same place as the others.
    layout.w = std::max(layout.phone ? x + grid_phone_peek : x, view_w);
    layout.h = layout.y_of(grid.length) + grid_end_h;
    return layout;
}

} // namespace hallway::ui
