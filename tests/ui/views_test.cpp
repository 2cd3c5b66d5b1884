#include "support/snapshot.h"
#include "support/ui_test.h"
#include "ui/support/models.h"
#include "ui/support/tree_text.h"
#include "ui/views/views.h"

#include <doctest/doctest.h>

using namespace hallway;
using namespace hallway::ui;
using namespace hallway::test;

namespace {

constexpr UiTest::Size phone { 390, 844 };
constexpr UiTest::Size tablet { 820, 1180 };
constexpr UiTest::Size desktop { 1440, 900 };

std::string difference(UiTest& ui, std::string_view name)
{
    ui.settle();
    return difference_to_snapshot(
        "tests/ui/snapshots/" + std::string(name) + ".txt", text_of_tree(ui.scene.tree()));
}

/// A program page with one of everything that a row can be.
PageModel varied_page()
{
    PageModel page = program_page(6, 3);
    ProgramModel& program = *page.program;
    program.rows[1].saved = true;
    program.rows[1].keenness = Keenness::Want;
    program.rows[3].keenness = Keenness::Maybe;
    program.rows[4].keenness = Keenness::Must;
    program.rows[5].keenness = Keenness::No;
    program.rows[2].cancelled = true;
    program.rows[3].title = "تشفير القرص الكامل";
    program.rows[3].language = "ar";
    program.rows[3].people = "عمر";
    program.rows[4].track = {};
    program.rows[5].people = {};
    program.rows[5].length = {};
    program.rows[5].track = {};
    program.rows[4].track_color = 0;
    program.rows[4].current = true;
    return page;
}

} // namespace

