#pragma once
#include "app/page_intent.h"
#include "app/page_list.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// What one person can set for this device.
struct SettingsModel {
    /// One of several values.
    struct Choice {
        std::uint64_t key = 0;
        PageText label;
        PageText language; ///< BCP 47 of the label; empty: the page's
        bool chosen = false;
        PageIntent intent;
    };
    struct Row {
        enum class Kind : std::uint8_t {
            Switch, ///< `on`, `intent`
            Choice, ///< `choices`
            Link,   ///< `href`
            Button, ///< `action`, `intent`
        };
        Kind kind = Kind::Switch;
        std::uint64_t key = 0;
        PageText icon, label, note; ///< note: may be empty
        bool on = false;
        PageList<Choice> choices;
        PageText href;
        PageText action; ///< the button's label
        PageIntent intent;
    };
    struct Group {
        std::uint64_t key = 0;
        PageText title; ///< may be empty
        PageList<Row> rows;
    };
    /// Asked in place of the row that leads to it.
    struct Question {
        PageText text;
        PageList<Choice> answers; ///< the last keeps everything
    };

    std::uint64_t key = 0;
    PageText title;
    PageList<Group> groups;
    std::optional<Question> question; ///< before the last group
};

/// The help keys and what they do.
struct KeysModel {
    struct Entry {
        PageText keys; ///< "g, then p"
        PageText text;
    };
    std::uint64_t key = 0;
    PageText title;
    SettingsModel::Row turn_on; ///< whether they do anything, and where
    PageList<Entry> entries;
};

} // namespace hallway
