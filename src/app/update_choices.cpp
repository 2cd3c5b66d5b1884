#include "app/update_choices.h"

#include "agenda/agenda_record.h"
#include "app/describe_session.h"
#include "base/text.h"
#include "planner/choices.h"
#include "planner/listing.h"

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
}

void set_keenness(AppState& state, std::string_view choice, Effects& effects)
{
    const auto [value, session_key] = take_apart(choice);
    if (keenness_value(read_keenness(value)) != value) return;
    choose_of_session(state, ChoiceField::Keenness, session_key, value, effects);
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

void toggle_going(AppState& state, std::string_view occurrence, Effects& effects)
{
    if (!state.program) return;
    const Program& program = *state.program;
    const auto chosen = find_occurrence(program, occurrence);
    if (!chosen) return;
    const auto pin = [&](OccurrenceIndex index, bool on) {
        const pack::OccurrenceRecord& record = program.occurrence(index);
        choose(state, ChoiceField::Going, occurrence_subject(program, record), on ? choice_yes : "",
            context_of(program, record), effects);
    };
    const bool on = !is_pinned(program, state.agenda, *chosen);
    const pack::SessionRecord& session = program.sessions()[program.occurrence(*chosen).session];
    if (on && session.again == pack::Again::Repeat)
        for (const std::uint32_t index : program.occurrences_of(session))
            if (OccurrenceIndex { index } != *chosen) pin(OccurrenceIndex { index }, false);
    pin(*chosen, on);
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
