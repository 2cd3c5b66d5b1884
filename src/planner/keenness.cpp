#include "planner/keenness.h"

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

Keenness keenness_of(const Agenda& agenda, std::string_view conference, std::string_view session)
{
    return read_keenness(
        agenda.value({ std::string(conference), std::string(session), ChoiceField::Keenness }));
}

bool is_starred(const Agenda& agenda, std::string_view conference, std::string_view session)
{
    return is_starred(keenness_of(agenda, conference, session));
}

} // namespace hallway
