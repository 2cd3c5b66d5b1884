#include <doctest/doctest.h>

#include "app/support/world.h"

#include <algorithm>

using namespace hallway;
using test::World;
using Titles = std::vector<std::string>;

namespace {

std::shared_ptr<const Bytes> tracked_program()
{
    ProgramBuilder builder;
    builder.conference.key = "tracked";
    builder.conference.title = "Tracked";
    builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
    const auto add = [&](std::string_view title, std::string_view track, std::string_view room,
                         int day, int hour) {
        SessionDraft session;
        session.key = session.title = title;
        session.track = builder.track(track);
        OccurrenceDraft occurrence;
        occurrence.start =
            builder.zone.instant({ date_of({ 2026, 1, 31 }), hour * 60 }) + day * minutes_per_day;
        occurrence.end = occurrence.start + 30;
        occurrence.rooms = { builder.room(room) };
        session.occurrences = { occurrence };
        builder.add_session(std::move(session));
    };
    add("Git", "Main Track", "Janson", 0, 10);
    add("Lunch", "", "Foyer", 0, 12);
    add("Toots", "Social & Web", "Janson", 0, 13);
    add("Closing", "Main Track", "Janson", 1, 17);
    return std::make_shared<const Bytes>(builder.build());
}

struct Tracked : World {
    Tracked()
    {
        hear(ProgramArrived { tracked_program(), "tracked.json", false, std::nullopt, {} });
        effects.clear();
    }
    Titles titles() const { return test::titles_of(page()); }
};

const FilterChip* find_chip(const PageList<FilterChip>& chips, std::string_view label)
{
    const auto at = std::ranges::find(chips, label, &FilterChip::label);
    return at == chips.end() ? nullptr : &*at;
}

const FilterSheet::Group* find_group(const FilterSheet& sheet, std::string_view title)
{
    const auto at = std::ranges::find(sheet.groups, title, &FilterSheet::Group::title);
    return at == sheet.groups.end() ? nullptr : &*at;
}

} // namespace

