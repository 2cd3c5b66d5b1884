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

/// When and by whom something was chosen: a hybrid logical clock, so that an order exists among
/// devices whose clocks differ, and every new choice is later than all that its device has seen.
///
/// Another device's clock may drag ours any distance ahead: were that capped, a click on what a
/// fast clock has written would lose against it and do nothing. The price is small: among choices
/// made without knowing of each other, the dragged device's wins.
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

/// End of the year 9999. Whoever takes in foreign writes (files, sync) refuses stamps beyond it, so
/// that nobody can use up the numbers after which a new choice would have to come.
inline constexpr std::int64_t stamp_wall_ms_max = 253'402'300'799'999;

/// What about a session is chosen. Numbers are stored: never given to another meaning.
enum class ChoiceField : std::uint8_t {
    Keenness = 1, ///< "want", "must", "maybe" (starred) or "no" (not for me); empty: no opinion
    Going = 2,    ///< "yes"; of an occurrence
    Note = 3,     ///< text
    Rating = 4,   ///< "1" to "5"
    Place = 5,    ///< "yes": signed up, and has a place
    Attended = 6, ///< "yes"
    Seen = 7,     ///< "yes": passed over, without an opinion
    Comes = 8,    ///< wall time as `format_wall_time` writes it; of an occurrence
    Leaves = 9,   ///< the same, or an interval: away then, and back (ISO 8601-1, 5.5)
    Event = 10,   ///< of the attendee's own, as `format_personal_event` writes it
};

/// What is kept in the fields that are either said or not.
inline constexpr std::string_view choice_yes = "yes";

struct ChoiceKey {
    std::string conference; ///< ConferenceRecord::key
    std::string subject;    ///< key of a session or an occurrence, or id of a personal event
    ChoiceField field = ChoiceField::Keenness;
    friend auto operator<=>(const ChoiceKey&, const ChoiceKey&) = default;
};

/// What the session looked like when it was chosen, so that the choice can be shown, and found
/// again, when the program has renumbered or dropped it.
struct ChoiceContext {
    std::string title;
    std::string start; ///< wall time as `format_wall_time` writes it; empty: not announced
    std::string room;
    friend auto operator<=>(const ChoiceContext&, const ChoiceContext&) = default;
};

enum class ChoiceAction : std::uint8_t { Do, Undo, Redo };

/// One write: the unit of the journal and of merging. An empty value is the tombstone.
struct Choice {
    ChoiceKey key;
    std::string value;
    std::string previous; ///< value before this write: what undo writes
    Stamp replaced;       ///< the `Do` that gave `previous`; zero: there was none
    Stamp stamp;
    ChoiceContext context;
    ChoiceAction action = ChoiceAction::Do;
    /// For Undo and Redo: the `Do` that is taken back or done again. For Do: the first write of the
    /// step that this one belongs to; zero: it is the first.
    Stamp target;
    friend auto operator<=>(const Choice&, const Choice&) = default;
};
/// The order that decides between two writes of one key. Writes with equal stamps (a copied
/// profile) have an order, too, so that all devices agree.
[[nodiscard]] bool is_later(const Choice& left, const Choice& right);

/// Longer keys and values are refused by `choose()`; the parts of a context are cut.
inline constexpr std::size_t choice_key_bytes_max = 1024;
inline constexpr std::size_t choice_value_bytes_max = 65536;
inline constexpr std::size_t choice_context_bytes_max = 512;
/// How many of the device's own choices can be taken back.
inline constexpr std::size_t undo_depth_max = 200;

/// All choices of one person: for each key the latest write, and what this device did last, for
/// undo. Merging is commutative, associative and idempotent: a map of keys to the latest write, and
/// the newest `undo_depth_max` own choices, each with the latest step that took it back or did it
/// again.
class Agenda {
public:
    explicit Agenda(std::uint64_t writer = 0) : writer_(writer) { }

    [[nodiscard]] std::uint64_t writer() const { return writer_; }
    /// Empty for what was never chosen.
    [[nodiscard]] std::string_view value(const ChoiceKey& key) const;
    /// The latest write of each key, tombstones among them.
    [[nodiscard]] const std::map<ChoiceKey, Choice>& choices() const { return latest_; }

    /// Makes the write that gives `key` the value, applies it and hands it over for the journal.
    /// Its stamp is later than every stamp seen. Nothing when the value is the same already.
    /// Units:  `now_ms` are Unix milliseconds and may run backwards.
    /// Errors: nothing, too, for a key or a value longer than its limit.
    std::optional<Choice> choose(
        ChoiceKey key, std::string value, ChoiceContext context, std::int64_t now_ms);
    /// What is chosen from now on is one step, to be taken back at once, until another step is
    /// begun. Before the first, each choice is a step.
    void begin_step();
    /// Takes in a write from the journal, another tab, device or file. True if it told something
    /// new; false for what was known or is older than what stands.
    bool merge(const Choice& choice);

    /// Undo and redo are the device's: they reach back before a reload and into its other tabs.
    /// With a conference named, only its choices count: a tab takes back nothing that it cannot
    /// show.
    [[nodiscard]] bool can_undo(std::string_view conference = {}) const;
    [[nodiscard]] bool can_redo(std::string_view conference = {}) const;
    /// The last own step that stands, taken back by new writes, the last one of it first. A choice
    /// whose key someone else has changed since is passed over. Empty when there is nothing to
    /// undo.
    std::vector<Choice> undo(std::int64_t now_ms, std::string_view conference = {});
    /// The step taken back last, done again; empty after a new choice. Passes over as `undo()`.
    std::vector<Choice> redo(std::int64_t now_ms, std::string_view conference = {});

    /// Grows by one with each change that could show.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }
    /// All that a snapshot must hold: the latest write of each key, and the own writes for undo.
    /// Shape:  in order of `is_later`, each write once.
    [[nodiscard]] std::vector<Choice> writes() const;

private:
    /// A choice of this device and where it stands.
    struct OwnChoice {
        std::optional<Choice> done;      ///< absent while only a step that names it has arrived
        std::optional<Choice> last_step; ///< the latest Undo or Redo of it
    };

    Stamp next_stamp(std::int64_t now_ms);
    bool merge_own(const Choice& choice);
    void forget_oldest_own();
    [[nodiscard]] std::optional<Stamp> source(const ChoiceKey& key) const;
    [[nodiscard]] const Choice* find_undoable(std::string_view conference) const;
    [[nodiscard]] const Choice* find_redoable(std::string_view conference) const;
    Choice answer(const Choice& target, ChoiceAction action, std::int64_t now_ms);

    std::uint64_t writer_ = 0;
    Stamp latest_seen_;
    bool in_step_ = false;
    Stamp step_; ///< the first write of the step that was begun; zero: there is none yet
    std::map<ChoiceKey, Choice> latest_;
    std::map<Stamp, OwnChoice> own_; ///< by the stamp of the `Do`
    std::size_t own_done_count_ = 0; ///< how many of `own_` have a `done`
    std::uint64_t revision_ = 0;
};

} // namespace hallway
