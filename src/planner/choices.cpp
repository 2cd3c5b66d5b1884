#include "planner/choices.h"
#include "planner/equivalents.h"

#include <vector>

namespace hallway {
namespace {

bool is_yes(
    const Program& program, const Agenda& agenda, std::string_view subject, ChoiceField field)
{
    const std::string_view conference = program.text(program.conference().key);
    return agenda.value({ std::string(conference), std::string(subject), field }) == choice_yes;
}

} // namespace

std::string occurrence_subject(const Program& program, const pack::OccurrenceRecord& occurrence)
{
    std::string subject(program.text(program.sessions()[occurrence.session].key));
    subject += '#';
    subject += program.text(occurrence.key);
    return subject;
}

std::optional<OccurrenceIndex> find_occurrence(const Program& program, std::string_view subject)
{
    // Keys may have the sign in them, so each place where it stands is tried.
    for (std::size_t at = subject.find('#'); at != std::string_view::npos;
         at = subject.find('#', at + 1)) {
        const auto session = program.find_session(subject.substr(0, at));
        if (!session) continue;
        for (const std::uint32_t index : program.occurrences_of(program.session(*session)))
            if (program.text(program.occurrences()[index].key) == subject.substr(at + 1))
                return OccurrenceIndex { index };
    }
    return std::nullopt;
}

bool is_chosen(const Program& program, const Agenda& agenda, const pack::SessionRecord& session,
    ChoiceField field)
{
    return is_yes(program, agenda, program.text(session.key), field);
}

bool is_pinned(const Program& program, const Agenda& agenda, OccurrenceIndex index)
{
    return is_yes(program, agenda, occurrence_subject(program, program.occurrence(index)),
        ChoiceField::Going);
}

bool is_going(const Program& program, const Agenda& agenda, OccurrenceIndex index)
{
    if (is_pinned(program, agenda, index)) return true;
    const pack::SessionRecord& session = program.sessions()[program.occurrence(index).session];
    return standing_occurrences(program, session) == std::vector { index }
    && is_chosen(program, agenda, session, ChoiceField::Place);
}

} // namespace hallway
