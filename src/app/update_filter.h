#pragma once
#include "app/effect.h"
#include "app/state.h"

namespace hallway {

// Changes of the filters. The address follows, without a new entry in the history.

/// `filter` as `format_filter` writes it; another text changes nothing.
void change_filter(AppState& state, std::string_view filter, Effects& effects);
/// By its name; empty: all filters.
void drop_filters(AppState& state, std::string_view facet, Effects& effects);
/// The values of the filter of that name, or of all of them.
void open_filters(AppState& state, std::string_view facet);

} // namespace hallway
