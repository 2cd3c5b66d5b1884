#pragma once
#include "base/bytes.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// When and by whom something was chosen: a hybrid logical clock, so that an order exists among devices
/// whose clocks differ, and every new choice is later than all that its device has seen.
/// Source: Kulkarni et al., "Logical Physical Clocks" (2014); ties end at the writer.
struct Stamp {
    std::int64_t wall_ms = 0;  ///< Unix milliseconds: the writer's clock, or the latest one seen
    std::uint32_t counter = 0; ///< counts the choices within one millisecond
    std::uint64_t writer = 0;  ///< device in the upper 32 bits, page load in the lower
    friend auto operator<=>(const Stamp&, const Stamp&) = default;
};
[[nodiscard]] constexpr std::uint32_t device_of(const Stamp& stamp)
{
    return static_cast<std::uint32_t>(stamp.writer >> 32);
}

/// What about a session is chosen. Numbers are stored: never given to another meaning.
enum class ChoiceField : std::uint8_t {
    Keenness = 1, ///< "want", "must", "maybe", "no" (not for me); empty: no opinion. Starred: the first three
    Going = 2,    ///< "yes"; of an occurrence
    Note = 3,     ///< text
};

struct ChoiceKey {
    std::string conference; ///< ConferenceRecord::key
    std::string subject;    ///< key of a session or an occurrence
    ChoiceField field = ChoiceField::Keenness;
    friend auto operator<=>(const ChoiceKey&, const ChoiceKey&) = default;
};

/// What the session looked like when it was chosen, so that the choice can be shown, and found again, when
/// the program has renumbered or dropped it.
struct ChoiceContext {
    std::string title;
    std::string start; ///< wall time as `format_wall_time` writes it; empty: not announced
    std::string room;
    friend auto operator<=>(const ChoiceContext&, const ChoiceContext&) = default;
};

enum class ChoiceAction : std::uint8_t { Do, Undo, Redo };

/// One write: the unit of the journal, of merging and of undo. An empty value is the tombstone.
struct Choice {
    ChoiceKey key;
    std::string value;
    std::string previous; ///< value before this write: what undo writes
    Stamp stamp;
    ChoiceContext context;
    ChoiceAction action = ChoiceAction::Do;
    Stamp target; ///< for Undo and Redo: the write that is taken back or done again
    friend auto operator<=>(const Choice&, const Choice&) = default;
};

/// All choices of one person: for each key the latest write, and this device's own writes for undo.
/// Merging is commutative, associative and idempotent: a map of keys to the greatest write.
class Agenda {
public:
    explicit Agenda(std::uint64_t writer = 0)
        : writer_(writer)
    {
    }

    /// Empty for what was never chosen.
    [[nodiscard]] std::string_view value(const ChoiceKey& key) const;
    [[nodiscard]] const std::map<ChoiceKey, Choice>& choices() const { return latest_; }

    /// Makes the write that gives `key` the value, applies it and hands it over for the journal. Its stamp
    /// is later than every stamp seen. Nothing when the value is the same already.
    std::optional<Choice> choose(
        ChoiceKey key, std::string value, ChoiceContext context, std::int64_t now_ms);
    /// Takes in a write from the journal, another tab, device or file. True if the value of its key, or what
    /// undo would do, changed.
    bool merge(const Choice& choice);

    [[nodiscard]] bool can_undo() const;
    [[nodiscard]] bool can_redo() const;
    /// The last own write that is not taken back yet, taken back by a new write. A write whose key someone
    /// else has changed since is passed over. Nothing when there is nothing to undo.
    std::optional<Choice> undo(std::int64_t now_ms);
    std::optional<Choice> redo(std::int64_t now_ms);

    /// Grows by one with each change that could show.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }
    /// All that a snapshot must hold: the latest write of each key and the own writes that undo may need.
    [[nodiscard]] std::vector<Choice> writes() const;

private:
    Stamp next_stamp(std::int64_t now_ms);

    std::uint64_t writer_ = 0;
    Stamp latest_seen_;
    std::map<ChoiceKey, Choice> latest_;
    std::vector<Choice> own_; ///< this device's writes in order of stamp, the last `undo_depth_max`
    std::uint64_t revision_ = 0;
};

inline constexpr std::size_t undo_depth_max = 200;

} // namespace hallway
