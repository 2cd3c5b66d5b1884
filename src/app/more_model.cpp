#include "app/page_model.h"
#include "app/source.h"

#include "base/text.h"

#include <algorithm>

namespace hallway {

MoreModel make_more_model(const AppState& state, const Program& program)
{
    const Language& language = state.language;
    MoreModel model;
    model.title = language.text(Text::ViewsMore);
    const auto add = [&](Route::Screen screen, const char* icon, Text label,
                         std::string_view note) {
        const std::string href = screen_href(screen);
        model.rows.push_back(
            { model_key("more", href), icon, language.text(label), note, href, {} });
    };
    // Last, which is within reach of the thumb; on top of the page it is for the pointer.
    const auto add_step = [&](const char* icon, Text label, Intent intent) {
        model.rows.push_back(
            { model_key("more", icon), icon, language.text(label), {}, {}, intent });
    };
    if (const std::int64_t speakers = count_speakers(program); speakers > 0)
        add(Route::Screen::Speakers, "mic", Text::SpeakersTitle,
            language.plural(Text::SpeakersCount, speakers));
    if (const std::size_t unseen = count_unseen(state, program); unseen > 0)
        add(Route::Screen::Triage, "star", Text::TriageTitle,
            language.plural(Text::TriageNote, static_cast<std::int64_t>(unseen)));
    add(Route::Screen::Settings, "settings", Text::SettingsTitle,
        language.text(Text::SettingsNote));
    add(Route::Screen::About, "info", Text::AboutTitle,
        place_of_source(language, state.program_source) + " · "
            + read_time_text(state, state.program_read));
    add(Route::Screen::Open, "calendar", Text::ToolsOtherConference,
        language.text(Text::MoreOtherNote));
    const std::string_view conference = program.text(program.conference().key);
    if (state.agenda.can_undo(conference)) add_step("undo", Text::ToolsUndo, Undo {});
    if (state.agenda.can_redo(conference)) add_step("redo", Text::ToolsRedo, Redo {});
    return model;
}

} // namespace hallway
