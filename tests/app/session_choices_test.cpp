#include <doctest/doctest.h>

#include "agenda/agenda_record.h"
#include "app/support/world.h"

using namespace hallway;
using test::World;

namespace {

World at_session(const char* key, std::initializer_list<const char*> stars = {})
{
    World world;
    world.open();
    world.state.shown_ms = world.state.now_ms;
    for (const char* star : stars) world.act(ToggleStar { star });
    world.act(OpenLink { "#/session/" + std::string(key) });
    world.effects.clear();
    return world;
}

SessionChoices choices_of(const World& world)
{
    const PageModel page = world.page();
    check(page.session != nullptr, "no session is open");
    return page.session->choices;
}

std::string_view value_of(const World& world, std::string subject, ChoiceField field)
{
    return world.state.agenda.value({ "small-2026", std::move(subject), field });
}

void type(World& world, const char* key, std::string_view text)
{
    type_into(world.state, SetNote { key }, text, world.effects);
}

/// Everything that was chosen, in another page load of the same device.
World reloaded(World& world)
{
    StoredRowsArrived stored;
    for (const SaveRecord& save : world.take<SaveRecord>())
        stored.rows.push_back({ RowSource::Journal, save.record });
    World after;
    after.state.agenda = Agenda(0x0000'0001'0000'0002u);
    after.hear(stored);
    after.open();
    after.act(OpenLink { make_href(world.state.route) });
    return after;
}

std::string chosen_label(const PageList<ChoiceOption>& options)
{
    std::string chosen;
    for (const ChoiceOption& option : options)
        if (option.on) chosen += option.label;
    return chosen;
}

} // namespace

TEST_SUITE("app/session_choices")
{
    TEST_CASE("how keen is asked once a session is starred, and each step can be taken back")
    {
        World world = at_session("git");
        CHECK(choices_of(world).keenness.empty());
        CHECK_FALSE(choices_of(world).not_for_me);
        world.act(ToggleStar { "git" });
        REQUIRE(choices_of(world).keenness.size() == 3);
        CHECK(chosen_label(choices_of(world).keenness) == "Want to");
        world.act(choices_of(world).keenness[0].intent);
        CHECK(value_of(world, "git", ChoiceField::Keenness) == "must");
        world.act(choices_of(world).keenness[2].intent);
        CHECK(chosen_label(choices_of(world).keenness) == "Maybe");
        CHECK(test::row_of(world.page(), "Evolving Git").keenness == Keenness::Maybe);
        CHECK(is_starred(test::row_of(world.page(), "Evolving Git").keenness));
        world.act(Undo {});
        CHECK(chosen_label(choices_of(world).keenness) == "Must see");
        world.act(Undo {});
        CHECK(chosen_label(choices_of(world).keenness) == "Want to");
        world.act(Undo {});
        CHECK(choices_of(world).keenness.empty());
        world.act(Redo {});
        world.act(Redo {});
        CHECK(chosen_label(choices_of(reloaded(world)).keenness) == "Must see");
    }

    TEST_CASE("what is not for me is not starred; the star turns it back to want")
    {
        World world = at_session("git", { "git" });
        world.act(choices_of(world).not_for_me->intent);
        CHECK(value_of(world, "git", ChoiceField::Keenness) == "no");
        CHECK(choices_of(world).keenness.empty());
        CHECK(choices_of(world).not_for_me->on);
        CHECK_FALSE(world.page().session->star.on);
        world.act(ToggleStar { "git" });
        CHECK(value_of(world, "git", ChoiceField::Keenness) == "want");
        world.act(choices_of(world).not_for_me->intent);
        world.act(choices_of(world).not_for_me->intent);
        CHECK(value_of(world, "git", ChoiceField::Keenness).empty());
    }

    TEST_CASE("a level that nobody knows, or of a session that is not there, changes nothing")
    {
        World world = at_session("git", { "git" });
        world.act(SetKeenness { "certainly git" });
        CHECK(value_of(world, "git", ChoiceField::Keenness) == "want");
        world.act(SetKeenness { "must nowhere" });
        CHECK(value_of(world, "nowhere", ChoiceField::Keenness).empty());
        world.act(SetKeenness { "must" });
        CHECK(value_of(world, "must", ChoiceField::Keenness).empty());
    }

    TEST_CASE("going is asked only where there is a choice")
    {
        World world = at_session("git", { "git" });
        CHECK_FALSE(choices_of(world).going);
        world.act(ToggleStar { "łódź" });
        REQUIRE(choices_of(world).going);
        CHECK(choices_of(world).going->label == "I'm going to this one");
        world.act(choices_of(world).going->intent);
        CHECK(choices_of(world).going->label == "Going");
        CHECK(choices_of(world).going->name == "I'm going to this one: Sat 31 Jan, 11:00 – 11:50");
        CHECK(value_of(world, "git#", ChoiceField::Going) == "yes");
        const Choice& choice =
            world.state.agenda.choices().at({ "small-2026", "git#", ChoiceField::Going });
        CHECK(choice.context == ChoiceContext { "Evolving Git", "2026-01-31T11:00", "Janson" });
        // What was said can be taken back, also when there is no choice to make any more.
        world.act(ToggleStar { "łódź" });
        REQUIRE(choices_of(world).going);
        world.act(choices_of(world).going->intent);
        CHECK_FALSE(choices_of(world).going);
    }

    TEST_CASE("of what is given twice one goes to one")
    {
        World world = at_session("tour");
        CHECK(choices_of(world).times_title == "Given 2 times. Any is fine.");
        REQUIRE(choices_of(world).times.size() == 2);
        CHECK(choices_of(world).times[0].when == "Sat 31 Jan, 14:00 – 14:30");
        CHECK(choices_of(world).times[0].place == "Foyer");
        CHECK_FALSE(choices_of(world).times[0].going);
        world.act(ToggleStar { "tour" });
        world.act(choices_of(world).times[0].going->intent);
        world.act(choices_of(world).times[1].going->intent);
        CHECK_FALSE(choices_of(world).times[0].going->on);
        CHECK(choices_of(world).times[1].going->on);
        const World after = reloaded(world);
        CHECK(
            after.state.agenda.value({ "small-2026", "tour#2026-02-01T14:00", ChoiceField::Going })
            == "yes");
    }

    TEST_CASE("each pause of a note is one step, kept and taken back")
    {
        World world = at_session("git");
        CHECK(choices_of(world).note.text.empty());
        type(world, "git", "Ask about");
        type(world, "git", "Ask about reftables\nand tea");
        CHECK(choices_of(world).note.text == "Ask about reftables\nand tea");
        CHECK_FALSE(choices_of(world).note.saved);
        for (const SaveRecord& save : world.take<SaveRecord>())
            world.hear(RecordSaved { save.choice_id });
        CHECK(choices_of(world).note.saved);
        world.act(Undo {});
        CHECK(choices_of(world).note.text == "Ask about");
        world.act(Redo {});
        CHECK(choices_of(world).note.text == "Ask about reftables\nand tea");
        type(world, "git", " \n");
        CHECK(value_of(world, "git", ChoiceField::Note).empty());
    }

    TEST_CASE("a note of another tab shows here")
    {
        World here = at_session("git");
        World there = at_session("git");
        there.state.agenda = Agenda(0x0000'0001'0000'0009u);
        type(there, "git", "from there");
        here.hear(RecordsArrived { there.take<SaveRecord>()[0].record, true });
        CHECK(choices_of(here).note.text == "from there");
        CHECK(choices_of(here).note.saved);
    }

    TEST_CASE("a note that is too long stays as it was typed, and its beginning is kept")
    {
        World world = at_session("git");
        const std::string most(choice_value_bytes_max - 1, 'a');
        type(world, "git", most + "ü and more");
        CHECK(value_of(world, "git", ChoiceField::Note) == most);
        CHECK(choices_of(world).note.text == most + "ü and more");
        CHECK(choices_of(world).note.warning
            == "This is longer than a note can be. Only its beginning is kept: take something "
               "out.");
        type(world, "git", most);
        CHECK(choices_of(world).note.warning.empty());
        CHECK(choices_of(world).note.text == most);
    }

    TEST_CASE("a rating is asked once it is over")
    {
        World world = at_session("git");
        CHECK_FALSE(choices_of(world).rating);
        const std::int64_t end_ms = 1'769'856'600'000; // 2026-01-31T11:50+01:00
        world.state.shown_ms = end_ms - 60'000;
        CHECK_FALSE(choices_of(world).rating);
        world.state.shown_ms = end_ms;
        REQUIRE(choices_of(world).rating);
        REQUIRE(choices_of(world).rating->marks.size() == 5);
        CHECK(choices_of(world).rating->marks[3].name == "4, Great");
        CHECK_FALSE(choices_of(world).rating->take_back);
        world.act(choices_of(world).rating->marks[3].intent);
        CHECK(chosen_label(choices_of(world).rating->marks) == "Great");
        world.act(choices_of(world).rating->attended.intent);
        CHECK(choices_of(world).rating->attended.on);
        World after = reloaded(world);
        CHECK(value_of(after, "git", ChoiceField::Rating) == "4");
        CHECK(value_of(after, "git", ChoiceField::Attended) == "yes");
        world.act(choices_of(world).rating->take_back->intent);
        CHECK(value_of(world, "git", ChoiceField::Rating).empty());
        world.act(SetRating { "6 git" });
        CHECK(value_of(world, "git", ChoiceField::Rating).empty());
    }

    TEST_CASE("a clock set to the event's own time counts as that")
    {
        World world = at_session("git");
        world.state.shown_is_local = true;
        world.state.shown_ms = 1'769'860'200'000; // 11:50, as if it were UTC
        CHECK(choices_of(world).rating);
        world.state.shown_ms -= 60'000;
        CHECK_FALSE(choices_of(world).rating);
    }

    TEST_CASE("my plan shows shapes, going and how a note begins")
    {
        World world = at_session("git", { "git", "łódź" });
        world.act(SetKeenness { "must git" });
        world.act(choices_of(world).going->intent);
        type(world, "git", "\nAsk about reftables\nand tea");
        world.act(OpenLink { "#/plan" });
        const PageModel page = world.page();
        const SessionCard& card = page.plan->entries[0].card;
        CHECK(card.star.keenness == Keenness::Must);
        REQUIRE(card.marks.size() == 2);
        CHECK(card.marks[0].text == "Going");
        CHECK(card.marks[1].text == "Ask about reftables");
    }
}
