#include "app/listed_days.h"
#include "app/make_filters.h"
#include "app/page_model.h"

#include <algorithm>

namespace hallway {
namespace {

/// A filter that hides what would be there.
struct Obstacle {
    std::string name;
    std::size_t hides = 0; ///< rows
    PageIntent remove;
};

/// The day is a filter, too: the first other one that has something.
Obstacle day_in_the_way(
    const AppState& state, const Program& program, const Listing& listing, std::size_t day)
{
    Obstacle obstacle;
    obstacle.name = day_name(program, state.language, day);
    obstacle.hides = listing.filters.shown_count;
    Route route { Route::Screen::Program, {}, Unscheduled {}, state.filters };
    for (std::size_t i = listing.days.size(); i-- > 0;)
        if (!listing.days[i].empty()) route.day = Date { program.days()[i].date };
    obstacle.remove = OpenLink { make_href(route) };
    return obstacle;
}

/// The filter that hides the most, of those that do it alone.
Obstacle facet_in_the_way(const AppState& state, const Listing& listing)
{
    Obstacle worst;
    for (std::size_t i = 0; i < facet_count; ++i) {
        const Facet facet { static_cast<std::uint8_t>(i) };
        const std::size_t hides = listing.filters.without[i];
        if (!has_facet(state.filters, facet) || hides <= worst.hides) continue;
        worst = { chosen_words(state.language, facet, listing.filters.facets[i]), hides,
            DropFilters { facet_name(facet) } };
    }
    return worst;
}

void offer_removal(EmptyState& empty, const Language& language, Obstacle obstacle)
{
    empty.text = language.plural(Text::EmptyQueryElsewhere,
        static_cast<std::int64_t>(obstacle.hides), { { "filter", obstacle.name } });
    empty.actions.push_back(make_action(language, Text::EmptyRemoveFilter, obstacle.remove));
}

bool is_only_starred(const AppState& state)
{
    return state.query.empty() && state.filters.size() == 1
        && state.filters[0].facet == Facet::Starred;
}

} // namespace

EmptyState make_no_hits(
    const AppState& state, const Program& program, const Listing& listing, std::size_t day)
{
    const Language& language = state.language;
    EmptyState empty;
    if (program.sessions().empty()) {
        empty.title = language.text(Text::EmptyProgramTitle);
        empty.text = language.text(Text::EmptyProgramText);
        return empty;
    }
    if (is_only_starred(state)) {
        empty.title = language.text(Text::EmptyStarredTitle);
        const bool none = listing.filters.shown_count == 0;
        empty.text = language.text(none ? Text::EmptyStarredText : Text::EmptyStarredDayText);
        empty.actions.push_back(make_action(language, Text::EmptyShowAll, ClearFilters {}));
        return empty;
    }
    empty.title = state.query.empty()
        ? language.text(Text::EmptyFiltersTitle)
        : language.text(Text::EmptyQueryTitle, { { "query", state.query } });
    Obstacle obstacle = day_in_the_way(state, program, listing, day);
    if (obstacle.hides == 0) obstacle = facet_in_the_way(state, listing);
    if (obstacle.hides > 0) {
        offer_removal(empty, language, std::move(obstacle));
        return empty;
    }
    // Either several filters hide it together, or it is nowhere.
    const Listing unfiltered = make_listing(program, state.agenda, { Query(state.query) });
    const std::size_t hidden = unfiltered.filters.shown_count;
    if (!state.filters.empty() && hidden > 0) {
        empty.text = language.plural(Text::EmptyElsewhere, static_cast<std::int64_t>(hidden));
        empty.actions.push_back(make_action(language, Text::FilterClear, DropFilters {}));
    } else {
        empty.text = language.text(state.query.empty() ? Text::EmptyDay : Text::EmptyQueryNowhere);
        empty.actions.push_back(make_action(language, Text::EmptyShowAll, ClearFilters {}));
    }
    return empty;
}

} // namespace hallway
