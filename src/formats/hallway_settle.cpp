#include "base/hash_set.h"
#include "formats/hallway_entries.h"
#include "formats/written_times.h"

#include <algorithm>

namespace hallway::own_format {
namespace {

class Settler {
public:
    Settler(Entries& entries, ProgramBuilder& builder, ImportReport& report, LineCounter& lines)
        : entries_(entries), builder_(builder), report_(report), lines_(lines)
    {
    }

    void settle_zone(const ZoneSource& zones)
    {
        std::vector<WrittenTime> times;
        for (const SessionEntry& entry : entries_.sessions)
            for (const TimeEntry& time : entry.times)
                if (time.start) times.push_back(*time.start);
        ZoneOfTimes zone = zone_of_times(entries_.zone.id, times, zones);
        if (!zone.is_known) skip(SkipReason::UnknownRef, entries_.zone, "conference.zone");
        builder_.zone = std::move(zone.rules);
    }

    void settle_rooms()
    {
        for (const RoomArea& entry : entries_.room_areas) {
            const auto area = entries_.areas.find(entry.area.id);
            if (area == entries_.areas.end())
                skip(SkipReason::UnknownRef, entry.area, entry.path + ".area");
            else
                builder_.room_draft(entry.room).area = area->second;
        }
    }

    void settle_walks()
    {
        std::vector<WalkDraft> walks;
        HashSet listed;
        for (const WalkEntry& entry : entries_.walks) {
            const auto walk = find_walk(entry);
            if (!walk) continue;
            if (listed.insert(hash_of(walk->between_areas, walk->from, walk->to)))
                walks.push_back(*walk);
            else
                skip(SkipReason::Duplicate, entry.from, entry.path);
        }
        for (WalkDraft walk : walks) {
            builder_.add_walk(walk);
            std::swap(walk.from, walk.to);
            // The way back takes as long, unless the file has it, too.
            if (listed.insert(hash_of(walk.between_areas, walk.from, walk.to)))
                builder_.add_walk(walk);
        }
    }

    void settle_sessions()
    {
        for (const SessionEntry& entry : entries_.sessions)
            session_ids_.emplace(entry.draft.key, 0);
        for (SessionEntry& entry : entries_.sessions) settle_session(entry);
    }

private:
    static std::uint64_t hash_of(bool between_areas, std::uint32_t from, std::uint32_t to)
    {
        return mix64(mix64(mix64(0, between_areas ? 1 : 0), from), to);
    }

    std::optional<WalkDraft> find_walk(const WalkEntry& entry)
    {
        if (!entry.minutes) {
            skip(SkipReason::WrongType, entry.from, entry.path + ".minutes");
            return std::nullopt;
        }
        // Both ends are rooms or both are areas; where an id is used for both, rooms go first.
        for (const PositionById* known : { &entries_.rooms, &entries_.areas }) {
            const auto from = known->find(entry.from.id);
            const auto to = known->find(entry.to.id);
            if (from == known->end() || to == known->end()) continue;
            return WalkDraft { from->second, to->second, known == &entries_.areas, *entry.minutes,
                entry.step_free_minutes };
        }
        const bool from_known =
            entries_.rooms.contains(entry.from.id) || entries_.areas.contains(entry.from.id);
        if (from_known)
            skip(SkipReason::UnknownRef, entry.to, entry.path + ".to");
        else
            skip(SkipReason::UnknownRef, entry.from, entry.path + ".from");
        return std::nullopt;
    }

    void settle_session(SessionEntry& entry)
    {
        SessionDraft& draft = entry.draft;
        const std::string path = "sessions[" + std::to_string(entry.position) + "]";
        if (!entry.track.id.empty()) {
            if (const auto* at = find(entries_.tracks, entry.track, path + ".track"))
                draft.track = *at;
        }
        for (std::size_t i = 0; i < entry.people.size(); ++i) {
            const auto* at =
                find(entries_.people, entry.people[i], path + ".people[" + std::to_string(i) + "]");
            if (at
                && std::find(draft.people.begin(), draft.people.end(), *at) == draft.people.end())
                draft.people.push_back(*at);
        }
        if (!entry.parent.id.empty()) {
            if (entry.parent.id != draft.key && session_ids_.contains(entry.parent.id))
                draft.parent_key = entry.parent.id;
            else
                skip(SkipReason::UnknownRef, entry.parent, path + ".parent");
        }
        if (draft.kind == pack::SessionKind::Exhibition && !draft.again)
            draft.again = pack::Again::OpenHours;
        for (std::size_t i = 0; i < entry.times.size(); ++i) settle_time(entry, i, path);
        const Reference whole { draft.title, entry.byte_offset };
        if (builder_.add_session(std::move(draft)) == ProgramBuilder::Added::Duplicate)
            skip(SkipReason::Duplicate, whole, path);
    }

    void settle_time(SessionEntry& entry, std::size_t index, std::string path)
    {
        TimeEntry& time = entry.times[index];
        if (!time.start) return; // told when it was read, or not announced
        const bool is_listed = !entry.own.is_used;
        if (is_listed) path += ".times[" + std::to_string(index) + "]";
        OccurrenceDraft& draft = time.draft;
        draft.start = instant_of(*time.start, builder_.zone);
        if (time.end)
            draft.end = instant_of(*time.end, builder_.zone);
        else if (time.minutes)
            draft.end = draft.start + *time.minutes;
        if (draft.end && !pack::is_length(draft.start, *draft.end)) {
            draft.end.reset();
            skip(SkipReason::BadDuration, { entry.draft.title, time.byte_offset }, path + ".end");
        }
        for (std::size_t i = 0; i < time.rooms.size(); ++i) {
            const auto* at = find(entries_.rooms, time.rooms[i], path + ".room");
            if (at && std::find(draft.rooms.begin(), draft.rooms.end(), *at) == draft.rooms.end())
                draft.rooms.push_back(*at);
        }
        const bool is_part = entry.draft.again == pack::Again::Parts;
        if (is_part && draft.part == 0) draft.part = static_cast<std::uint32_t>(index + 1);
        if (!is_part) draft.part = 0;
        entry.draft.occurrences.push_back(std::move(draft));
    }

    const std::uint32_t* find(
        const PositionById& known, const Reference& reference, const std::string& path)
    {
        const auto at = known.find(reference.id);
        if (at != known.end()) return &at->second;
        skip(SkipReason::UnknownRef, reference, path);
        return nullptr;
    }

    void skip(SkipReason reason, const Reference& what, std::string path)
    {
        report_.skip({ reason, what.id, std::move(path), lines_.line_at(what.byte_offset) });
    }

    Entries& entries_;
    ProgramBuilder& builder_;
    ImportReport& report_;
    LineCounter& lines_;
    PositionById session_ids_;
};

} // namespace

void settle(Entries& entries, const ZoneSource& zones, ProgramBuilder& builder,
    ImportReport& report, LineCounter& lines)
{
    Settler settler(entries, builder, report, lines);
    settler.settle_zone(zones);
    settler.settle_rooms();
    settler.settle_walks();
    settler.settle_sessions();
}

} // namespace hallway::own_format
