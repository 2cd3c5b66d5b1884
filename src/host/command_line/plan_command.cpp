#include "host/command_line/plan_command.h"
#include "host/command_line/agenda_file.h"
#include "host/command_line/input.h"
#include "host/command_line/options.h"
#include "host/command_line/planned.h"

#include <charconv>
#include <optional>
#include <ostream>

namespace hallway::command_line {
namespace {

constexpr std::string_view help =
    R"(hallway plan: clashes, walks and the best plan of what is starred

usage:
  hallway plan PROGRAM --agenda AGENDA.json [options]

options:
  --agenda FILE        what is starred, as docs/agenda-format.md says; - for standard input
  --pace P             walks take P times as long: 1.5, or easy (1.5), usual (1), quick (0.8)
  --step-free          step-free ways
  --areas SAME,NEXT,FAR  minutes within an area, to the next and to a far one, where no walk is
                       given
  --buffer MIN         minutes wanted on top of each walk (0)
  --tolerance MIN      minutes of a session that may be missed (5)
  --now TIME           the past stays as it is: 2026-01-31T11:05, time of the conference
  --hours FROM-UNTIL   no sessions outside of these: 09:00-18:00
  --most MIN           most minutes of sessions a day
  --block FROM-UNTIL/MIN  a break of MIN minutes each day: 12:00-14:00/45; may be repeated
  --json               for programs, as docs/planning.md says
  --help

Exit status: 0 all that is starred has a place, 1 something has none or goings clash, 2 the input
or the options cannot be used.
)";

constexpr OptionRule rules[] = {
    { "--agenda", true },
    { "--pace", true },
    { "--step-free", false },
    { "--areas", true },
    { "--buffer", true },
    { "--tolerance", true },
    { "--now", true },
    { "--hours", true },
    { "--most", true },
    { "--block", true, true },
    { "--json" },
    { "--help" },
};

std::optional<int> read_number(std::string_view text, int min, int max)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (number < min || number > max) return std::nullopt;
    return number;
}

/// "1.5" as 150.
std::optional<int> read_pace(std::string_view text)
{
    if (text == "easy") return pace_percent_easy;
    if (text == "usual") return 100;
    if (text == "quick") return pace_percent_quick;
    if (text.starts_with('-')) return std::nullopt;
    const std::size_t dot = text.find('.');
    const auto whole = read_number(text.substr(0, dot), 0, 4);
    std::string_view rest = dot == std::string_view::npos ? "0" : text.substr(dot + 1);
    if (!whole || rest.empty() || rest.size() > 2) return std::nullopt;
    const auto part = read_number(rest, 0, 99);
    if (!part) return std::nullopt;
    const int percent = *whole * 100 + *part * (rest.size() == 1 ? 10 : 1);
    if (percent < pace_percent_min || percent > pace_percent_max) return std::nullopt;
    return percent;
}

/// "09:00-18:00"; an end before the start is one of the next day.
std::optional<DayHours> read_hours(std::string_view text)
{
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = parse_time_of_day(text.substr(0, dash));
    const auto until = parse_time_of_day(text.substr(dash + 1));
    if (!from || !until) return std::nullopt;
    return DayHours { *from, *until <= *from ? *until + minutes_per_day : *until };
}

std::optional<DayBlock> read_block(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto hours = read_hours(text.substr(0, slash));
    const auto minutes = read_number(text.substr(slash + 1), 1, minutes_per_day);
    if (!hours || !minutes || hours->until - hours->from < *minutes) return std::nullopt;
    return DayBlock { *hours, *minutes };
}

std::optional<AreaMinutes> read_areas(std::string_view text)
{
    std::optional<int> numbers[3];
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t comma = text.find(',');
        if ((comma == std::string_view::npos) != (i == 2)) return std::nullopt;
        numbers[i] = read_number(text.substr(0, comma), 0, 600);
        if (!numbers[i]) return std::nullopt;
        if (i < 2) text.remove_prefix(comma + 1);
    }
    return AreaMinutes { *numbers[0], *numbers[1], *numbers[2] };
}

