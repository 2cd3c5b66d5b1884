#include "app/page_model.h"
#include "app/personal_events.h"

#include "agenda/agenda_record.h"
#include "app/grid_model.h"
#include "app/shown_time.h"
#include "base/hash.h"

#include <algorithm>
#include <type_traits>

namespace hallway {
namespace {

/// Makes a part of the page where it stays.
template <class Part, class... Taken>
Part& put(std::unique_ptr<Part>& part, Part (*make)(Taken...), std::type_identity_t<Taken>... given)
{
    part.reset(new Part(make(given...)));
    return *part;
}

constexpr std::string_view product_name = "Hallway";

void add_tools(PageModel& page, const AppState& state)
{
    const Language& language = state.language;
    if (state.program) {
        const std::string_view conference = state.program->text(state.program->conference().key);
        if (state.agenda.can_undo(conference))
            page.undo = make_action(language, Text::ToolsUndo, Undo {});
        if (state.agenda.can_redo(conference))
            page.redo = make_action(language, Text::ToolsRedo, Redo {});
    }
    page.plain_page_label = language.text(Text::ToolsPlainPage);
    page.plain_page = state.preferences.plain_page;
}

bool shows_program(const AppState& state)
{
    return state.list_screen == Route::Screen::Program || state.list_screen == Route::Screen::Grid;
}

/// The two ways to look at a day of the program.
void add_lists(PageModel& page, const AppState& state, const Program& program)
{
    if (!shows_program(state) || !has_grid(program)) return;
    const Language& language = state.language;
    page.lists_label = language.text(Text::ListsLabel);
    const bool grid = state.list_screen == Route::Screen::Grid;
    const auto add = [&](Route::Screen screen, Text label, const char* icon) {
        Route route { screen, {}, state.day };
        if (screen == Route::Screen::Grid && state.day == ListedDay(Unscheduled {}))
            route.day.reset();
        page.lists.push_back({ model_key("list", screen_href(screen)), make_href(route),
            language.text(label), icon, grid == (screen == Route::Screen::Grid) });
    };
    add(Route::Screen::Program, Text::ListsList, "list");
    add(Route::Screen::Grid, Text::ListsGrid, "grid");
}

void add_views(PageModel& page, const AppState& state)
{
    const Language& language = state.language;
    page.views_label = language.text(Text::ViewsLabel);
    const bool opening = state.route.screen == Route::Screen::Open;
    const auto add = [&](Route::Screen screen, Text label, const char* icon, bool current) {
        Route route { screen, {}, {} };
        const std::uint64_t key = model_key("view", make_href(route));
        if (screen == Route::Screen::Program) route.filters = state.filters;
        page.views.push_back(
            { key, make_href(route), language.text(label), icon, current && !opening });
    };
    const bool dated = !state.program->occurrences().empty();
    const bool now = state.list_screen == Route::Screen::Now;
    const bool program = shows_program(state);
    const bool plan =
        state.list_screen == Route::Screen::Plan || state.list_screen == Route::Screen::BestPlan;
    if (dated) add(Route::Screen::Now, Text::ViewsNow, "now", now);
    add(Route::Screen::Program, Text::ViewsProgram, "list", program);
    add(Route::Screen::Plan, Text::ViewsPlan, "agenda", plan);
    add(Route::Screen::More, Text::ViewsMore, "more", !now && !program && !plan);
}

void add_clock_note(PageModel& page, const AppState& state, const Program& program)
{
    if (!state.shown_is_set) return;
    const Language& language = state.language;
    const WallTime wall = program.wall_time(shown_instant(state, program).minutes);
    page.clock_note = language.text(Text::ClockSet,
        { { "day", language.day_short(wall.date) }, { "time", language.time(wall) } });
    page.clock_action = make_action(language, Text::ClockReal, ShowRealTime {});
}

EmptyState detail_gone(const AppState& state)
{
    const Language& language = state.language;
    EmptyState empty;
    const bool session = state.route.screen == Route::Screen::Session;
    empty.title = language.text(session ? Text::SessionGoneTitle : Text::DetailGoneTitle);
    empty.text = language.text(Text::SessionGoneText);
    Action back = make_action(language, Text::ViewsProgram, OpenLink { make_href({}) });
    back.href = make_href({});
    empty.actions.push_back(std::move(back));
    return empty;
}

/// What stands beside or over the list. Gives its title.
std::string_view add_shown_detail(
    PageModel& page, const AppState& state, const Program& program, Layout layout)
{
    const Route& route = state.route;
    if (route.screen == Route::Screen::Session) {
        if (const auto index = program.find_session(route.key))
            return put(page.session, make_session_model, state, program, *index, layout).title;
    } else if (route.screen == Route::Screen::Speaker) {
        if (const auto index = find_person(program, route.key))
            return put(page.speaker, make_speaker_model, state, program, *index, layout).name;
    } else if (route.screen == Route::Screen::Compare) {
        return put(page.compare, make_compare_model, state, program, route.key, layout).title;
    } else if (const auto index = find_room(program, route.key)) {
        return put(page.room, make_room_model, state, program, *index, layout).name;
    }
    page.detail_hint = detail_gone(state);
    return {};
}

/// Beside what has no sessions to open an empty pane would say nothing, and the grid takes both.
bool has_something_to_open(const PageModel& page)
{
    if (page.plan) return !page.plan->empty;
    if (page.program) return !page.program->empty;
    if (page.best_plan) return !page.best_plan->days.empty();
    return page.now != nullptr;
}

void add_detail(PageModel& page, const AppState& state, const Program& program, Layout layout)
{
    const Language& language = state.language;
    if (is_detail(state.route.screen)) {
        const std::string_view title = add_shown_detail(page, state, program, layout);
        if (!title.empty())
            page.document_title =
                std::string(title) + " · " + std::string(program.text(program.conference().title));
    } else if (layout == Layout::Desktop && has_something_to_open(page)) {
        page.detail_hint = EmptyState { language.text(Text::SessionHintTitle),
            language.text(Text::SessionHintText), {} };
    }
}

void add_day_sheet(PageModel& page, const AppState& state)
{
    const DayTabs* days = days_of(page);
    const bool open = state.dialog && state.dialog->kind == Dialog::Kind::DaySheet;
    if (open && days != nullptr && days->menu)
        page.day_sheet = { days->label, state.language.text(Text::DialogClose), days->days };
}

std::string_view screen_title(const PageModel& page)
{
    if (page.now) return page.now->title;
    if (page.plan) return page.plan->title;
    if (page.best_plan) return page.best_plan->title;
    if (page.speakers) return page.speakers->title;
    if (page.more) return page.more->title;
    if (page.about) return page.about->title;
    if (page.settings) return page.settings->title;
    if (page.keys) return page.keys->title;
    if (page.triage) return page.triage->title;
    return {};
}

/// The program's own screens are headed by the conference, the others by their names.
void add_titles(PageModel& page, const AppState& state, const Program& program)
{
    page.document_title = program.text(program.conference().title);
    const std::string_view title = screen_title(page);
    if (title.empty()) return;
    page.heading = title;
    page.document_title = std::string(title).append(" · ").append(page.document_title);
    if (page.now) page.heading_note = page.now->time;
    page.back = make_parent_link(state);
}

void add_program(PageModel& page, const AppState& state, const Program& program, Layout layout)
{
    const Language& language = state.language;
    page.heading = program.text(program.conference().title);
    add_views(page, state);
    add_lists(page, state, program);
    if (program.conference().made_up != 0) {
        page.sample_note = language.text(Text::SampleNote);
        page.sample_action = make_action(language, Text::SampleAction, OpenChooser {});
    }
    add_clock_note(page, state, program);
    // A phone shows one pane, but the list stays described: it keeps its place for the way back.
    switch (state.list_screen) {
    case Route::Screen::Now: put(page.now, make_now_model, state, program); break;
    case Route::Screen::Grid:
        page.grid = std::make_shared<GridModel>(make_grid_model(state, program, layout));
        break;
    case Route::Screen::Plan: put(page.plan, make_plan_model, state, program, layout); break;
    case Route::Screen::BestPlan: put(page.best_plan, make_best_plan_model, state, program); break;
    case Route::Screen::Speakers: put(page.speakers, make_speakers_model, state, program); break;
    case Route::Screen::More: put(page.more, make_more_model, state, program); break;
    case Route::Screen::About: put(page.about, make_about_model, state, program); break;
    case Route::Screen::Settings: put(page.settings, make_settings_model, state); break;
    case Route::Screen::Keys: put(page.keys, make_keys_model, state); break;
    case Route::Screen::Triage: put(page.triage, make_triage_model, state, program); break;
    default: add_program_list(page, state, program, layout);
    }
    add_titles(page, state, program);
    add_day_sheet(page, state);
    if (state.dialog && state.dialog->kind == Dialog::Kind::EventForm)
        put(page.event_form, make_event_form, state, program);
    add_detail(page, state, program, layout);
}

LoadingModel make_loading_model(const Language& language, const AppState::Loading& loading)
{
    return { language.text(loading.is_check ? Text::LoadingCheck : Text::LoadingTitle),
        language.text(Text::LoadingFrom, { { "source", loading.source } }), loading.permille };
}

std::string status_text(const AppState& state, const PageModel& page)
{
    if (!state.unsaved.empty() && state.now_ms - state.unsaved_since_ms >= save_patience_ms)
        return std::string(state.language.text(Text::NoticeSavingSlow));
    if (!state.status.empty()) return state.status;
    if (page.program && !state.query.empty())
        return state.language.plural(
            Text::FoundSessions, static_cast<std::int64_t>(page.program->rows.size()));
    return {};
}

} // namespace

std::uint64_t model_key(std::string_view kind, std::string_view key)
{
    return mix64(hash64(kind), hash64(key));
}

Action make_action(const Language& language, Text label, Intent intent)
{
    return { model_key("action", std::to_string(static_cast<int>(label))), language.text(label),
        intent, {} };
}

bool is_saved(const AppState& state, std::string_view conference, std::string_view session)
{
    return is_saved(
        state, { std::string(conference), std::string(session), ChoiceField::Keenness });
}

bool is_saved(const AppState& state, const ChoiceKey& key)
{
    const auto choice = state.agenda.choices().find(key);
    if (choice == state.agenda.choices().end()) return false;
    const auto durable = state.durable.find(choice_id(key));
    return durable != state.durable.end() && durable->second >= choice->second.stamp;
}

const DayTabs* days_of(const PageModel& page)
{
    if (page.program) return &page.program->days;
    if (page.grid) return &page.grid->days;
    return page.plan ? &page.plan->days : nullptr;
}

PageModel make_page(const AppState& state, Layout layout)
{
    const Language& language = state.language;
    PageModel page;
    page.memory = std::make_unique<PageMemory>();
    const PageMemory::Use use(page.memory.get());
    page.language = language.tag();
    page.right_to_left = language.right_to_left();
    page.left_hand = state.preferences.left_hand;
    page.heading = product_name;
    page.document_title = product_name;
    add_tools(page, state);
    if (state.program && state.route.screen != Route::Screen::Open) {
        add_program(page, state, *state.program, layout);
    } else if (state.route.screen == Route::Screen::Open || state.nothing_stored) {
        put(page.chooser, make_chooser_model, state);
    } else if (state.load_failure) {
        page.message = make_failure(state, *state.load_failure);
    }
    if (state.loading) put(page.loading, make_loading_model, language, *state.loading);
    if (!state.notices.empty()) put(page.notice, make_notice_model, state, state.notices.front());
    page.status = status_text(state, page);
    return page;
}

namespace {

/// When what is shown will differ by the clock alone; 0: never.
std::int64_t clock_wakes_at(const AppState& state)
{
    if (shows_minute(state)) return next_minute_ms(state);
    if (!state.program || state.route.screen == Route::Screen::Open || !tells_what_is_over(state))
        return 0;
    const auto end = state.list_screen == Route::Screen::Plan
        ? next_plan_end(state, *state.program)
        : next_listed_end(state, *state.program);
    return end ? shown_at_ms(state, *end) : 0;
}

} // namespace

std::int64_t page_wakes_at(const AppState& state)
{
    const std::int64_t slow_at = state.unsaved_since_ms + save_patience_ms;
    const bool saving = !state.unsaved.empty() && state.now_ms < slow_at;
    const std::int64_t clock = clock_wakes_at(state);
    if (!saving || clock == 0) return saving ? slow_at : clock;
    return std::min(slow_at, clock);
}

std::uint64_t page_condition(const AppState& state)
{
    const bool slow =
        !state.unsaved.empty() && state.now_ms >= state.unsaved_since_ms + save_patience_ms;
    return mix64(static_cast<std::uint64_t>(shown_tick(state)), slow ? 1 : 0);
}

} // namespace hallway
