#include "planner/triage.h"

#include "base/check.h"
#include "program/builder.h"

#include <doctest/doctest.h>

using namespace hallway;

namespace {

constexpr int untimed = -1;

struct Given {
    std::string key;
    int start = 0; ///< minutes after midnight; each lasts 30 min
    pack::SessionKind kind = pack::SessionKind::Talk;
    std::uint32_t flags = 0;
};

Program program_of(const std::vector<Given>& given)
{
    ProgramBuilder builder;
    builder.conference.key = "conf";
    builder.conference.title = "Conf";
    for (const Given& one : given) {
        SessionDraft draft;
        draft.key = draft.title = one.key;
        draft.kind = one.kind;
        if (one.start != untimed) {
            OccurrenceDraft occurrence;
            occurrence.start = Instant {} + one.start;
            occurrence.end = occurrence.start + 30;
            occurrence.flags = one.flags;
            draft.occurrences.push_back(occurrence);
        }
        builder.add_session(std::move(draft));
    }
    auto program = Program::open(std::make_shared<Bytes>(builder.build()));
    check(program.has_value(), "the program cannot be opened");
    return *std::move(program);
}

struct Run {
    Program program;
    Agenda agenda = Agenda(1);

    void choose(std::string subject, ChoiceField field, std::string value)
    {
        (void)agenda.choose({ "conf", std::move(subject), field }, std::move(value), {}, 1);
    }
    [[nodiscard]] Triage triage(std::optional<Instant> now = std::nullopt) const
    {
        return find_next_unseen(program, read_opinions(program, agenda), now);
    }
    /// "b 2/3": what comes next, its number, of how many.
    [[nodiscard]] std::string state(std::optional<Instant> now = std::nullopt) const
    {
        const Triage found = triage(now);
        const std::string next = found.next
            ? std::string(program.text(program.session(*found.next).key))
            : std::string("-");
        return next + ' ' + std::to_string(found.decided) + '/' + std::to_string(found.total);
    }
};

} // namespace

TEST_SUITE("planner/triage")
{
    TEST_CASE("sessions come by their start, those without a time last, each once")
    {
        Run run { program_of({ { "someday", untimed }, { "b", 600 }, { "a", 540 } }) };
        CHECK(run.state() == "a 0/3");
        CHECK(run.triage().occurrence.has_value());
        run.choose("a", ChoiceField::Keenness, "want");
        CHECK(run.state() == "b 1/3");
        run.choose("b", ChoiceField::Keenness, "no");
        CHECK(run.state() == "someday 2/3");
        CHECK_FALSE(run.triage().occurrence.has_value());
        run.choose("someday", ChoiceField::Seen, std::string(choice_yes));
        CHECK(run.state() == "- 3/3");
    }

    TEST_CASE("what is taken back is asked again")
    {
        Run run { program_of({ { "a", 540 }, { "b", 600 } }) };
        run.choose("a", ChoiceField::Seen, std::string(choice_yes));
        run.choose("b", ChoiceField::Keenness, "maybe");
        CHECK(run.state() == "- 2/2");
        run.choose("b", ChoiceField::Keenness, "");
        CHECK(run.state() == "b 1/2");
        run.choose("a", ChoiceField::Seen, "");
        CHECK(run.state() == "a 0/2");
    }

    TEST_CASE("breaks, what is cancelled and what is over are not asked about")
    {
        const Run run { program_of(
            { { "over", 480 }, { "on", 530 }, { "lunch", 540, pack::SessionKind::Break },
                { "off", 550, pack::SessionKind::Talk, pack::OccurrenceCancelled },
                { "later", 600 } }) };
        CHECK(run.state() == "over 0/3");
        CHECK(run.state(Instant { 510 }) == "on 0/2"); // half-open: over has just ended
        CHECK(run.state(Instant { 509 }) == "over 0/3");
        CHECK(run.state(Instant { 700 }) == "- 0/0");
    }

    TEST_CASE("a session that is given again is asked about once, at the first time that is ahead")
    {
        ProgramBuilder builder;
        builder.conference.key = "conf";
        SessionDraft tour;
        tour.key = tour.title = "tour";
        for (const int start : { 540, 700 }) {
            OccurrenceDraft occurrence;
            occurrence.start = Instant {} + start;
            occurrence.end = occurrence.start + 30;
            tour.occurrences.push_back(occurrence);
        }
        builder.add_session(std::move(tour));
        auto program = Program::open(std::make_shared<Bytes>(builder.build()));
        REQUIRE(program);
        const Run run { *std::move(program) };
        CHECK(run.state() == "tour 0/1");
        const Triage later = run.triage(Instant { 600 });
        REQUIRE(later.occurrence);
        CHECK(run.program.occurrence(*later.occurrence).start == 700);
    }
}
