#pragma once
#include "app/filter_model.h"
#include "app/state.h"
#include "app/view_models.h"
#include "planner/listing.h"

namespace hallway {

// Filters in words. `listing` was made with the filters of `state`.

/// "Main Track", "Not recorded".
[[nodiscard]] std::string filter_words(
    const Language& language, Facet facet, const FacetValue& value);
/// "Track"
[[nodiscard]] std::string facet_words(const Language& language, Facet facet);
/// What stands in the way: the one value that is chosen, or else what the filter is called.
[[nodiscard]] std::string chosen_words(
    const Language& language, Facet facet, const std::vector<FacetValue>& values);

[[nodiscard]] FilterBar make_filter_bar(
    const AppState& state, const Listing& listing, bool is_phone);
/// `facet`: its values alone; none: all filters.
[[nodiscard]] FilterSheet make_filter_sheet(
    const AppState& state, const Listing& listing, std::optional<Facet> facet);

/// Why the list of the day is empty, and the filter to take away.
[[nodiscard]] EmptyState make_no_hits(
    const AppState& state, const Program& program, const Listing& listing, std::size_t day);

} // namespace hallway
