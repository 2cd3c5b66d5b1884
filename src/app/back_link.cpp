#include "app/page_model.h"

namespace hallway {

BackLink make_list_link(const AppState& state)
{
    const Language& language = state.language;
    Route list { state.list_screen, {}, {} };
    Text label = Text::ViewsProgram;
    switch (state.list_screen) {
    case Route::Screen::Plan:
        label = Text::ViewsPlan;
        list.day = state.day;
        break;
    case Route::Screen::Speakers: label = Text::SpeakersTitle; break;
    case Route::Screen::More:
    case Route::Screen::Settings:
    case Route::Screen::Keys:
    case Route::Screen::About: label = Text::ViewsMore; break;
    default:
        list.day = state.day;
        if (list.screen == Route::Screen::Program) list.filters = state.filters;
    }
    return { language.text(label), make_href(list) };
}

BackLink make_back_link(const AppState& state, Layout layout)
{
    if (layout == Layout::Desktop || state.trail.empty()) return make_list_link(state);
    return { state.language.text(Text::DetailBack), make_href(state.trail.back()) };
}

} // namespace hallway
