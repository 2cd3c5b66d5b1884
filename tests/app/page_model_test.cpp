#include <doctest/doctest.h>

#include "app/support/world.h"

using namespace hallway;
using test::World;
using Titles = std::vector<std::string>;

TEST_SUITE("app/page_model")
{
    TEST_CASE("the first day is shown, with what runs after midnight under the evening before")
    {
        World world;
        world.open();
        const PageModel page = world.page();
        CHECK(test::titles_of(page)
            == Titles { "Opening", "Evolving Git", "Trams of Łódź", "Tour", "Night owls" });
        REQUIRE(page.program->slots.size() == 4);
        CHECK(page.program->slots[1].time == "11:00");
        CHECK(page.program->slots[1].count == "2 sessions");
        CHECK(page.program->slots[3].time == "00:30");
        CHECK(page.program->slots[3].note == "after midnight");
    }

    TEST_CASE("during the event the day is today, until its boundary in the night")
    {
        const auto day_at = [](std::string_view local) {
            World world;
            const WallTime wall = parse_date_time(local)->wall;
            world.state.shown_ms = std::int64_t { floating_instant(wall).minutes } * 60'000;
            world.state.shown_is_local = true;
            world.open();
            return world.page().program->list_label;
        };
        CHECK(day_at("2026-01-31T08:00") == "Sessions on Saturday 31 January");
        CHECK(day_at("2026-02-01T02:00") == "Sessions on Saturday 31 January");
        CHECK(day_at("2026-02-01T11:00") == "Sessions on Sunday 1 February");
        CHECK(day_at("2026-03-01T11:00") == "Sessions on Saturday 31 January");
    }

    TEST_CASE("tabs name each day with its count, and the sessions without a time")
    {
        World world;
        world.open();
        CHECK(world.page(Layout::Phone).program->days.days[0].label == "Sat 31");
        const auto days = world.page(Layout::Tablet).program->days.days;
        REQUIRE(days.size() == 3);
        CHECK(days[0].label == "Sat 31 Jan");
        CHECK(days[0].count == "5");
        CHECK(days[0].full_label == "Sat 31 Jan, 5 sessions");
        CHECK(days[0].current);
        CHECK(days[1].href == "#/program?day=2026-02-01");
        CHECK(days[2].label == "No time yet");
        world.act(OpenLink { days[2].href });
        CHECK(test::titles_of(world.page()) == Titles { "To be scheduled" });
    }

    TEST_CASE("a phone has no room for many days: a step to either side, and all in a dialog")
    {
        ProgramBuilder builder;
        builder.conference.title = "A week";
        for (int day = 0; day < 6; ++day) {
            SessionDraft session;
            session.title = session.key = std::to_string(day);
            OccurrenceDraft occurrence;
            occurrence.start = floating_instant({ date_of({ 2026, 1, 26 + day }), 10 * 60 });
            occurrence.end = occurrence.start + 30;
            session.occurrences = { occurrence };
            builder.add_session(std::move(session));
        }
        World world;
        world.hear(ProgramArrived {
            std::make_shared<const Bytes>(builder.build()), "week.json", false, std::nullopt });
        CHECK_FALSE(world.page(Layout::Tablet).program->days.menu);
        const auto menu_of = [&] { return *world.page().program->days.menu; };
        world.act(OpenLink { "#/program?day=2026-01-26" });
        CHECK(menu_of().label == "Mon 26");
        CHECK(menu_of().name == "Days: Mon 26, 1 session");
        CHECK_FALSE(menu_of().previous);
        REQUIRE(menu_of().next);
        world.act(OpenLink { menu_of().next->href });
        CHECK(menu_of().label == "Tue 27");
        world.act(OpenDays {});
        const PageModel page = world.page();
        REQUIRE(page.day_sheet);
        REQUIRE(page.day_sheet->days.size() == 6);
        CHECK(page.day_sheet->days[1].current);
        world.act(OpenLink { page.day_sheet->days[5].href });
        CHECK_FALSE(world.page().day_sheet);
        CHECK_FALSE(menu_of().next);
        CHECK(menu_of().previous->label == "Previous day");
    }

    TEST_CASE("sessions without a date stand under the time that the file writes")
    {
        ProgramBuilder builder;
        builder.conference.title = "Undated";
        const auto add = [&](std::string_view title, std::string_view time,
                             std::string_view place) {
            SessionDraft session;
            session.title = session.key = title;
            session.written_time = time;
            session.written_place = place;
            builder.add_session(std::move(session));
        };
        add("First", "Wednesday 13:50 - 14:50", "Fleming");
        add("Second", "Wednesday 13:50 - 14:50", "");
        add("Third", "", "");
        add("Fourth", "Wednesday 13:50 - 14:50", "");
        World world;
        world.hear(ProgramArrived {
            std::make_shared<const Bytes>(builder.build()), "undated.txt", false, std::nullopt });
        const PageModel page = world.page();
        CHECK(page.program->list_label == "Sessions without a date");
        REQUIRE(page.program->slots.size() == 3);
        CHECK(page.program->slots[0].time == "Wednesday 13:50 - 14:50");
        CHECK(page.program->slots[0].count == "2 sessions");
        CHECK(page.program->slots[1].time == "Time to be announced");
        CHECK(page.program->slots[2].time == "Wednesday 13:50 - 14:50");
        CHECK(page.program->slots[2].key != page.program->slots[0].key);
        CHECK(test::row_of(page, "First").room == "Fleming");

        world.act(OpenLink { test::row_of(page, "First").href });
        const auto facts = world.page().session->facts;
        REQUIRE(facts.size() == 2);
        CHECK(facts[0].text == "Wednesday 13:50 - 14:50");
        CHECK(facts[1].text == "Fleming");
    }

    TEST_CASE("search finds titles and people without case and accents, on every day")
    {
        World world;
        world.open();
        world.act(SetQuery { "lodz" });
        CHECK(test::titles_of(world.page()) == Titles { "Trams of Łódź" });
        CHECK(world.page().status == "1 session found");
        world.act(SetQuery { "SORENSEN tra" });
        CHECK(test::titles_of(world.page()) == Titles { "Trams of Łódź" });
        world.act(SetQuery { "rams" });
        CHECK(test::titles_of(world.page()).empty());
    }

    TEST_CASE("no hits names the filter in the way and takes it away")
    {
        World world;
        world.open();
        world.act(SetQuery { "closing" });
        auto empty = world.page().program->empty;
        REQUIRE(empty);
        CHECK(empty->title == "Nothing for “closing” here");
        CHECK(empty->text == "1 found without “Saturday 31 January”.");
        REQUIRE(empty->actions.size() == 1);
        world.act(empty->actions[0].intent);
        CHECK(test::titles_of(world.page()) == Titles { "Closing" });

        world.act(ToggleFilter { "starred=yes" });
        empty = world.page().program->empty;
        REQUIRE(empty);
        CHECK(empty->text == "1 found without “Starred”.");
        world.act(empty->actions[0].intent);
        CHECK(test::titles_of(world.page()) == Titles { "Closing" });

        world.act(SetQuery { "xyzzy" });
        CHECK(world.page().program->empty->text.starts_with("No title and no name"));
    }

    TEST_CASE("the Starred filter counts the whole program and keeps only stars")
    {
        World world;
        world.open();
        world.act(ToggleStar { "closing" });
        world.act(ToggleStar { "git" });
        world.act(ToggleFilter { "starred=yes" });
        const PageModel page = world.page();
        CHECK(page.program->filters.chips[0].count == "2");
        CHECK(test::titles_of(page) == Titles { "Evolving Git" });
        CHECK(page.program->slots[0].count == "1 session, 1 starred");
        CHECK(page.program->days.days[1].count == "1");
    }

    TEST_CASE("the Starred filter counts the rows that it leaves: a repeat each time, as searched")
    {
        World world;
        world.open();
        for (const char* key : { "git", "tour", "later" }) world.act(ToggleStar { key });
        struct Case {
            const char* query;
            const char* count;
            Titles days;
        };
        for (const Case& one :
            { Case { "", "4", { "2", "1", "1" } }, Case { "tour", "2", { "1", "1", "0" } },
                Case { "closing", "0", { "0", "0", "0" } } }) {
            INFO(one.query);
            world.act(SetQuery { one.query });
            CHECK(world.page(Layout::Tablet).program->filters.chips[0].count == one.count);
            world.act(ToggleFilter { "starred=yes" });
            const PageModel page = world.page();
            CHECK(page.program->filters.chips[0].count == one.count);
            Titles days;
            for (const DayTab& day : page.program->days.days) days.emplace_back(day.count);
            CHECK(days == one.days);
            world.act(ToggleFilter { "starred=yes" });
        }
    }

    TEST_CASE("a row says what the list shows, and the star is named after the session")
    {
        World world;
        world.open();
        const SessionRow row = test::row_of(world.page(), "Evolving Git");
        CHECK(row.room == "Janson");
        CHECK(row.people == "Grace Hopper");
        CHECK(row.length == "50 min");
        CHECK(row.track == "Main");
        CHECK(row.star_label == "Star: Evolving Git");
        CHECK(row.href == "#/session/git");
        world.act(OpenLink { "#/program?day=2026-02-01" });
        CHECK(test::row_of(world.page(), "Cancelled talk").cancelled);
        CHECK(test::row_of(world.page(), "Cancelled talk").track == "Cancelled · Main");
    }

    TEST_CASE("a session opened by its address puts the list on its day")
    {
        World world;
        start(world.state, "small.json", "#/session/closing", world.effects);
        world.open();
        const PageModel page = world.page(Layout::Desktop);
        CHECK(page.session->title == "Closing");
        CHECK(page.session->when == "Sun 1 Feb, 17:00");
        CHECK(page.session->back.href == "#/program?day=2026-02-01");
        CHECK(page.document_title == "Closing · Small Conf 2026");
        CHECK(test::row_of(page, "Closing").current);
    }

    TEST_CASE("the conference heads its program; a screen bears its name, with the way back")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/program" });
        CHECK(world.page().heading == "Small Conf 2026");
        CHECK_FALSE(world.page().back);
        world.act(OpenLink { "#/plan" });
        CHECK(world.page().heading == "My plan");
        CHECK(world.page().document_title == "My plan · Small Conf 2026");
        CHECK_FALSE(world.page().back);
        world.act(OpenLink { "#/keys" });
        const PageModel keys = world.page();
        REQUIRE(keys.back);
        CHECK(keys.back->href == "#/settings");
        world.act(OpenLink { "#/speakers" });
        const PageModel speakers = world.page();
        REQUIRE(speakers.back);
        CHECK(speakers.back->label == "More");
        CHECK(speakers.heading == "Speakers");
    }

    TEST_CASE("facts give time, length, zone and place")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/session/git" });
        const auto facts = world.page().session->facts;
        REQUIRE(facts.size() == 2);
        CHECK(facts[0].text == "11:00 – 11:50");
        CHECK(facts[0].note == "50 min, Brussels time");
        CHECK(facts[1].text == "Janson");
        world.act(OpenLink { "#/session/later" });
        CHECK(world.page().session->facts[0].text == "Time to be announced");
    }

    TEST_CASE("a session that takes place twice has a line for each time")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/session/tour" });
        const PageModel page = world.page();
        CHECK(page.session->facts.empty());
        const auto& times = page.session->choices.times;
        REQUIRE(times.size() == 2);
        CHECK(times[0].when == "Sat 31 Jan, 14:00 – 14:30");
        CHECK(times[1].when == "Sun 1 Feb, 14:00 – 14:30");
    }

    TEST_CASE("nothing stored asks which conference; the sample is offered, never opened")
    {
        World world;
        start(world.state, "", "", world.effects);
        CHECK(world.take<LoadLastProgram>().size() == 1);
        CHECK_FALSE(world.page().chooser);
        world.hear(NothingStored {});
        const PageModel page = world.page();
        REQUIRE(page.chooser);
        CHECK(page.chooser->title == "Which conference?");
        CHECK(world.take<LoadProgram>().empty());
        world.act(page.chooser->sample.intent);
        CHECK(world.take<LoadProgram>()[0].source == sample_source);
    }

    TEST_CASE("keys of rows, tabs and slots are different, and stay when the words change")
    {
        World world;
        world.open();
        const PageModel before = world.page();
        world.act(ToggleStar { "git" });
        const PageModel after = world.page();
        std::vector<std::uint64_t> keys;
        for (const SessionRow& row : before.program->rows) keys.push_back(row.key);
        for (const TimeSlot& slot : before.program->slots) keys.push_back(slot.key);
        for (const DayTab& day : before.program->days.days) keys.push_back(day.key);
        for (std::size_t i = 0; i < keys.size(); ++i)
            for (std::size_t j = i + 1; j < keys.size(); ++j) CHECK(keys[i] != keys[j]);
        for (std::size_t i = 0; i < before.program->rows.size(); ++i)
            CHECK(before.program->rows[i].key == after.program->rows[i].key);
    }
}
