#include <doctest/doctest.h>

#include "app/source.h"
#include "app/support/world.h"

using namespace hallway;
using test::World;
using Titles = std::vector<std::string>;

namespace {

constexpr const char* address = "https://conf.example/small.json";

Titles titles_of(const ShelfModel& shelf)
{
    Titles titles;
    for (const ShelfModel::Entry& entry : shelf.entries) titles.emplace_back(entry.title);
    return titles;
}

/// Small Conf is open from its address, and was read an hour ago.
World opened_world()
{
    World world;
    world.hear(ProgramArrived {
        test::small_program(), address, true, std::nullopt, world.minutes_ago(60) });
    world.effects.clear();
    return world;
}

std::string notice_of(const World& world)
{
    const PageModel page = world.page();
    return page.notice ? std::string(page.notice->text) : "";
}

} // namespace

TEST_SUITE("app/shelf")
{
    TEST_CASE("programs opened before are listed, the one that was read last first")
    {
        World world;
        start(world.state, "", "#/open", world.effects);
        CHECK(world.page().chooser->shelf.entries.empty());
        world.hear(ShelfChanged { { { address, "Small Conf 2026", world.minutes_ago(90) },
            { "file:mine.json", "", world.minutes_ago(3000) },
            { "programs/x.json", "X", world.minutes_ago(5) } } });
        const ShelfModel shelf = world.page().chooser->shelf;
        CHECK(titles_of(shelf) == Titles { "X", "Small Conf 2026", "mine.json" });
        CHECK(shelf.entries[0].place == "This site");
        CHECK(shelf.entries[1].place == "conf.example");
        CHECK(shelf.entries[1].read == "Read today at 08:30");
        CHECK(shelf.entries[1].remove_label == "Remove Small Conf 2026");
        CHECK(shelf.entries[2].place == "mine.json");
        CHECK(shelf.entries[2].read == "Read Thu 29 Jan at 08:00");
    }

    TEST_CASE("where a program comes from is its host, whatever stands around it")
    {
        const Language english = test::english();
        for (const auto& [source, place] : std::vector<std::pair<std::string, std::string>> {
                 { "https://conf.example/a/b.json?c#d", "conf.example" },
                 { "http://192.0.2.1:8080", "192.0.2.1:8080" },
                 { "https://good.example@conf.example/", "conf.example" },
                 { "https://conf.example\\@good.example/", "conf.example" },
                 { "/programs/x.json", "This site" }, { "file:a b.json", "a b.json" } })
            CHECK(place_of_source(english, source) == place);
    }

    TEST_CASE("when it was read is told by the device's clock, with the year if it is another")
    {
        World world; // Saturday 31 January 2026, 10:00 on the device
        const auto at = [&](std::string_view wall, Minutes offset) {
            const Instant local = floating_instant(parse_date_time(wall)->wall);
            return read_time_text(
                world.state, { std::int64_t { local.minutes - offset } * 60'000, offset });
        };
        CHECK(at("2026-01-31T00:00", 60) == "Read today at 00:00");
        CHECK(at("2026-01-30T23:59", 60) == "Read Fri 30 Jan at 23:59");
        CHECK(at("2025-07-31T12:00", 120) == "Read Thu 31 Jul 2025 at 12:00");
        CHECK(read_time_text(world.state, { INT64_MAX, INT32_MAX }) != "");
    }

    TEST_CASE("a program of the shelf is loaded as it stands there, and leads to its list")
    {
        World world = opened_world();
        world.act(OpenLink { "#/open" });
        world.act(OpenProgram { "file:mine.json" });
        const auto loads = world.take<LoadProgram>();
        REQUIRE(loads.size() == 1);
        CHECK(loads[0].how == LoadProgram::How::FromStore);
        world.hear(ProgramArrived { test::small_program("Mine"), "file:mine.json", true,
            std::nullopt, world.minutes_ago(600) });
        CHECK_FALSE(world.page().chooser);
        CHECK(world.page().heading == "Mine");
        CHECK(world.state.program_read == world.minutes_ago(600));
        const auto remembered = world.take<RememberSource>();
        REQUIRE(remembered.size() == 1);
        CHECK(remembered[0].source == "file:mine.json");
        CHECK(remembered[0].title == "Mine");
    }

    TEST_CASE("what is taken off the shelf is forgotten, its choices stay, and the page says so")
    {
        World world = opened_world();
        world.act(ToggleStar { "git" });
        world.hear(ShelfChanged { { { address, "Small Conf 2026", {} }, { "b", "B", {} } } });
        world.act(OpenLink { "#/open" });
        world.act(RemoveProgram { "b" });
        CHECK(world.take<ForgetProgram>()[0].source == "b");
        CHECK(titles_of(world.page().chooser->shelf) == Titles { "Small Conf 2026" });
        CHECK(world.page().chooser->back);
        CHECK(notice_of(world) == "B is off the list. Your choices for it stay on this device.");
        world.act(RemoveProgram { "b" });
        CHECK(world.take<ForgetProgram>().empty());

        world.act(RemoveProgram { address });
        CHECK(world.page().chooser);
        CHECK_FALSE(world.page().chooser->back);
        CHECK_FALSE(world.state.program);
        world.act(OpenLink { "#/program" });
        CHECK(world.page().chooser);
        world.open(address);
        CHECK(is_starred(test::row_of(world.page(), "Evolving Git").keenness));
    }

    TEST_CASE("a program that is taken off the shelf while it is loaded is loading no more")
    {
        World world = opened_world();
        world.hear(ShelfChanged { { { "b", "B", {} } } });
        world.act(OpenProgram { "b" });
        CHECK(world.page().loading);
        world.act(RemoveProgram { "b" });
        CHECK_FALSE(world.page().loading);
        CHECK(world.state.program);
    }

    TEST_CASE("a notice of what was just done goes with the next thing, and hides no other")
    {
        World world = opened_world();
        world.hear(StorageWeak {});
        world.hear(ShelfChanged { { { "b", "B", {} } } });
        world.act(RemoveProgram { "b" });
        CHECK(notice_of(world).starts_with("B is off the list."));
        world.act(DismissNotice {});
        CHECK(notice_of(world).starts_with("This browser may forget"));
        world.hear(ShelfChanged { { { "b", "B", {} } } });
        world.act(RemoveProgram { "b" });
        world.act(ToggleStar { "git" });
        CHECK(notice_of(world).starts_with("This browser may forget"));
    }

    TEST_CASE("an unchanged program is a newer one only in its age, and that is said once")
    {
        World world = opened_world();
        world.act(CheckForChanges {});
        const auto loads = world.take<LoadProgram>();
        REQUIRE(loads.size() == 1);
        CHECK(loads[0].source == address);
        CHECK(loads[0].how == LoadProgram::How::Check);
        CHECK(world.page().loading->title == "Checking for changes");
        world.hear(ProgramUnchanged { address, world.minutes_ago(0) });
        CHECK_FALSE(world.page().loading);
        CHECK(world.state.program_read == world.minutes_ago(0));
        CHECK(notice_of(world) == "Nothing has changed.");
        world.act(ToggleFilter { "starred=yes" });
        CHECK(notice_of(world) == "");
        // Nobody asked for this one.
        world.hear(ProgramUnchanged { address, world.minutes_ago(0) });
        CHECK(notice_of(world) == "");
    }

    TEST_CASE("a check that finds a newer program shows it where the old one stood")
    {
        World world = opened_world();
        world.act(ToggleStar { "git" });
        world.act(OpenLink { "#/program?day=2026-02-01" });
        world.act(OpenLink { "#/session/closing" });
        world.act(CheckForChanges {});
        world.act(OpenLink { "#/open" });
        world.effects.clear();
        ImportReport report;
        report.skip({ SkipReason::NoTitle, "x", "sessions[1]", 7 });
        world.hear(LoadProgress { address, 400 });
        world.hear(ProgramArrived { test::small_program("Small Conf 2026 (2)"), address, false,
            report, world.minutes_ago(0) });
        CHECK(notice_of(world) == "There was a newer program. You see it now.");
        CHECK(world.page().chooser);
        CHECK(world.take<ReplaceRoute>().empty());
        CHECK(world.take<RememberSource>().empty());
        world.act(OpenLink { "#/session/closing" });
        CHECK(world.page().heading == "Small Conf 2026 (2)");
        CHECK(world.state.day == ListedDay(date_of({ 2026, 2, 1 })));
        CHECK(world.page().session->title == "Closing");
        REQUIRE(world.state.report);
        CHECK(world.state.report->skipped_count == 1);
        CHECK(notice_of(world).starts_with("1 entry of the file was left out"));
    }

    TEST_CASE("a check that fails leaves the program and its age")
    {
        World world = opened_world();
        world.act(CheckForChanges {});
        world.hear(LoadFailed { address, Error { ErrorCode::FieldMissing, "sessions", {}, {} } });
        CHECK(notice_of(world).find("(Hallway 108)") != std::string::npos);
        CHECK(notice_of(world).ends_with("Small Conf 2026 stays open."));
        CHECK(world.state.program_read == world.minutes_ago(60));
        CHECK_FALSE(world.page().loading);
        world.act(CheckForChanges {});
        CHECK(notice_of(world) == "");
    }

    TEST_CASE("what was opened from a file is not looked for anywhere")
    {
        World world;
        world.act(CheckForChanges {});
        world.open("file:mine.json");
        world.act(CheckForChanges {});
        CHECK(world.take<LoadProgram>().empty());
        CHECK_FALSE(world.page().loading);
    }

    TEST_CASE("a stored program tells nothing that was told when it was read")
    {
        World world;
        ImportReport report;
        report.skip({ SkipReason::NoTitle, "x", "", {} });
        world.hear(
            ProgramArrived { test::small_program(), address, true, report, world.minutes_ago(60) });
        CHECK(notice_of(world) == "");
        REQUIRE(world.state.report);
        CHECK(world.state.report->skipped.size() == 1);
    }

    TEST_CASE("files that could not be read are told one by one, by their names")
    {
        World world;
        world.open("file:good.json");
        world.hear(LoadFailed { "file:a.json", Error { ErrorCode::FileEmpty, {}, {}, {} } });
        world.hear(LoadFailed { "file:b.json", Error { ErrorCode::FileNotJson, {}, {}, 3 } });
        world.hear(FilesKept { 2 });
        CHECK(notice_of(world).starts_with("a.json: The file is empty. (Hallway 101)"));
        world.act(DismissNotice {});
        CHECK(notice_of(world).starts_with("b.json: The file is broken"));
        world.act(DismissNotice {});
        CHECK(notice_of(world) == "2 more programs were read and are kept for later.");
    }

    TEST_CASE("a file of the same name but of another conference starts with a clean view")
    {
        World world;
        world.open("file:schedule.json");
        world.act(OpenLink { "#/session/git" });
        ProgramBuilder builder;
        builder.conference.key = builder.conference.title = "other-2026";
        SessionDraft session;
        session.key = session.title = "One";
        builder.add_session(std::move(session));
        world.hear(ProgramArrived { std::make_shared<const Bytes>(builder.build()),
            "file:schedule.json", false, std::nullopt });
        CHECK(world.state.route == Route {});
        CHECK(world.take<RememberSource>().back().title == "other-2026");
    }
}
