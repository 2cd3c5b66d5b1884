#pragma once
#include "app/best_plan_model.h"
#include "app/compare_model.h"
#include "app/empty_state.h"
#include "app/event_form_model.h"
#include "app/filter_model.h"
#include "app/now_model.h"
#include "app/open_choice.h"
#include "app/page_intent.h"
#include "app/page_list.h"
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
    PageText session_key;
    PageText href;
    PageText title;
    PageText language; ///< BCP 47 of title; empty: unknown
    PageText people;
    PageText room;
    PageText track;                     ///< its name; before it "Cancelled" or "Ended"
    PageText length;                    ///< "30 min"
    PageText mark;                      ///< "Going", "Clashes with Opening"; empty: neither
    PageText star_label;                ///< accessible name
    std::uint8_t track_color = 0;       ///< 1 to 12, token track-n; 0: no track
    Keenness keenness = Keenness::None; ///< shape of the star
    bool saved = false;                 ///< the star's state is durable
    bool current = false;               ///< its detail is open beside the list
    bool cancelled = false;
    bool over = false;  ///< it has ended, and the event goes on
    bool going = false; ///< what `mark` says
};

/// Rows with the same start under one sticky heading.
struct TimeSlot {
    std::uint64_t key = 0;
    PageText time;  ///< "11:00"
    PageText note;  ///< "6 still running", "after midnight"; may be empty
    PageText count; ///< "14 sessions, 3 starred"
    std::size_t first_row = 0;
    std::size_t row_count = 0;
};

struct DayTab {
    std::uint64_t key = 0;
    PageText href;
    PageText label;      ///< "Sat 31 Jan"
    PageText full_label; ///< accessible name: "Sat 31 Jan, 484 sessions"
    PageText count;      ///< "484"
    bool current = false;
};

/// The way from a detail to where it was opened.
struct BackLink {
    PageText label, href;
};

/// Instead of more tabs than a phone has room for: a step to either side, and all in a dialog.
struct DayMenu {
    std::optional<BackLink> previous, next;
    PageText label; ///< "Sat 31 Jan", the day that is shown
    PageText name;  ///< accessible: "Days: Sat 31 Jan"
};

/// The days to choose from, above a list.
struct DayTabs {
    PageText label;                    ///< name of the navigation
    PageList<DayTab> days;             ///< empty with one day
    std::optional<DayMenu> menu;       ///< stands for `days`, which are in the dialog then
    PageText zone_note;                ///< "Brussels time", or that they are as printed
    std::optional<Action> zone_action; ///< to the other zone, where there are two
};

struct ProgramModel {
    PageText search_label; ///< "Search the program"
    PageText search_hint;  ///< placeholder: "Search FOSDEM 2026"
    PageText query;
    DayTabs days;
    FilterBar filters;
    std::optional<Action> jump; ///< to the rows of now, on a day of the event
    PageText list_label;        ///< accessible name of the list: the day in full
    PageList<TimeSlot> slots;
    PageList<SessionRow> rows;
    std::optional<EmptyState> empty;
    std::uint64_t scroll_key = 0; ///< day and filters: the scroll position belongs to this
    /// How often "Jump to now" was chosen: the list is scrolled there once for each number.
    std::uint32_t jump_number = 0;
    /// The slot of now, where the list opens; of another day and of a search the first.
    std::size_t now_slot = 0;
};

struct PlanModel {
    DayTabs days;
    PageText title;             ///< "My plan"
    PageText summary;           ///< "Saturday 31 January: 7 sessions, free 13:00 to 14:00."
    std::optional<Action> find; ///< the best plan of all that is starred
    std::optional<Action> add;  ///< something of the attendee's own; none: no day to put it on
    PageText list_label;        ///< accessible name of the list
    struct Entry {
        PageText free = {}; ///< "Free from 12:10 to 13:00."; empty: none before this card
        /// What of the program would fit into that time.
        struct CouldFit {
            Unfolding unfold;
            PageList<SessionCard> cards;
            PageText nothing; ///< that there is none; empty: there is, or it is not open
        };
        std::optional<CouldFit> could_fit = {};
        PageText way = {}; ///< "6 min to UB5.132"; empty: none that is known
        /// Of the first of several that clash, about which nothing is decided.
        std::optional<OpenChoice> choice = {};
        SessionCard card = {};
    };
    PageList<Entry> entries;
    PageText gone_title; ///< over stars whose session the program has no more
    struct Gone {
        PageText title, when, place; ///< as they were when it was starred
        Star star;
    };
    PageList<Gone> gone;
    std::optional<EmptyState> empty;
    std::uint64_t scroll_key = 0;
};

struct SpeakersModel {
    PageText title;
    PageText count; ///< "927 people"
    struct Person {
        std::uint64_t key = 0;
        PageText href, name, note; ///< note: what they give
        bool current = false;
    };
    struct Group {
        std::uint64_t key = 0;
        PageText letter;
        PageList<Person> people;
    };
    PageList<Group> groups;
};

/// What has no tab of its own.
struct MoreModel {
    PageText title;
    struct Row {
        std::uint64_t key = 0;
        PageText icon, label, note;
        PageText href; ///< empty: it does `intent`
        PageIntent intent = {};
    };
    PageList<Row> rows;
};

