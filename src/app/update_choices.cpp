#include "app/update_choices.h"

#include "agenda/agenda_record.h"
#include "app/describe_session.h"
#include "app/plan_settings.h"
#include "base/text.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/meetings.h"

#include <algorithm>
#include <vector>

namespace hallway {
namespace {

void choose(AppState& state, ChoiceField field, std::string_view subject, std::string_view value,
    ChoiceContext context, Effects& effects)
{
    const std::string_view conference = state.program->text(state.program->conference().key);
    const auto choice =
        state.agenda.choose({ std::string(conference), std::string(subject), field },
            std::string(value), std::move(context), state.now_ms);
    if (choice) save_choice(state, *choice, effects);
}

/// Nothing where the program does not have the session.
void choose_of_session(AppState& state, ChoiceField field, std::string_view session_key,
    std::string_view value, Effects& effects)
{
    if (!state.program) return;
    const auto index = state.program->find_session(session_key);
    if (!index) return;
    choose(state, field, session_key, value, context_of(*state.program, *index), effects);
}

struct ValueAndKey {
    std::string_view value, key;
};
ValueAndKey take_apart(std::string_view choice)
{
    const std::size_t blank = choice.find(' ');
    if (blank == std::string_view::npos) return {};
    return { choice.substr(0, blank), choice.substr(blank + 1) };
}

/// Says that the attendee is going there, or takes it back. What is the case already is no write.
void pin(AppState& state, OccurrenceIndex index, bool on, Effects& effects)
{
    const Program& program = *state.program;
    if (is_pinned(program, state.agenda, index) == on) return;
    const pack::OccurrenceRecord& record = program.occurrence(index);
    choose(state, ChoiceField::Going, occurrence_subject(program, record), on ? choice_yes : "",
        context_of(program, record), effects);
}

/// Unless it is starred already.
void star_at_least(AppState& state, const pack::SessionRecord& session, Effects& effects)
{
    const Program& program = *state.program;
    const std::string_view key = program.text(session.key);
    if (!is_starred(state.agenda, program.text(program.conference().key), key))
        choose_of_session(
            state, ChoiceField::Keenness, key, keenness_value(Keenness::Want), effects);
}

/// Of what is given several times one goes to one at a time. What one goes to is starred.
void set_going(AppState& state, OccurrenceIndex index, bool on, Effects& effects)
{
    const Program& program = *state.program;
    const pack::SessionRecord& session = program.sessions()[program.occurrence(index).session];
    if (on && session.again == pack::Again::Repeat)
        for (const OccurrenceIndex other : given_times(program, session))
            if (other != index) pin(state, other, false, effects);
    pin(state, index, on, effects);
    if (on) star_at_least(state, session, effects);
}

/// Nobody goes to what is not starred any more. Who has a place keeps it: it was signed up for.
void stay_away(AppState& state, std::string_view session_key, Effects& effects)
{
    const auto index = state.program->find_session(session_key);
    if (!index) return;
    for (const std::uint32_t i : state.program->occurrences_of(state.program->session(*index)))
        pin(state, OccurrenceIndex { i }, false, effects);
}

/// What the attendee is going to although it clashes with one of `chosen`, which are goings, too.
std::vector<OccurrenceIndex> goings_in_the_way(
    const AppState& state, const std::vector<OccurrenceIndex>& chosen)
{
    const Program& program = *state.program;
    std::vector<OccurrenceIndex> goings;
    for (std::uint32_t i = 0; i < program.occurrences().size(); ++i)
        if (is_going(program, state.agenda, OccurrenceIndex { i }))
            goings.push_back(OccurrenceIndex { i });
    const PlanSettings settings = plan_settings(state.preferences);
    const Meetings meetings(program, state.agenda, goings, settings.walks, settings.allowance,
        Meetings::Times::AsChosen);
    const auto is_chosen_one = [&](OccurrenceIndex index) {
        return std::ranges::find(chosen, index) != chosen.end();
    };
    std::vector<OccurrenceIndex> found;
    for (const Conflict& it : meetings.conflicts()) {
        if (it.judgement.compatible) continue;
        const OccurrenceIndex one = meetings.order()[it.earlier].occurrence;
        const OccurrenceIndex two = meetings.order()[it.later].occurrence;
        if (is_chosen_one(one) == is_chosen_one(two)) continue;
        found.push_back(is_chosen_one(one) ? two : one);
    }
    return found;
}

/// The longest beginning of whole code points that can be kept.
std::string_view kept_beginning(std::string_view text)
{
    if (text.size() <= choice_value_bytes_max) return text;
    std::size_t end = choice_value_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return text.substr(0, end);
}

} // namespace

void save_choice(AppState& state, const Choice& choice, Effects& effects)
{
    const std::uint64_t id = choice_id(choice.key);
    if (state.unsaved.empty()) state.unsaved_since_ms = state.now_ms;
    AppState::Unsaved& unsaved = state.unsaved[id];
    ++unsaved.writes;
    unsaved.latest = choice.stamp;
    effects.emplace_back(SaveRecord { id, encode_record(choice) });
}

void toggle_star(AppState& state, std::string_view session_key, Effects& effects)
{
    if (!state.program) return;
    const auto index = state.program->find_session(session_key);
    const std::string_view conference = state.program->text(state.program->conference().key);
    const bool starred = is_starred(state.agenda, conference, session_key);
    // A star of what the program does not have any more can be taken off.
    if (!index && !starred) return;
    const ChoiceKey key { std::string(conference), std::string(session_key),
        ChoiceField::Keenness };
    ChoiceContext context =
        index ? context_of(*state.program, *index) : state.agenda.choices().at(key).context;
    const Keenness next = starred ? Keenness::None : Keenness::Want;
    choose(state, ChoiceField::Keenness, session_key, keenness_value(next), std::move(context),
        effects);
    if (!is_starred(next)) stay_away(state, session_key, effects);
}

void set_keenness(AppState& state, std::string_view choice, Effects& effects)
{
    const auto [value, session_key] = take_apart(choice);
    if (keenness_value(read_keenness(value)) != value) return;
    choose_of_session(state, ChoiceField::Keenness, session_key, value, effects);
    if (state.program && !is_starred(read_keenness(value))) stay_away(state, session_key, effects);
}

void set_rating(AppState& state, std::string_view choice, Effects& effects)
{
    const auto [value, session_key] = take_apart(choice);
    if (!value.empty() && (value.size() > 1 || value[0] < '1' || value[0] > '5')) return;
    choose_of_session(state, ChoiceField::Rating, session_key, value, effects);
}

void toggle_choice(
    AppState& state, ChoiceField field, std::string_view session_key, Effects& effects)
{
    if (!state.program) return;
    const auto index = state.program->find_session(session_key);
    if (!index) return;
    const bool on = is_chosen(*state.program, state.agenda, state.program->session(*index), field);
    choose_of_session(state, field, session_key, on ? "" : choice_yes, effects);
}

void toggle_place(AppState& state, std::string_view session_key, Effects& effects)
{
    toggle_choice(state, ChoiceField::Place, session_key, effects);
    if (!state.program) return;
    const auto index = state.program->find_session(session_key);
    if (!index) return;
    const pack::SessionRecord& session = state.program->session(*index);
    if (is_chosen(*state.program, state.agenda, session, ChoiceField::Place))
        star_at_least(state, session, effects);
}

void toggle_going(AppState& state, std::string_view occurrence, Effects& effects)
{
    if (!state.program) return;
    const auto chosen = find_occurrence(*state.program, occurrence);
    if (chosen)
        set_going(state, *chosen, !is_pinned(*state.program, state.agenda, *chosen), effects);
}

void go_only(AppState& state, std::string_view occurrences, Effects& effects)
{
    if (!state.program) return;
    const Program& program = *state.program;
    std::vector<OccurrenceIndex> chosen;
    bool all = true;
    while (!occurrences.empty()) {
        const std::string_view line = occurrences.substr(0, occurrences.find('\n'));
        occurrences.remove_prefix(std::min(line.size() + 1, occurrences.size()));
        const auto index = find_occurrence(program, line);
        if (!index) return;
        chosen.push_back(*index);
        all &= is_pinned(program, state.agenda, *index);
    }
    for (const OccurrenceIndex index : chosen) set_going(state, index, !all, effects);
    if (!all)
        for (const OccurrenceIndex index : goings_in_the_way(state, chosen))
            pin(state, index, false, effects);
}

bool go_instead(AppState& state, std::string_view taken, std::string_view lost, Effects& effects)
{
    if (!state.program) return false;
    const Program& program = *state.program;
    const auto there = find_occurrence(program, taken), instead_of = find_occurrence(program, lost);
    if (!there || !instead_of) return false;
    set_going(state, *there, true, effects);
    pin(state, *instead_of, false, effects);
    for (const OccurrenceIndex index : goings_in_the_way(state, { *there }))
        pin(state, index, false, effects);
    return true;
}

void stay_for_part(AppState& state, std::string_view choice, Effects& effects)
{
    if (!state.program) return;
    const auto [field, rest] = take_apart(choice);
    const auto [time, occurrence] = take_apart(rest);
    const auto index = find_occurrence(*state.program, occurrence);
    if (!index || (field != "comes" && field != "leaves")) return;
    const auto leaving = parse_leaving(time);
    if (!time.empty() && (!leaving || (leaving->back && field == "comes"))) return;
    const pack::OccurrenceRecord& record = state.program->occurrence(*index);
    choose(state, field == "comes" ? ChoiceField::Comes : ChoiceField::Leaves,
        occurrence_subject(*state.program, record), time, context_of(*state.program, record),
        effects);
}

void write_note(
    AppState& state, std::string_view session_key, std::string_view text, Effects& effects)
{
    if (!state.program) return;
    const std::string_view kept = kept_beginning(text);
    state.long_note.reset();
    if (kept.size() < text.size()) {
        const std::string_view conference = state.program->text(state.program->conference().key);
        state.long_note = AppState::LongNote { std::string(conference), std::string(session_key),
            std::string(text) };
    }
    choose_of_session(
        state, ChoiceField::Note, session_key, trim(kept).empty() ? "" : kept, effects);
}

} // namespace hallway
