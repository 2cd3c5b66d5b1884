#pragma once
#include "app/intent.h"

#include <cstddef>
#include <cstdint>
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
    std::string track;            ///< its name; "Cancelled" before it where that is the case
    std::string length;           ///< "30 min"
    std::string star_label;       ///< accessible name
    std::uint8_t track_color = 0; ///< 1 to 12, token track-n; 0: no track
    bool starred = false;
    bool saved = false;   ///< the star's state is durable
    bool current = false; ///< its detail is open beside the list
    bool cancelled = false;
};

/// Rows with the same start under one sticky heading.
struct TimeSlot {
    std::uint64_t key = 0;
    std::string time;  ///< "11:00"
    std::string note;  ///< "after midnight"; may be empty
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

/// A button or link of words, with what it does.
struct Action {
    std::uint64_t key = 0;
    std::string label;
    Intent intent;
    std::string href; ///< not empty: a link
};

/// A screen or list without content: what is the case, and the way on.
struct EmptyState {
    std::string title;
    std::string text;
    std::vector<Action> actions;
};

struct ProgramModel {
    std::string search_label; ///< "Search the program"
    std::string search_hint;  ///< placeholder: "Search FOSDEM 2026"
    std::string query;
    std::string days_label;    ///< name of the navigation
    std::vector<DayTab> days;  ///< empty with one day
    std::string zone_note;     ///< "Brussels time", or that they are as printed
    std::string starred_label; ///< "Starred"
    std::string starred_count; ///< rows of all days that the filter leaves
    bool starred_only = false;
    std::string list_label; ///< accessible name of the list: the day in full
    std::vector<TimeSlot> slots;
    std::vector<SessionRow> rows;
    std::optional<EmptyState> empty;
    std::uint64_t scroll_key = 0; ///< day and filters: the scroll position belongs to this
};

struct Fact {
    std::string icon;  ///< name in icons.json
    std::string label; ///< accessible, as "Time"
    std::string text;
    std::string note;  ///< second line; may be empty
    bool wide = false; ///< takes a line of its own
};
struct SessionModel {
    std::uint64_t key = 0;
    std::string session_key;
    std::string when; ///< top line: "Sat 31 Jan, 11:00"
    std::string back_label;
    std::string back_href;
    std::string title;
    std::string subtitle;
    std::string language;
    std::string track;
    std::uint8_t track_color = 0;
    std::vector<Fact> facts;
    std::string star_label;
    std::string star_word; ///< on the button: "Star", a part of `star_label`
    std::string star_hint; ///< beside it: "Add to my plan", "In my plan"
    bool starred = false;
    bool saved = false;
    bool cancelled = false;
    std::string cancelled_text;
    std::string about_label;
    std::vector<std::string> about; ///< paragraphs
    std::string people_label;
    struct Person {
        std::string name;
        std::vector<std::string> biography;
    };
    std::vector<Person> people;
    std::string links_label;
    std::vector<Action> links;
};

/// "Which conference?"
struct ChooserModel {
    std::string title;
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

/// What the page is wide enough for.
enum class Layout : std::uint8_t {
    Phone,   ///< one pane, bar at the bottom
    Tablet,  ///< rail, one pane
    Desktop, ///< rail, list, detail
};

/// The whole page.
struct PageModel {
    std::string document_title;
    std::string heading; ///< the one h1: the conference's title
    std::string plain_page_label;
    bool plain_page = false;
    std::string views_label;
    struct View {
        std::uint64_t key = 0;
        std::string href, label, icon;
        bool current = false;
    };
    std::vector<View> views;
    std::optional<Action> undo, redo; ///< absent when there is nothing to undo
    std::optional<std::string>
        sample_note; ///< "This conference is made up, for trying things out."
    std::optional<Action> sample_action;
    std::optional<ProgramModel> program;
    std::optional<SessionModel> session;
    std::optional<EmptyState> detail_hint; ///< beside the list, while no session is open there
    std::optional<ChooserModel> chooser;
    std::optional<EmptyState> message;   ///< instead of the above: nothing there, load failed
    std::optional<LoadingModel> loading; ///< beside what is open
    std::optional<NoticeModel> notice;
    std::string status; ///< spoken, not shown: "12 sessions found"
    bool right_to_left = false;
    std::string language; ///< of the words, BCP 47
};

} // namespace hallway
