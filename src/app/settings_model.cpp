#include "app/settings_model.h"

#include "app/page_model.h"
#include "app/plan_settings.h"
#include "app/source.h"
#include "app/update_preferences.h"
#include "base/hash.h"

#include <initializer_list>
#include <iterator>
#include <span>

namespace hallway {
namespace {

using Row = SettingsModel::Row;
using Kind = Row::Kind;

SettingsModel::Choice make_choice(std::string_view label, Intent intent, bool chosen)
{
    const std::uint64_t key = model_key("choice", label);
    return { key, label, {}, chosen, intent };
}

class SettingsMaker {
public:
    explicit SettingsMaker(const AppState& state)
        : state_(state), language_(state.language), preferences_(state.preferences)
    {
    }

    SettingsModel make()
    {
        model_.key = model_key("settings", "");
        model_.title = language_.text(Text::SettingsTitle);
        add_program();
        add_look();
        add_time();
        add_plan();
        add_data();
        add_advanced();
        return std::move(model_);
    }

private:
    Row& add(Kind kind, const char* icon, Text label)
    {
        Row& row = model_.groups.back().rows.push_back({});
        row.kind = kind;
        row.icon = icon;
        row.label = language_.text(label);
        row.key = model_key("setting", std::to_string(static_cast<int>(label)));
        return row;
    }

    void open_group(Text title)
    {
        SettingsModel::Group& group = model_.groups.push_back({});
        group.key = model_key("settings-group", std::to_string(static_cast<int>(title)));
        group.title = language_.text(title);
    }

    Row& add_switch(const char* icon, Text label, std::string_view name, bool on)
    {
        Row& row = add(Kind::Switch, icon, label);
        row.on = on;
        row.intent = SetPreference { std::string(name) + (on ? "=off" : "=on") };
        return row;
    }

    void add_choice(Row& row, std::string_view label, std::string_view change)
    {
        Preferences after = preferences_;
        const bool known = change_preference(after, change);
        row.choices.push_back(
            make_choice(label, SetPreference { change }, known && after == preferences_));
        // Two values may have the same words.
        row.choices.back().key = mix64(row.key, hash64(change));
    }

    void add_program()
    {
        if (!state_.program) return;
        SettingsModel::Group& group = model_.groups.push_back({});
        group.key = model_key("settings-group", "program");
        Row& row = add(Kind::Link, "info", Text::AboutTitle);
        row.label = state_.program->text(state_.program->conference().title);
        row.note = place_of_source(language_, state_.program_source) + " · "
            + read_time_text(state_, state_.program_read);
        row.href = screen_href(Route::Screen::About);
    }

    void add_look()
    {
        open_group(Text::SettingsLook);
        Row& theme = add(Kind::Choice, "moon", Text::SettingsTheme);
        add_choice(theme, language_.text(Text::SettingsThemeSystem), "theme=system");
        add_choice(theme, language_.text(Text::SettingsThemeLight), "theme=light");
        add_choice(theme, language_.text(Text::SettingsThemeDark), "theme=dark");
        Row& text = add(Kind::Choice, "text-size", Text::SettingsTextSize);
        for (const std::uint16_t percent : text_percents) {
            const std::string number = std::to_string(percent);
            add_choice(
                text, language_.text(Text::SettingsPercent, { { "n", number } }), "text=" + number);
        }
        Row& words = add(Kind::Choice, "globe", Text::SettingsLanguage);
        add_choice(words, language_.text(Text::SettingsLanguageBrowser), "language=");
        for (std::size_t i = 0; i < std::size(language_tags); ++i) {
            add_choice(words, language_names[i], "language=" + std::string(language_tags[i]));
            words.choices.back().language = language_tags[i];
        }
        add_switch("swap", Text::SettingsLeftHand, "left-hand", preferences_.left_hand).note =
            language_.text(Text::SettingsLeftHandNote);
    }

