#pragma once
#include "app/best_plan_model.h"
#include "app/compare_model.h"
#include "app/empty_state.h"
#include "app/filter_model.h"
#include "app/now_model.h"
#include "app/open_choice.h"
#include "app/prose.h"
#include "app/session_card_model.h"
#include "app/session_choices_model.h"
#include "app/settings_model.h"
#include "app/triage_model.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

// What is shown, in words of the attendee's language, ready to be drawn: views look nothing up and
// decide nothing. Made from the state by `make_page`, cached by revision.

/// One occurrence in a list.
struct SessionRow {
    std::uint64_t key = 0; ///< from the occurrence's key: node ids are made from it
    std::string session_key;
    std::string href;
    std::string title;
    std::string language; ///< BCP 47 of title; empty: unknown
    std::string people;
    std::string room;
    std::string track;                  ///< its name; "Cancelled" before it where that is the case
    std::string length;                 ///< "30 min"
    std::string mark;                   ///< "Going", "Clashes with Opening"; empty: neither
    std::string star_label;             ///< accessible name
    std::uint8_t track_color = 0;       ///< 1 to 12, token track-n; 0: no track
    Keenness keenness = Keenness::None; ///< shape of the star
    bool saved = false;                 ///< the star's state is durable
    bool current = false;               ///< its detail is open beside the list
    bool cancelled = false;
};

/// Rows with the same start under one sticky heading.
struct TimeSlot {
    std::uint64_t key = 0;
    std::string time;  ///< "11:00"
    std::string note;  ///< "6 still running", "after midnight"; may be empty
    std::string count; ///< "14 sessions, 3 starred"
    std::size_t first_row = 0;
    std::size_t row_count = 0;
};

struct DayTab {
    std::uint64_t key = 0;
    std::string href;
    std::string label;      ///< "Sat 31 Jan"
    std::string full_label; ///< accessible name: "Sat 31 Jan, 484 sessions"
    std::string count;      ///< "484"
    bool current = false;
};

/// The way from a detail to where it was opened.
struct BackLink {
    std::string label, href;
};

/// Instead of more tabs than a phone has room for: a step to either side, and all in a dialog.
struct DayMenu {
    std::optional<BackLink> previous, next;
    std::string label; ///< "Sat 31 Jan", the day that is shown
    std::string name;  ///< accessible: "Days: Sat 31 Jan"
};

/// The days to choose from, above a list.
struct DayTabs {
    std::string label;                 ///< name of the navigation
    std::vector<DayTab> days;          ///< empty with one day
    std::optional<DayMenu> menu;       ///< stands for `days`, which are in the dialog then
    std::string zone_note;             ///< "Brussels time", or that they are as printed
    std::optional<Action> zone_action; ///< to the other zone, where there are two
};

struct ProgramModel {
    std::string search_label; ///< "Search the program"
    std::string search_hint;  ///< placeholder: "Search FOSDEM 2026"
    std::string query;
    DayTabs days;
    FilterBar filters;
    std::optional<Action> jump; ///< to the rows of now, on a day of the event
    std::string list_label;     ///< accessible name of the list: the day in full
    std::vector<TimeSlot> slots;
    std::vector<SessionRow> rows;
    std::optional<EmptyState> empty;
    std::uint64_t scroll_key = 0; ///< day and filters: the scroll position belongs to this
    /// Where the list is to be scrolled to, once for each number.
    struct ScrollTo {
        std::uint32_t number = 0; ///< 0: never asked for
        std::size_t slot = 0;
    };
    ScrollTo scroll_to;
};

