#include "ui/support/models.h"
#include "base/hash.h"

#include <algorithm>
#include <string>

namespace hallway::test {
namespace {

/// Of all pages that are made by hand, until the program ends.
PageMemory memory;
const PageMemory::Use use_memory(&memory);

constexpr std::string_view titles[] = {
    "Democratise the Fediverse",
    "Full disk encryption for Confidential Computing guests",
    "KDE at 30: Still looking ahead",
    "Current state of attestations in programming language ecosystems",
    "Evolving Git for the next decade",
};
constexpr std::string_view rooms[] = { "Janson", "K.1.105 (La Fontaine)", "H.2215 (Ferrer)" };
constexpr std::string_view tracks[] = { "Main Track", "Social Web", "Security", "Databases" };

SessionRow row_number(std::size_t number)
{
    SessionRow row;
    const std::string n = std::to_string(number);
    row.key = hash64("row" + n);
    row.session_key = "s" + n;
    row.href = "#/session/s" + n;
    row.title = std::string(titles[number % std::size(titles)]) + " " + n;
    row.language = number % 5 == 0 ? "en" : number % 5 == 1 ? "de" : "";
    row.people = number % 7 == 0 ? "" : "Patrick Steinhardt, Aleix Pol";
    row.room = rooms[number % std::size(rooms)];
    row.track = tracks[number % std::size(tracks)];
    row.track_color = static_cast<std::uint8_t>(number % 12 + 1);
    row.length = number % 3 == 0 ? "30 min" : "50 min";
    row.star_label = "Star: " + std::string(row.title);
    return row;
}

void make_slots(ProgramModel& program, std::size_t per_slot)
{
    program.slots = {};
    for (std::size_t at = 0; at < program.rows.size(); at += per_slot) {
        TimeSlot slot;
        const std::size_t number = at / per_slot;
        slot.key = hash64("slot" + std::string(program.rows[at].session_key));
        slot.time = std::to_string(9 + number / 12) + ":" + (number % 12 < 2 ? "0" : "")
            + std::to_string(number % 12 * 5);
        slot.note = number == 0 ? "after midnight" : "";
        slot.first_row = at;
        slot.row_count = std::min(per_slot, program.rows.size() - at);
        slot.count = std::to_string(slot.row_count) + " sessions";
        program.slots.push_back(std::move(slot));
    }
}

Action action(std::string_view label, Intent intent)
{
    return { hash64(label), std::string(label), std::move(intent), {} };
}

PageModel page_of(std::string_view heading)
{
    PageModel page;
    page.heading = heading;
    page.plain_page_label = "Plain page";
    page.views_label = "Views";
    page.views.push_back({ 1, "#/program", "Program", "list", true });
    page.language = "en";
    return page;
}

}

PageModel program_page(std::size_t rows, std::size_t per_slot)
{
    PageModel page = page_of("FOSDEM 2026");
    page.program = std::make_unique<ProgramModel>();
    ProgramModel& program = *page.program;
    program.search_label = "Search the program";
    program.search_hint = "Search FOSDEM 2026";
    program.days.label = "Days";
    program.days.days.push_back({ 1, "#/program?day=2026-01-31", "Sat 31 Jan",
        "Saturday, 31 January, 484 sessions", "484", true });
    program.days.days.push_back({ 2, "#/program?day=2026-02-01", "Sun 1 Feb",
        "Sunday, 1 February, 399 sessions", "399", false });
    program.days.zone_note = "Brussels time";
    program.filters.open_label = program.filters.open_name = "Filters";
    program.filters.has_any = true;
    program.filters.chips = { { 3, FilterChip::Kind::Value, "star", "Starred", "19",
                                  ToggleFilter { "starred=yes" } },
        { 4, FilterChip::Kind::Opens, "", "Track", "", OpenFilters { "track" } } };
    program.list_label = "Saturday, 31 January";
    program.scroll_key = 31;
    for (std::size_t i = 0; i < rows; ++i) program.rows.push_back(row_number(i));
    make_slots(program, per_slot);
    return page;
}

void filter_rows(ProgramModel& program, std::size_t every)
{
    const std::size_t per_slot = program.slots.empty() ? 1 : program.slots[0].row_count;
    PageList<SessionRow> kept;
    for (std::size_t i = 0; i < program.rows.size(); i += every) kept.push_back(program.rows[i]);
    program.rows = kept;
    make_slots(program, per_slot);
}

namespace {

ProseBlock marked_paragraph()
{
    ProseBlock block;
    block.runs = { { "The ", 0, {} }, { "second", pack::MarkStrong, {} }, { " with ", 0, {} },
        { "a link", 0, "https://example.org" }, { ".", 0, {} } };
    return block;
}

ProseBlock list_item(std::string text)
{
    ProseBlock block = make_paragraph(std::move(text));
    block.kind = pack::BlockKind::Item;
    return block;
}

} // namespace

GridModel room_grid(std::size_t room_count, std::size_t sessions)
{
    GridModel grid;
    grid.list_label = "By room on Saturday";
    grid.previous_label = "Previous room";
    grid.next_label = "Next room";
    grid.bands_label = "In several rooms";
    grid.length = static_cast<std::int32_t>((sessions + 1) / 2 * 60);
    grid.scroll_key = 7;
    for (std::int32_t minute = 0; minute <= grid.length; minute += 30)
        grid.marks.push_back({ minute, std::to_string(10 + minute / 60) });
    for (std::size_t room = 0; room < room_count; ++room) {
        GridModel::Column column;
        column.key = 1000 + room;
        column.name = "Room " + std::to_string(room);
        column.href = "#/room/" + std::to_string(room);
        column.first_block = grid.blocks.size();
        column.block_count = sessions;
        for (std::size_t i = 0; i < sessions; ++i) {
            GridModel::Block block;
            block.key = 1 + room * 100'000 + i;
            block.session_key = std::to_string(block.key);
            block.title =
                "Session " + std::string(block.session_key) + " about something that is long";
            block.link_label = std::string(block.title) + ", 10:00";
            block.href = "#/session/" + std::string(block.session_key);
            block.people = "Somebody";
            block.span = "10:00 – 10:30";
            block.duration = "30 min";
            block.star_label = "Star: " + std::string(block.title);
            block.start = static_cast<std::int32_t>(i) * 30;
            block.length = 30;
            block.track_color = static_cast<std::uint8_t>(1 + room % 12);
            grid.blocks.push_back(block);
        }
        grid.columns.push_back(column);
    }
    return grid;
}

SessionModel full_session()
{
    SessionModel session;
    session.key = hash64("session");
    session.session_key = "s1";
    session.when = "Sat 31 Jan, 11:00";
    session.back = { "Back to the program", "#/program" };
    session.title = "Demystifying Post-Quantum Cryptography: The Hybrid Approach";
    session.subtitle = "With two keys";
    session.language = "en";
    session.track = "Security";
    session.track_color = 2;
    session.facts = { { "clock", "Time", "11:00 – 11:25", "25 min, Brussels time" },
        { "map-pin", "Room", "UB5.132", "", false, "#/room/UB5.132" } };
    session.star = { session.session_key, "Star: " + std::string(session.title), false, false };
    session.star_word = "Star";
    session.star_hint = "Add to my plan";
    session.about_label = "About";
    session.about = { make_paragraph("The first paragraph."), marked_paragraph(), list_item("One"),
        list_item("Two") };
    session.clashes_label = "Clashes in my plan";
    session.clashes = { full_plan().entries[0].card };
    session.clashes[0].key = 79;
    session.compare = Action { 80, "Compare", OpenLink { "#/compare/2026-01-31T11%3A00" },
        "#/compare/2026-01-31T11%3A00" };
    session.related_label = "Related";
    session.related = { full_plan().entries[1].card };
    session.related[0].key = 81;
    session.people_label = "Speakers";
    session.people = { { "Clemens Lang", "#/speaker/1", { make_paragraph("Writes software.") } },
        { "Shreyas Mahangade", "#/speaker/2", {} } };
    session.choices.note = { "My note", "It stays on this device unless you share it.",
        "Ask: when?", session.session_key, "", true };
    session.links_label = "Links";
    session.links = { { 7, "Slides", {}, "https://example.org/slides.pdf" } };
    return session;
}

namespace {

ChoiceOption option_named(std::string_view label, Intent intent, bool on)
{
    ChoiceOption option;
    option.key = hash64(label);
    option.label = label;
    option.intent = std::move(intent);
    option.on = option.saved = on;
    return option;
}

} // namespace

SessionChoices full_choices()
{
    SessionChoices choices;
    choices.keenness_label = "How keen";
    choices.keenness = { option_named("Must see", SetKeenness { "must s1" }, true),
        option_named("Want to", SetKeenness { "want s1" }, false),
        option_named("Maybe", SetKeenness { "maybe s1" }, false) };
    choices.keenness[0].keenness = Keenness::Must;
    choices.keenness[1].keenness = Keenness::Want;
    choices.keenness[2].keenness = Keenness::Maybe;
    choices.not_for_me = option_named("Not for me", SetKeenness { "no s1" }, false);
    choices.not_for_me->keenness = Keenness::No;
    choices.times_title = "Given 2 times. Any is fine.";
    choices.times_label = "Choose a time";
    ChoiceOption going = option_named("Going", ToggleGoing { "s1#1" }, true);
    going.name = "I'm going to this one: Sat 31 Jan, 11:00 – 11:25";
    choices.times = { { 31, "Sat 31 Jan, 11:00 – 11:25", "UB5.132", "Clashes with Opening", false,
                          going },
        { 32, "Sun 1 Feb, 11:00 – 11:25", "Cancelled, UB5.132", {}, true, {} } };
    choices.sign_up = SessionChoices::SignUp { "You need to sign up for this.", "At the desk.",
        Action { 33, "Sign up", {}, "https://example.org/sign-up" },
        option_named("I have a place", TogglePlace { "s1" }, false) };
    choices.note = { "My note", "It stays on this device unless you share it.", "Ask: when?", "s1",
        "This is too long.", false };
    choices.rating =
        SessionChoices::Rating { option_named("I was there", ToggleAttended { "s1" }, true),
            "How was it?",
            { option_named("Poor", SetRating { "1 s1" }, false),
                option_named("Great", SetRating { "4 s1" }, false) },
            {} };
    choices.rating->marks[0].name = "1, Poor";
    return choices;
}

EventForm full_event_form()
{
    EventForm form;
    form.title = "Change it";
    form.close_label = "Close";
    form.what = { 1, "What", "", "Lunch with Ada", SetEventTitle {} };
    form.days_label = "Day";
    form.days = { { 11, "Sat 31 Jan", "", true, SetEventDay { "20484" } },
        { 12, "Sun 1 Feb", "", false, SetEventDay { "20485" } } };
    form.start = { 2, "From", "12:00", "", SetEventStart {} };
    form.end = { 3, "Until", "13:00", "", SetEventEnd {} };
    form.zone_note = "Brussels time";
    form.place = { 4, "Where", "Canteen", "", SetEventPlace {} };
    form.fault = "Say what it is.";
    form.save = { 5, "Save", SaveEvent {}, "" };
    form.remove = Action { 6, "Remove it", RemoveEvent {}, "" };
    return form;
}

PlanModel full_plan()
{
    SessionCard first;
    first.key = 21;
    first.href = "#/session/s1";
    first.title = "Notes on the Engine";
    first.language = "en";
    first.day = "Sat 31 Jan";
    first.start = "10:00";
    first.end = "10:50";
    first.when = "Sat 31 Jan, 10:00 – 10:50";
    first.place = "Janson";
    first.people = "Ada Lovelace";
    first.track_color = 3;
    first.star = { "s1", "Star: Notes on the Engine", true, true, Keenness::Must };
    SessionCard second = first;
    second.key = 22;
    second.title = "Evolving Git";
    second.star.label = "Star: Evolving Git";
    second.start = "12:00";
    second.end = {};
    second.marks = { { SessionCard::Mark::Kind::Cancelled, "Cancelled" },
        { SessionCard::Mark::Kind::Overlap, "Overlaps Lunch by 20 of 30 min." },
        { SessionCard::Mark::Kind::Tight, "Tight: 3 min for a 6 min walk." },
        { SessionCard::Mark::Kind::Late, "You'd miss about the first 6 min." },
        { SessionCard::Mark::Kind::Going, "Going" },
        { SessionCard::Mark::Kind::Note, "Ask: when?" } };
    second.cancelled = true;

    PlanModel plan;
    plan.title = "My plan";
    plan.summary = "Saturday 31 January: 2 sessions, one choice to make.";
    plan.list_label = "My plan on Saturday 31 January";
    plan.days.label = "Days";
    plan.days.days = { { 1, "#/plan?day=2026-01-31", "Sat 31 Jan", "Sat 31 Jan, 2 sessions", "2",
        true } };
    const OpenChoice choice { "2 at the same time. Choose now, or at the door.",
        { 31, "Compare", OpenLink { "#/compare/2026-01-31T10%3A00" },
            "#/compare/2026-01-31T10%3A00" },
        "Compare at 10:00" };
    PlanModel::Entry::CouldFit fit;
    fit.unfold = { 32, "What could fit", "What could fit from 10:50 to 12:00", true,
        ToggleGap { "123" } };
    fit.cards = { first };
    fit.cards[0].key = 78;
    plan.entries = { { .choice = choice, .card = first },
        { "Free from 10:50 to 12:00.", fit, "About 6 min to Janson", {}, second } };
    plan.gone_title = "One star is of a session that the program doesn't have any more";
    plan.gone = { { "A talk that was", "Sat 31 Jan, 16:00", "Foyer",
        { "gone", "Star: A talk that was", true, true, Keenness::Want } } };
    return plan;
}

SettingsModel full_settings()
{
    using Kind = SettingsModel::Row::Kind;
    const auto make = [](Kind kind, std::uint64_t key, const char* icon, const char* label) {
        SettingsModel::Row row;
        row.kind = kind;
        row.key = key;
        row.icon = icon;
        row.label = label;
        return row;
    };
    SettingsModel settings;
    settings.key = 1;
    settings.title = "Settings";
    SettingsModel::Row link = make(Kind::Link, 2, "info", "Small Conf");
    link.note = "conf.example";
    link.href = "#/about";
    SettingsModel::Row theme = make(Kind::Choice, 3, "moon", "Theme");
    theme.choices = { { 4, "Light", "", true, SetPreference { "theme=light" } },
        { 5, "Dunkel", "de", false, SetPreference { "theme=dark" } } };
    SettingsModel::Row plain = make(Kind::Switch, 6, "file", "Plain page");
    plain.note = "Plain text";
    plain.on = true;
    plain.intent = SetPreference { "plain-page=off" };
    SettingsModel::Row data = make(Kind::Button, 7, "trash", "Delete my data");
    data.action = "Delete";
    data.intent = DeleteData { "ask" };
    settings.groups = { { 8, "", { link } }, { 9, "Look", { theme } },
        { 10, "Advanced", { plain, data } } };
    settings.question = SettingsModel::Question { "What?",
        { { 11, "Everything", "", false, DeleteData { "everything" } },
            { 12, "Nothing", "", false, DeleteData { "keep" } } } };
    return settings;
}

PageModel chooser_page()
{
    PageModel page = page_of("Hallway");
    page.views = {};
    page.chooser = std::make_unique<ChooserModel>();
    ChooserModel& chooser = *page.chooser;
    chooser.title = "Which conference?";
    chooser.text = "Open its program from a link or a file.";
    chooser.address_label = "Paste a link";
    chooser.address_hint = "https://";
    chooser.open = action("Open", OpenAddress { "" });
    chooser.choose_file = action("Choose a file", ChooseFile {});
    chooser.sample = action("Look around a made-up one", OpenSample {});
    return page;
}

}
