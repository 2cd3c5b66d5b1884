#pragma once
#include "agenda/agenda.h"
#include "app/intent.h"
#include "app/language.h"
#include "app/preferences.h"
#include "app/route.h"
#include "program/program.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hallway {

/// Something to tell, until it is dismissed. The words are made by the view model.
struct Notice {
    enum class Kind : std::uint8_t {
        EntriesSkipped,
        LoadFailed, ///< while another program stays open
        SaveFailed, ///< the only one that interrupts
        StorageWeak,
        RecordsDamaged,
        RecordsNewer,
        FilesKept,
        // What was just done. These come before the others and go with the next thing done.
        NothingChanged,
        ProgramChanged,
        ProgramRemoved,
        DataDeleted,
        StarClashes, ///< `subject`: the occurrence that was starred; `other`: its rival
        StarIsFree,  ///< `subject`: the occurrence at which nothing clashes
        PlanUsed,    ///< `count`: sessions that it decided on
        GoneInstead, ///< `subject`: the occurrence that is gone to
    };
    Kind kind = Kind::EntriesSkipped;
    std::uint32_t count = 0;
    std::optional<Error> error;
    std::optional<ImportReport> report;
    std::string subject = {}; ///< LoadFailed: the source; ProgramRemoved: the title
    std::string other = {};
};

/// What stands over the page and has to be closed before anything else is done.
struct Dialog {
    enum class Kind : std::uint8_t {
        FilterSheet, ///< `subject`: of the facet of that name; empty: all
        DaySheet,
        EventForm, ///< of `AppState::event_draft`
    };
    Kind kind = Kind::FilterSheet;
    std::string subject = {};
};

/// A personal event that is being written, as typed so far.
struct EventDraft {
    std::string id; ///< empty: a new one
    std::string title, place;
    Date day;               ///< event day
    std::string start, end; ///< "12:30"; before the day's boundary: of the night after it
    enum class Fault : std::uint8_t { None, NoTitle, NoTimes, TooLong };
    Fault fault = Fault::None; ///< why it could not be saved
};

struct BestPlanJob;

/// All state that the core owns. Scroll, focus and text being typed belong to the DOM; hits, rows
/// and words are computed (see `make_page`).
struct AppState {
    struct Loading {
        std::string source;
        std::uint32_t permille = 0;
        bool is_check = false; ///< of the open program, by hand
    };
    struct LoadFailure {
        std::string source;
        Error error;
    };
    /// A note that is longer than can be kept, as it was typed.
    struct LongNote {
        std::string conference, session_key, text;
    };
    struct Unsaved {
        std::uint32_t writes = 0;
        Stamp latest;
    };

    Language language;
    std::int64_t now_ms = 0; ///< Unix milliseconds: what choices are stamped with
    /// What the clock shows: `now_ms`, or what was set for looking ahead.
    std::int64_t shown_ms = 0;
    bool shown_is_local = false; ///< `shown_ms` is the event's local time, as if it were UTC
    bool shown_is_set = false;   ///< it was set, so that the page says so
    Minutes local_offset = 0;    ///< of the device's zone now: local time minus UTC

    std::optional<Program> program; ///< replaced as a whole by a successful import
    std::string program_source;
    ReadTime program_read;
    std::optional<ImportReport> report;     ///< on what was left out of the program
    std::vector<ShelfChanged::Entry> shelf; ///< opened before, the one that was read last first
    std::optional<Loading> loading;
    std::optional<LoadFailure> load_failure; ///< of the program that should be open, while none is
    bool nothing_stored = false;             ///< there is none to be opened by itself

    Agenda agenda;
    std::map<std::uint64_t, Unsaved> unsaved; ///< own writes that are not durable yet, by choice id
    std::int64_t unsaved_since_ms = 0;        ///< when `unsaved` was last empty
    /// The latest write of each choice, by its id, that is known to stand in the journal: made here
    /// or in another tab.
    std::map<std::uint64_t, Stamp> durable;

    Route route;
    /// What the list shows while a session, person or room stands beside or over it.
    Route::Screen list_screen = Route::Screen::Program;
    /// Sessions, people and rooms that were passed on the way to the one that is shown.
    std::vector<Route> trail;
    /// The address named no place when the page was opened: the first program decides on it.
    bool route_is_open = false;
    std::optional<ListedDay> day; ///< looked at last; none: the first
    /// Keys of the rooms that stand first in the grid: looked up when a day is opened there.
    std::vector<std::string> first_rooms;
    std::string query;
    Filters filters;              ///< of the program
    std::optional<Dialog> dialog; ///< over everything, until it is closed or the place changes
    EventDraft event_draft;       ///< while the dialog is its form
    /// Lists of the now screen that are unfolded.
    bool shows_running = true, shows_soon = false;
    std::uint32_t jump_count = 0; ///< of "Jump to now"
    std::string address;          ///< text of the field "Paste a link"
    std::optional<LongNote> long_note;
    Preferences preferences;
    std::string device_zone_name; ///< IANA; empty: not known
    ZoneRules device_zone;        ///< without transitions: not described yet
    std::pair<std::int32_t, std::int32_t> device_zone_years; ///< that were asked for

    struct Deleted {
        std::vector<Choice> choices;
        std::optional<Preferences> preferences; ///< none: they were kept
    };
    std::optional<Deleted> deleted; ///< what can be brought back while the page is open
    bool asks_to_delete = false;
    bool has_newer_records = false; ///< choices that this build cannot tell apart

    std::shared_ptr<BestPlanJob> best_plan; ///< while it is looked at
    std::uint32_t plan_search_count = 0;    ///< since the page was opened
    std::optional<Instant> open_gap; ///< the free time of my plan of which is shown what could fit
    std::string full_occurrence;     ///< whose room is full; empty: none that is known

    std::vector<Notice> notices; ///< the first is shown
    std::string status;          ///< said once by the status region

    /// Grows with each change that could show, but for the agenda's, which has its own.
    std::uint64_t revision = 0;
};

/// The address of the made-up sample, relative to the page.
inline constexpr std::string_view sample_source = "programs/hallway-sample.json";

/// A saved write that takes longer than this is mentioned.
inline constexpr std::int64_t save_patience_ms = 1000;

} // namespace hallway
