#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "generated/strings.h"

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hallway {

/// What stands for a placeholder: `{name}` in a text becomes `value`.
struct Placeholder {
    std::string_view name;
    std::string_view value;
};

/// The words and date patterns of one language, as data made at build from assets/strings and
/// `Intl`, so that formatting needs no browser; and how the attendee reads times: by a clock of 12
/// or 24 hours, in the event's zone or in a zone of their own.
///
/// Shape of the file (ByteWriter): u32 magic, u32 version, u32 hash of the keys, text language, u8
/// right to left, 201 x u8 plural category (n = 0 to 199, then 1,000,000), 7 + 7 weekday and 12 +
/// 12 month names (long, short), three date patterns, u8 1 if its
/// clock has 12 hours, that clock's pattern, its two halves of the day, u32 count, and for each
/// text: u8 number of forms, each u8 category and text.
/// Source: CLDR plural categories zero, one, two, few, many, other = 0 to 5.
class Language {
public:
    enum class Clock : std::uint8_t { Hours12, Hours24 };

    /// Errors: `PackVersion` for a file of another build, `PackDamaged` for any other fault.
    static Result<Language> read(ByteView file);

    [[nodiscard]] const std::string& tag() const { return tag_; }
    [[nodiscard]] bool right_to_left() const { return right_to_left_; }

    /// One without placeholders; it lasts as long as the language.
    [[nodiscard]] std::string_view text(Text text) const;
    [[nodiscard]] std::string text(Text text, std::initializer_list<Placeholder> with) const;
    /// The form that `n` takes; `{n}` is filled in.
    [[nodiscard]] std::string plural(
        Text text, std::int64_t n, std::initializer_list<Placeholder> with = {}) const;
    /// The list with one item more, and what stands between two; an empty item adds nothing.
    [[nodiscard]] std::string listed(std::string_view list, std::string_view item) const;

    /// The clock that people who speak it use.
    [[nodiscard]] Clock own_clock() const { return own_clock_; }
    void set_clock(Clock clock) { clock_ = clock; }
    /// The zone that instants are read in; none: the event's.
    void set_zone(std::optional<ZoneRules> zone) { zone_ = std::move(zone); }
    [[nodiscard]] const std::optional<ZoneRules>& zone() const { return zone_; }
    [[nodiscard]] WallTime wall_time(std::int32_t instant, const ZoneRules& event) const
    {
        return (zone_ ? *zone_ : event).wall_time({ instant });
    }

    [[nodiscard]] std::string time(WallTime wall) const; ///< "09:05", "9:05 am"
    /// The same of an instant, in the zone that the attendee reads times in.
    /// "09:05"; by a clock of 12 hours "9 am" and "9:05": of a scale, where the full hours say the
    /// half of the day.
    [[nodiscard]] std::string time_brief(WallTime wall) const;
    [[nodiscard]] std::string time(std::int32_t instant, const ZoneRules& event) const
    {
        return time(wall_time(instant, event));
    }
    [[nodiscard]] std::string day_brief(Date date) const;    ///< "Sat 31"
    [[nodiscard]] std::string day_short(Date date) const;    ///< "Sat 31 Jan"
    [[nodiscard]] std::string day_long(Date date) const;     ///< "Saturday 31 January"
    [[nodiscard]] std::string length(Minutes minutes) const; ///< "50 min", "3 h 30 min"

private:
    struct Form {
        std::uint8_t category = 0;
        std::string text;
    };
    [[nodiscard]] const std::string& form(Text text, std::uint8_t category) const;
    [[nodiscard]] std::string date(const std::string& pattern, Date date, bool long_names) const;

    std::string tag_;
    bool right_to_left_ = false;
    std::array<std::uint8_t, 201> plural_categories_ {};
    std::array<std::string, 14> weekdays_; ///< long, then short; Sunday first
    std::array<std::string, 24> months_;   ///< long, then short
    std::array<std::string, 3> patterns_;  ///< brief, short, long
    Clock own_clock_ = Clock::Hours24;
    Clock clock_ = Clock::Hours24;
    std::string pattern_12_;
    std::array<std::string, 2> day_halves_;
    std::optional<ZoneRules> zone_;
    std::vector<std::vector<Form>> texts_;
};

/// Replaces `{name}` by the value of the placeholder of that name; others stay as they are. Values
/// that run against a page of that direction keep their place.
[[nodiscard]] std::string fill(std::string_view pattern, std::initializer_list<Placeholder> with,
    std::optional<bool> right_to_left = {});

} // namespace hallway
