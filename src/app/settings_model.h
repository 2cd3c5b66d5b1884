#pragma once
#include "app/intent.h"

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
        std::string label;
        std::string language; ///< BCP 47 of the label; empty: the page's
        bool chosen = false;
        Intent intent;
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
        std::string icon, label, note; ///< note: may be empty
        bool on = false;
        std::vector<Choice> choices;
        std::string href;
        std::string action; ///< the button's label
        Intent intent;
    };
    struct Group {
        std::uint64_t key = 0;
        std::string title; ///< may be empty
        std::vector<Row> rows;
    };
    /// Asked in place of the row that leads to it.
    struct Question {
        std::string text;
        std::vector<Choice> answers; ///< the last keeps everything
    };

    std::uint64_t key = 0;
    std::string title;
    std::vector<Group> groups;
    std::optional<Question> question; ///< before the last group
};

/// The help keys and what they do.
struct KeysModel {
    struct Entry {
        std::string keys; ///< "g, then p"
        std::string text;
    };
    std::uint64_t key = 0;
    std::string title;
    SettingsModel::Row turn_on; ///< whether they do anything, and where
    std::vector<Entry> entries;
};

} // namespace hallway
