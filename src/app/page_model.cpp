#include "app/page_model.h"

#include "agenda/agenda_record.h"
#include "base/hash.h"

namespace hallway {
namespace {

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
    page.plain_page = state.plain_page;
}

void add_views(PageModel& page, const AppState& state)
{
    const Language& language = state.language;
    page.views_label = language.text(Text::ViewsLabel);
    const std::string href = make_href({});
    page.views.push_back({ model_key("view", href), href, language.text(Text::ViewsProgram), "list",
        state.route.screen != Route::Screen::Open });
}

EmptyState session_gone(const Language& language)
{
    EmptyState empty;
    empty.title = language.text(Text::SessionGoneTitle);
    empty.text = language.text(Text::SessionGoneText);
    Action back = make_action(language, Text::SessionBack, OpenLink { make_href({}) });
    back.href = make_href({});
    empty.actions.push_back(std::move(back));
    return empty;
}

void add_program(PageModel& page, const AppState& state, const Program& program, Layout layout)
{
    const Language& language = state.language;
    page.heading = program.text(program.conference().title);
    page.document_title = page.heading;
    add_views(page, state);
    if (program.conference().made_up != 0) {
        page.sample_note = language.text(Text::SampleNote);
        page.sample_action = make_action(language, Text::SampleAction, OpenChooser {});
    }
    if (state.route.screen == Route::Screen::Session) {
        if (const auto index = program.find_session(state.route.session_key)) {
            page.session = make_session_model(state, program, *index);
            page.document_title = page.session->title + " · " + page.heading;
        } else {
            page.detail_hint = session_gone(language);
        }
    } else if (layout == Layout::Desktop) {
        page.detail_hint = EmptyState { language.text(Text::SessionHintTitle),
            language.text(Text::SessionHintText), {} };
    }
    // A phone shows one pane, but the list stays described: it keeps its place for the way back.
    page.program = make_program_model(state, program, layout);
}

std::string status_text(const AppState& state, const PageModel& page)
{
    if (!state.unsaved.empty() && state.now_ms - state.unsaved_since_ms >= save_patience_ms)
        return state.language.text(Text::NoticeSavingSlow);
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
        std::move(intent), {} };
}

bool is_saved(const AppState& state, std::string_view conference, std::string_view session)
{
    const ChoiceKey key { std::string(conference), std::string(session), ChoiceField::Keenness };
    const auto choice = state.agenda.choices().find(key);
    if (choice == state.agenda.choices().end()) return false;
    const auto durable = state.durable.find(choice_id(key));
    return durable != state.durable.end() && durable->second >= choice->second.stamp;
}

PageModel make_page(const AppState& state, Layout layout)
{
    const Language& language = state.language;
    PageModel page;
    page.language = language.tag();
    page.right_to_left = language.right_to_left();
    page.heading = product_name;
    page.document_title = product_name;
    add_tools(page, state);
    if (state.program && state.route.screen != Route::Screen::Open) {
        add_program(page, state, *state.program, layout);
    } else if (state.route.screen == Route::Screen::Open || state.nothing_stored) {
        page.chooser = make_chooser_model(state);
    } else if (state.load_failure) {
        page.message = make_failure(state, *state.load_failure);
    }
    if (state.loading)
        page.loading = LoadingModel { language.text(Text::LoadingTitle),
            language.text(Text::LoadingFrom, { { "source", state.loading->source } }),
            state.loading->permille };
    if (!state.notices.empty()) page.notice = make_notice_model(state, state.notices.front());
    page.status = status_text(state, page);
    return page;
}

std::int64_t page_wakes_at(const AppState& state)
{
    const std::int64_t slow_at = state.unsaved_since_ms + save_patience_ms;
    return !state.unsaved.empty() && state.now_ms < slow_at ? slow_at : 0;
}

} // namespace hallway