TEST_SUITE("ui/views")
{
    TEST_CASE("snapshot: the program on a phone")
    {
        UiTest ui(varied_page(), phone);
        CHECK(difference(ui, "program-phone") == "");
    }

    TEST_CASE("snapshot: the program in rows with columns, a session beside it, on a desktop")
    {
        PageModel page = varied_page();
        page.session = std::make_unique<SessionModel>(full_session());
        page.undo = Action { 9, "Undo", Undo {}, {} };
        UiTest ui(std::move(page), desktop);
        CHECK(difference(ui, "program-desktop") == "");
    }

    TEST_CASE("snapshot: a session on a phone, cancelled and starred")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.session = std::make_unique<SessionModel>(full_session());
        page.session->cancelled = page.session->star.on = page.session->star.saved = true;
        page.session->cancelled_text = "Cancelled";
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "session-phone") == "");
    }

    TEST_CASE("snapshot: all that can be chosen about a session")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.session = std::make_unique<SessionModel>(full_session());
        page.session->star.on = true;
        page.session->star.keenness = Keenness::Must;
        page.session->choices = full_choices();
        page.session->children_label = "1 session in it";
        page.session->children = { full_plan().entries[0].card };
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "session-choices-phone") == "");
    }

    TEST_CASE("snapshot: the settings with each kind of row, and a question")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.settings = std::make_unique<SettingsModel>(full_settings());
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "settings-phone") == "");
    }

    TEST_CASE("snapshot: the form of something of one's own, with what is missing")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.plan = std::make_unique<PlanModel>(full_plan());
        page.event_form = std::make_unique<EventForm>(full_event_form());
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "event-form-phone") == "");
        CHECK(ui.find(Role::TextField, "What").activate() == SetEventTitle {});
        CHECK(ui.find(Role::TimeField, "Until").element().value == "13:00");
    }

    TEST_CASE("a card of one's own opens its form and has no star")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.plan = std::make_unique<PlanModel>(full_plan());
        SessionCard& card = page.plan->entries[0].card;
        card.change = OpenEvent { "event:1:a" };
        card.change_name = "Change: " + std::string(card.title);
        card.star.label = "Star: none";
        UiTest ui(std::move(page), phone);
        ui.settle();
        CHECK(ui.find(Role::Button, card.change_name).activate() == OpenEvent { "event:1:a" });
        CHECK(ui.page.find(Role::Toggle, "Star: none") == 0);
    }

    TEST_CASE("for the left hand the star stands before the title, at the same distances")
    {
        const SessionRow row = varied_page().program->rows[0];
        const auto rects = [&](bool left_hand) {
            PageModel page = varied_page();
            page.left_hand = left_hand;
            UiTest ui(std::move(page), phone);
            ui.settle();
            return std::pair(ui.find(Role::Toggle, row.star_label).element().rect,
                ui.find(Role::Link, row.title).element().rect);
        };
        const auto [star, title] = rects(false);
        const auto [other, words] = rects(true);
        CHECK(other.x == 390 - star.x - star.w);
        CHECK(other.y == star.y);
        CHECK(words.w == title.w);
        CHECK(words.x >= other.x + other.w);
    }

    TEST_CASE("snapshot: my plan with what is free, overlaps and gone")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.plan = std::make_unique<PlanModel>(full_plan());
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "plan-phone") == "");
    }

    TEST_CASE("snapshot: now, with one on, one next, one list folded and one unfolded")
    {
        PageModel page = program_page(0);
        page.program.reset();
        const PageList<PlanModel::Entry> entries = full_plan().entries;
        page.now = std::make_unique<NowModel>();
        NowModel& now = *page.now;
        now.title = "Now";
        now.time = "11:05";
        now.zone_note = "Brussels time";
        now.current.push_back(
            { "Now in Janson", "6 min left", "10:00", "11:11", 900, entries[0].card, {} });
        now.headline = "Next: K.1.105 at 11:30.";
        now.note = "In 25 min";
        now.next = { entries[1].card };
        NowModel::Full full;
        full.key = 73;
        full.unfold = { 72, "Room full?", "Room full? Evolving Git", true, ToggleFull { "s1#" } };
        full.title = "Still within reach";
        full.offers.push_back({ entries[0].card, { 74, "Go there", GoInstead { "s2#\ns1#" }, {} },
            "Go there: Opening" });
        full.offers[0].card.key = 75;
        full.lines = { "Evolving Git stays starred.", "It will be recorded." };
        now.full = std::move(full);
        SessionCard listed = entries[0].card;
        listed.key = 77;
        listed.when = "Started 5 min ago, ends at 11:50.";
        now.groups.push_back({ 70, "25 on now", false, ToggleRunning {}, {} });
        now.groups.push_back({ 71, "1 starts soon", true, ToggleSoon {}, { listed } });
        page.clock_note = "The clock shows Sat 31 Jan, 11:05, as the address says.";
        page.clock_action = Action { 72, "Show the real time", ShowRealTime {}, {} };
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "now-phone") == "");
        CHECK(ui.find(Role::Button, "Go there: Opening").activate().kind == IntentKind::GoInstead);
        const auto running = ui.find(Role::Button, "25 on now");
        CHECK(running.activate() == ToggleRunning {});
        CHECK((running.element().flags & (FlagUnfolds | FlagUnfolded)) == FlagUnfolds);
        const auto soon = ui.find(Role::Button, "1 starts soon");
        CHECK((soon.element().flags & FlagUnfolded));
    }

    TEST_CASE("snapshot: the speakers, one of them beside the list")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.speakers = std::make_unique<SpeakersModel>(SpeakersModel { "Speakers", "2 people",
            { { 1, "A", { { 11, "#/speaker/ada", "Ada Lovelace", "Notes", true } } },
                { 2, "#", { { 12, "#/speaker/7", "7of9", "2 sessions", false } } } } });
        page.speaker =
            std::make_unique<SpeakerModel>(SpeakerModel { 3, { "Speakers", "#/speakers" },
                "Speaker", "Ada Lovelace", { make_paragraph("Wrote the first program.") },
                "Session", { full_plan().entries[0].card }, "Links", {} });
        UiTest ui(std::move(page), desktop);
        CHECK(difference(ui, "speakers-desktop") == "");
    }

    TEST_CASE("snapshot: a room and its days, over what has no tab of its own")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.more = std::make_unique<MoreModel>(MoreModel { "More",
            { { 1, "mic", "Speakers", "2 people", "#/speakers" },
                { 2, "calendar", "Other conference", "", "#/open" } } });
        page.room = std::make_unique<RoomModel>(RoomModel { 3, { "More", "#/more" }, "Room",
            "Janson", { { "building", "Place", "Building J, ground floor", "" } },
            "How to get there", "Past the bar, then left.",
            { { 4, "Saturday 31 January", { full_plan().entries[1].card } } } });
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "room-phone") == "");
    }

    TEST_CASE("snapshot: about the program, and what was left out of it")
    {
        PageModel page = program_page(0);
        page.program.reset();
        page.about = std::make_unique<AboutModel>();
        AboutModel& about = *page.about;
        about.title = "About this program";
        about.name = "FOSDEM 2026";
        about.facts = { { "calendar", "Dates", "Sat 31 Jan – Sun 1 Feb 2026", "", true },
            { "link", "Source", "conf.example", "https://conf.example/p.json", true,
                "https://conf.example/p.json" } };
        about.check = { 5, "Check for changes", CheckForChanges {}, {} };
        about.other = { 6, "Other conference", OpenChooser {}, "#/open" };
        about.skipped_label = "14 entries skipped";
        about.skipped = { { 7, "Opening", "It has no title.", "Field: sessions[1]. Line 7." },
            { 8, "", "It is listed twice. You see it once.", "" } };
        about.skipped_rest = "and 12 more";
        page.loading = std::make_unique<LoadingModel>(
            LoadingModel { "Checking for changes", "From conf.example", 0 });
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "about-phone") == "");
    }

    TEST_CASE("snapshot: which conference, with a program loading and a notice")
    {
        PageModel page = chooser_page();
        page.loading = std::make_unique<LoadingModel>(
            LoadingModel { "Opening the program", "example.org", 250 });
        page.notice = std::make_unique<NoticeModel>(
            NoticeModel { "Offline.", false, { { 5, "Try again", RetrySave {}, {} } } });
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "chooser-phone") == "");
    }

    TEST_CASE("snapshot: which conference, where some were opened before")
    {
        PageModel page = chooser_page();
        page.chooser->shelf = { "Opened before",
            { { 21, "https://conf.example/p.json", "Small Conf 2026", "conf.example",
                  "Read today at 10:32", "Remove Small Conf 2026" },
                { 22, "file:mine.json", "mine.json", "mine.json", "Read Fri 21 Nov at 10:32",
                    "Remove mine.json" } } };
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "chooser-shelf-phone") == "");
        CHECK(ui.find(Role::Button, "Remove mine.json").activate()
            == RemoveProgram { "file:mine.json" });
    }

    TEST_CASE("snapshot: nothing found, and a made-up conference")
    {
        PageModel page = program_page(0);
        page.program->empty = EmptyState { "Nothing for “mercurial” here.",
            "3 found without “Starred”.", { { 5, "Remove that filter", ClearFilters {}, {} } } };
        page.sample_note = "This conference is made up, for trying things out.";
        page.sample_action = Action { 6, "Open a real one", OpenChooser {}, {} };
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "nothing-found-phone") == "");
    }

    TEST_CASE("snapshot: a message instead of a program; a notice that interrupts")
    {
        PageModel page = chooser_page();
        page.chooser.reset();
        page.message = EmptyState { "There's no program here yet.", "", {} };
        page.notice = std::make_unique<NoticeModel>(
            NoticeModel { "That change couldn't be saved.", true, {} });
        UiTest ui(std::move(page), phone);
        CHECK(difference(ui, "message-phone") == "");
    }

    TEST_CASE("nodes have the names that people and tests rely on, and mean what they say")
    {
        UiTest ui(varied_page(), tablet);
        ui.settle();
        const auto star = ui.find(Role::Toggle, "Star: Democratise the Fediverse 0");
        CHECK(star.activate() == ToggleStar { "s0" });
        const auto kept =
            ui.find(Role::Toggle, "Star: Full disk encryption for Confidential Computing guests 1");
        CHECK(kept.element().flags == (FlagPressed | FlagSaved));
        const auto search = ui.find(Role::SearchField, "Search the program");
        CHECK(search.activate() == SetQuery {});
        const auto title = ui.find(Role::Link, "Democratise the Fediverse 0");
        CHECK(title.element().value == "#/session/s0");
        CHECK(title.activate() == OpenLink { "#/session/s0" });
        CHECK(ui.page.element(ui.find(Role::Navigation, "Days").handle()).children.size() == 2);
        const auto day = ui.find(Role::Link, "Sunday, 1 February, 399 sessions");
        CHECK(day.activate() == OpenLink { "#/program?day=2026-02-01" });
        const auto view = ui.find(Role::Link, "Program");
        CHECK(ui.page.accessible_name(view.element().parent) == "Views");
        CHECK(ui.find(Role::Toggle, "Starred 19").activate() == ToggleFilter { "starred=yes" });
    }

    TEST_CASE("on every page there is one h1 and one status")
    {
        const auto with_notice = [] {
            PageModel page = varied_page();
            page.notice = std::make_unique<NoticeModel>(NoticeModel { "Saved.", false, {} });
            page.status = "6 sessions";
            page.session = std::make_unique<SessionModel>(full_session());
            return page;
        };
        for (PageModel (*make)() : { +varied_page, +chooser_page, +with_notice }) {
            UiTest ui(make(), desktop);
            ui.settle();
            int titles = 0;
            for (const Handle heading : ui.page.all(Role::Heading))
                titles += ui.page.element(heading).level == 1;
            CHECK(titles == 1);
            CHECK(ui.page.all(Role::Status).size() == 1);
        }
    }

    TEST_CASE("the status keeps its element while notices come and go")
    {
        UiTest ui(varied_page(), phone);
        ui.model.status = "6 sessions";
        ui.settle();
        const Handle status = ui.page.all(Role::Status)[0];
        CHECK(ui.page.element(status).name == "6 sessions");
        ui.model.notice = std::make_unique<NoticeModel>(NoticeModel { "Offline.", false, {} });
        ui.frame();
        CHECK(ui.page.element(status).name == "6 sessions");
        CHECK(ui.page.find(Role::Text, "Offline.") != 0);
        ui.model.status = {};
        ui.frame();
        CHECK(ui.page.element(status).name == "Offline.");
        ui.model.notice->interrupts = true;
        ui.frame();
        CHECK(ui.page.element(status).name.empty());
        CHECK(ui.page.find(Role::Alert, "Offline.") != 0);
        CHECK(ui.page.all(Role::Status)[0] == status);
    }

    TEST_CASE("a row has at most seven elements")
    {
        for (const UiTest::Size size : { phone, tablet }) {
            UiTest ui(varied_page(), size);
            ui.settle();
            for (const Handle item : ui.page.all(Role::Item))
                CHECK(1 + ui.page.element(item).children.size() <= 7);
        }
    }

    TEST_CASE("an address of the web is a link that leaves the app and means nothing to it")
    {
        PageModel page = program_page(0);
        page.session = std::make_unique<SessionModel>(full_session());
        UiTest ui(std::move(page), phone);
        ui.settle();
        const auto link = ui.find(Role::Link, "Slides");
        CHECK(link.element().value == "https://example.org/slides.pdf");
        CHECK((link.element().flags & FlagExternal));
        CHECK(!ui.scene.intent_of(link.handle()));
    }

    TEST_CASE("parts of a line stay apart where directions mix, and are plain text elsewhere")
    {
        CHECK(joined("H.2213", "Ada", false) == "H.2213 · Ada");
        CHECK(joined("", "Ada", false) == "Ada");
        CHECK(joined("H.2213", "", true) == "H.2213");
        CHECK(joined("a", "b", true) == "\u200F\u2068a\u2069 · \u2068b\u2069");
        CHECK(joined("a", "עמר", false) == "\u200E\u2068a\u2069 · \u2068עמר\u2069");
    }
}