    void add_time()
    {
        open_group(Text::SettingsTime);
        Row& clock = add(Kind::Choice, "clock", Text::SettingsClock);
        add_choice(clock, language_.text(Text::SettingsClockLanguage), "clock=language");
        add_choice(clock, language_.text(Text::SettingsClock12), "clock=12");
        add_choice(clock, language_.text(Text::SettingsClock24), "clock=24");
        if (zones_differ(state_))
            add_switch("globe", Text::SettingsMyTime, "my-time", preferences_.my_time).note =
                state_.device_zone_name;
        add_switch("device", Text::SettingsOnline, "online", preferences_.online).note =
            language_.text(Text::SettingsOnlineNote);
        Row& pace = add(Kind::Choice, "walk", Text::SettingsPace);
        add_choice(pace, language_.text(Text::SettingsPaceEasy), "pace=easy");
        add_choice(pace, language_.text(Text::SettingsPaceUsual), "pace=usual");
        add_choice(pace, language_.text(Text::SettingsPaceQuick), "pace=quick");
        Row& buffer = add(Kind::Choice, "walk", Text::SettingsBuffer);
        add_minutes(buffer, "buffer", buffers);
        Row& tolerance = add(Kind::Choice, "tight", Text::SettingsTolerance);
        add_minutes(tolerance, "tolerance", tolerances);
        add_areas();
        if (knows_step_free())
            add_switch("ramp", Text::SettingsStepFree, "step-free", preferences_.step_free);
    }

    void add_minutes(Row& row, std::string_view name, std::span<const std::uint8_t> values)
    {
        for (const std::uint8_t minutes : values)
            add_choice(row,
                minutes == 0
                    ? std::string(language_.text(Text::SettingsNone))
                    : language_.text(Text::RowMinutes, { { "n", std::to_string(minutes) } }),
                std::string(name) + "=" + std::to_string(minutes));
    }

    /// Three numbers instead of a matrix of ways, where there are areas.
    void add_areas()
    {
        if (!state_.program || state_.program->areas().size() < 2) return;
        const auto change = [](const Preferences::Areas& areas) {
            return "areas=" + std::to_string(areas.same) + "," + std::to_string(areas.next) + ","
                + std::to_string(areas.far);
        };
        constexpr Preferences::Areas first { area_minutes_default.same, area_minutes_default.next,
            area_minutes_default.far };
        Row& own = add(Kind::Switch, "route", Text::SettingsAreas);
        own.note = language_.text(Text::SettingsAreasNote);
        own.on = preferences_.areas.has_value();
        own.intent = SetPreference { own.on ? "areas=" : change(first) };
        if (!own.on) return;
        const auto add_number = [&](Text label, std::uint8_t Preferences::Areas::*number,
                                    std::initializer_list<std::uint8_t> values) {
            Row& row = add(Kind::Choice, "walk", label);
            for (const std::uint8_t minutes : values) {
                Preferences::Areas areas = *preferences_.areas;
                areas.*number = minutes;
                add_choice(row,
                    language_.text(Text::RowMinutes, { { "n", std::to_string(minutes) } }),
                    change(areas));
            }
        };
        add_number(Text::SettingsAreaSame, &Preferences::Areas::same, { 1, 2, 3, 5 });
        add_number(Text::SettingsAreaNext, &Preferences::Areas::next, { 3, 5, 8, 12 });
        add_number(Text::SettingsAreaFar, &Preferences::Areas::far, { 5, 10, 15, 20 });
    }

    /// What "Plan it for me" goes by.
    void add_plan()
    {
        open_group(Text::PlanFind);
        const auto time = [&](int hour) {
            return language_.time(WallTime { Date {}, hour * minutes_per_hour });
        };
        const auto add_hours = [&](Text label, std::string_view name,
                                   std::span<const std::uint8_t> hours) {
            Row& row = add(Kind::Choice, "clock", label);
            for (const std::uint8_t hour : hours)
                add_choice(row,
                    hour == 0 ? std::string(language_.text(Text::SettingsAny)) : time(hour),
                    std::string(name) + "=" + std::to_string(hour));
        };
        add_hours(Text::SettingsStarts, "starts", starts);
        add_hours(Text::SettingsEnds, "ends", ends);
        Row& most = add(Kind::Choice, "calendar", Text::SettingsHoursADay);
        for (const std::uint8_t hours : hours_a_day_values)
            add_choice(most,
                hours == 0 ? std::string(language_.text(Text::SettingsAnyLength))
                           : language_.text(Text::RowHours, { { "h", std::to_string(hours) } }),
                "hours-a-day=" + std::to_string(hours));
        add_switch("cup", Text::SettingsLunch, "lunch", preferences_.lunch).note =
            language_.text(Text::SettingsLunchNote,
                { { "length", language_.length(lunch_break.minutes) },
                    { "start", language_.time(WallTime { Date {}, lunch_break.hours.from }) },
                    { "end", language_.time(WallTime { Date {}, lunch_break.hours.until }) } });
    }

