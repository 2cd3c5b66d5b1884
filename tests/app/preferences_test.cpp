#include <doctest/doctest.h>

#include "app/preferences.h"
#include "app/support/world.h"
#include "app/update_preferences.h"

using namespace hallway;
using namespace hallway::test;

namespace {

const SettingsModel& settings_of(PageModel& page)
{
    REQUIRE(page.settings != nullptr);
    return *page.settings;
}

const SettingsModel::Row* find_row(const SettingsModel& settings, std::string_view label)
{
    for (const SettingsModel::Group& group : settings.groups)
        for (const SettingsModel::Row& row : group.rows)
            if (row.label == label) return &row;
    return nullptr;
}

ZoneRules zone_of(std::string name, Minutes offset)
{
    return ZoneRules(std::move(name), { { Instant { 0 }, offset } });
}

World in_settings()
{
    World world;
    world.open();
    world.act(OpenLink { "#/settings" });
    return world;
}

} // namespace

TEST_SUITE("app/preferences")
{
    TEST_CASE("what is preferred survives, whatever it is")
    {
        Preferences wanted;
        for (const char* change : { "theme=dark", "text=150", "language=de", "clock=12",
                 "my-time=on", "left-hand=on", "plain-page=on", "help-keys=off", "pace=quick",
                 "step-free=on", "online=on", "areas=1,5,99", "buffer=5", "tolerance=0", "lunch=on",
                 "hours-a-day=6", "starts=9", "ends=22" }) {
            const Preferences before = wanted;
            CHECK(change_preference(wanted, change));
            CHECK(wanted != before);
        }
        CHECK(decode_preferences(encode_preferences(wanted)) == wanted);
    }

    TEST_CASE("who attends online sees the own time first, and the event's again after that")
    {
        Preferences p;
        CHECK(change_preference(p, "online=on"));
        CHECK(p.my_time);
        CHECK(change_preference(p, "online=off"));
        CHECK(p == Preferences {});
    }

    TEST_CASE("what is no preference or no value changes nothing")
    {
        Preferences p;
        for (const char* change : { "", "theme", "theme=", "theme=pink", "text=99", "text=300",
                 "language=xx", "language=../../x", "colour=red", "help-keys=", "online=perhaps",
                 "=on", "areas=1,2", "areas=1,2,3,4", "areas=1,2,100", "areas=1,,3", "areas=-1,2,3",
                 "buffer=7", "buffer=", "tolerance=1000", "lunch=1", "hours-a-day=25", "starts=8",
                 "ends=-1" })
            CHECK_FALSE(change_preference(p, change));
        CHECK(p == Preferences {});
    }

    TEST_CASE("settings of the first version are read; cut ones and those of a newer are not")
    {
        const std::string first("\x01\x01", 2);
        CHECK(decode_preferences(bytes_of(first))->plain_page);
        Preferences wanted;
        CHECK(change_preference(wanted, "pace=quick"));
        Bytes second = encode_preferences(wanted);
        constexpr std::size_t plans_bytes = 10;
        second.resize(second.size() - plans_bytes); // It did not know what a plan is to be like,
        second[0] = std::byte { 3 };
        CHECK(decode_preferences(second) == wanted);
        second.pop_back(); // nor who attends online.
        second[0] = std::byte { 2 };
        CHECK(decode_preferences(second) == wanted);
        const Bytes now = encode_preferences({});
        for (std::size_t size = 0; size < now.size(); ++size)
            CHECK_FALSE(decode_preferences(ByteView(now).first(size)));
        Bytes newer = now;
        newer[0] = std::byte { 9 };
        CHECK_FALSE(decode_preferences(newer));
    }

    TEST_CASE("a value that this build does not know is the default")
    {
        Bytes bytes = encode_preferences({});
        bytes[2] = std::byte { 77 }; // theme
        bytes[3] = std::byte { 1 };  // text size
        const auto read = decode_preferences(bytes);
        REQUIRE(read.has_value());
        CHECK(read->theme == Preferences::Theme::System);
        CHECK(read->text_percent == 100);
        bytes = encode_preferences({});
        std::fill(bytes.end() - 10, bytes.end(), std::byte { 200 });
        const auto plans = decode_preferences(bytes);
        REQUIRE(plans.has_value());
        CHECK_FALSE(plans->areas);
        CHECK(plans->tolerance == 5);
        CHECK(plans->ends_at == 0);
    }

    TEST_CASE("a change is stored, and the page is told how to look")
    {
        World world = in_settings();
        world.effects.clear();
        world.act(SetPreference { "text=200" });
        const auto looks = world.take<ShowLook>();
        REQUIRE(looks.size() == 1);
        CHECK(looks[0].text_percent == 200);
        const auto saved = world.take<SaveSettings>();
        REQUIRE(saved.size() == 1);
        World after;
        apply_settings(after.state, saved[0].settings, after.effects);
        CHECK(after.state.preferences.text_percent == 200);
        CHECK(after.take<ShowLook>().size() == 1);
        world.act(SetPreference { "text=1000" });
        CHECK(world.take<SaveSettings>().empty());
    }

    TEST_CASE("times are read by the clock that is preferred")
    {
        World world = in_settings();
        const WallTime afternoon { date_of({ 2026, 1, 31 }), 13 * 60 + 5 };
        const WallTime midnight { date_of({ 2026, 1, 31 }), 0 };
        CHECK(world.state.language.time(afternoon) == "13:05");
        world.act(SetPreference { "clock=12" });
        CHECK(world.state.language.time(afternoon) == "1:05\u00a0pm");
        CHECK(world.state.language.time(midnight) == "12:00\u00a0am");
        use_language(world.state, english());
        CHECK(world.state.language.time(midnight) == "12:00\u00a0am");
        world.act(SetPreference { "clock=language" });
        CHECK(world.state.language.time(midnight) == "00:00");
    }

    TEST_CASE("my time is offered only where it differs, and is said once")
    {
        World world;
        world.hear(ZoneDescribed { ZoneRules("America/New_York", {}) });
        world.open();
        REQUIRE(world.take<DescribeZone>().size() == 1);
        CHECK_FALSE(world.page().program->days.zone_action.has_value());
        world.hear(ZoneDescribed { zone_of("America/New_York", -300) });
        PageModel page = world.page();
        CHECK(page.program->days.zone_note == "Brussels time");
        CHECK(world.page(Layout::Tablet).program->days.zone_note
            == "All times are Brussels time, where it happens.");
        REQUIRE(page.program->days.zone_action.has_value());
        const PageText event_start = page.program->slots.front().time;
        world.act(page.program->days.zone_action->intent);
        page = world.page();
        CHECK(page.program->days.zone_note == "All times are in your own time.");
        CHECK(page.program->slots.front().time != event_start);
        CHECK(page.program->days.zone_action->label == "Show Brussels time");
        world.act(page.program->days.zone_action->intent);
        CHECK(world.page().program->slots.front().time == event_start);
    }

    TEST_CASE("in the same zone, or one with the same clock, there is nothing to choose")
    {
        World same;
        same.hear(ZoneDescribed { ZoneRules("Europe/Brussels", {}) });
        same.open();
        CHECK(same.take<DescribeZone>().empty());
        World alike;
        alike.hear(ZoneDescribed { ZoneRules("Europe/Paris", {}) });
        alike.open();
        alike.hear(
            ZoneDescribed { ZoneRules("Europe/Paris", alike.state.program->zone().transitions()) });
        CHECK_FALSE(alike.page().program->days.zone_action.has_value());
    }

    TEST_CASE("the settings show what is chosen and lead to it")
    {
        World world = in_settings();
        PageModel page = world.page();
        const SettingsModel::Row* theme = find_row(settings_of(page), "Theme");
        REQUIRE(theme != nullptr);
        REQUIRE(theme->choices.size() == 3);
        CHECK(theme->choices[0].chosen);
        world.act(theme->choices[2].intent);
        CHECK(world.state.preferences.theme == Preferences::Theme::Dark);
        page = world.page();
        CHECK(find_row(settings_of(page), "Theme")->choices[2].chosen);
        CHECK_FALSE(find_row(settings_of(page), "Theme")->choices[0].chosen);
        CHECK(find_row(settings_of(page), "Show my time") == nullptr);
        const SettingsModel::Row* keys = find_row(settings_of(page), "Help keys");
        REQUIRE(keys != nullptr);
        CHECK(keys->on);
    }
}