struct PlanModel {
    DayTabs days;
    std::string title;          ///< "My plan"
    std::string summary;        ///< "Saturday 31 January: 7 sessions, free 13:00 to 14:00."
    std::optional<Action> find; ///< the best plan of all that is starred
    std::string list_label;     ///< accessible name of the list
    struct Entry {
        std::string free = {}; ///< "Free from 12:10 to 13:00."; empty: none before this card
        /// What of the program would fit into that time.
        struct CouldFit {
            Unfolding unfold;
            std::vector<SessionCard> cards;
            std::string nothing; ///< that there is none; empty: there is, or it is not open
        };
        std::optional<CouldFit> could_fit = {};
        std::string way = {}; ///< "6 min to UB5.132"; empty: none that is known
        /// Of the first of several that clash, about which nothing is decided.
        std::optional<OpenChoice> choice = {};
        SessionCard card = {};
    };
    std::vector<Entry> entries;
    std::string gone_title; ///< over stars whose session the program has no more
    struct Gone {
        std::string title, when, place; ///< as they were when it was starred
        Star star;
    };
    std::vector<Gone> gone;
    std::optional<EmptyState> empty;
    std::uint64_t scroll_key = 0;
};

struct SpeakersModel {
    std::string title;
    std::string count; ///< "927 people"
    struct Person {
        std::uint64_t key = 0;
        std::string href, name, note; ///< note: what they give
        bool current = false;
    };
    struct Group {
        std::uint64_t key = 0;
        std::string letter;
        std::vector<Person> people;
    };
    std::vector<Group> groups;
};

/// What has no tab of its own.
struct MoreModel {
    std::string title;
    struct Row {
        std::uint64_t key = 0;
        std::string icon, label, note;
        std::string href; ///< empty: it does `intent`
        Intent intent = {};
    };
    std::vector<Row> rows;
};

struct Fact {
    std::string icon;  ///< name in icons.json
    std::string label; ///< accessible, as "Time"
    std::string text;
    std::string note;      ///< second line; may be empty
    bool wide = false;     ///< takes a line of its own
    std::string href = {}; ///< of a page about it, or on the web; empty: none
};
struct SessionModel {
    std::uint64_t key = 0;
    std::string session_key;
    std::string when; ///< top line: "Sat 31 Jan, 11:00"
    BackLink back;
    std::string title;
    std::string subtitle;
    std::string language;
    std::string track;
    std::uint8_t track_color = 0;
    std::vector<Fact> facts;
    std::optional<Action> join; ///< into its stream, for who attends online
    Star star;
    std::string star_word; ///< on the button: "Star", a part of the star's name
    std::string star_hint; ///< beside it: "Add to my plan"; may be empty
    SessionChoices choices;
    std::string clashes_label;        ///< "Clashes in my plan"
    std::vector<SessionCard> clashes; ///< each with its verdict as a mark
    std::optional<Action> compare;
    bool cancelled = false;
    std::string cancelled_text;
    std::string about_label;
    Prose about;
    std::string people_label;
    struct Person {
        std::string name;
        std::string href;
        Prose biography;
    };
    std::vector<Person> people;
    std::string children_label; ///< over what belongs to it, as posters to their session
    std::vector<SessionCard> children;
    std::string related_label;
    std::vector<SessionCard> related;
    std::string links_label;
    std::vector<Action> links;
};

struct SpeakerModel {
    std::uint64_t key = 0;
    BackLink back;
    std::string kind; ///< "Speaker"
    std::string name;
    Prose biography;
    std::string sessions_label;
    std::vector<SessionCard> sessions;
    std::string links_label;
    std::vector<Action> links;
};

struct RoomModel {
    std::uint64_t key = 0;
    BackLink back;
    std::string kind; ///< "Room"
    std::string name;
    std::vector<Fact> facts;
    std::string directions_label, directions;
    struct Day {
        std::uint64_t key = 0;
        std::string title;
        std::vector<SessionCard> sessions;
    };
    std::vector<Day> days;
};

/// Where the program comes from, and what was left out of its file.
struct AboutModel {
    std::uint64_t key = 0;
    std::string title; ///< "About this program"
    std::string name;  ///< the conference's
    std::vector<Fact> facts;
    Action check; ///< "Check for changes", or "Choose the file again"
    Action other;
    struct Skipped {
        std::uint64_t key = 0;
        std::string entry;  ///< its title or key; may be empty
        std::string reason; ///< "It has no title."
        std::string place;  ///< "Field: sessions[12].start. Line 40."; may be empty
    };
    std::string skipped_label; ///< "3 entries skipped"; empty: none
    std::vector<Skipped> skipped;
    std::string skipped_rest; ///< "and 12 more"; empty: all are listed
};

