#include "app/page_model.h"

namespace hallway {

namespace {

/// Where the list looks at sessions without a time, the grid shows its first day.
BackLink grid_link(const AppState& state)
{
    Route grid { Route::Screen::Grid, {}, {} };
    if (state.day && std::holds_alternative<Date>(*state.day)) grid.day = state.day;
    return { state.language.text(Text::ViewsProgram), make_href(grid) };
}

} // namespace

BackLink make_list_link(const AppState& state)
{
    const Language& language = state.language;
    Route list { state.list_screen, {}, {} };
    Text label = Text::ViewsProgram;
    switch (state.list_screen) {
    case Route::Screen::Grid: return grid_link(state);
    case Route::Screen::Plan:
        label = Text::ViewsPlan;
        list.day = state.day;
        break;
    case Route::Screen::BestPlan: label = Text::PlanFind; break;
    case Route::Screen::Speakers: label = Text::SpeakersTitle; break;
    case Route::Screen::More:
    case Route::Screen::Settings:
    case Route::Screen::Keys:
    case Route::Screen::Triage:
    case Route::Screen::About: label = Text::ViewsMore; break;
    default:
        list.day = state.day;
        if (list.screen == Route::Screen::Program) list.filters = state.filters;
    }
    return { language.text(label), make_href(list) };
}

std::optional<BackLink> make_parent_link(const AppState& state)
{
    const auto link = [&](Text label, Route::Screen screen) {
        return BackLink { state.language.text(label), screen_href(screen) };
    };
    switch (state.list_screen) {
    case Route::Screen::BestPlan: return link(Text::ViewsPlan, Route::Screen::Plan);
    case Route::Screen::Keys: return link(Text::SettingsTitle, Route::Screen::Settings);
    case Route::Screen::Speakers:
    case Route::Screen::Settings:
    case Route::Screen::Triage:
    case Route::Screen::About: return link(Text::ViewsMore, Route::Screen::More);
    default: return {};
    }
}

BackLink make_back_link(const AppState& state, Layout layout)
{
    if (layout == Layout::Desktop || state.trail.empty()) return make_list_link(state);
    return { state.language.text(Text::DetailBack), make_href(state.trail.back()) };
}

} // namespace hallway
