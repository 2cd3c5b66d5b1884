#include <doctest/doctest.h>

#include "agenda/agenda_record.h"
#include "app/support/world.h"

using namespace hallway;
using test::World;

namespace {

Choice only_choice(const std::vector<SaveRecord>& saves)
{
    check(saves.size() == 1, "one write was expected");
    const DecodedRecords decoded = decode_records(saves[0].record);
    check(decoded.choices.size() == 1, "one choice was expected");
    return decoded.choices[0];
}

} // namespace

TEST_SUITE("app/update")
{
    TEST_CASE("a star is one write that carries what the session looked like")
    {
        World world;
        world.open();
        world.act(ToggleStar { "git" });
        const Choice choice = only_choice(world.take<SaveRecord>());
        CHECK(choice.key == ChoiceKey { "small-2026", "git", ChoiceField::Keenness });
        CHECK(choice.value == "want");
        CHECK(choice.context == ChoiceContext { "Evolving Git", "2026-01-31T11:00", "Janson" });
        CHECK(is_starred(test::row_of(world.page(), "Evolving Git").keenness));
    }

    TEST_CASE("a star counts as saved only once every write of it is durable")
    {
        World world;
        world.open();
        world.act(ToggleStar { "git" });
        world.act(ToggleStar { "git" });
        world.act(ToggleStar { "git" });
        const auto saves = world.take<SaveRecord>();
        REQUIRE(saves.size() == 3);
        CHECK_FALSE(test::row_of(world.page(), "Evolving Git").saved);
        world.hear(RecordSaved { saves[0].choice_id });
        world.hear(RecordSaved { saves[1].choice_id });
        CHECK_FALSE(test::row_of(world.page(), "Evolving Git").saved);
        world.hear(RecordSaved { saves[2].choice_id });
        CHECK(test::row_of(world.page(), "Evolving Git").saved);
        CHECK_FALSE(test::row_of(world.page(), "Opening").saved);
    }

    TEST_CASE("a write that takes more than a second is said in the status region")
    {
        World world;
        world.open();
        world.act(ToggleStar { "git" });
        CHECK(world.page().status.empty());
        CHECK(page_wakes_at(world.state) == world.state.now_ms + save_patience_ms);
        world.state.now_ms += save_patience_ms;
        CHECK(world.page().status == "Still saving your last choice.");
        CHECK(page_wakes_at(world.state) == 0);
        world.hear(RecordSaved { world.take<SaveRecord>()[0].choice_id });
        CHECK(world.page().status.empty());
    }

    TEST_CASE("a write that fails interrupts, and goes away when it is saved after all")
    {
        World world;
        world.open();
        world.hear(StorageWeak {});
        world.act(ToggleStar { "git" });
        world.hear(SaveFailed { Error { ErrorCode::StoreQuota, {}, {}, {} } });
        REQUIRE(world.page().notice);
        CHECK(world.page().notice->interrupts);
        world.act(RetrySave {});
        CHECK(world.take<RetryWrites>().size() == 1);
        world.hear(RecordSaved { world.take<SaveRecord>()[0].choice_id });
        REQUIRE(world.page().notice);
        CHECK_FALSE(world.page().notice->interrupts);
    }

    TEST_CASE("undo and redo are writes of their own, and say what they did")
    {
        World world;
        world.open();
        CHECK_FALSE(world.page().undo);
        world.act(ToggleStar { "git" });
        world.take<SaveRecord>();
        REQUIRE(world.page().undo);
        world.act(Undo {});
        CHECK(only_choice(world.take<SaveRecord>()).action == ChoiceAction::Undo);
        CHECK_FALSE(is_starred(test::row_of(world.page(), "Evolving Git").keenness));
        CHECK(world.page().status == "Taken back: Evolving Git");
        world.act(Redo {});
        CHECK(is_starred(test::row_of(world.page(), "Evolving Git").keenness));
        CHECK_FALSE(world.page().redo);
    }

    TEST_CASE("undo works after a reload, from what was stored")
    {
        World before;
        before.open();
        before.act(ToggleStar { "git" });
        StoredRowsArrived stored;
        stored.rows.push_back({ RowSource::Journal, before.take<SaveRecord>()[0].record });

        World after;
        after.state.agenda = Agenda(0x0000'0001'0000'0002u); // same device, another page load
        after.hear(stored);
        after.open();
        CHECK(is_starred(test::row_of(after.page(), "Evolving Git").keenness));
        CHECK(test::row_of(after.page(), "Evolving Git").saved);
        after.act(Undo {});
        CHECK_FALSE(is_starred(test::row_of(after.page(), "Evolving Git").keenness));
    }

    TEST_CASE("damaged rows are set aside and told; the rest is there")
    {
        World before;
        before.open();
        before.act(ToggleStar { "git" });
        before.act(ToggleStar { "opening" });
        const auto saves = before.take<SaveRecord>();
        StoredRowsArrived stored;
        stored.batch = 7;
        for (const SaveRecord& save : saves)
            stored.rows.push_back({ RowSource::Journal, save.record });
        stored.rows[0].records[20] ^= std::byte { 4 };

        World after;
        after.open();
        after.hear(stored);
        CHECK(is_starred(test::row_of(after.page(), "Opening").keenness));
        const auto aside = after.take<SetAside>();
        REQUIRE(aside.size() == 1);
        CHECK(aside[0].batch == 7);
        CHECK(aside[0].rows == std::vector<std::uint32_t> { 0 });
        REQUIRE(after.page().notice);
        CHECK(after.page().notice->text.starts_with("One saved choice was damaged"));
    }

    TEST_CASE("a star made in another tab shows, and is not written again")
    {
        World one;
        one.open();
        one.act(ToggleStar { "git" });
        World other;
        other.open();
        other.hear(RecordsArrived { one.take<SaveRecord>()[0].record, false });
        CHECK(is_starred(test::row_of(other.page(), "Evolving Git").keenness));
        CHECK(other.take<SaveRecord>().empty());
    }

    TEST_CASE("a star of another tab counts as saved once it is durable there")
    {
        World one;
        one.open();
        one.act(ToggleStar { "git" });
        one.act(ToggleStar { "git" });
        const auto saves = one.take<SaveRecord>();
        World other;
        other.open();
        other.hear(RecordsArrived { saves[0].record, false });
        CHECK_FALSE(test::row_of(other.page(), "Evolving Git").saved);
        other.hear(RecordsArrived { saves[0].record, true });
        CHECK(test::row_of(other.page(), "Evolving Git").saved);
        other.hear(RecordsArrived { saves[1].record, false });
        CHECK_FALSE(test::row_of(other.page(), "Evolving Git").saved);
        other.hear(RecordsArrived { saves[0].record, true });
        CHECK_FALSE(test::row_of(other.page(), "Evolving Git").saved);
        other.hear(RecordsArrived { saves[1].record, true });
        CHECK(test::row_of(other.page(), "Evolving Git").saved);
    }

    TEST_CASE("a star that only the copy holds counts as saved once the journal has it, too")
    {
        World before;
        before.open();
        before.act(ToggleStar { "git" });
        StoredRowsArrived stored;
        stored.rows.push_back({ RowSource::Copy, before.take<SaveRecord>()[0].record });
        stored.complete = false;
        World after;
        after.open();
        after.hear(stored);
        CHECK(is_starred(test::row_of(after.page(), "Evolving Git").keenness));
        CHECK_FALSE(test::row_of(after.page(), "Evolving Git").saved);
        CHECK(after.take<SaveRecord>().empty());

        stored.complete = true;
        after.hear(stored);
        CHECK_FALSE(test::row_of(after.page(), "Evolving Git").saved);
        after.hear(RecordSaved { after.take<SaveRecord>()[0].choice_id });
        CHECK(test::row_of(after.page(), "Evolving Git").saved);
    }

    TEST_CASE("what is typed goes where its field says, and Enter opens the address that was typed")
    {
        World world;
        world.open();
        type_into(world.state, SetQuery {}, "git", world.effects);
        CHECK(world.page().program->query == "git");
        type_into(world.state, SetAddress {}, "example.org/x.json", world.effects);
        CHECK(world.state.address == "example.org/x.json");
        type_into(world.state, ToggleStar { "git" }, "text", world.effects);
        CHECK_FALSE(world.state.agenda.can_undo());
        CHECK(world.take<LoadProgram>().empty());

        activate(world.state, SetAddress {}, world.effects);
        CHECK(world.take<LoadProgram>()[0].source == "https://example.org/x.json");
        activate(world.state, ToggleStar { "git" }, world.effects);
        CHECK(world.state.agenda.can_undo());
    }

    TEST_CASE("a failed load keeps what is open and says so")
    {
        World world;
        world.open();
        world.act(OpenAddress { "https://example.org/x.json" });
        CHECK(world.take<LoadProgram>()[0].source == "https://example.org/x.json");
        CHECK(world.page().loading);
        world.hear(LoadFailed {
            "https://example.org/x.json", Error { ErrorCode::FileNotJson, {}, {}, 3 } });
        const PageModel page = world.page();
        CHECK_FALSE(page.loading);
        CHECK(page.heading == "Small Conf 2026");
        REQUIRE(page.notice);
        CHECK(page.notice->text.find("Line 3.") != std::string::npos);
        CHECK(page.notice->text.find("(Hallway 104)") != std::string::npos);
        CHECK(page.notice->text.ends_with("Small Conf 2026 stays open."));
    }

    TEST_CASE("a failed load with nothing open is a screen with a way on")
    {
        World world;
        start(world.state, "https://example.org/x.json", "", world.effects);
        world.hear(LoadFailed {
            "https://example.org/x.json", Error { ErrorCode::FetchStatus, "404", {}, {} } });
        const PageModel page = world.page();
        REQUIRE(page.message);
        CHECK(page.message->text
            == "The site answered with status 404 instead of a program. Check the link. (Hallway "
               "302)");
        CHECK(page.message->actions.size() == 2);
    }

    TEST_CASE("a failed load is told beside the question which conference to open")
    {
        World world;
        start(world.state, "", "", world.effects);
        world.hear(NothingStored {});
        world.act(OpenAddress { "https://example.org/x.json" });
        world.hear(LoadFailed {
            "https://example.org/x.json", Error { ErrorCode::FileNotJson, {}, {}, {} } });
        REQUIRE(world.page().notice);
        CHECK(world.page().notice->text.find("(Hallway 104)") != std::string::npos);
        CHECK(world.page().chooser);
        world.open("good.json");
        CHECK_FALSE(world.page().notice);
        CHECK_FALSE(world.page().chooser);
    }

    TEST_CASE("what is typed without a scheme is an address of the web, never one of this site")
    {
        World world;
        start(world.state, "", "", world.effects);
        world.hear(NothingStored {});
        world.act(OpenAddress { " example.org/x.json " });
        CHECK(world.take<LoadProgram>()[0].source == "https://example.org/x.json");
        world.act(OpenAddress { "programs/x.json" });
        CHECK(world.take<LoadProgram>().empty());
        REQUIRE(world.page().notice);
        CHECK(world.page().notice->text.find("(Hallway 303)") != std::string::npos);
    }

    TEST_CASE("an empty address opens nothing")
    {
        World world;
        start(world.state, "", "", world.effects);
        world.hear(NothingStored {});
        world.act(OpenAddress { " " });
        CHECK(world.take<LoadProgram>().empty());
        CHECK_FALSE(world.page().loading);
        CHECK_FALSE(world.page().notice);
    }

    TEST_CASE("a load that failed is tried again from the very source that the page was given")
    {
        World world;
        start(world.state, "programs/x.json", "", world.effects);
        world.take<LoadProgram>();
        world.hear(LoadFailed { "programs/x.json", Error { ErrorCode::FetchRefused, {}, {}, {} } });
        world.act(world.page().message->actions[0].intent);
        CHECK(world.take<LoadProgram>()[0].source == "programs/x.json");
    }

    TEST_CASE("a program that replaces another leaves its session and its day")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/session/git" });
        world.open("other.json", "Other Conf");
        CHECK_FALSE(world.page().session);
        CHECK_FALSE(world.page().detail_hint);
        CHECK(world.take<ReplaceRoute>().size() == 1);
        world.act(OpenLink { "#/program?day=2026-02-01" });
        world.open("third.json", "Third Conf");
        world.act(OpenLink { "#/program?day=2026-02-01" });
        CHECK(world.page().program->list_label == "Sessions on Sunday 1 February");
    }

    TEST_CASE("a damaged fresh program never replaces a good one")
    {
        World world;
        world.open();
        auto broken = std::make_shared<Bytes>(*test::small_program());
        broken->back() ^= std::byte { 1 };
        world.hear(ProgramArrived { broken, "other.json", false, std::nullopt });
        CHECK(world.page().heading == "Small Conf 2026");
        CHECK(world.state.program_source == "small.json");
        CHECK(world.page().notice);
    }

    TEST_CASE("a stored pack that cannot be used is read anew, even from an unchanged file")
    {
        World world;
        start(world.state, "small.json", "", world.effects);
        world.take<LoadProgram>();
        auto broken = std::make_shared<Bytes>(*test::small_program());
        broken->back() ^= std::byte { 1 };
        world.hear(ProgramArrived { broken, "small.json", true, std::nullopt });
        CHECK_FALSE(world.page().message);
        world.hear(ProgramUnchanged { "small.json" });
        const auto loads = world.take<LoadProgram>();
        REQUIRE(loads.size() == 1);
        CHECK(loads[0].how == LoadProgram::How::Anew);
        world.open("small.json");
        CHECK(world.page().heading == "Small Conf 2026");
        world.hear(ProgramUnchanged { "small.json" });
        CHECK(world.take<LoadProgram>().empty());
    }

    TEST_CASE("another program starts with a clean view, a new state of the same one keeps it")
    {
        World world;
        world.open();
        CHECK(world.take<RememberSource>().size() == 1);
        world.act(OpenLink { "#/program?day=2026-02-01" });
        world.act(ToggleFilter { "starred=yes" });
        world.act(SetQuery { "git" });
        world.act(OpenLink { "#/session/git" });
        world.open("small.json", "Small Conf 2026, second edition");
        CHECK(world.state.query == "git");
        CHECK(world.state.filters.size() == 1);
        CHECK(world.state.day == ListedDay(date_of({ 2026, 2, 1 })));
        CHECK(world.state.route == parse_route("#/session/git"));
        CHECK(world.take<RememberSource>().empty());
        world.open("other.json", "Other Conf");
        CHECK(world.state.query.empty());
        CHECK(world.state.filters.empty());
        CHECK_FALSE(world.state.day);
        CHECK(world.state.route == Route {});
        CHECK(world.take<RememberSource>()[0].source == "other.json");
    }

    TEST_CASE(
        "a program that is asked for leads away from the chooser, the one of last time does not")
    {
        World world;
        start(world.state, "", "#/open", world.effects);
        world.open("last.json");
        CHECK(world.page().chooser);
        world.act(OpenAddress { "https://example.org/other.json" });
        world.open("other.json");
        CHECK_FALSE(world.page().chooser);
        CHECK(world.take<ReplaceRoute>().size() == 1);
    }

    TEST_CASE("a link changes the route and is pushed once")
    {
        World world;
        world.open();
        world.act(OpenLink { "#/session/git" });
        world.act(OpenLink { "#/session/git" });
        CHECK(world.take<PushRoute>().size() == 1);
        CHECK(world.page().session->title == "Evolving Git");
        world.hear(RouteChanged { "#/program" });
        CHECK_FALSE(world.page().session);
        CHECK(world.take<PushRoute>().empty());
    }

    TEST_CASE("a session that the program lacks is said to be gone")
    {
        World world;
        world.open();
        world.hear(RouteChanged { "#/session/nope" });
        REQUIRE(world.page().detail_hint);
        CHECK(world.page().detail_hint->title == "This session is not in the program");
    }

    TEST_CASE("the plain page is a preference, and survives")
    {
        World world;
        world.act(TogglePlainPage {});
        const auto saved = world.take<SaveSettings>();
        REQUIRE(saved.size() == 1);
        World after;
        apply_settings(after.state, saved[0].settings, after.effects);
        CHECK(after.state.preferences.plain_page);
        world.act(TogglePlainPage {});
        CHECK_FALSE(world.state.preferences.plain_page);
    }
}
