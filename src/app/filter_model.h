#pragma once
#include "app/page_intent.h"
#include "app/page_list.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

// What filters a list, in words. See `ProgramModel`.

struct FilterChip {
    enum class Kind : std::uint8_t {
        Value,     ///< on or off
        Opens,     ///< a filter's values
        OpensWide, ///< the same, where there is room
    };
    std::uint64_t key = 0;
    Kind kind = Kind::Value;
    PageText icon; ///< in front, while it is off; may be empty
    PageText label;
    PageText count; ///< rows that are left with it; may be empty
    PageIntent intent;
    bool on = false;
};

/// Above a list, or below it on a phone.
struct FilterBar {
    PageText open_label; ///< "Filters"
    PageText open_name;  ///< accessible: "Filters, 2 on"
    PageText on_count;   ///< "2"; empty: none
    PageList<FilterChip> chips;
    bool has_any = false; ///< there is something to filter by
};

/// All filters, or the values of one, in a dialog.
struct FilterSheet {
    PageText title;
    PageText close_label;
    struct Group {
        std::uint64_t key = 0;
        PageText title; ///< empty: the dialog's says it
        PageList<FilterChip> values;
        PageText more_label; ///< "All 71"; empty: these are all
        PageIntent more;
    };
    PageList<Group> groups;
    PageText clear_label; ///< empty: nothing is on
    PageText show_label;  ///< "Show 12 sessions"
};

} // namespace hallway
