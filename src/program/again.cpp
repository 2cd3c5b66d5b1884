#include "program/again.h"

#include "base/hash.h"
#include "base/sort.h"
#include "base/text.h"

#include <algorithm>
#include <string_view>

namespace hallway {
namespace {

using pack::Again;

/// Ends of words, folded. German compounds carry their meaning at the end: "Engelmeeting",
/// "Infodesk".
constexpr std::string_view gathering_words[] = {
    "abendessen",
    "break",
    "breaks",
    "breakfast",
    "brunch",
    "cafe",
    "coffee",
    "desk",
    "desks",
    "dinner",
    "essen",
    "fruehstueck",
    "fruhstuck",
    "lunch",
    "meal",
    "meals",
    "meeting",
    "meetings",
    "meetup",
    "pause",
    "registration",
    "sprechstunde",
    "supper",
    "treffen",
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool has_gathering_word(std::string_view text)
{
    const std::string folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && is_letter(folded[end])) ++end;
        const auto word = std::string_view(folded).substr(at, end - at);
        for (const std::string_view known : gathering_words)
            if (word.ends_with(known)) return true;
        at = end + 1;
    }
    return false;
}

/// Same title and people give the same hash; the order of the people does not matter.
std::uint64_t hash_of_content(const SessionDraft& session)
{
    std::uint64_t people = 0;
    for (const std::uint32_t person : session.people) people += mix64(0, person);
    return mix64(hash64(session.title), people);
}

bool same_content(const SessionDraft& a, const SessionDraft& b)
{
    return a.title == b.title && a.people.size() == b.people.size()
        && std::is_permutation(a.people.begin(), a.people.end(), b.people.begin());
}

/// Whether there is exactly one start on each of several days in a row.
bool is_daily(const std::vector<Instant>& starts, const ZoneRules& zone)
{
    const auto order = sorted_positions(
        starts.size(), [&](std::uint32_t a, std::uint32_t b) { return starts[a] < starts[b]; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const WallTime before = zone.wall_time(starts[order[i - 1]]);
        if (zone.wall_time(starts[order[i]]).date.days != before.date.days + 1) return false;
    }
    return starts.size() > 2;
}

void append_starts(std::vector<Instant>& starts, const SessionDraft& session)
{
    for (const OccurrenceDraft& occurrence : session.occurrences)
        starts.push_back(occurrence.start);
}

/// Filed once per room, as real files have it: whoever misses one of them misses all.
bool is_at_one_time(const SessionDraft& session)
{
    const auto& all = session.occurrences;
    return std::all_of(all.begin(), all.end(),
        [&](const OccurrenceDraft& occurrence) { return occurrence.start == all.front().start; });
}

Again again_of_one(const SessionDraft& session, const ZoneRules& zone)
{
    if (session.again) return *session.again;
    if (session.occurrences.size() < 2) return Again::Once;
    if (is_at_one_time(session)) return Again::Once;
    if (session.kind == pack::SessionKind::Break) return Again::Series;
    // Listed under the code alone, so that its slots cannot be told apart: no claim, unless daily.
    if (!session.code.empty() && session.key == session.code) {
        std::vector<Instant> starts;
        append_starts(starts, session);
        return is_daily(starts, zone) ? Again::Series : Again::Once;
    }
    return Again::Repeat;
}

/// Proposes for sessions of equal content; `group` has at least two of them.
void propose_for_group(std::span<const std::uint32_t> group,
    const std::vector<SessionDraft>& sessions, const ZoneRules& zone,
    std::vector<AgainProposal>& proposals)
{
    std::vector<Instant> starts;
    bool one_code = !sessions[group.front()].code.empty();
    for (const std::uint32_t index : group) {
        append_starts(starts, sessions[index]);
        one_code = one_code && sessions[index].code == sessions[group.front()].code;
    }
    Again again = Again::Repeat;
    if (one_code) {
        if (!is_daily(starts, zone)) return;
        again = Again::Series;
    }
    for (const std::uint32_t index : group) proposals[index] = { again, group.front() };
}

/// Whether words like "lunch" or "Infodesk" in title or kind say that each time is another
/// gathering.
bool is_gathering(const SessionDraft& session)
{
    return session.kind == pack::SessionKind::Break || has_gathering_word(session.kind_name)
        || has_gathering_word(session.title);
}

} // namespace

std::vector<AgainProposal> propose_again(
    const std::vector<SessionDraft>& sessions, const ZoneRules& zone)
{
    struct Candidate {
        std::uint64_t hash;
        std::uint32_t index;
    };
    std::vector<AgainProposal> proposals(sessions.size());
    std::vector<Candidate> candidates;
    for (std::uint32_t i = 0; i < sessions.size(); ++i) {
        proposals[i].again = again_of_one(sessions[i], zone);
        if (!sessions[i].again && !sessions[i].occurrences.empty())
            candidates.push_back({ hash_of_content(sessions[i]), i });
    }
    const auto order = sorted_positions(candidates.size(),
        [&](std::uint32_t a, std::uint32_t b) { return candidates[a].hash < candidates[b].hash; });

    std::vector<std::uint32_t> group;
    for (std::size_t first = 0; first < order.size(); first += group.size()) {
        const Candidate& leader = candidates[order[first]];
        group.assign(1, leader.index);
        for (std::size_t at = first + 1; at < order.size(); ++at) {
            const Candidate& next = candidates[order[at]];
            if (next.hash != leader.hash
                || !same_content(sessions[leader.index], sessions[next.index]))
                break;
            group.push_back(next.index);
        }
        if (group.size() > 1 && !is_gathering(sessions[leader.index]))
            propose_for_group(group, sessions, zone, proposals);
    }
    return proposals;
}

} // namespace hallway
