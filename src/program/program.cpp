#include "program/program.h"

#include "base/hash.h"
#include "program/pack_check.h"

#include <algorithm>
#include <cstring>

namespace hallway {
namespace {

using pack::Section;

template <class Record> std::span<const Record> part(std::span<const Record> all, pack::Range range)
{
    return all.subspan(range.first, range.count);
}

} // namespace

template <class Record> std::span<const Record> Program::records(Section section) const
{
    return pack::records<Record>(*pack_, section);
}

Result<Program> Program::open(std::shared_ptr<const Bytes> pack)
{
    if (auto error = pack::find_damage(*pack)) return *std::move(error);

    Program program;
    program.pack_ = std::move(pack);
    std::vector<ZoneRules::Transition> transitions;
    for (const auto& record : program.records<pack::TransitionRecord>(Section::Transitions))
        transitions.push_back({ { record.at }, record.offset });
    program.zone_ = { std::string(program.text(program.conference().zone)),
        std::move(transitions) };

    const auto sessions = program.sessions();
    for (std::uint32_t i = 0; i < sessions.size(); ++i)
        if (sessions[i].occurrences.count == 0) program.unscheduled_.push_back(SessionIndex { i });
    return program;
}

const pack::ConferenceRecord& Program::conference() const
{
    return records<pack::ConferenceRecord>(Section::Conference).front();
}
std::span<const pack::DayRecord> Program::days() const
{
    return records<pack::DayRecord>(Section::Days);
}
std::span<const pack::TrackRecord> Program::tracks() const
{
    return records<pack::TrackRecord>(Section::Tracks);
}
std::span<const pack::AreaRecord> Program::areas() const
{
    return records<pack::AreaRecord>(Section::Areas);
}
std::span<const pack::RoomRecord> Program::rooms() const
{
    return records<pack::RoomRecord>(Section::Rooms);
}
std::span<const pack::WalkRecord> Program::walks() const
{
    return records<pack::WalkRecord>(Section::Walks);
}
std::span<const pack::PersonRecord> Program::people() const
{
    return records<pack::PersonRecord>(Section::People);
}
std::span<const pack::SessionRecord> Program::sessions() const
{
    return records<pack::SessionRecord>(Section::Sessions);
}
std::span<const pack::OccurrenceRecord> Program::occurrences() const
{
    return records<pack::OccurrenceRecord>(Section::Occurrences);
}

const pack::SessionRecord& Program::session(SessionIndex index) const
{
    check(position(index) < sessions().size(), "session of another program");
    return sessions()[position(index)];
}
const pack::OccurrenceRecord& Program::occurrence(OccurrenceIndex index) const
{
    check(position(index) < occurrences().size(), "occurrence of another program");
    return occurrences()[position(index)];
}

std::span<const pack::OccurrenceRecord> Program::occurrences_of(const pack::DayRecord& day) const
{
    return part(occurrences(), { day.first_occurrence, day.occurrence_count });
}
std::span<const std::uint32_t> Program::occurrences_of(const pack::SessionRecord& session) const
{
    return part(records<std::uint32_t>(Section::Indices), session.occurrences);
}
std::span<const std::uint32_t> Program::people_of(const pack::SessionRecord& session) const
{
    return part(records<std::uint32_t>(Section::Indices), session.people);
}
std::span<const std::uint32_t> Program::rooms_of(const pack::OccurrenceRecord& occurrence) const
{
    return part(records<std::uint32_t>(Section::Indices), occurrence.rooms);
}
std::span<const pack::LinkRecord> Program::links(pack::Range range) const
{
    return part(records<pack::LinkRecord>(Section::Links), range);
}
std::span<const pack::BlockRecord> Program::blocks(pack::Range range) const
{
    return part(records<pack::BlockRecord>(Section::Blocks), range);
}
std::span<const pack::MarkRecord> Program::marks(pack::Range range) const
{
    return part(records<pack::MarkRecord>(Section::Marks), range);
}
std::string_view Program::text(pack::StringRef ref) const
{
    const auto bytes = records<char>(Section::Text);
    return { bytes.data() + ref.at, ref.size };
}

std::optional<SessionIndex> Program::find_session(std::string_view key) const
{
    const auto order = records<std::uint32_t>(Section::SessionsByKey);
    const auto at = std::lower_bound(
        order.begin(), order.end(), key, [this](std::uint32_t index, std::string_view wanted) {
            return text(sessions()[index].key) < wanted;
        });
    if (at == order.end() || text(sessions()[*at].key) != key) return std::nullopt;
    return SessionIndex { *at };
}

} // namespace hallway
