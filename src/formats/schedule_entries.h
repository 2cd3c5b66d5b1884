#pragma once
#include "base/time.h"
#include "program/builder.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a schedule says, before it is known what its zone, its addresses and its ids mean: that may
/// stand anywhere in the file. Texts are clean, times as written, addresses as written.
namespace hallway::schedule {

using PositionByText = std::map<std::string, std::uint32_t, std::less<>>;

struct PersonEntry {
    std::string guid, code, id;
    std::string public_name, name, full_public_name;
    std::string url;
    RichText biography;
    std::uint32_t first_event = pack::none; ///< the event that it was met in first
};

struct DayEntry {
    std::optional<Date> date;
    std::optional<WrittenTime> end;
    std::uint32_t cell_count = 0;
};

/// The events of one room on one day; or those of a day that is not divided by rooms.
struct CellEntry {
    std::string name;
    std::string guid;
    std::uint32_t day = 0;
    std::uint32_t number_in_day = 0;
    bool is_room = true;
    std::uint32_t event_count = 0;
};

struct EventEntry {
    SessionDraft session; ///< all but people, track and occurrences
    std::string id;
    std::string track;
    std::string room;
    std::string origin_url;
    std::string feedback_url;
    std::optional<WrittenTime> start;
    std::optional<WrittenTime> end;
    std::optional<Minutes> duration;
    std::optional<Date> date;     ///< where `date` has no clock
    std::optional<Minutes> clock; ///< of `start`
    RichText abstract;
    RichText description;
    std::vector<std::uint32_t> people; ///< positions in `Entries::people`
    // Where it stands.
    std::uint32_t cell = 0;
    std::uint32_t number_in_cell = 0;
    std::size_t byte_offset = 0;
};

struct Entries {
    ConferenceDraft conference;
    std::string base_url;
    std::string zone_name;
    std::size_t zone_offset = 0; ///< in the file
    std::optional<Minutes> day_change;
    std::vector<TrackDraft> tracks;
    std::vector<RoomDraft> rooms;
    std::vector<DayEntry> days;
    std::vector<CellEntry> cells;
    std::vector<EventEntry> events;
    std::vector<PersonEntry> people;   ///< of events; none twice
    std::vector<PersonEntry> profiles; ///< what is said of people apart from the events
    std::uint32_t people_references = 0;
    /// Of these: the event's id with one or two digits behind it
    std::uint32_t people_numbered_by_event = 0;

    [[nodiscard]] const DayEntry& day_of(const EventEntry& event) const
    {
        return days[cells[event.cell].day];
    }
};

} // namespace hallway::schedule
