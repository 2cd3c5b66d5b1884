#pragma once
#include "program/builder.h"
#include "program/program.h"

#include <string>
#include <vector>

namespace hallway::test {

/// An instant of December 2025, in UTC.
Instant december(int day, int hour, int minute = 0);

SessionDraft session_draft(std::string key, std::string title);
OccurrenceDraft occurrence_draft(
    Instant start, Minutes minutes, std::vector<std::uint32_t> rooms = {});

/// Opens what the builder made; stops if it is damaged.
Program open_built(ProgramBuilder& builder);

const pack::SessionRecord& session_of(const Program& program, std::string_view key);

} // namespace hallway::test
