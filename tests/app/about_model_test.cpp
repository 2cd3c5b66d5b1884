#include <doctest/doctest.h>

#include "app/support/world.h"

#include <algorithm>

using namespace hallway;
using test::World;

namespace {

constexpr const char* address = "https://conf.example/small.json";

World world_about(std::string_view source, std::optional<ImportReport> report = {})
{
    World world;
    world.hear(ProgramArrived { test::small_program(), std::string(source), true, std::move(report),
        world.minutes_ago(28) });
    world.act(OpenLink { "#/about" });
    return world;
}

const Fact& fact_of(const AboutModel& about, std::string_view label)
{
    for (const Fact& fact : about.facts)
        if (fact.label == label) return fact;
    stop("there is no fact of that label");
}

} // namespace

TEST_SUITE("app/about_model")
{
    TEST_CASE("it says when, where from, how old, and in which zone")
    {
        const PageModel page = world_about(address).page();
        REQUIRE(page.about);
        const AboutModel& about = *page.about;
        CHECK(about.name == "Small Conf 2026");
        CHECK(fact_of(about, "Dates").text == "Sat 31 Jan – Sun 1 Feb 2026");
        CHECK(fact_of(about, "Source").text == "conf.example");
        CHECK(fact_of(about, "Source").note == address);
        CHECK(fact_of(about, "Source").href == address);
        CHECK(fact_of(about, "Age").text == "Read today at 09:32");
        CHECK(fact_of(about, "Time zone").text == "Brussels time");
        CHECK(fact_of(about, "Time zone").note == "Europe/Brussels");
        // The file says nothing of these.
        CHECK(about.facts.size() == 4);
        CHECK(about.skipped_label.empty());
    }

    TEST_CASE("what has an address is checked, what came from a file is chosen again")
    {
        World world = world_about(address);
        CHECK(world.page().about->check.label == "Check for changes");
        world.act(world.page().about->check.intent);
        CHECK(world.take<LoadProgram>().size() == 1);

        world = world_about("file:small.json");
        const AboutModel about = *world.page().about;
        CHECK(about.check.label == "Choose the file again");
        world.act(about.check.intent);
        CHECK(world.take<PickFile>().size() == 1);
        CHECK(fact_of(about, "Source").text == "small.json");
        CHECK(fact_of(about, "Source").href.empty());
    }

    TEST_CASE("a path of this site is no link to another one")
    {
        const AboutModel about = *world_about("programs/small.json").page().about;
        CHECK(fact_of(about, "Source").text == "This site");
        CHECK(fact_of(about, "Source").note == "programs/small.json");
        CHECK(fact_of(about, "Source").href.empty());
    }

    TEST_CASE("each entry that was left out has its name, its reason and its place")
    {
        ImportReport report;
        report.skip({ SkipReason::BadTime, "Opening", "sessions[12].start", 40 });
        report.skip({ SkipReason::NoTitle, "", "sessions[13]", {} });
        report.skip({ SkipReason::Duplicate, "Tour", "", 9 });
        const AboutModel about = *world_about(address, report).page().about;
        CHECK(about.skipped_label == "3 entries skipped");
        REQUIRE(about.skipped.size() == 3);
        CHECK(about.skipped[0].entry == "Opening");
        CHECK(about.skipped[0].reason == "Its time can't be read. It is listed without one.");
        CHECK(about.skipped[0].place == "Field: sessions[12].start. Line 40.");
        CHECK(about.skipped[1].reason == "It has no title.");
        CHECK(about.skipped[1].place == "Field: sessions[13].");
        CHECK(about.skipped[2].place == "Line 9.");
        CHECK(about.skipped_rest.empty());
    }

    TEST_CASE("of very many entries the first are listed, the rest is counted")
    {
        ImportReport report;
        for (int i = 0; i < 1000; ++i) report.skip({ SkipReason::NoTitle, "", "", {} });
        const AboutModel about = *world_about(address, report).page().about;
        CHECK(about.skipped_label == "1000 entries skipped");
        CHECK(about.skipped.size() == 50);
        CHECK(about.skipped_rest == "and 950 more");
    }

    TEST_CASE("the notice about what was left out leads there")
    {
        World world;
        ImportReport report;
        report.skip({ SkipReason::NoTitle, "", "", {} });
        world.hear(ProgramArrived { test::small_program(), address, false, report });
        const NoticeModel notice = *world.page().notice;
        CHECK(notice.actions[0].label == "Show them");
        world.act(notice.actions[0].intent);
        CHECK(world.page().about->skipped.size() == 1);
    }

    TEST_CASE("more leads there, and says how old the program is")
    {
        World world = world_about(address);
        world.act(OpenLink { "#/more" });
        const auto rows = world.page().more->rows;
        const auto row = std::find_if(
            rows.begin(), rows.end(), [](const auto& each) { return each.href == "#/about"; });
        REQUIRE(row != rows.end());
        CHECK(row->note == "conf.example · Read today at 09:32");
    }
}