TEST_SUITE("app/filter")
{
    TEST_CASE("a filter leaves its rows, counts them, and stands in the address")
    {
        Tracked world;
        world.act(OpenFilters {});
        REQUIRE(world.page().filter_sheet);
        const FilterSheet sheet = *world.page().filter_sheet;
        const FilterSheet::Group* tracks = find_group(sheet, "Track");
        REQUIRE(tracks);
        REQUIRE(tracks->values.size() == 3);
        CHECK(tracks->values[0].label == "Main Track");
        CHECK(tracks->values[0].count == "2");
        CHECK(tracks->values[2].label == "No track");
        CHECK(sheet.show_label == "Show 4 sessions");
        CHECK(sheet.clear_label.empty());

        world.act(find_chip(tracks->values, "Social & Web")->intent);
        CHECK(world.titles() == Titles { "Toots" });
        CHECK(world.page().filter_sheet->show_label == "Show 1 session");
        auto replaced = world.take<ReplaceRoute>();
        REQUIRE(replaced.size() == 1);
        CHECK(replaced[0].href == "#/program?track=Social%20%26%20Web");

        // Values of one filter are "or".
        world.act(find_chip(tracks->values, "No track")->intent);
        CHECK(world.titles() == Titles { "Lunch", "Toots" });
        // Filters among each other are "and".
        world.act(ToggleFilter { "room=Foyer" });
        CHECK(world.titles() == Titles { "Lunch" });
        CHECK(world.take<ReplaceRoute>().back().href
            == "#/program?track=&track=Social%20%26%20Web&room=Foyer");
        CHECK(world.page().program->filters.open_name == "Filters, 3 on");

        world.act(DropFilters {});
        CHECK(world.titles() == Titles { "Git", "Lunch", "Toots" });
        CHECK(world.take<ReplaceRoute>().back().href == "#/program");
    }

    TEST_CASE("an address brings its filters, and another one takes them away")
    {
        World world;
        start(world.state, "tracked.json", "#/program?day=2026-02-01&track=Main%20Track",
            world.effects);
        world.hear(ProgramArrived { tracked_program(), "tracked.json", false, std::nullopt, {} });
        const PageModel page = world.page();
        CHECK(test::titles_of(page) == Titles { "Closing" });
        REQUIRE(page.program->days.days.size() == 2);
        CHECK(page.program->days.days[0].href == "#/program?day=2026-01-31&track=Main%20Track");
        CHECK(page.views[1].href == "#/program?track=Main%20Track");

        // A session and the way back keep them.
        world.act(OpenLink { "#/session/Closing" });
        CHECK(world.page().session->back.href == "#/program?day=2026-02-01&track=Main%20Track");
        world.hear(RouteChanged { "#/program?day=2026-01-31" });
        CHECK(test::titles_of(world.page()) == Titles { "Git", "Lunch", "Toots" });
    }

    TEST_CASE("another program opens without the filters of the one before")
    {
        Tracked world;
        world.act(ToggleFilter { "track=Main%20Track" });
        world.act(OpenFilters { "track" });
        world.open();
        CHECK(world.state.filters.empty());
        CHECK_FALSE(world.page().filter_sheet);
        CHECK(test::titles_of(world.page()).size() == 5);
    }

    TEST_CASE("what all sessions have in common is no filter, and what the file lacks neither")
    {
        Tracked world;
        world.act(OpenFilters {});
        for (const char* title : { "Kind", "Language", "Difficulty", "Recording", "Access" })
            CHECK_FALSE(find_group(*world.page().filter_sheet, title));
        // Nothing is decided yet, so nothing is hidden and all is unseen.
        const FilterSheet::Group* mine = find_group(*world.page().filter_sheet, "Yours");
        CHECK_FALSE(mine);
        world.act(ToggleStar { "Git" });
        const FilterSheet sheet = *world.page().filter_sheet;
        mine = find_group(sheet, "Yours");
        REQUIRE(mine);
        REQUIRE(mine->values.size() == 2);
        CHECK(mine->values[0].label == "Starred");
        CHECK(mine->values[1].label == "Unseen");
        CHECK(mine->values[1].count == "3");
    }

    TEST_CASE("what is not for me is left out, and its own filter shows it")
    {
        Tracked world;
        const auto choice = world.state.agenda.choose(
            { "tracked", "Lunch", ChoiceField::Keenness }, "no", {}, world.state.now_ms);
        REQUIRE(choice);
        CHECK(world.titles() == Titles { "Git", "Toots" });
        world.act(OpenFilters {});
        const FilterSheet sheet = *world.page().filter_sheet;
        const FilterChip* hidden = find_chip(find_group(sheet, "Yours")->values, "Not for me");
        REQUIRE(hidden);
        CHECK(hidden->count == "1");
        world.act(hidden->intent);
        CHECK(world.titles() == Titles { "Lunch" });
    }

    TEST_CASE("the filter in the way is named, whichever it is")
    {
        Tracked world;
        world.act(ToggleFilter { "track=Social%20%26%20Web" });
        world.act(SetQuery { "git" });
        auto empty = world.page().program->empty;
        REQUIRE(empty);
        CHECK(empty->title == "Nothing for “git” here");
        CHECK(empty->text == "1 found without “Social & Web”.");
        world.act(empty->actions[0].intent);
        CHECK(world.titles() == Titles { "Git" });

        // Two values of one filter go by its name.
        world.act(ToggleFilter { "track=Social%20%26%20Web" });
        world.act(ToggleFilter { "track=" });
        CHECK(world.page().program->empty->text == "1 found without “Track”.");

        // Two filters that only together hide it.
        world.act(ToggleFilter { "room=Foyer" });
        empty = world.page().program->empty;
        REQUIRE(empty);
        CHECK(empty->text == "1 found without the filters.");
        world.act(empty->actions[0].intent);
        CHECK(world.titles() == Titles { "Git" });
    }

    TEST_CASE("filters without a search name the one in the way, too")
    {
        Tracked world;
        world.act(ToggleFilter { "track=Social%20%26%20Web" });
        world.act(OpenLink { "#/program?day=2026-02-01&track=Social%20%26%20Web" });
        auto empty = world.page().program->empty;
        REQUIRE(empty);
        CHECK(empty->title == "Nothing here with these filters");
        CHECK(empty->text == "1 found without “Sunday 1 February”.");
        world.act(empty->actions[0].intent);
        CHECK(world.titles() == Titles { "Toots" });
    }

    TEST_CASE("a value that the program lacks stays to be taken off")
    {
        Tracked world;
        world.act(OpenLink { "#/program?track=Gone" });
        CHECK(world.titles().empty());
        const FilterBar bar = world.page().program->filters;
        REQUIRE(bar.chips.size() == 1);
        CHECK(bar.chips[0].label == "Gone");
        CHECK(world.page().program->empty->text == "4 found without “Gone”.");
        world.act(bar.chips[0].intent);
        CHECK(world.titles().size() == 3);
    }

    TEST_CASE("a phone's bar has what is on; a wider one also what is wanted most")
    {
        Tracked world;
        CHECK(world.page(Layout::Phone).program->filters.chips.empty());
        const FilterBar wide = world.page(Layout::Tablet).program->filters;
        REQUIRE(wide.chips.size() == 2);
        CHECK(wide.chips[0].label == "Track");
        CHECK(wide.chips[0].kind == FilterChip::Kind::Opens);
        world.act(wide.chips[0].intent);
        const auto sheet = world.page().filter_sheet;
        REQUIRE(sheet);
        CHECK(sheet->title == "Track");
        REQUIRE(sheet->groups.size() == 1);
        CHECK(sheet->groups[0].title.empty());
    }

    TEST_CASE("a dialog closes on request, and when the place changes")
    {
        Tracked world;
        world.act(OpenFilters {});
        world.act(CloseDialog {});
        CHECK_FALSE(world.page().filter_sheet);
        world.act(OpenFilters {});
        world.hear(RouteChanged { "#/plan" });
        world.hear(RouteChanged { "#/program" });
        CHECK_FALSE(world.page().filter_sheet);
    }

    TEST_CASE("an intent that names no filter changes nothing")
    {
        Tracked world;
        for (const char* text : { "", "track", "day=2026-01-31", "=x", "nonsense=1" })
            world.act(ToggleFilter { text });
        world.act(DropFilters { "nonsense" });
        CHECK(world.state.filters.empty());
    }

    TEST_CASE("links with filters lead back to their route; broken ones to what is left of them")
    {
        Route route;
        route.day = date_of({ 2026, 1, 31 });
        route.filters = { { Facet::Starred, "yes" }, { Facet::Track, "" },
            { Facet::Track, "ä & b=c?#%" }, { Facet::Room, "Hall 1" } };
        CHECK(parse_route(make_href(route)) == route);
        CHECK(parse_route("#/program?room=b&room=a&room=a&day=none&x=1&track").filters
            == Filters { { Facet::Room, "a" }, { Facet::Room, "b" } });
        CHECK(parse_route("#/plan?track=a").filters.empty());
        std::string many = "#/program?";
        for (int i = 0; i < 1000; ++i) many += "&room=" + std::to_string(i);
        CHECK(parse_route(many).filters.size() == filters_max);
    }
}
