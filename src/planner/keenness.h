#pragma once
#include "agenda/agenda.h"

#include <cstdint>
#include <string_view>

namespace hallway {

/// How keen the attendee is on a session.
enum class Keenness : std::uint8_t {
    None, ///< no opinion
    Maybe,
    Want,
    Must,
    No, ///< not for me
};
[[nodiscard]] Keenness keenness_of(
    const Agenda& agenda, std::string_view conference, std::string_view session);
/// As it is kept in `ChoiceField::Keenness`; what it does not know is no opinion.
[[nodiscard]] Keenness read_keenness(std::string_view value);
[[nodiscard]] std::string_view keenness_value(Keenness keenness);
/// Whether the attendee wants to see the session: must, want or maybe.
[[nodiscard]] constexpr bool is_starred(Keenness keenness)
{
    return keenness != Keenness::None && keenness != Keenness::No;
}
[[nodiscard]] bool is_starred(
    const Agenda& agenda, std::string_view conference, std::string_view session);

} // namespace hallway