TEST_SUITE("app/delete my data")
{
    TEST_CASE("it asks first, and can be answered with no")
    {
        World world = in_settings();
        world.act(ToggleStar { std::string(
            world.state.program->text(world.state.program->session(SessionIndex {}).key)) });
        world.effects.clear();
        world.act(DeleteData { "everything" });
        CHECK(world.take<EraseChoices>().empty()); // nobody was asked
        world.act(DeleteData { "ask" });
        PageModel page = world.page();
        REQUIRE(settings_of(page).question.has_value());
        CHECK(settings_of(page).question->answers.size() == 3);
        world.act(settings_of(page).question->answers.back().intent);
        page = world.page();
        CHECK_FALSE(settings_of(page).question.has_value());
        CHECK(world.take<EraseChoices>().empty());
        CHECK(world.state.agenda.choices().size() == 1);
    }

    TEST_CASE("choices of one conference go; others and the settings stay; undo brings them back")
    {
        World world = in_settings();
        const std::string key(
            world.state.program->text(world.state.program->session(SessionIndex {}).key));
        world.state.agenda.choose(
            { "other", "session", ChoiceField::Keenness }, "want", {}, world.state.now_ms);
        world.act(ToggleStar { key });
        world.act(SetPreference { "theme=dark" });
        world.effects.clear();
        world.act(DeleteData { "ask" });
        world.act(DeleteData { "conference" });
        const auto erased = world.take<EraseChoices>();
        REQUIRE(erased.size() == 1);
        CHECK(erased[0].kept_ids.size() == 1);
        CHECK(world.state.agenda.choices().size() == 1);
        CHECK(world.state.preferences.theme == Preferences::Theme::Dark);
        const PageModel page = world.page();
        REQUIRE(page.notice != nullptr);
        CHECK(page.notice->text == "Deleted from this device.");
        world.act(page.notice->actions.front().intent);
        CHECK(world.state.agenda.choices().size() == 2);
        CHECK(world.take<SaveRecord>().size() == 1);
        CHECK_FALSE(world.state.deleted.has_value());
    }

    TEST_CASE("everything goes, the settings, too, and comes back")
    {
        World world = in_settings();
        world.act(ToggleStar { std::string(
            world.state.program->text(world.state.program->session(SessionIndex {}).key)) });
        world.act(SetPreference { "theme=dark" });
        world.act(DeleteData { "ask" });
        world.act(DeleteData { "everything" });
        CHECK(world.state.agenda.choices().empty());
        CHECK(world.state.preferences == Preferences {});
        // The notice goes with the next thing; the way back stays in the settings.
        world.act(SetPreference { "text=125" });
        PageModel page = world.page();
        const SettingsModel::Row* row = find_row(settings_of(page), "Deleted just now");
        REQUIRE(row != nullptr);
        world.act(row->intent);
        CHECK(world.state.agenda.choices().size() == 1);
        CHECK(world.state.preferences.theme == Preferences::Theme::Dark);
    }
}
