#pragma once
#include "app/grid_model.h"
#include "ui/ui.h"

#include <cstdint>
#include <vector>

namespace hallway::ui {

/// Where the columns, blocks and lines of the grid stand, CSS px of the pane's content from the
/// start edge and the top.
struct GridLayout {
    bool phone = false; ///< one column and a part of the next
    std::int32_t axis_w = 0, head_h = 0;
    std::int32_t strips_h = 0; ///< what the strips of a phone take above the times
    std::int32_t w = 0, h = 0;
    struct Column {
        std::int32_t x = 0, w = 0;      ///< to the next one
        std::int32_t strips_w = 0;      ///< of it for the strips at its end; a phone: 0
        std::int32_t strips_across = 1; ///< beside each other above the times
        std::int32_t lanes_fit = 1; ///< beside each other in a column that is no wider than others
    };
    std::vector<Column> columns;

    /// Above the minute of the day, in the content.
    [[nodiscard]] std::int32_t y_of(std::int32_t minute) const;
    /// Of a block within its column, below the column's head.
    [[nodiscard]] Rect rect_of(const GridModel::Block& block, const Column& column) const;
    /// Of a band in the content.
    [[nodiscard]] Rect rect_of(const GridModel::Band& band) const;
    /// True: some columns are out of view.
    [[nodiscard]] bool scrolls_sideways(std::int32_t view_w) const { return w > view_w; }
};

/// Units: `view_w`: of the pane, CSS px.
[[nodiscard]] GridLayout lay_out_grid(const GridModel& grid, std::int32_t view_w);

/// Where a day is looked at first: before the present, else where something is picked, else where
/// anything begins, in the columns that are in view at the start. A mark of the grid, by position;
/// 0 where there is nothing.
[[nodiscard]] std::size_t opening_mark(
    const GridModel& grid, const GridLayout& layout, std::int32_t view_w);

} // namespace hallway::ui
