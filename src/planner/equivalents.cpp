#include "planner/equivalents.h"
#include "base/sort.h"

#include <algorithm>

namespace hallway {
namespace {

bool is_within(const Program& program, std::uint32_t session, std::uint32_t ancestor)
{
    for (std::uint32_t at = session; at != pack::none; at = program.sessions()[at].parent)
        if (at == ancestor) return true;
    return false;
}

} // namespace

std::vector<OccurrenceIndex> standing_occurrences(
    const Program& program, const pack::SessionRecord& session)
{
    std::vector<OccurrenceIndex> standing;
    for (const std::uint32_t index : program.occurrences_of(session))
        if ((program.occurrences()[index].flags & pack::OccurrenceCancelled) == 0)
            standing.push_back(OccurrenceIndex { index });
    return standing;
}

std::uint32_t first_of_same(const Program& program, std::uint32_t session)
{
    const pack::SessionRecord& record = program.sessions()[session];
    const bool any = record.again == pack::Again::Repeat && record.same_as != pack::none;
    return any ? record.same_as : session;
}

std::vector<OccurrenceIndex> given_times(const Program& program, const pack::SessionRecord& session)
{
    if (session.again != pack::Again::Repeat || session.same_as == pack::none)
        return standing_occurrences(program, session);
    std::vector<OccurrenceIndex> times;
    for (const pack::SessionRecord& other : program.sessions()) {
        if (other.again != session.again || other.same_as != session.same_as) continue;
        const std::vector<OccurrenceIndex> own = standing_occurrences(program, other);
        times.insert(times.end(), own.begin(), own.end());
    }
    sort_things(times);
    return times;
}

bool is_same_again(const Program& program, std::uint32_t session, std::uint32_t other)
{
    const std::uint32_t first = program.sessions()[session].same_as;
    return session == other || (first != pack::none && first == program.sessions()[other].same_as);
}

bool belong_together(const Program& program, std::uint32_t session, std::uint32_t other)
{
    return is_within(program, session, other) || is_within(program, other, session);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_together(
    const Program& program, std::span<const OccurrenceIndex> occurrences)
{
    std::vector<std::vector<std::uint32_t>> of_session(program.sessions().size());
    const auto session_of = [&](std::uint32_t i) {
        return program.occurrence(occurrences[i]).session;
    };
    for (std::uint32_t i = 0; i < occurrences.size(); ++i) of_session[session_of(i)].push_back(i);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < occurrences.size(); ++i) {
        const std::uint32_t own = session_of(i);
        for (std::uint32_t at = own; at != pack::none; at = program.sessions()[at].parent) {
            for (const std::uint32_t other : of_session[at])
                if (at != own || other > i) pairs.emplace_back(std::minmax(i, other));
        }
    }
    sort_things(pairs);
    return pairs;
}

} // namespace hallway
