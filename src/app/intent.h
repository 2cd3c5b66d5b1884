#pragma once
#include "agenda/stored_rows.h"
#include "base/error.h"
#include "base/time.h"
#include "program/import_report.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace hallway {

// What can happen. The user's intents are attached to nodes of the semantic tree; the host's arrive
// as input. `update` has one case for each.

// --- by the user ---------------------------------------------------------------------------------

struct OpenLink {
    std::string href;
}; ///< a link of ours, "#/program?day=2012-03-07"
struct ToggleStar {
    std::string session_key;
};
struct ToggleFilter {
    std::string filter;
}; ///< one value of a filter, as `format_filter` writes it
struct DropFilters {
    std::string facet;
}; ///< of one name; empty: all
struct OpenFilters {
    std::string facet;
};                   ///< the dialog with the values of one filter; empty: of all
struct OpenDays { }; ///< the dialog with all days
struct CloseDialog { };
struct SetQuery {
    std::string text;
};                       ///< the text of the field, as typed so far
struct ClearFilters { }; ///< and the search
struct Undo { };
struct Redo { };
struct OpenAddress {
    std::string text;
}; ///< load the program at the address that was typed or pasted
struct SetAddress {
    std::string text;
}; ///< the field "Paste a link", as typed so far
struct ChooseFile { };
struct OpenSample { };
struct OpenChooser { }; ///< "Open a real one", "Other conference"
struct DismissNotice { };
struct SaveCopy { }; ///< download of the choices
struct RetrySave { };
struct TogglePlainPage { }; ///< HTML presentation by choice
struct SetPreference {
    std::string change;
}; ///< "theme=dark": see change_preference()
struct DeleteData {
    std::string what;
};                      ///< "ask", "keep", "conference" or "everything"
struct RestoreData { }; ///< what was deleted since the page was opened
struct OpenProgram {
    std::string source;
}; ///< a program of the shelf, or once more what could not be loaded
struct RemoveProgram {
    std::string source;
}; ///< from the shelf
struct TurnRooms {
    std::string way;
};                          ///< of the grid: "next" or "previous"
struct CheckForChanges { }; ///< whether the open program has changed
struct SetKeenness {
    std::string choice;
}; ///< "must", "want", "maybe", "no" or nothing, then a blank and the session's key
struct ToggleGoing {
    std::string occurrence;
}; ///< as `occurrence_subject` names it
struct GoOnly {
    std::string occurrences;
}; ///< to these, one a line, and to nothing that clashes with them; or to none of them any more
struct StayForPart {
    std::string choice;
}; ///< "comes" or "leaves", a blank, the wall time (of leaving also an interval) or nothing, a
    ///< blank, and the occurrence
struct UsePlan { };  ///< the best plan that was found
struct PickPlan { }; ///< decides one by one what of the best plan is used
struct TogglePick {
    std::string occurrence;
}; ///< of the best plan
struct ToggleGap {
    std::string start;
}; ///< what could fit into the free time of my plan that begins then, Instant in digits
struct ToggleFull {
    std::string occurrence;
}; ///< what there is instead of a session whose room is full
struct GoInstead {
    std::string occurrences;
}; ///< to the first of two, one a line, and not to the second, whose room is full
struct TogglePlace {
    std::string session_key;
};
struct ToggleAttended {
    std::string session_key;
};
struct PassOver {
    std::string session_key;
}; ///< without an opinion
struct SetRating {
    std::string choice;
}; ///< "1" to "5" or nothing, then a blank and the session's key
struct SetNote {
    std::string session_key;
};                        ///< of a field: its text is the note
struct ToggleRunning { }; ///< the list of what is on now, folded behind its count
struct ToggleSoon { };    ///< the list of what starts soon
struct JumpToNow { };     ///< to the sessions of now in the program
struct ShowRealTime { };  ///< instead of the time that was set

using Intent = std::variant<std::monostate, OpenLink, ToggleStar, ToggleFilter, DropFilters,
    OpenFilters, OpenDays, CloseDialog, SetQuery, ClearFilters, Undo, Redo, OpenAddress, SetAddress,
    ChooseFile, OpenSample, OpenChooser, DismissNotice, SaveCopy, RetrySave, TogglePlainPage,
    OpenProgram, RemoveProgram, CheckForChanges, SetKeenness, ToggleGoing, GoOnly, StayForPart,
    UsePlan, PickPlan, TogglePick, ToggleGap, ToggleFull, GoInstead, TogglePlace, ToggleAttended,
    PassOver, SetRating, SetNote, SetPreference, DeleteData, RestoreData, ToggleRunning, ToggleSoon,
    JumpToNow, ShowRealTime, TurnRooms>;

// --- by the host ---------------------------------------------------------------------------------

/// When a program was read, or found to be unchanged.
struct ReadTime {
    std::int64_t ms = 0;      ///< Unix milliseconds
    Minutes local_offset = 0; ///< of the device's zone at that time: local time minus UTC
    friend bool operator==(const ReadTime&, const ReadTime&) = default;
};

struct RouteChanged {
    std::string href;
};                      ///< back, forward, or typed into the address bar
struct ProgramArrived { ///< read by the files module, or from the store
    std::shared_ptr<const Bytes> pack;
    std::string source; ///< address, or "file:" and a name
    bool from_store = false;
    std::optional<ImportReport> report;
    ReadTime read = {};
};
struct ProgramUnchanged {
    std::string source;
    ReadTime read = {};
}; ///< the file is the one that was read before
struct LoadProgress {
    std::string source;
    std::uint32_t permille = 0;
};
struct LoadFailed {
    std::string source;
    Error error;
};
struct NothingStored { }; ///< no program is to be opened by itself
/// The programs that were opened before: at the start of the page, and whenever they change.
struct ShelfChanged {
    struct Entry {
        std::string source;
        std::string title; ///< of the conference; empty: not known
        ReadTime read;
    };
    std::vector<Entry> entries;
};
/// Of several files that were chosen, those that were read besides the one that opened.
struct FilesKept {
    std::uint32_t count = 0;
};
/// What the store holds: at the start of the page, and anew when the database was replaced. Rows
/// are named by their batch and their position in it.
struct StoredRowsArrived {
    struct Row {
        RowSource source = RowSource::Journal;
        Bytes records;
    };
    std::uint32_t batch = 0;
    std::vector<Row> rows;
    bool complete = true; ///< every row could be read
};
/// Records of another tab: once when they are made, and once more when they stand in the journal.
struct RecordsArrived {
    Bytes records;
    bool durable = false;
};
struct RecordSaved {
    std::uint64_t choice_id = 0;
};
struct SaveFailed {
    Error error;
};
struct StorageWeak { }; ///< this browser may forget
/// The device's zone: at the start its name alone, with its rules for some years when asked.
struct ZoneDescribed {
    ZoneRules zone;
};

using HostEvent = std::variant<RouteChanged, ProgramArrived, ProgramUnchanged, LoadProgress,
    LoadFailed, NothingStored, ShelfChanged, FilesKept, StoredRowsArrived, RecordsArrived,
    RecordSaved, SaveFailed, StorageWeak, ZoneDescribed>;

} // namespace hallway
