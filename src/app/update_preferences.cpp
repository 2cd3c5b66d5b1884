#include "app/update_preferences.h"

#include "agenda/agenda_record.h"
#include "app/update.h"
#include "app/update_choices.h"

#include <algorithm>
#include <utility>

namespace hallway {
namespace {

constexpr std::int32_t minutes_per_step = 12 * 60;

void read_times_as_preferred(AppState& state)
{
    state.language.set_clock(state.preferences.clock == Preferences::Clock::Language
            ? state.language.own_clock()
            : state.preferences.clock == Preferences::Clock::Hours12 ? Language::Clock::Hours12
                                                                     : Language::Clock::Hours24);
    const bool mine = state.preferences.my_time && zones_differ(state);
    state.language.set_zone(mine ? std::optional(state.device_zone) : std::nullopt);
}

void tell_look(const AppState& state, Effects& effects)
{
    const Preferences& p = state.preferences;
    effects.emplace_back(ShowLook { p.theme, p.text_percent, p.left_hand, p.language });
}

void store(const AppState& state, Effects& effects)
{
    effects.emplace_back(SaveSettings { encode_preferences(state.preferences) });
}

/// What is left without the choices of `conference`; empty: of all.
Agenda without(const AppState& state, std::string_view conference, std::vector<Choice>& taken)
{
    Agenda rest(state.agenda.writer());
    for (const Choice& choice : state.agenda.writes()) {
        if (conference.empty() || choice.key.conference == conference)
            taken.push_back(choice);
        else
            rest.merge(choice);
    }
    return rest;
}

void delete_now(AppState& state, std::string_view conference, Effects& effects)
{
    AppState::Deleted deleted;
    Agenda rest = without(state, conference, deleted.choices);
    EraseChoices erase { encode_records(rest.writes()), {} };
    for (const auto& [key, choice] : rest.choices()) erase.kept_ids.push_back(choice_id(key));
    effects.emplace_back(std::move(erase));
    for (const Choice& choice : deleted.choices) {
        state.unsaved.erase(choice_id(choice.key));
        state.durable.erase(choice_id(choice.key));
    }
    state.agenda = std::move(rest);
    if (conference.empty()) {
        deleted.preferences = state.preferences;
        use_preferences(state, {}, effects);
        store(state, effects);
    }
    state.deleted = std::move(deleted);
    state.notices.insert(state.notices.begin(), { Notice::Kind::DataDeleted, 0, {}, {} });
}

} // namespace

void use_language(AppState& state, Language language)
{
    state.language = std::move(language);
    read_times_as_preferred(state);
    ++state.revision;
}

void set_preference(AppState& state, std::string_view change, Effects& effects)
{
    Preferences preferences = state.preferences;
    if (!change_preference(preferences, change)) return;
    use_preferences(state, preferences, effects);
    store(state, effects);
}

void use_preferences(AppState& state, const Preferences& preferences, Effects& effects)
{
    state.preferences = preferences;
    read_times_as_preferred(state);
    tell_look(state, effects);
    ++state.revision;
}

void take_zones(AppState& state, Effects& effects)
{
    read_times_as_preferred(state);
    if (!state.program || state.program->days().empty()) return;
    const std::string& event_zone = state.program->zone().name();
    if (event_zone.empty() || event_zone == state.device_zone_name) return;
    const auto days = state.program->days();
    const std::int32_t first = civil_of(Date { days.front().date }).year;
    const std::int32_t last = civil_of(Date { days.back().date }).year;
    if (first == state.device_zone_years.first && last == state.device_zone_years.second) return;
    state.device_zone_years = { first, last };
    effects.emplace_back(DescribeZone { first, last });
}

bool zones_differ(const AppState& state)
{
    if (!state.program || state.device_zone.transitions().empty()) return false;
    const ZoneRules& event = state.program->zone();
    if (event.name().empty() || state.program->days().empty()) return false;
    const auto days = state.program->days();
    const Instant first = event.instant({ Date { days.front().date }, 0 });
    const Instant last = event.instant({ Date { days.back().date + 1 }, minutes_per_step });
    for (Instant at = first; at <= last; at = at + minutes_per_step)
        if (event.offset_at(at) != state.device_zone.offset_at(at)) return true;
    return false;
}

void delete_data(AppState& state, std::string_view what, Effects& effects)
{
    const bool asked = std::exchange(state.asks_to_delete, what == "ask");
    if (!asked) return;
    if (what == "everything") delete_now(state, {}, effects);
    if (what == "conference" && state.program && !state.has_newer_records)
        delete_now(state, state.program->text(state.program->conference().key), effects);
}

void restore_data(AppState& state, Effects& effects)
{
    if (!state.deleted) return;
    const AppState::Deleted deleted = *std::exchange(state.deleted, std::nullopt);
    for (const Choice& choice : deleted.choices) {
        state.agenda.merge(choice);
        save_choice(state, choice, effects);
    }
    if (!deleted.preferences) return;
    use_preferences(state, *deleted.preferences, effects);
    store(state, effects);
}

} // namespace hallway
