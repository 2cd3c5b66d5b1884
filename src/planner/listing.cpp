#include "planner/listing.h"

#include <algorithm>

namespace hallway {

Listing make_listing(const Program& program, const Agenda& agenda, const ListFilter& filter)
{
    const auto sessions = program.sessions();
    std::vector<bool> found(sessions.size());
    for (std::size_t i = 0; i < sessions.size(); ++i)
        found[i] =
            filter.query.empty() || filter.query.matches(program.text(sessions[i].search_text));

    const auto occurrences = program.occurrences();
    std::vector<FilterRow> rows;
    rows.reserve(occurrences.size() + program.unscheduled().size());
    for (std::uint32_t i = 0; i < occurrences.size(); ++i)
        rows.push_back({ occurrences[i].session, i });
    for (const SessionIndex index : program.unscheduled()) rows.push_back({ position(index) });

    Listing listing;
    listing.opinions = read_opinions(program, agenda);
    listing.filters = apply_filters(program, listing.opinions, found, rows, filter.chosen);
    const std::vector<bool>& shown = listing.filters.shown;
    for (const pack::DayRecord& day : program.days()) {
        std::vector<OccurrenceIndex>& of_day = listing.days.emplace_back();
        for (std::uint32_t i = day.first_occurrence;
             i < day.first_occurrence + day.occurrence_count; ++i)
            if (shown[i]) of_day.push_back(OccurrenceIndex { i });
    }
    for (std::size_t i = occurrences.size(); i < rows.size(); ++i)
        if (shown[i]) listing.unscheduled.push_back(SessionIndex { rows[i].session });
    return listing;
}

bool is_in_room(
    const Program& program, const pack::OccurrenceRecord& occurrence, std::uint32_t room)
{
    const auto rooms = program.rooms_of(occurrence);
    return std::ranges::find(rooms, room) != rooms.end();
}

} // namespace hallway
