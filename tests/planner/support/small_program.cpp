#include "planner/support/small_program.h"

#include "base/check.h"
#include "planner/best_plan.h"

#include <algorithm>

namespace hallway::test {
namespace {

ZoneRules brussels() { return ZoneRules("Europe/Brussels", { { Instant {}, 60 } }); }

} // namespace

Instant nine_o_clock() { return brussels().instant({ date_of({ 2026, 1, 31 }), 9 * 60 }); }

Program small_program(const std::vector<SmallEntry>& entries, ProgramBuilder builder)
{
    builder.conference.key = "conf";
    builder.conference.title = "Conf";
    builder.conference.day_boundary = 4 * 60;
    builder.zone = brussels();
    std::vector<SessionDraft> drafts;
    for (const SmallEntry& entry : entries) {
        auto at = std::ranges::find(drafts, entry.key, &SessionDraft::key);
        if (at == drafts.end()) {
            SessionDraft draft;
            draft.key = entry.key;
            draft.title = entry.title.empty() ? entry.key : entry.title;
            draft.again = entry.again;
            draft.kind = entry.kind;
            draft.parent_key = entry.parent;
            draft.track = builder.track(entry.track);
            for (const std::string& name : entry.people)
                draft.people.push_back(builder.person(name, name));
            at = drafts.insert(drafts.end(), draft);
        }
        if (entry.start < 0) continue;
        OccurrenceDraft occurrence;
        occurrence.start = nine_o_clock() + entry.start;
        occurrence.end = nine_o_clock() + entry.end;
        occurrence.flags = entry.flags;
        if (!entry.room.empty()) occurrence.rooms.push_back(builder.room(entry.room));
        at->occurrences.push_back(occurrence);
    }
    for (SessionDraft& draft : drafts) builder.add_session(std::move(draft));
    auto program = Program::open(std::make_shared<Bytes>(builder.build()));
    check(program.has_value(), "the program cannot be opened");
    return *std::move(program);
}

Agenda starring(const std::vector<std::string>& keys, std::string_view value)
{
    Agenda agenda(1);
    for (const std::string& key : keys) choose(agenda, key, ChoiceField::Keenness, value);
    return agenda;
}

void choose(Agenda& agenda, std::string_view subject, ChoiceField field, std::string_view value)
{
    agenda.choose({ "conf", std::string(subject), field }, std::string(value), {}, 1);
}

OccurrenceIndex occurrence_at(
    const Program& program, std::string_view key, std::optional<int> start)
{
    const auto session = program.find_session(key);
    check(session.has_value(), "there is no such session");
    for (const std::uint32_t i : program.occurrences_of(program.session(*session)))
        if (!start || program.occurrences()[i].start == (nine_o_clock() + *start).minutes)
            return OccurrenceIndex { i };
    check(false, "it does not take place then");
    return {};
}

std::vector<std::string> planned(const PlanRequest& request)
{
    std::vector<std::string> keys;
    for (const std::uint32_t i : find_best_plan(request.problem).chosen)
        keys.push_back(request.problem.candidates[i].key);
    return keys;
}

} // namespace hallway::test
