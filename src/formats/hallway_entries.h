#pragma once
#include "base/time.h"
#include "formats/line_counter.h"
#include "program/builder.h"
#include "program/import_report.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a file of Hallway's own format says, before it is known what its references lead to: they
/// may name things that come later.
namespace hallway::own_format {

/// The id of something else.
struct Reference {
    std::string id;
    std::size_t byte_offset = 0;
};

struct TimeEntry {
    OccurrenceDraft draft; ///< all but start, end and rooms
    std::optional<WrittenTime> start;
    std::optional<WrittenTime> end;
    std::optional<hallway::Minutes> minutes;
    std::vector<Reference> rooms;
    bool is_used = false;        ///< something stands there
    std::size_t byte_offset = 0; ///< of `end`
};

struct SessionEntry {
    SessionDraft draft;
    Reference track;
    Reference parent;
    std::vector<Reference> people;
    TimeEntry own; ///< what stands on the session itself
    std::vector<TimeEntry> times;
    std::uint32_t position = 0; ///< in the file's list
    std::size_t byte_offset = 0;
};

struct RoomArea {
    std::uint32_t room = 0;
    Reference area;
    std::string path;
};

struct WalkEntry {
    Reference from;
    Reference to;
    std::optional<hallway::Minutes> minutes;
    std::optional<hallway::Minutes> step_free_minutes;
    std::string path;
};

using PositionById = std::map<std::string, std::uint32_t, std::less<>>;

struct Entries {
    Reference zone;
    PositionById areas;
    PositionById rooms;
    PositionById tracks;
    PositionById people;
    std::vector<RoomArea> room_areas;
    std::vector<WalkEntry> walks;
    std::vector<SessionEntry> sessions;
};

/// Resolves the references and gives everything to `builder`. What leads nowhere is left out and
/// reported.
void settle(Entries& entries, const ZoneSource& zones, ProgramBuilder& builder,
    ImportReport& report, LineCounter& lines);

} // namespace hallway::own_format
