#pragma once
#include "app/intent.h"

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
    std::string icon; ///< in front, while it is off; may be empty
    std::string label;
    std::string count; ///< rows that are left with it; may be empty
    Intent intent;
    bool on = false;
};

/// Above a list, or below it on a phone.
struct FilterBar {
    std::string open_label; ///< "Filters"
    std::string open_name;  ///< accessible: "Filters, 2 on"
    std::string on_count;   ///< "2"; empty: none
    std::vector<FilterChip> chips;
    bool has_any = false; ///< there is something to filter by
};

/// All filters, or the values of one, in a dialog.
struct FilterSheet {
    std::string title;
    std::string close_label;
    struct Group {
        std::uint64_t key = 0;
        std::string title; ///< empty: the dialog's says it
        std::vector<FilterChip> values;
        std::string more_label; ///< "All 71"; empty: these are all
        Intent more;
    };
    std::vector<Group> groups;
    std::string clear_label; ///< empty: nothing is on
    std::string show_label;  ///< "Show 12 sessions"
};

} // namespace hallway
