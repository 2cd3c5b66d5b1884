#pragma once
#include "host/command_line/command_line.h"

namespace hallway::command_line {

/// `hallway plan`. Findings: something that is starred has no place, or goings clash.
[[nodiscard]] ExitCode run_plan(std::span<const std::string_view> arguments, Streams streams);

} // namespace hallway::command_line
