#pragma once
#include "base/hash_set.h"
#include "formats/schedule_entries.h"
#include "formats/schedule_fields.h"
#include "program/import_report.h"

#include <string_view>

namespace hallway::schedule {

/// Collects what a reader finds in a schedule of either notation. The reader says where it is
/// (`opened`, `closed`) and what stands there (`found`), in the order of the file.
///
/// Errors: a value that cannot be used gives the reason, for the reader to report with its place;
///         the rest of the entry is kept.
class Collector {
public:
    /// `key` is the name that something stands under, if the notation has one: a room's, for a
    /// cell.
    void opened(State state, std::string_view key, std::size_t byte_offset);
    [[nodiscard]] std::optional<SkipReason> closed(State state);
    /// `text` is the raw value; numbers and truth values are written out.
    [[nodiscard]] std::optional<SkipReason> found(
        Field field, std::string_view text, std::size_t byte_offset);

    /// Title of the event that is being read.
    [[nodiscard]] const std::string& entry_name() const { return event_.session.title; }
    [[nodiscard]] Entries take() { return std::move(entries_); }

private:
    using Outcome = std::optional<SkipReason>;

    Outcome found_in_conference(Field field, std::string_view text, std::size_t byte_offset);
    Outcome found_in_lists(Field field, std::string_view text);
    Outcome found_in_event(Field field, std::string_view text);
    Outcome found_in_event_times(Field field, std::string_view text);
    Outcome found_in_entry(Field field, std::string_view text);
    Outcome take_capacity(std::string_view text);
    Outcome take_duration(std::string_view text);
    Outcome take_boolean(std::string_view text);

    void begin_event(std::size_t byte_offset);
    Outcome end_event();
    void end_person();
    void count_number_of(const PersonEntry& person);

    Entries entries_;
    PositionByText people_; ///< by guid, code, id and name
    HashSet event_people_;  ///< hashes of event and person

    // What is being read.
    TrackDraft track_;
    RoomDraft room_;
    PersonEntry person_;
    LinkDraft link_;
    EventEntry event_;
    std::uint32_t event_number_ = 0;
    bool in_cell_ = false;
};

/// The first of a person's names that is given: the public one counts most.
[[nodiscard]] const std::string& name_of(const PersonEntry& person);

} // namespace hallway::schedule
