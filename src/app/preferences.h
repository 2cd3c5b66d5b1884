#pragma once
#include "base/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// What one person wants on one device, whatever the conference.
struct Preferences {
    enum class Theme : std::uint8_t { System, Light, Dark };
    enum class Clock : std::uint8_t { Language, Hours12, Hours24 };
    enum class Pace : std::uint8_t { Easy, Usual, Quick };

    Theme theme = Theme::System;
    std::uint16_t text_percent = 100; ///< one of `text_percents`
    std::string language;             ///< one of `language_tags`; empty: as the browser has it
    Clock clock = Clock::Language;
    bool my_time = false; ///< times in the device's zone instead of the event's
    bool left_hand = false;
    bool plain_page = false; ///< HTML presentation by choice
    bool help_keys = true;   ///< single letters are commands
    Pace pace = Pace::Usual;
    bool step_free = false;
    bool online = false; ///< attends from afar: own time first, and the way into a stream
    /// Minutes between rooms of one area, to the next, and to one that is far. None: as the program
    /// says, else about.
    struct Areas {
        std::uint8_t same = 0, next = 0, far = 0;
        friend bool operator==(const Areas&, const Areas&) = default;
    };
    std::optional<Areas> areas;
    std::uint8_t buffer = 0;      ///< minutes, one of `buffers`
    std::uint8_t tolerance = 5;   ///< minutes, one of `tolerances`
    bool lunch = false;           ///< a plan leaves time for it
    std::uint8_t hours_a_day = 0; ///< most, one of `hours_a_day_values`; 0: any number
    std::uint8_t starts_at = 0;   ///< hour, one of `starts`; 0: whenever
    std::uint8_t ends_at = 0;     ///< the same, of `ends`
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

inline constexpr std::uint16_t text_percents[] = { 100, 125, 150, 175, 200 };
inline constexpr std::uint8_t buffers[] = { 0, 5, 10 };
inline constexpr std::uint8_t tolerances[] = { 0, 5, 10, 15 };
inline constexpr std::uint8_t hours_a_day_values[] = { 0, 4, 6, 8 };
inline constexpr std::uint8_t starts[] = { 0, 9, 10, 11 };
inline constexpr std::uint8_t ends[] = { 0, 18, 20, 22 };
/// Of each of the three numbers.
inline constexpr std::uint8_t area_minutes_max = 99;

/// Takes a change as intents carry it, "theme=dark". False for what is no preference or no value of
/// it: nothing has changed then.
[[nodiscard]] bool change_preference(Preferences& preferences, std::string_view change);

/// Shape: docs/stored-data.md, "Settings".
[[nodiscard]] Bytes encode_preferences(const Preferences& preferences);
/// Errors: nothing for bytes of an unknown version or cut off; a value of a newer Hallway is taken
/// as the default.
[[nodiscard]] std::optional<Preferences> decode_preferences(ByteView bytes);

} // namespace hallway
