#include "app/listed_days.h"

#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/update_preferences.h"

#include <algorithm>

namespace hallway {
namespace {

/// On a phone more tabs than these have no room for their counts beside them.
constexpr std::size_t brief_tabs_with_count_max = 3;

/// And more than these have no room at all.
constexpr std::size_t brief_tabs_max = 4;

/// Whether a session that stands on no day has a time all the same, as "Wednesday 13:50".
bool has_written_times(const Program& program)
{
    const auto sessions = program.unscheduled();
    return std::any_of(sessions.begin(), sessions.end(),
        [&](SessionIndex index) { return program.session(index).written_time.size > 0; });
}

std::string unscheduled_name(const Program& program, const Language& language)
{
    return std::string(
        language.text(has_written_times(program) ? Text::DaysUndated : Text::DaysUnscheduled));
}

/// Said once, on top: whose time it is, and the way to the other. A phone has one line for it.
void add_zone_choice(DayTabs& tabs, const AppState& state, const Program& program, Layout layout)
{
    const Language& language = state.language;
    const std::string event_time = zone_text(program, language);
    if (state.preferences.my_time) {
        tabs.zone_note = language.text(Text::TimeMine);
        tabs.zone_action =
            make_action(language, Text::TimeShowEvent, SetPreference { "my-time=off" });
        tabs.zone_action->label = language.text(Text::TimeShowEvent, { { "time", event_time } });
        return;
    }
    if (layout != Layout::Phone)
        tabs.zone_note = language.text(Text::TimeAll, { { "time", event_time } });
    tabs.zone_action = make_action(language, Text::TimeShowMine, SetPreference { "my-time=on" });
}

DayMenu make_day_menu(const Language& language, const DayTabs& tabs, std::size_t shown)
{
    const PageList<DayTab>& days = tabs.days;
    DayMenu menu;
    menu.label = days[shown].label;
    menu.name = language.text(
        Text::DaysMenu, { { "days", tabs.label }, { "day", days[shown].full_label } });
    if (shown > 0) menu.previous = { language.text(Text::DaysPrevious), days[shown - 1].href };
    if (shown + 1 < days.size())
        menu.next = { language.text(Text::DaysNext), days[shown + 1].href };
    return menu;
}

} // namespace

std::size_t shown_day(const AppState& state, const Program& program)
{
    const auto days = program.days();
    const bool unscheduled = state.day == ListedDay(Unscheduled {});
    if (days.empty() || (unscheduled && !program.unscheduled().empty())) return days.size();
    const auto at = std::find_if(days.begin(), days.end(),
        [&](const pack::DayRecord& day) { return state.day == ListedDay(Date { day.date }); });
    return at == days.end() ? 0 : static_cast<std::size_t>(at - days.begin());
}

std::string day_name(const Program& program, const Language& language, std::size_t day)
{
    return day < program.days().size() ? language.day_long(Date { program.days()[day].date })
                                       : unscheduled_name(program, language);
}

std::string list_label(const Program& program, const Language& language, std::size_t day)
{
    if (day < program.days().size())
        return language.text(Text::ListLabel, { { "day", day_name(program, language, day) } });
    return std::string(
        language.text(has_written_times(program) ? Text::ListUndated : Text::ListUnscheduled));
}

DayTabs make_day_tabs(const AppState& state, const Program& program, Layout layout,
    Route::Screen screen, std::span<const std::size_t> counts, std::size_t unscheduled_count)
{
    const Language& language = state.language;
    DayTabs tabs;
    tabs.label = language.text(Text::DaysLabel);
    tabs.zone_note = zone_text(program, language);
    const auto days = program.days();
    if (tabs.zone_note.empty() && !days.empty())
        tabs.zone_note = language.text(Text::TimeAsPrinted);
    if (zones_differ(state)) add_zone_choice(tabs, state, program, layout);
    const std::size_t count = days.size() + (program.unscheduled().empty() ? 0 : 1);
    if (count < 2) return tabs;
    // They share their row on a phone, and the list says the day in full.
    const bool brief = layout == Layout::Phone;
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_day = i < days.size();
        DayTab tab;
        // What has no time has no place in a grid.
        const bool lists_it = is_day || screen != Route::Screen::Grid;
        Route route { lists_it ? screen : Route::Screen::Program, {}, Unscheduled {} };
        if (is_day) {
            const Date date { days[i].date };
            route.day = date;
            tab.label = brief ? language.day_brief(date) : language.day_short(date);
        } else {
            tab.label = unscheduled_name(program, language);
        }
        const std::size_t sessions = is_day ? counts[i] : unscheduled_count;
        tab.key = model_key("day", make_href(route));
        if (route.screen == Route::Screen::Program) route.filters = state.filters;
        tab.href = make_href(route);
        const bool has_room = count <= brief_tabs_with_count_max || count > brief_tabs_max;
        // Who searches has to see that there are hits on another day.
        if (!brief || has_room || !state.query.empty()) tab.count = std::to_string(sessions);
        tab.full_label = language.plural(
            Text::DaysTabLabel, static_cast<std::int64_t>(sessions), { { "day", tab.label } });
        tab.current = i == shown_day(state, program);
        tabs.days.push_back(std::move(tab));
    }
    if (brief && count > brief_tabs_max)
        tabs.menu = make_day_menu(language, tabs, std::min(shown_day(state, program), count - 1));
    return tabs;
}

} // namespace hallway
