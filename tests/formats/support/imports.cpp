#include "imports.h"

#include "host/headless/zones.h"
#include "support/walk_import.h"

#include <cstdio>

namespace hallway::test {
namespace {

constexpr const char* reason_names[] = { "NoTitle", "BadTime", "BadDuration", "Duplicate",
    "UnknownRef", "UnsafeLink", "WrongType", "NotPublic" };

Program open(Bytes pack)
{
    auto program = Program::open(std::make_shared<const Bytes>(std::move(pack)));
    if (!program.has_value()) stop("the reader made a damaged pack: " + program.error().detail);
    return *std::move(program);
}

/// Reads a copy that ends where its memory ends, so that the sanitizers see a step beyond it.
Result<Import> read_copy(std::string_view file)
{
    const std::vector<char> copy(file.begin(), file.end());
    return import_program({ copy.data(), copy.size() }, SystemZones {});
}

} // namespace

Imported import_file(std::string_view file)
{
    auto result = read_copy(file);
    if (!result.has_value()) {
        const Error& error = result.error();
        std::fprintf(stderr, "error %d, %s, line %u\n", static_cast<int>(error.code),
            error.detail.c_str(), error.line.value_or(0));
        stop("a file that must be readable is not");
    }
    return { open(std::move(result->pack)), result->report };
}

Error error_of(std::string_view file) { return read_copy(file).error(); }

int read_and_walk(std::string_view file) { return walk_import(read_copy(file)); }

Lines skipped_lines(const ImportReport& report)
{
    Lines lines;
    for (const SkippedEntry& entry : report.skipped)
        lines.push_back(std::string(reason_names[static_cast<std::size_t>(entry.reason)]) + ' '
            + entry.entry + " @" + entry.field + ':' + std::to_string(entry.line.value_or(0)));
    return lines;
}

const pack::SessionRecord& session_of(const Program& program, std::string_view key)
{
    const auto found = program.find_session(key);
    if (!found) stop("there is no session " + std::string(key));
    return program.session(*found);
}

Lines times_of(const Program& program, std::string_view key)
{
    Lines times;
    for (const std::uint32_t index : program.occurrences_of(session_of(program, key))) {
        const auto& occurrence = program.occurrence(OccurrenceIndex { index });
        std::string time = format_wall_time(program.wall_time(occurrence.start)) + '-'
            + format_wall_time(program.wall_time(occurrence.end)).substr(11);
        char separator = ' ';
        for (const std::uint32_t room : program.rooms_of(occurrence)) {
            time += separator + std::string(program.text(program.rooms()[room].name));
            separator = '+';
        }
        times.push_back(std::move(time));
    }
    return times;
}

const pack::OccurrenceRecord& first_time_of(const Program& program, std::string_view key)
{
    const auto times = program.occurrences_of(session_of(program, key));
    if (times.empty()) stop("no time is given for " + std::string(key));
    return program.occurrence(OccurrenceIndex { times[0] });
}

Lines days_of(const Program& program)
{
    Lines dates;
    for (const auto& day : program.days()) dates.push_back(format_date({ day.date }));
    return dates;
}

Lines names_of(const Program& program, std::string_view key)
{
    Lines names;
    for (const auto person : program.people_of(session_of(program, key)))
        names.emplace_back(program.text(program.people()[person].name));
    return names;
}

Lines links_of(const Program& program, std::string_view key)
{
    Lines links;
    for (const auto& link : program.links(session_of(program, key).links))
        links.push_back(
            std::string(program.text(link.title)) + ' ' + std::string(program.text(link.url)));
    return links;
}

Lines paragraphs_of_session(const Program& program, std::string_view key)
{
    Lines paragraphs;
    for (const auto& block : program.blocks(session_of(program, key).abstract))
        paragraphs.emplace_back(program.text(block.text));
    return paragraphs;
}

} // namespace hallway::test