    /// Whether the program says of any way or room that it has no steps.
    [[nodiscard]] bool knows_step_free() const
    {
        if (!state_.program) return false;
        for (const pack::RoomRecord& room : state_.program->rooms())
            if ((room.flags & pack::RoomStepFree) != 0) return true;
        for (const pack::WalkRecord& walk : state_.program->walks())
            if (walk.step_free_minutes != walk.minutes) return true;
        return false;
    }

    void add_data()
    {
        open_group(Text::SettingsData);
        if (state_.deleted) {
            Row& restore = add(Kind::Button, "undo", Text::SettingsDeleted);
            restore.note = language_.text(Text::SettingsDeletedNote);
            restore.action = language_.text(Text::ToolsUndo);
            restore.intent = RestoreData {};
        }
        if (state_.asks_to_delete) return ask();
        Row& row = add(Kind::Button, "trash", Text::SettingsDelete);
        row.note = language_.text(Text::SettingsDeleteNote);
        row.action = language_.text(Text::SettingsDeleteAction);
        row.intent = DeleteData { "ask" };
    }

    void ask()
    {
        SettingsModel::Question& question = model_.question.emplace();
        question.text = language_.text(Text::SettingsDeleteAsk);
        const auto answer = [&](std::string_view label, const char* what) {
            question.answers.push_back(make_choice(label, DeleteData { what }, false));
        };
        if (state_.program && !state_.has_newer_records) {
            const std::string_view title = state_.program->text(state_.program->conference().title);
            answer(language_.text(Text::SettingsDeleteConference, { { "conference", title } }),
                "conference");
        }
        answer(language_.text(Text::SettingsDeleteEverything), "everything");
        answer(language_.text(Text::SettingsDeleteKeep), "keep");
    }

    void add_advanced()
    {
        open_group(Text::SettingsAdvanced);
        add_switch("file", Text::ToolsPlainPage, "plain-page", preferences_.plain_page).note =
            language_.text(Text::SettingsPlainPageNote);
        add_switch("list", Text::SettingsHelpKeys, "help-keys", preferences_.help_keys).note =
            language_.text(Text::SettingsHelpKeysNote);
        Row& keys = add(Kind::Link, "info", Text::KeysTitle);
        keys.href = screen_href(Route::Screen::Keys);
    }

    const AppState& state_;
    const Language& language_;
    const Preferences& preferences_;
    SettingsModel model_;
};

} // namespace

SettingsModel make_settings_model(const AppState& state) { return SettingsMaker(state).make(); }

KeysModel make_keys_model(const AppState& state)
{
    const Language& language = state.language;
    KeysModel model;
    model.key = model_key("keys", "");
    model.title = language.text(Text::KeysTitle);
    const bool on = state.preferences.help_keys;
    model.turn_on.kind = Kind::Switch;
    model.turn_on.key = model_key("keys", "turn-on");
    model.turn_on.icon = "list";
    model.turn_on.label = language.text(Text::SettingsHelpKeys);
    model.turn_on.note = language.text(on ? Text::KeysNote : Text::KeysOff);
    model.turn_on.on = on;
    model.turn_on.intent = SetPreference { on ? "help-keys=off" : "help-keys=on" };
    const auto add = [&](std::string keys, Text text) {
        model.entries.push_back({ std::move(keys), language.text(text) });
    };
    const auto go = [&](std::string_view key) {
        return language.text(Text::KeysThen, { { "first", "g" }, { "second", key } });
    };
    add("/", Text::SearchLabel);
    add("j", Text::KeysNext);
    add("k", Text::KeysPrevious);
    add("s", Text::KeysStar);
    add(go("n"), Text::KeysNow);
    add(go("p"), Text::ViewsProgram);
    add(go("m"), Text::ViewsPlan);
    add("?", Text::KeysTitle);
    return model;
}

} // namespace hallway
