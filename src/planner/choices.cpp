#include "planner/choices.h"
#include "base/sort.h"

#include <algorithm>

namespace hallway {
namespace {

bool is_yes(
    const Program& program, const Agenda& agenda, std::string_view subject, ChoiceField field)
{
    const std::string_view conference = program.text(program.conference().key);
    return agenda.value({ std::string(conference), std::string(subject), field }) == choice_yes;
}

bool meets_another(const Plan& plan, std::uint32_t day, OccurrenceIndex index)
{
    // Each pair is told once, by the later of the two.
    return std::ranges::any_of(plan.days[day], [&](const PlanEntry& entry) {
        return std::ranges::any_of(entry.conflicts, [&](const PlanConflict& conflict) {
            return !conflict.judgement.compatible
                && (entry.occurrence == index || conflict.other == index);
        });
    });
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

std::vector<OccurrenceIndex> standing_occurrences(
    const Program& program, const pack::SessionRecord& session)
{
    std::vector<OccurrenceIndex> standing;
    for (const std::uint32_t index : program.occurrences_of(session))
        if ((program.occurrences()[index].flags & pack::OccurrenceCancelled) == 0)
            standing.push_back(OccurrenceIndex { index });
    return standing;
}

std::uint32_t first_of_same(const Program& program, std::uint32_t session)
{
    const pack::SessionRecord& record = program.sessions()[session];
    const bool any = record.again == pack::Again::Repeat && record.same_as != pack::none;
    return any ? record.same_as : session;
}

std::vector<OccurrenceIndex> given_times(const Program& program, const pack::SessionRecord& session)
{
    if (session.again != pack::Again::Repeat || session.same_as == pack::none)
        return standing_occurrences(program, session);
    std::vector<OccurrenceIndex> times;
    for (const pack::SessionRecord& other : program.sessions()) {
        if (other.again != session.again || other.same_as != session.same_as) continue;
        const std::vector<OccurrenceIndex> own = standing_occurrences(program, other);
        times.insert(times.end(), own.begin(), own.end());
    }
    sort_things(times);
    return times;
}

bool has_alternative(const Program& program, const Plan& plan, OccurrenceIndex index)
{
    const pack::OccurrenceRecord& occurrence = program.occurrence(index);
    if ((occurrence.flags & pack::OccurrenceCancelled) != 0) return false;
    const pack::SessionRecord& session = program.sessions()[occurrence.session];
    const bool repeated =
        session.again == pack::Again::Repeat && given_times(program, session).size() > 1;
    return repeated || meets_another(plan, occurrence.day, index);
}

} // namespace hallway
