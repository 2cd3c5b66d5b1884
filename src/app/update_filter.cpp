#include "app/update_filter.h"

#include <string>

namespace hallway {
namespace {

/// While a session is open beside the list, the address is the session's.
void tell_address(AppState& state, Effects& effects)
{
    if (state.route.screen != Route::Screen::Program) return;
    state.route.filters = state.filters;
    effects.emplace_back(ReplaceRoute { make_href(state.route) });
}

} // namespace

void change_filter(AppState& state, std::string_view text, Effects& effects)
{
    const auto filter = parse_filter(text);
    if (!filter) return;
    if (state.filters.size() >= filters_max && !has_filter(state.filters, *filter)) return;
    toggle_filter(state.filters, *filter);
    tell_address(state, effects);
}

void drop_filters(AppState& state, std::string_view name, Effects& effects)
{
    if (name.empty())
        state.filters.clear();
    else if (const auto facet = find_facet(name))
        clear_facet(state.filters, *facet);
    tell_address(state, effects);
}

void open_filters(AppState& state, std::string_view name)
{
    state.dialog = Dialog { Dialog::Kind::FilterSheet, std::string(name) };
}

} // namespace hallway
