#include <doctest/doctest.h>

#include "planner/choices.h"

#include "base/check.h"
#include "planner/equivalents.h"
#include "planner/plan.h"
#include "program/builder.h"

using namespace hallway;

namespace {

struct Given {
    std::string key;
    std::vector<int> starts; ///< minutes after 9:00; each lasts 30 min
    pack::Again again = pack::Again::Once;
    std::uint32_t flags = 0; ///< of the first
};

Program program_of(const std::vector<Given>& given)
{
    ProgramBuilder builder;
    builder.conference.key = "conf";
    builder.conference.title = "Conf";
    builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
    const Instant nine = builder.zone.instant({ date_of({ 2026, 1, 31 }), 9 * 60 });
    for (const Given& one : given) {
        SessionDraft draft;
        draft.key = draft.title = one.key;
        draft.again = one.again;
        for (const int start : one.starts) {
            OccurrenceDraft occurrence;
            occurrence.start = nine + start;
            occurrence.end = nine + start + 30;
            if (draft.occurrences.empty()) occurrence.flags = one.flags;
            draft.occurrences.push_back(occurrence);
        }
        builder.add_session(std::move(draft));
    }
    auto program = Program::open(std::make_shared<Bytes>(builder.build()));
    check(program.has_value(), "the program cannot be opened");
    return *std::move(program);
}

OccurrenceIndex occurrence_of(const Program& program, std::string_view key, std::size_t number = 0)
{
    const auto session = program.find_session(key);
    check(session.has_value(), "there is no such session");
    return OccurrenceIndex { program.occurrences_of(program.session(*session))[number] };
}

void choose(Agenda& agenda, std::string subject, ChoiceField field, std::string value)
{
    (void)agenda.choose({ "conf", std::move(subject), field }, std::move(value), {}, 1);
}

} // namespace

TEST_SUITE("planner/choices")
{
    TEST_CASE("an occurrence is found again by what it is chosen under")
    {
        const Program program = program_of(
            { { "once", { 0 } }, { "twice", { 0, 60 }, pack::Again::Repeat }, { "a#b", { 0 } } });
        for (std::uint32_t i = 0; i < program.occurrences().size(); ++i) {
            const std::string subject = occurrence_subject(program, program.occurrences()[i]);
            CHECK(find_occurrence(program, subject) == OccurrenceIndex { i });
        }
        CHECK(occurrence_subject(program, program.occurrence(occurrence_of(program, "once")))
            == "once#");
        CHECK_FALSE(find_occurrence(program, "once"));
        CHECK_FALSE(find_occurrence(program, "once#2"));
        CHECK_FALSE(find_occurrence(program, ""));
    }

    TEST_CASE("there is a choice where the same is given again, or another star overlaps")
    {
        const Program program =
            program_of({ { "alone", { 0 } }, { "left", { 60 } }, { "right", { 75 } },
                { "after", { 105 } }, { "twice", { 200, 300 }, pack::Again::Repeat },
                { "parts", { 400, 500 }, pack::Again::Parts } });
        Agenda agenda(1);
        for (const char* key : { "alone", "left", "right", "after", "twice", "parts" })
            choose(agenda, key, ChoiceField::Keenness, "want");
        const Plan plan = make_plan(program, agenda);
        const auto asked = [&](std::string_view key) {
            return has_alternative(program, plan, occurrence_of(program, key));
        };
        CHECK_FALSE(asked("alone"));
        CHECK(asked("left"));
        CHECK(asked("right"));
        CHECK_FALSE(asked("after"));
        CHECK(asked("twice"));
        CHECK_FALSE(asked("parts"));
    }

    TEST_CASE("what is cancelled is no choice and leaves none")
    {
        const Program program =
            program_of({ { "twice", { 0, 60 }, pack::Again::Repeat, pack::OccurrenceCancelled } });
        Agenda agenda(1);
        choose(agenda, "twice", ChoiceField::Keenness, "must");
        const Plan plan = make_plan(program, agenda);
        CHECK_FALSE(has_alternative(program, plan, occurrence_of(program, "twice", 0)));
        CHECK_FALSE(has_alternative(program, plan, occurrence_of(program, "twice", 1)));
        CHECK(standing_occurrences(program, program.sessions()[0]).size() == 1);
    }

    TEST_CASE("a place counts as going where it can only be this one")
    {
        const Program program =
            program_of({ { "once", { 0 } }, { "twice", { 0, 60 }, pack::Again::Repeat } });
        Agenda agenda(1);
        CHECK_FALSE(is_going(program, agenda, occurrence_of(program, "once")));
        choose(agenda, "once", ChoiceField::Place, "yes");
        choose(agenda, "twice", ChoiceField::Place, "yes");
        CHECK(is_going(program, agenda, occurrence_of(program, "once")));
        CHECK_FALSE(is_pinned(program, agenda, occurrence_of(program, "once")));
        CHECK_FALSE(is_going(program, agenda, occurrence_of(program, "twice")));
        const OccurrenceIndex second = occurrence_of(program, "twice", 1);
        choose(agenda, occurrence_subject(program, program.occurrence(second)), ChoiceField::Going,
            "yes");
        CHECK(is_going(program, agenda, second));
        CHECK_FALSE(is_going(program, agenda, occurrence_of(program, "twice", 0)));
    }
}
