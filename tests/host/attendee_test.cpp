// Somebody who fills each day of a real program with sessions that its own gaps allow: the defaults
// of the planner must not take them away.

#include "agenda/agenda.h"
#include "formats/import.h"
#include "host/headless/zones.h"
#include "planner/best_plan.h"
#include "planner/equivalents.h"
#include "planner/keenness.h"
#include "planner/meetings.h"
#include "planner/plan_request.h"
#include "planner/related.h"

#include "support/files.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace hallway;
using namespace hallway::test;

namespace {

/// Stars sessions in a random order, each that overlaps none before and is none of them again.
Agenda fill_the_days(const Program& program, std::mt19937& random, std::size_t& picks)
{
    Agenda agenda(1);
    std::vector<std::uint32_t> order(program.sessions().size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    std::vector<const pack::OccurrenceRecord*> taken;
    for (const std::uint32_t i : order) {
        const pack::SessionRecord& session = program.sessions()[i];
        const auto occurrences = program.occurrences_of(session);
        if (session.kind == pack::SessionKind::Break || occurrences.size() != 1) continue;
        const pack::OccurrenceRecord& it = program.occurrences()[occurrences.front()];
        if (!takes_time(program, it) || it.start == it.end) continue;
        const bool is_free = std::ranges::none_of(taken, [&](const pack::OccurrenceRecord* other) {
            return (it.start < other->end && other->start < it.end)
                || is_same_again(program, i, other->session);
        });
        if (!is_free) continue;
        taken.push_back(&it);
        agenda.choose({ std::string(program.text(program.conference().key)),
                          std::string(program.text(session.key)), ChoiceField::Keenness },
            std::string(keenness_value(Keenness::Want)), {}, 1);
    }
    picks = taken.size();
    return agenda;
}

} // namespace

TEST_CASE("the defaults keep at least 95 % of what a program's own gaps allow")
{
    const auto names = shared_file_names("programs");
    if (names.empty()) return skip("the real files are absent");
    std::size_t programs = 0;
    for (const std::string& name : names) {
        const auto file = find_shared_file("programs/" + name);
        auto import = import_program(*file, SystemZones());
        if (!import) continue; // Of a format that is not read yet.
        const auto program = Program::open(std::make_shared<Bytes>(std::move(import->pack)));
        REQUIRE(program.has_value());
        ++programs;
        std::mt19937 random(95); // NOLINT: the same each time
        for (int round = 0; round < 5; ++round) {
            CAPTURE(name);
            std::size_t picks = 0;
            const Agenda agenda = fill_the_days(*program, random, picks);
            const BestPlan plan = find_best_plan(ask_for_plan(*program, agenda, {}).problem);
            CHECK(plan.value.wants * 100 >= picks * 95);
        }
    }
    CHECK(programs >= 5);
}
