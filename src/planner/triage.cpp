#include "planner/triage.h"

namespace hallway {
namespace {

bool is_asked_about(const pack::SessionRecord& session)
{
    return session.kind != pack::SessionKind::Break;
}

bool is_ahead(const pack::OccurrenceRecord& occurrence, std::optional<Instant> now)
{
    return (occurrence.flags & pack::OccurrenceCancelled) == 0
        && (!now || occurrence.end > now->minutes);
}

} // namespace

Triage find_next_unseen(
    const Program& program, const Opinions& opinions, std::optional<Instant> now)
{
    Triage found;
    std::vector<bool> counted(program.sessions().size());
    const auto count = [&](std::uint32_t session, std::optional<OccurrenceIndex> occurrence) {
        if (counted[session] || !is_asked_about(program.sessions()[session])) return;
        counted[session] = true;
        ++found.total;
        if (opinions.seen[session]) {
            ++found.decided;
        } else if (!found.next) {
            found.next = SessionIndex { session };
            found.occurrence = occurrence;
        }
    };
    // Occurrences stand by their start.
    const auto occurrences = program.occurrences();
    for (std::uint32_t i = 0; i < occurrences.size(); ++i)
        if (is_ahead(occurrences[i], now)) count(occurrences[i].session, OccurrenceIndex { i });
    for (const SessionIndex session : program.unscheduled()) count(position(session), std::nullopt);
    return found;
}

} // namespace hallway
