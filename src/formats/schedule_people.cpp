#include "formats/schedule_collector.h"
#include "formats/schedule_settle.h"

namespace hallway::schedule {
namespace {

/// What is known of people by their ids: profiles, and which ids several names share.
class Directory {
public:
    explicit Directory(const Entries& entries) : entries_(entries)
    {
        for (std::uint32_t i = 0; i < entries.profiles.size(); ++i)
            if (!entries.profiles[i].id.empty())
                profile_by_id_.try_emplace(entries.profiles[i].id, i);
        for (const PersonEntry& person : entries.people) ++names_by_id_[person.id];
        ids_are_of_events_ = entries.people_numbered_by_event == entries.people_references;
    }

    [[nodiscard]] const PersonEntry* profile_of(const PersonEntry& person) const
    {
        const auto known = profile_by_id_.find(person.id);
        return known == profile_by_id_.end() ? nullptr : &entries_.profiles[known->second];
    }

    [[nodiscard]] const std::string& full_name_of(const PersonEntry& person) const
    {
        const std::string& name = name_of(person);
        const PersonEntry* profile = name.empty() ? profile_of(person) : nullptr;
        return profile ? name_of(*profile) : name;
    }

    [[nodiscard]] std::string key_of(const PersonEntry& person, const std::string& name) const
    {
        if (!person.guid.empty()) return person.guid;
        if (!person.code.empty()) return person.code;
        if (person.id.empty() || ids_are_of_events_) return name;
        // No person is in the list twice: an id that is has several names.
        const auto names = names_by_id_.find(person.id);
        const bool is_shared = names != names_by_id_.end() && names->second > 1;
        return is_shared ? person.id + ' ' + name : person.id;
    }

private:
    const Entries& entries_;
    PositionByText profile_by_id_;
    PositionByText names_by_id_; ///< their number
    bool ids_are_of_events_ = false;
};

} // namespace

std::vector<std::uint32_t> add_people(const Entries& entries, ProgramBuilder& builder)
{
    const Directory directory(entries);
    std::vector<std::uint32_t> positions;
    positions.reserve(entries.people.size());
    for (const PersonEntry& person : entries.people) {
        const std::string& name = directory.full_name_of(person);
        if (name.empty()) {
            positions.push_back(pack::none);
            continue;
        }
        positions.push_back(builder.person(directory.key_of(person, name), name));
        PersonDraft& draft = builder.person_draft(positions.back());
        if (draft.biography.empty()) draft.biography = person.biography;
        const PersonEntry* profile = directory.profile_of(person);
        if (profile && draft.biography.empty()) draft.biography = profile->biography;
    }
    return positions;
}

} // namespace hallway::schedule
