#pragma once
#include "formats/import.h"
#include "formats/line_counter.h"
#include "formats/schedule_entries.h"

namespace hallway::schedule {

/// How a notation names the places of a schedule, for errors and the report.
struct Notation {
    std::string_view days; ///< the list of days
    /// As "schedule.conference.days[0].rooms.One[2]".
    std::string (*event)(const Entries& entries, const EventEntry& event);
};

/// Makes the program of what the file says: finds its zone, days and people and makes its
/// addresses whole.
///
/// Errors: `FieldMissing` for a schedule without a title or without any event. What leads nowhere
///         is left out and reported.
[[nodiscard]] Result<Import> settle(Entries entries, const Notation& notation,
    const ZoneSource& zones, ImportReport report, LineCounter& lines);

/// The people of a schedule, in `builder`.
///
/// Shape: for each of `Entries::people` its position in the builder. A person is known by guid,
///        else code, else id. Ids that several names share (those without an account, say) count
///        with the name, and ids that are made of the event's count nothing beside it.
[[nodiscard]] std::vector<std::uint32_t> add_people(
    const Entries& entries, ProgramBuilder& builder);

/// Sets the conference's first and last day and the boundary between its days.
///
/// Shape: `starts` are the wall times of the events; none where there is no start.
void set_days(const Entries& entries, const std::vector<std::optional<WallTime>>& starts,
    ProgramBuilder& builder);

} // namespace hallway::schedule
