#include "app/page_model.h"

#include "base/text.h"

#include <algorithm>

namespace hallway {

MoreModel make_more_model(const AppState& state, const Program& program)
{
    const Language& language = state.language;
    MoreModel model;
    model.title = language.text(Text::ViewsMore);
    const auto add = [&](Route::Screen screen, const char* icon, Text label, std::string note) {
        const std::string href = screen_href(screen);
        model.rows.push_back(
            { model_key("more", href), icon, language.text(label), std::move(note), href });
    };
    if (!program.people().empty())
        add(Route::Screen::Speakers, "mic", Text::SpeakersTitle,
            language.plural(
                Text::SpeakersCount, static_cast<std::int64_t>(program.people().size())));
    add(Route::Screen::Open, "calendar", Text::ToolsOtherConference,
        language.text(Text::MoreOtherNote));
    return model;
}

BackLink make_back_link(const AppState& state)
{
    const Language& language = state.language;
    if (!state.trail.empty())
        return { language.text(Text::DetailBack), make_href(state.trail.back()) };
    Route list { state.list_screen, {}, {} };
    Text label = Text::ViewsProgram;
    switch (state.list_screen) {
    case Route::Screen::Plan:
        label = Text::ViewsPlan;
        list.day = state.day;
        break;
    case Route::Screen::Speakers: label = Text::SpeakersTitle; break;
    case Route::Screen::More:
    case Route::Screen::About: label = Text::ViewsMore; break;
    default: list.day = state.day;
    }
    return { language.text(label), make_href(list) };
}

} // namespace hallway
