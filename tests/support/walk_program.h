#pragma once
#include "base/text.h"
#include "program/builder.h"
#include "program/program.h"

#include <string>

namespace hallway::test {

/// Looks at every text and follows every reference of a program that a reader made, and stops at
/// anything that a reader must never let through. Gives a number that depends on all of it.
inline std::size_t walk_program(const Program& program)
{
    const auto text = [&](pack::StringRef ref) {
        const std::string_view found = program.text(ref);
        check(!find_invalid_utf8(found), "a text that is not UTF-8");
        for (const char c : found)
            check(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t',
                "a control character");
        return found.size();
    };
    const auto links = [&](pack::Range range) {
        for (const auto& link : program.links(range))
            check(is_safe_url(program.text(link.url)), "an unsafe link");
    };
    std::size_t sum = text(program.conference().title) + text(program.conference().key);
    for (const auto& person : program.people()) {
        sum += text(person.name);
        links(person.links);
    }
    for (const auto& room : program.rooms()) sum += text(room.name) + text(room.directions);
    for (const auto& session : program.sessions()) {
        check(text(session.key) > 0, "a session without a key");
        check(text(session.title) > 0, "a session without a title");
        const auto found = program.find_session(program.text(session.key));
        check(
            found && &program.session(*found) == &session, "a session that its key does not find");
        sum += text(session.search_text) + text(session.language) + text(session.number);
        for (const auto& block : program.blocks(session.abstract)) {
            check(text(block.text) > 0, "an empty block");
            for (const auto& mark : program.marks(block.marks))
                check(mark.url.size == 0 || is_safe_url(program.text(mark.url)), "an unsafe link");
        }
        links(session.links);
        const std::string_view url = program.text(session.url);
        check(url.empty() || is_safe_url(url), "an unsafe address");
        for (const std::uint32_t person : program.people_of(session))
            sum += program.text(program.people()[person].name).size();
        for (const std::uint32_t index : program.occurrences_of(session)) {
            const auto& occurrence = program.occurrence(OccurrenceIndex { index });
            check(&program.sessions()[occurrence.session] == &session,
                "an occurrence of another session");
            for (const std::uint32_t room : program.rooms_of(occurrence))
                sum += program.text(program.rooms()[room].name).size();
            sum += format_wall_time(program.wall_time(occurrence.end)).size();
        }
    }
    return sum;
}

} // namespace hallway::test
