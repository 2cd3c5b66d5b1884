#include "host/command_line/command_line.h"
#include "host/command_line/plan_command.h"

#include <ostream>

namespace hallway::command_line {
namespace {

constexpr std::string_view version = "hallway 0.1.0\n";

constexpr std::string_view help = R"(hallway: plan conferences from their program files

usage:
  hallway plan PROGRAM --agenda AGENDA.json [options]
  hallway COMMAND --help
  hallway --version

commands:
  plan    clashes, walks and the best plan of what somebody has starred

PROGRAM is a file that Hallway can open, or - for standard input.
Exit status: 0 fine, 1 there is something to look at, 2 the input or the options cannot be used.
)";

} // namespace

ExitCode run(std::span<const std::string_view> arguments, Streams streams)
{
    const std::string_view first = arguments.empty() ? std::string_view() : arguments.front();
    if (first == "--help" || first == "-h" || first == "help") {
        streams.out << help;
        return ExitCode::Fine;
    }
    if (first == "--version") {
        streams.out << version;
        return ExitCode::Fine;
    }
    if (first == "plan") return run_plan(arguments.subspan(1), streams);
    if (first.empty())
        streams.errors << help;
    else
        streams.errors << "hallway: there is no command \"" << first
                       << "\"; hallway --help lists them\n";
    return ExitCode::Unusable;
}

} // namespace hallway::command_line
