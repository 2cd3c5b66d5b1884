#pragma once
#include "agenda/stored_rows.h"
#include "base/error.h"
#include "base/time.h"
#include "program/import_report.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hallway {

// What can happen. The user's intents are attached to nodes of the semantic tree; the host's events
// arrive as input. `update` has one case for each.

// --- by the user ---------------------------------------------------------------------------------

/// What the user asks for. Behind each stands what its subject is; none is said where it has none.
enum class IntentKind : std::uint8_t {
    None,
    OpenLink,     ///< a link of ours, "#/program?day=2012-03-07"
    ToggleStar,   ///< of the session with this key
    ToggleFilter, ///< one value of a filter, as `format_filter` writes it
    DropFilters,  ///< of one facet, by its name; empty: all
    OpenFilters,  ///< the dialog with the values of one facet, by its name; empty: of all
    OpenDays,     ///< the dialog with all days
    CloseDialog,
    SetQuery,     ///< the text of the field, as typed so far
    ClearFilters, ///< and the search
    Undo,
    Redo,
    OpenAddress, ///< load the program at the address that was typed or pasted
    SetAddress,  ///< the field "Paste a link", as typed so far
    ChooseFile,
    OpenSample,
    OpenChooser, ///< "Open a real one", "Other conference"
    DismissNotice,
    SaveCopy, ///< download of the choices
    RetrySave,
    TogglePlainPage, ///< HTML presentation by choice
    OpenProgram,     ///< a source: a program of the shelf, or once more what could not be loaded
    RemoveProgram,   ///< a source: from the shelf
    CheckForChanges, ///< whether the open program has changed
    SetKeenness, ///< "must", "want", "maybe", "no" or nothing, then a blank and the session's key
    ToggleGoing, ///< to an occurrence, as `occurrence_subject` names it
    /// To these occurrences, one a line, and to nothing that clashes with them; or to none of them
    /// any more.
    GoOnly,
    /// "comes" or "leaves", a blank, the wall time (of leaving also an interval) or nothing, a
    /// blank, and the occurrence.
    StayForPart,
    UsePlan,    ///< the best plan that was found
    RetryPlan,  ///< searches for the best plan once more
    PickPlan,   ///< decides one by one what of the best plan is used
    TogglePick, ///< an occurrence of the best plan
    ToggleGap, ///< what could fit into the free time of my plan that begins then, Instant in digits
    ToggleFull, ///< an occurrence: what there is instead of a session whose room is full
    /// To the first of two occurrences, one a line, and not to the second, whose room is full.
    GoInstead,
    TogglePlace,    ///< of the session with this key
    ToggleAttended, ///< the session with this key
    PassOver,       ///< the session with this key, without an opinion
    SetRating,      ///< "1" to "5" or nothing, then a blank and the session's key
    SetNote,        ///< of the session with this key; the note is the text of the field
    SetPreference,  ///< "theme=dark": see change_preference()
    DeleteData,     ///< "ask", "keep", "conference" or "everything"
    RestoreData,    ///< what was deleted since the page was opened
    ToggleRunning,  ///< the list of what is on now, folded behind its count
    ToggleSoon,     ///< the list of what starts soon
    JumpToNow,      ///< to the sessions of now in the program
    ShowRealTime,   ///< instead of the time that was set
    TurnRooms,      ///< of the grid: "next" or "previous"
    OpenEvent,      ///< the form of the personal event with this id; empty: of a new one
    SetEventTitle,  ///< of the form: the text of its field, as typed so far
    SetEventPlace,  ///< the same
    SetEventStart,  ///< the same, "12:30"
    SetEventEnd,    ///< the same
    SetEventDay,    ///< of the form: days since 1970-01-01, in digits
    SaveEvent,      ///< what the form holds
    RemoveEvent,    ///< the one that the form is of
};

/// One kind with its subject, which is borrowed for the call that takes it: see `PageIntent` for
/// what is kept.
struct Intent {
    IntentKind kind = IntentKind::None;
    std::string_view subject = {};
    friend bool operator==(const Intent&, const Intent&) = default;
};

