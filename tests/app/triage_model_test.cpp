#include <doctest/doctest.h>

#include "app/support/world.h"
#include "base/check.h"

#include <algorithm>

using namespace hallway;
using test::World;

namespace {

World at_triage()
{
    World world;
    world.open();
    world.act(OpenLink { "#/triage" });
    return world;
}

const TriageModel& triage_of(const PageModel& page)
{
    check(page.triage != nullptr, "the run is not shown");
    return *page.triage;
}

std::string shown(const World& world)
{
    const PageModel page = world.page();
    const TriageModel& triage = triage_of(page);
    return std::string(triage.card ? std::string_view(triage.card->title) : "-")
        .append(", ")
        .append(triage.progress);
}

void press(World& world, std::size_t action)
{
    world.act(triage_of(world.page()).actions[action].intent);
}

} // namespace

TEST_SUITE("app/triage_model")
{
    TEST_CASE("star, skip, not for me: each goes on, and undo comes back")
    {
        World world = at_triage();
        const PageModel page = world.page();
        const TriageModel& triage = triage_of(page);
        CHECK(triage.actions.size() == 3);
        CHECK_FALSE(triage.about.empty());
        CHECK(shown(world).starts_with("Opening, 1 of "));
        press(world, 0);
        CHECK(shown(world).starts_with("Evolving Git, 2 of "));
        press(world, 1);
        CHECK(shown(world).starts_with("Trams of Łódź, 3 of "));
        press(world, 2);
        CHECK(shown(world).find(", 4 of ") != std::string::npos);
        CHECK(world.page().undo.has_value());
        world.act(Undo {});
        CHECK(shown(world).starts_with("Trams of Łódź, 3 of "));
        const auto value = [&](const char* subject, ChoiceField field) {
            return world.state.agenda.value({ "small-2026", subject, field });
        };
        CHECK(value("opening", ChoiceField::Keenness) == "want");
        CHECK(value("git", ChoiceField::Seen) == "yes");
        CHECK(value("git", ChoiceField::Keenness).empty());
        CHECK(value("łódź", ChoiceField::Keenness).empty());
    }

    TEST_CASE("at the end it leads to the plan, and More does not offer it any more")
    {
        World world = at_triage();
        const auto offers = [&] {
            World more = world;
            more.act(OpenLink { "#/more" });
            const auto rows = more.page().more->rows;
            return std::ranges::any_of(
                rows, [](const MoreModel::Row& row) { return row.href == "#/triage"; });
        };
        CHECK(offers());
        for (int step = 0; triage_of(world.page()).card; ++step) {
            REQUIRE(step < 100);
            press(world, 1);
        }
        const PageModel page = world.page();
        CHECK(triage_of(page).permille == 1000);
        CHECK(triage_of(page).done_title == "That was all of it");
        CHECK(triage_of(page).actions[0].href == "#/plan");
        CHECK_FALSE(offers());
    }
}
