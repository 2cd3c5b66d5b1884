#include "app/triage_model.h"

#include "app/page_model.h"
#include "app/shown_time.h"
#include "planner/triage.h"

namespace hallway {
namespace {

/// While the event is on, what is over is not asked about; once all of it is, nothing is left out.
Triage find_next(const AppState& state, const Program& program)
{
    const std::optional<Instant> now =
        is_event_on(state, program) ? std::optional(shown_instant(state, program)) : std::nullopt;
    return find_next_unseen(program, read_opinions(program, state.agenda), now);
}

} // namespace

std::size_t count_unseen(const AppState& state, const Program& program)
{
    const Triage triage = find_next(state, program);
    return triage.total - triage.decided;
}

TriageModel make_triage_model(const AppState& state, const Program& program)
{
    const Language& language = state.language;
    const Triage triage = find_next(state, program);
    TriageModel model;
    model.title = language.text(Text::TriageTitle);
    const std::string total = std::to_string(triage.total);
    model.permille =
        static_cast<std::uint32_t>(triage.total ? triage.decided * 1000 / triage.total : 1000);
    if (!triage.next) {
        model.progress =
            language.text(Text::TriageProgress, { { "n", total }, { "count", total } });
        model.done_title = language.text(Text::TriageDoneTitle);
        model.done_text = language.text(Text::TriageDoneText);
        const std::string href = screen_href(Route::Screen::Plan);
        model.actions.push_back(
            { model_key("triage", "plan"), language.text(Text::ViewsPlan), {}, href });
        return model;
    }
    model.progress = language.text(
        Text::TriageProgress, { { "n", std::to_string(triage.decided + 1) }, { "count", total } });
    const pack::SessionRecord& session = program.session(*triage.next);
    model.card = triage.occurrence ? make_session_card(state, program, *triage.occurrence)
                                   : make_undated_card(state, program, session);
    model.about = make_prose(program, session.abstract);
    const std::string key(program.text(session.key));
    const auto add = [&](Text label, Intent intent) {
        model.actions.push_back(make_action(language, label, intent));
    };
    add(Text::SessionStar, ToggleStar { key });
    add(Text::TriageSkip, PassOver { key });
    const std::string not_for_me = std::string(keenness_value(Keenness::No)) + ' ' + key;
    add(Text::ChoiceNo, SetKeenness { not_for_me });
    return model;
}

} // namespace hallway