/// So that `ToggleStar { key }` is an Intent.
template <IntentKind fixed_kind> struct IntentOf : Intent {
    constexpr explicit IntentOf(std::string_view of = {}) : Intent { fixed_kind, of } { }
};
using OpenLink = IntentOf<IntentKind::OpenLink>;
using ToggleStar = IntentOf<IntentKind::ToggleStar>;
using ToggleFilter = IntentOf<IntentKind::ToggleFilter>;
using DropFilters = IntentOf<IntentKind::DropFilters>;
using OpenFilters = IntentOf<IntentKind::OpenFilters>;
using OpenDays = IntentOf<IntentKind::OpenDays>;
using CloseDialog = IntentOf<IntentKind::CloseDialog>;
using SetQuery = IntentOf<IntentKind::SetQuery>;
using ClearFilters = IntentOf<IntentKind::ClearFilters>;
using Undo = IntentOf<IntentKind::Undo>;
using Redo = IntentOf<IntentKind::Redo>;
using OpenAddress = IntentOf<IntentKind::OpenAddress>;
using SetAddress = IntentOf<IntentKind::SetAddress>;
using ChooseFile = IntentOf<IntentKind::ChooseFile>;
using OpenSample = IntentOf<IntentKind::OpenSample>;
using OpenChooser = IntentOf<IntentKind::OpenChooser>;
using DismissNotice = IntentOf<IntentKind::DismissNotice>;
using SaveCopy = IntentOf<IntentKind::SaveCopy>;
using RetrySave = IntentOf<IntentKind::RetrySave>;
using TogglePlainPage = IntentOf<IntentKind::TogglePlainPage>;
using OpenProgram = IntentOf<IntentKind::OpenProgram>;
using RemoveProgram = IntentOf<IntentKind::RemoveProgram>;
using CheckForChanges = IntentOf<IntentKind::CheckForChanges>;
using SetKeenness = IntentOf<IntentKind::SetKeenness>;
using ToggleGoing = IntentOf<IntentKind::ToggleGoing>;
using GoOnly = IntentOf<IntentKind::GoOnly>;
using StayForPart = IntentOf<IntentKind::StayForPart>;
using UsePlan = IntentOf<IntentKind::UsePlan>;
using RetryPlan = IntentOf<IntentKind::RetryPlan>;
using PickPlan = IntentOf<IntentKind::PickPlan>;
using TogglePick = IntentOf<IntentKind::TogglePick>;
using ToggleGap = IntentOf<IntentKind::ToggleGap>;
using ToggleFull = IntentOf<IntentKind::ToggleFull>;
using GoInstead = IntentOf<IntentKind::GoInstead>;
using TogglePlace = IntentOf<IntentKind::TogglePlace>;
using ToggleAttended = IntentOf<IntentKind::ToggleAttended>;
using PassOver = IntentOf<IntentKind::PassOver>;
using SetRating = IntentOf<IntentKind::SetRating>;
using SetNote = IntentOf<IntentKind::SetNote>;
using SetPreference = IntentOf<IntentKind::SetPreference>;
using DeleteData = IntentOf<IntentKind::DeleteData>;
using RestoreData = IntentOf<IntentKind::RestoreData>;
using ToggleRunning = IntentOf<IntentKind::ToggleRunning>;
using ToggleSoon = IntentOf<IntentKind::ToggleSoon>;
using JumpToNow = IntentOf<IntentKind::JumpToNow>;
using ShowRealTime = IntentOf<IntentKind::ShowRealTime>;
using TurnRooms = IntentOf<IntentKind::TurnRooms>;
using OpenEvent = IntentOf<IntentKind::OpenEvent>;
using SetEventTitle = IntentOf<IntentKind::SetEventTitle>;
using SetEventPlace = IntentOf<IntentKind::SetEventPlace>;
using SetEventStart = IntentOf<IntentKind::SetEventStart>;
using SetEventEnd = IntentOf<IntentKind::SetEventEnd>;
using SetEventDay = IntentOf<IntentKind::SetEventDay>;
using SaveEvent = IntentOf<IntentKind::SaveEvent>;
using RemoveEvent = IntentOf<IntentKind::RemoveEvent>;

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
/// Of the search that `FindPlan` asked for.
struct PlanNews {
    std::uint32_t number = 0;
    std::uint32_t permille = 0; ///< of the effort that is spent
    bool failed = false;        ///< there will be no more news
    Bytes solution;             ///< as `encode_solution` gives it; empty: not yet
};

using HostEvent = std::variant<RouteChanged, ProgramArrived, ProgramUnchanged, LoadProgress,
    LoadFailed, NothingStored, ShelfChanged, FilesKept, StoredRowsArrived, RecordsArrived,
    RecordSaved, SaveFailed, StorageWeak, ZoneDescribed, PlanNews>;

} // namespace hallway
