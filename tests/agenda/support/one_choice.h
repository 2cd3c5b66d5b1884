#pragma once
#include "agenda/agenda.h"

#include <doctest/doctest.h>

#include <optional>
#include <string_view>

namespace hallway::test {

// Undo and redo where each step is one choice.

inline std::optional<Choice> only_one(const std::vector<Choice>& choices)
{
    REQUIRE(choices.size() <= 1);
    return choices.empty() ? std::nullopt : std::optional(choices.front());
}
inline std::optional<Choice> undo_one(
    Agenda& agenda, std::int64_t now_ms, std::string_view conference = {})
{
    return only_one(agenda.undo(now_ms, conference));
}
inline std::optional<Choice> redo_one(
    Agenda& agenda, std::int64_t now_ms, std::string_view conference = {})
{
    return only_one(agenda.redo(now_ms, conference));
}

} // namespace hallway::test