/// The options as settings; what is wrong with them is in `error`.
class SettingsReader {
public:
    SettingsReader(const Options& options, const ZoneRules& zone) : options_(options), zone_(zone)
    {
        settings.walks.step_free = options.has("--step-free");
        take("--pace", read_pace, settings.walks.pace_percent);
        take("--areas", read_areas, settings.walks.areas);
        const auto minutes = [](std::string_view text) { return read_number(text, 0, 600); };
        take("--buffer", minutes, settings.allowance.buffer);
        take("--tolerance", minutes, settings.allowance.tolerance);
        const auto time = [this](std::string_view text) -> std::optional<Instant> {
            const auto written = parse_date_time(text);
            // It is wall time of the conference: an offset would say something else.
            if (!written || written->offset) return std::nullopt;
            return zone_.instant(written->wall);
        };
        take("--now", time, settings.now);
        take("--hours", read_hours, settings.hours);
        const auto day = [](std::string_view text) {
            return read_number(text, 0, minutes_per_day);
        };
        take("--most", day, settings.minutes_per_day_max);
        for (const std::string_view text : options.values("--block")) {
            if (const auto block = read_block(text))
                settings.blocks.push_back(*block);
            else
                refuse("--block", text);
        }
        if (settings.blocks.size() > blocks_per_day_max) error = "more than 3 times --block";
    }

    PlanSettings settings;
    std::string error;

private:
    static constexpr std::size_t blocks_per_day_max = 3;

    template <class Read, class T> void take(std::string_view name, Read read, T& into)
    {
        const auto text = options_.value(name);
        if (!text) return;
        if (const auto value = read(*text))
            into = *value;
        else
            refuse(name, *text);
    }
    void refuse(std::string_view name, std::string_view text)
    {
        error = std::string(name) + ": \"" + std::string(text) + "\" cannot be used";
    }

    const Options& options_;
    const ZoneRules& zone_;
};

} // namespace

ExitCode run_plan(std::span<const std::string_view> arguments, Streams streams)
{
    const Options options(arguments, rules);
    const auto refuse = [&](std::string_view why) {
        streams.errors << "hallway plan: " << why << "; hallway plan --help tells how\n";
        return ExitCode::Unusable;
    };
    if (!options.error().empty()) return refuse(options.error());
    if (options.has("--help")) {
        streams.out << help;
        return ExitCode::Fine;
    }
    if (options.operands().size() != 1) return refuse("one PROGRAM is wanted");
    const std::string_view program_path = options.operands().front();
    const auto agenda_path = options.value("--agenda");
    if (!agenda_path) return refuse("--agenda is wanted");
    if (*agenda_path == "-" && program_path == "-")
        return refuse("program and agenda cannot both come from standard input");

    const auto unusable = [&](const std::string& why) {
        streams.errors << why << '\n';
        return ExitCode::Unusable;
    };
    const auto program_file = read_input(program_path, streams.in);
    if (!program_file) return unusable(std::string(program_path) + ": cannot be read");
    const auto program = read_program(*program_file);
    if (!program) return unusable(describe_error(program_path, program.error()));
    const SettingsReader given(options, program->zone());
    if (!given.error.empty()) return refuse(given.error);
    const auto agenda_file = read_input(*agenda_path, streams.in);
    if (!agenda_file) return unusable(std::string(*agenda_path) + ": cannot be read");
    auto agenda = read_agenda(*agenda_file, *program);
    if (!agenda) return unusable(describe_error(*agenda_path, agenda.error()));

    Planned planned = make_planned(*program, agenda->agenda, given.settings);
    planned.unknown = std::move(agenda->unknown);
    streams.out << (options.has("--json") ? write_json(*program, planned)
                                          : write_text(*program, planned));
    streams.out.flush();
    if (!streams.out) return unusable("the plan cannot be written");
    const bool fine = planned.left_out.empty() && planned.plan.clashing_goings.empty()
        && planned.request.unscheduled.empty();
    return fine ? ExitCode::Fine : ExitCode::Findings;
}

} // namespace hallway::command_line
