#include "planner/listing.h"

#include <algorithm>
#include <iterator>

namespace hallway {

namespace {

/// By the numbers of `Keenness`.
constexpr std::string_view values[] = { "", "maybe", "want", "must", "no" };

} // namespace

Keenness read_keenness(std::string_view value)
{
    const auto found = std::ranges::find(values, value);
    if (found == std::end(values)) return Keenness::None;
    return static_cast<Keenness>(found - std::begin(values));
}

std::string_view keenness_value(Keenness keenness)
{
    return values[static_cast<std::size_t>(keenness)];
}

Keenness keenness_of(
    const Agenda& agenda, std::string_view conference, std::string_view session)
{
    return read_keenness(
        agenda.value({ std::string(conference), std::string(session), ChoiceField::Keenness }));
}

bool is_starred(const Agenda& agenda, std::string_view conference, std::string_view session)
{
    return is_starred(keenness_of(agenda, conference, session));
}

Listing make_listing(const Program& program, const Agenda& agenda, const ListFilter& filter)
{
    const std::string_view conference = program.text(program.conference().key);
    const auto sessions = program.sessions();
    Listing listing;
    listing.starred.resize(sessions.size());
    std::vector<bool> shown(sessions.size());
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const pack::SessionRecord& session = sessions[i];
        const Keenness keenness = keenness_of(agenda, conference, program.text(session.key));
        const bool starred = is_starred(keenness);
        listing.keenness.push_back(keenness);
        listing.starred[i] = starred;
        const bool found =
            filter.query.empty() || filter.query.matches(program.text(session.search_text));
        const std::size_t occurrences = program.occurrences_of(session).size();
        // Without a time it has its row among the unscheduled.
        if (starred && found) listing.starred_rows += std::max<std::size_t>(occurrences, 1);
        shown[i] = found && (starred || !filter.starred_only);
        listing.session_count += shown[i] ? 1 : 0;
    }
    const auto occurrences = program.occurrences();
    for (const pack::DayRecord& day : program.days()) {
        std::vector<OccurrenceIndex>& rows = listing.days.emplace_back();
        for (std::uint32_t i = day.first_occurrence;
             i < day.first_occurrence + day.occurrence_count; ++i)
            if (shown[occurrences[i].session]) rows.push_back(OccurrenceIndex { i });
    }
    for (const SessionIndex index : program.unscheduled())
        if (shown[position(index)]) listing.unscheduled.push_back(index);
    return listing;
}

} // namespace hallway
