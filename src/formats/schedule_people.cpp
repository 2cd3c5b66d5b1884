#include "formats/schedule_collector.h"
#include "formats/schedule_settle.h"

#include <map>

namespace hallway::schedule {
namespace {

struct Keys {
    /// By id: its name, empty if there are several.
    std::map<std::string, std::string, std::less<>> name_by_id;
    /// A person has another id in each event.
    bool ids_are_of_events = false;

    [[nodiscard]] std::string key_of(const PersonEntry& person, const std::string& name) const
    {
        if (!person.guid.empty()) return person.guid;
        if (!person.code.empty()) return person.code;
        if (person.id.empty() || ids_are_of_events) return name;
        const auto known = name_by_id.find(person.id);
        const bool is_shared = known != name_by_id.end() && known->second.empty();
        return is_shared ? person.id + ' ' + name : person.id;
    }
};

} // namespace

std::vector<std::uint32_t> add_people(Entries& entries, ProgramBuilder& builder)
{
    std::map<std::string, PersonEntry*, std::less<>> profiles;
    for (PersonEntry& profile : entries.profiles)
        if (!profile.id.empty()) profiles.try_emplace(profile.id, &profile);
    const auto profile_of = [&](const PersonEntry& person) -> PersonEntry* {
        const auto known = profiles.find(person.id);
        return known == profiles.end() ? nullptr : known->second;
    };
    const auto full_name_of = [&](const PersonEntry& person) -> const std::string& {
        const std::string& name = name_of(person);
        const PersonEntry* profile = name.empty() ? profile_of(person) : nullptr;
        return profile ? name_of(*profile) : name;
    };

    Keys keys;
    keys.ids_are_of_events = entries.people_numbered_by_event == entries.people_references;
    for (const PersonEntry& person : entries.people) {
        const std::string& name = full_name_of(person);
        const auto [known, is_new] = keys.name_by_id.try_emplace(person.id, name);
        if (!is_new && known->second != name) known->second.clear();
    }

    std::vector<std::uint32_t> positions;
    positions.reserve(entries.people.size());
    for (PersonEntry& person : entries.people) {
        const std::string& name = full_name_of(person);
        if (name.empty()) {
            positions.push_back(pack::none);
            continue;
        }
        positions.push_back(builder.person(keys.key_of(person, name), name));
        PersonDraft& draft = builder.person_draft(positions.back());
        if (draft.biography.empty()) draft.biography = std::move(person.biography);
        PersonEntry* profile = profile_of(person);
        if (!profile) continue;
        if (draft.biography.empty()) draft.biography = std::move(profile->biography);
        if (person.url.empty()) person.url = profile->url;
    }
    return positions;
}

} // namespace hallway::schedule