/// Programs that were opened before.
struct ShelfModel {
    struct Entry {
        std::uint64_t key = 0;
        std::string source;
        std::string title;
        std::string place; ///< "conf.example", or the name of its file
        std::string read;  ///< "Read today at 10:32"
        std::string remove_label;
    };
    std::string label;
    std::vector<Entry> entries;
};

/// "Which conference?"
struct ChooserModel {
    std::string title;
    ShelfModel shelf;
    std::string text;
    std::string address_label; ///< "Paste a link"
    std::string address_hint;
    std::string address;
    Action open;
    Action choose_file;
    Action sample;
    std::optional<Action> back; ///< to what is open already
};

struct LoadingModel {
    std::string title;
    std::string text; ///< where from
    std::uint32_t permille = 0;
};

struct NoticeModel {
    std::string text;
    bool interrupts = false; ///< role alert: only when a choice could not be saved
    std::vector<Action> actions;
};

struct GridModel;

/// What the page is wide enough for.
enum class Layout : std::uint8_t {
    Phone,   ///< one pane, bar at the bottom
    Tablet,  ///< rail, one pane
    Desktop, ///< rail, list, detail
};

/// The whole page. Its large parts are held by pointers, since to move each would be code of its
/// own.
struct PageModel {
    std::string document_title;
    /// The one h1: the conference's title over its program, else the screen's.
    std::string heading;
    std::string heading_note;     ///< beside it: "11:05"; may be empty
    std::optional<BackLink> back; ///< from a screen that has no tab of its own
    std::string plain_page_label;
    bool plain_page = false;
    std::string views_label;
    struct View {
        std::uint64_t key = 0;
        std::string href, label, icon;
        bool current = false;
    };
    std::vector<View> views;
    std::string lists_label;
    std::vector<View> lists;          ///< "List", "By room"; empty where there is one way
    std::optional<Action> undo, redo; ///< absent when there is nothing to undo
    std::optional<std::string>
        sample_note; ///< "This conference is made up, for trying things out."
    std::optional<Action> sample_action;
    std::optional<std::string> clock_note; ///< what a clock that was set shows
    std::optional<Action> clock_action;
    /// What the list shows: one of these, or what stands instead of it below.
    std::unique_ptr<NowModel> now;
    std::unique_ptr<ProgramModel> program;
    std::shared_ptr<const GridModel> grid;
    std::unique_ptr<PlanModel> plan;
    std::unique_ptr<BestPlanModel> best_plan;
    std::unique_ptr<SpeakersModel> speakers;
    std::unique_ptr<MoreModel> more;
    std::unique_ptr<AboutModel> about;
    std::unique_ptr<SettingsModel> settings;
    std::unique_ptr<KeysModel> keys;
    std::unique_ptr<TriageModel> triage;
    /// What is beside or over it: one of these, or nothing.
    std::unique_ptr<SessionModel> session;
    std::unique_ptr<SpeakerModel> speaker;
    std::unique_ptr<RoomModel> room;
    std::unique_ptr<CompareModel> compare;
    std::optional<EmptyState> detail_hint; ///< beside the list, while nothing is open there
    std::unique_ptr<ChooserModel> chooser;
    std::optional<EmptyState> message;     ///< instead of the above: nothing there, load failed
    std::unique_ptr<LoadingModel> loading; ///< beside what is open
    std::unique_ptr<NoticeModel> notice;
    std::unique_ptr<FilterSheet> filter_sheet; ///< a dialog over the rest
    /// The same, of all days.
    struct DaySheet {
        std::string title, close_label;
        std::vector<DayTab> days;
    };
    std::optional<DaySheet> day_sheet;
    std::string status; ///< spoken, not shown: "12 sessions found"
    bool right_to_left = false;
    bool left_hand = false;
    std::string language; ///< of the words, BCP 47
};

/// The days of what the list shows; none: it has none.
[[nodiscard]] const DayTabs* days_of(const PageModel& page);

} // namespace hallway
