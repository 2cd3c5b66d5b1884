#include "app/describe_session.h"
#include "app/page_model.h"
#include "base/sort.h"
#include "base/text.h"

#include <algorithm>
#include <tuple>

namespace hallway {
namespace {

/// Sessions of each person, in the order of the file, by the person's position.
std::vector<std::vector<std::uint32_t>> sessions_of_people(const Program& program)
{
    std::vector<std::vector<std::uint32_t>> sessions(program.people().size());
    for (std::uint32_t i = 0; i < program.sessions().size(); ++i)
        for (const std::uint32_t person : program.people_of(program.sessions()[i]))
            sessions[person].push_back(i);
    return sessions;
}

std::string note_text(
    const Program& program, const Language& language, const std::vector<std::uint32_t>& sessions)
{
    if (sessions.size() == 1)
        return std::string(program.text(program.sessions()[sessions[0]].title));
    return language.plural(Text::SlotSessions, static_cast<std::int64_t>(sessions.size()));
}

/// The letter over a name, folded, so that "Ø" stands with "O"; "#" where it begins with none.
std::string group_of(std::string_view folded)
{
    const auto first = decode_code_point(folded);
    if (first.size > 1) return std::string(folded.substr(0, first.size));
    const char c = folded.empty() ? '#' : folded[0];
    return c >= 'a' && c <= 'z' ? std::string(1, c) : "#";
}

/// In upper case; beyond ASCII as the first of its names has it.
std::string letter_of(const std::string& group, std::string_view name)
{
    if (group.size() > 1) return std::string(name.substr(0, decode_code_point(name).size));
    if (group == "#") return group;
    return std::string(1, static_cast<char>(group[0] - 'a' + 'A'));
}

} // namespace

std::int64_t count_speakers(const Program& program)
{
    const auto sessions = sessions_of_people(program);
    return std::count_if(
        sessions.begin(), sessions.end(), [](const auto& given) { return !given.empty(); });
}

SpeakersModel make_speakers_model(const AppState& state, const Program& program)
{
    const Language& language = state.language;
    const auto sessions = sessions_of_people(program);
    struct Listed {
        std::string group, folded;
        SpeakersModel::Person person;
    };
    std::vector<Listed> listed;
    for (std::uint32_t i = 0; i < program.people().size(); ++i) {
        if (sessions[i].empty()) continue;
        const pack::PersonRecord& person = program.people()[i];
        const std::string_view key = program.text(person.key);
        SpeakersModel::Person shown;
        shown.key = model_key("person", key);
        shown.href = speaker_href(key);
        shown.name = program.text(person.name);
        shown.note = note_text(program, language, sessions[i]);
        shown.current = state.route == Route { Route::Screen::Speaker, std::string(key), {} };
        std::string folded = fold(shown.name);
        std::string group = group_of(folded);
        listed.push_back({ std::move(group), std::move(folded), std::move(shown) });
    }
    sort_things(listed, [](const Listed& a, const Listed& b) {
        return std::tie(a.group, a.folded) < std::tie(b.group, b.folded);
    });
    const auto count = static_cast<std::int64_t>(listed.size());
    SpeakersModel model;
    model.title = language.text(Text::SpeakersTitle);
    model.count = language.plural(Text::SpeakersCount, count);
    if (count == 0) model.count = language.text(Text::SpeakersNone);
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const std::string& key = listed[i].group;
        if (i == 0 || listed[i - 1].group != key)
            model.groups.push_back(
                { model_key("letter", key), letter_of(key, listed[i].person.name), {} });
        model.groups.back().people.push_back(std::move(listed[i].person));
    }
    return model;
}

SpeakerModel make_speaker_model(
    const AppState& state, const Program& program, std::uint32_t index, Layout layout)
{
    const Language& language = state.language;
    const pack::PersonRecord& person = program.people()[index];
    SpeakerModel model;
    model.key = model_key("speaker", program.text(person.key));
    model.back = make_back_link(state, layout);
    model.kind = language.plural(Text::SessionPeople, 1);
    model.name = program.text(person.name);
    model.biography = make_prose(program, person.biography);
    const std::vector<std::uint32_t> sessions = sessions_of_people(program)[index];
    std::vector<std::uint32_t> occurrences; // Their positions are in order of time.
    for (const std::uint32_t at : sessions) {
        const auto more = program.occurrences_of(program.sessions()[at]);
        occurrences.insert(occurrences.end(), more.begin(), more.end());
    }
    sort_things(occurrences);
    for (const std::uint32_t at : occurrences)
        model.sessions.push_back(make_session_card(state, program, OccurrenceIndex { at }));
    for (const std::uint32_t at : sessions) {
        const pack::SessionRecord& session = program.sessions()[at];
        if (program.occurrences_of(session).empty())
            model.sessions.push_back(make_undated_card(state, program, session));
    }
    model.sessions_label =
        language.plural(Text::SpeakerSessions, static_cast<std::int64_t>(model.sessions.size()));
    model.links_label = language.text(Text::SessionLinks);
    for (const pack::LinkRecord& link : program.links(person.links))
        model.links.push_back(make_web_link(program, link));
    return model;
}

std::optional<std::uint32_t> find_person(const Program& program, std::string_view key)
{
    const auto people = program.people();
    const auto at = std::find_if(people.begin(), people.end(),
        [&](const pack::PersonRecord& person) { return program.text(person.key) == key; });
    if (at == people.end()) return std::nullopt;
    return static_cast<std::uint32_t>(at - people.begin());
}

} // namespace hallway
