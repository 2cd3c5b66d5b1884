#include "planner/equivalents.h"
#include "base/sort.h"
#include "planner/listing.h"

#include <algorithm>

namespace hallway {
namespace {

bool is_within(const Program& program, std::uint32_t session, std::uint32_t ancestor)
{
    for (std::uint32_t at = session; at != pack::none; at = program.sessions()[at].parent)
        if (at == ancestor) return true;
    return false;
}

bool have_room_in_common(const Program& program, const pack::OccurrenceRecord& occurrence,
    const pack::OccurrenceRecord& other)
{
    return std::ranges::any_of(program.rooms_of(occurrence),
        [&](std::uint32_t room) { return is_in_room(program, other, room); });
}

/// Whether the attendee walks from one to the other: posters, or parts of one session.
bool is_walked_past(const Program& program, std::uint32_t session, std::uint32_t other)
{
    const pack::SessionRecord& one = program.sessions()[session];
    const pack::SessionRecord& two = program.sessions()[other];
    const bool posters =
        one.kind == pack::SessionKind::Poster && two.kind == pack::SessionKind::Poster;
    return session != other && (posters || (one.parent != pack::none && one.parent == two.parent));
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Those of `pairs_together` that stand in one room at the same time. Looks at each pair of what
/// may be walked past: nobody picks more than some dozens of that.
void add_walked_past(
    const Program& program, std::span<const OccurrenceIndex> occurrences, Pairs& pairs)
{
    std::vector<std::uint32_t> parts; // By position, ascending.
    for (std::uint32_t i = 0; i < occurrences.size(); ++i) {
        const auto& session = program.sessions()[program.occurrence(occurrences[i]).session];
        if (session.kind == pack::SessionKind::Poster || session.parent != pack::none)
            parts.push_back(i);
    }
    const auto at = [&](std::uint32_t i) -> const pack::OccurrenceRecord& {
        return program.occurrence(occurrences[i]);
    };
    for (const std::uint32_t i : parts)
        for (const std::uint32_t j : parts) {
            const pack::OccurrenceRecord &one = at(i), &other = at(j);
            const bool meet =
                std::max(one.start, other.start) < std::min(one.end, other.end) && i < j;
            if (meet && is_walked_past(program, one.session, other.session)
                && have_room_in_common(program, one, other))
                pairs.emplace_back(i, j);
        }
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
    Pairs pairs;
    for (std::uint32_t i = 0; i < occurrences.size(); ++i) {
        const std::uint32_t own = session_of(i);
        for (std::uint32_t at = own; at != pack::none; at = program.sessions()[at].parent) {
            for (const std::uint32_t other : of_session[at])
                if (at != own || other > i) pairs.emplace_back(std::minmax(i, other));
        }
    }
    add_walked_past(program, occurrences, pairs);
    sort_things(pairs); // A poster may belong to a poster.
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace hallway
