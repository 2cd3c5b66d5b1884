#pragma once
#include "app/page_list.h"
#include "app/page_text.h"
#include "app/state.h"
#include "app/view_models.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// An event day by room: rooms beside each other, time from top to bottom. Minutes count from the
/// hour that the day begins in.
struct GridModel {
    /// One room, or those who have none.
    struct Column {
        std::uint64_t key = 0;
        PageText name;
        PageText href;  ///< of the room's page; empty: it is none
        PageText area;  ///< "Building J"; may be empty
        PageText count; ///< "12 sessions"; empty: only breaks of several rooms
        PageText place; ///< "Room 1 of 31"; empty where there is no room
        std::size_t first_block = 0, block_count = 0;
        std::uint16_t strips = 0;
    };
    /// A session at its time.
    struct Block {
        std::uint64_t key = 0;
        PageText session_key;
        PageText href;
        PageText title;
        PageText language;   ///< BCP 47 of title; empty: unknown
        PageText link_label; ///< accessible name: "Opening, 09:30"
        PageText people;     ///< before them "Going", "Clashes with Opening"
        PageText span;       ///< "11:00 – 11:50"
        PageText duration;   ///< "50 min"; empty: not known
        PageText star_label;
        std::int32_t start = 0, length = 0; ///< minutes; length as shown, never 0
        /// Its place among those at the same time; of a strip: among the strips.
        std::uint16_t lane = 0, lanes = 1;
        bool same_time = false; ///< all of them begin and end together, as posters do
        /// Runs beside so much that it stands apart, as a narrow strip or above the times.
        bool strip = false;
        std::uint8_t track_color = 0;
        Keenness keenness = Keenness::None;
        bool saved = false, current = false, cancelled = false, going = false;
    };
    /// A break in several rooms at once, across columns that stand beside each other.
    struct Band {
        Block block;
        std::size_t first_column = 0, column_count = 0;
    };
    struct Mark {
        std::int32_t minute = 0;
        PageText time; ///< "11:00"
    };

    DayTabs days;
    PageText list_label;                 ///< accessible name of the grid
    PageText previous_label, next_label; ///< of the buttons that page
    PageText bands_label;                ///< over the breaks, where they are a list
    std::int32_t length = 0;             ///< of what is shown, minutes
    PageList<Column> columns;
    PageList<Block> blocks; ///< by column, then by start
    PageList<Band> bands;
    PageList<Mark> marks;    ///< every half hour
    std::optional<Mark> now; ///< while it is this day
    std::optional<EmptyState> empty;
    std::uint64_t scroll_key = 0;
};

/// Whether it stands out: it is starred, gone to, or shown beside the grid.
[[nodiscard]] inline bool is_picked(const GridModel::Block& block)
{
    return is_starred(block.keenness) || block.current || block.going;
}

/// Errors: none; a program without days gives an empty state.
[[nodiscard]] GridModel make_grid_model(
    const AppState& state, const Program& program, Layout layout);

/// Whether there is anything to put beside each other: more than one room.
[[nodiscard]] bool has_grid(const Program& program);

/// Keys of the rooms in which something of the shown day is starred. They stand first, and are
/// looked up when a day is opened: a column must not jump from under the finger that stars in it.
[[nodiscard]] std::vector<std::string> find_starred_rooms(
    const AppState& state, const Program& program);

} // namespace hallway