struct Fact {
    PageText icon;  ///< name in icons.json
    PageText label; ///< accessible, as "Time"
    PageText text;
    PageText note;      ///< second line; may be empty
    bool wide = false;  ///< takes a line of its own
    PageText href = {}; ///< of a page about it, or on the web; empty: none
};
struct SessionModel {
    std::uint64_t key = 0;
    PageText session_key;
    PageText when; ///< top line: "Sat 31 Jan, 11:00"
    BackLink back;
    PageText title;
    PageText subtitle;
    PageText language;
    PageText track;
    std::uint8_t track_color = 0;
    PageList<Fact> facts;
    std::optional<Action> join; ///< into its stream, for who attends online
    Star star;
    PageText star_word; ///< on the button: "Star", a part of the star's name
    PageText star_hint; ///< beside it: "Add to my plan"; may be empty
    SessionChoices choices;
    PageText clashes_label;        ///< "Clashes in my plan"
    PageList<SessionCard> clashes; ///< each with its verdict as a mark
    std::optional<Action> compare;
    bool cancelled = false;
    PageText cancelled_text;
    PageText about_label;
    Prose about;
    PageText people_label;
    struct Person {
        PageText name;
        PageText href;
        Prose biography;
    };
    PageList<Person> people;
    PageText children_label; ///< over what belongs to it, as posters to their session
    PageList<SessionCard> children;
    PageText related_label;
    PageList<SessionCard> related;
    PageText links_label;
    PageList<Action> links;
};

struct SpeakerModel {
    std::uint64_t key = 0;
    BackLink back;
    PageText kind; ///< "Speaker"
    PageText name;
    Prose biography;
    PageText sessions_label;
    PageList<SessionCard> sessions;
    PageText links_label;
    PageList<Action> links;
};

struct RoomModel {
    std::uint64_t key = 0;
    BackLink back;
    PageText kind; ///< "Room"
    PageText name;
    PageList<Fact> facts;
    PageText directions_label, directions;
    struct Day {
        std::uint64_t key = 0;
        PageText title;
        PageList<SessionCard> sessions;
    };
    PageList<Day> days;
};

/// Where the program comes from, and what was left out of its file.
struct AboutModel {
    std::uint64_t key = 0;
    PageText title; ///< "About this program"
    PageText name;  ///< the conference's
    PageList<Fact> facts;
    Action check; ///< "Check for changes", or "Choose the file again"
    Action other;
    struct Skipped {
        std::uint64_t key = 0;
        PageText entry;  ///< its title or key; may be empty
        PageText reason; ///< "It has no title."
        PageText place;  ///< "Field: sessions[12].start. Line 40."; may be empty
    };
    PageText skipped_label; ///< "3 entries skipped"; empty: none
    PageList<Skipped> skipped;
    PageText skipped_rest; ///< "and 12 more"; empty: all are listed
};

/// Programs that were opened before.
struct ShelfModel {
    struct Entry {
        std::uint64_t key = 0;
        PageText source;
        PageText title;
        PageText place; ///< "conf.example", or the name of its file
        PageText read;  ///< "Read today at 10:32"
        PageText remove_label;
    };
    PageText label;
    PageList<Entry> entries;
};

/// "Which conference?"
struct ChooserModel {
    PageText title;
    ShelfModel shelf;
    PageText text;
    PageText address_label; ///< "Paste a link"
    PageText address_hint;
    PageText address;
    Action open;
    Action choose_file;
    Action sample;
    std::optional<Action> back; ///< to what is open already
};

struct LoadingModel {
    PageText title;
    PageText text; ///< where from
    std::uint32_t permille = 0;
};

struct NoticeModel {
    PageText text;
    bool interrupts = false; ///< role alert: only when a choice could not be saved
    PageList<Action> actions;
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
    std::unique_ptr<PageMemory> memory; ///< of everything below
    PageText document_title;
    /// The one h1: the conference's title over its program, else the screen's.
    PageText heading;
    PageText heading_note;        ///< beside it: "11:05"; may be empty
    std::optional<BackLink> back; ///< from a screen that has no tab of its own
    PageText plain_page_label;
    bool plain_page = false;
    PageText views_label;
    struct View {
        std::uint64_t key = 0;
        PageText href, label, icon;
        bool current = false;
    };
    PageList<View> views;
    PageText lists_label;
    PageList<View> lists;                ///< "List", "By room"; empty where there is one way
    std::optional<Action> undo, redo;    ///< absent when there is nothing to undo
    std::optional<PageText> sample_note; ///< "This conference is made up, for trying things out."
    std::optional<Action> sample_action;
    std::optional<PageText> clock_note; ///< what a clock that was set shows
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
    std::unique_ptr<EventForm> event_form;     ///< the same
    /// The same, of all days.
    struct DaySheet {
        PageText title, close_label;
        PageList<DayTab> days;
    };
    std::optional<DaySheet> day_sheet;
    PageText status; ///< spoken, not shown: "12 sessions found"
    bool right_to_left = false;
    bool left_hand = false;
    PageText language; ///< of the words, BCP 47
};

/// The days of what the list shows; none: it has none.
[[nodiscard]] const DayTabs* days_of(const PageModel& page);

} // namespace hallway
