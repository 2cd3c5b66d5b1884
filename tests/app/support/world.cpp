#include "app/support/world.h"

#include "app/update_plan.h"
#include "planner/plan_message.h"

#include "support/files.h"

namespace hallway::test {
namespace {

WallTime wall(int day, int hour, int minute)
{
    return { date_of({ 2026, 1, day }), hour * 60 + minute };
}

struct Adder {
    ProgramBuilder& builder;

    void operator()(std::string_view key, std::string_view title, WallTime start, Minutes length,
        std::string_view room, std::string_view person = {}, std::uint32_t flags = 0)
    {
        SessionDraft session;
        session.key = key;
        session.title = title;
        session.track = builder.track("Main");
        session.abstract.push_back({ .text = "What it is about." });
        if (!person.empty()) session.people = { builder.person(person, person) };
        OccurrenceDraft occurrence;
        occurrence.start = builder.zone.instant(start);
        occurrence.end = occurrence.start + length;
        occurrence.flags = flags;
        if (!room.empty()) occurrence.rooms = { builder.room(room) };
        session.occurrences = { occurrence };
        builder.add_session(std::move(session));
    }
};

} // namespace

Language english()
{
    const auto file = find_file(built_path("generated/languages/en.bin"));
    check(file.has_value(), "the English language file was not built");
    auto language = Language::read(bytes_of(*file));
    check(language.has_value(), "the English language file cannot be read");
    return *std::move(language);
}

std::shared_ptr<const Bytes> small_program(std::string_view title)
{
    ProgramBuilder builder;
    builder.conference.key = "small-2026";
    builder.conference.title = title;
    builder.conference.day_boundary = 5 * 60;
    builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
    Adder add { builder };
    add("opening", "Opening", wall(31, 9, 30), 30, "Janson", "Ada Lovelace");
    add("git", "Evolving Git", wall(31, 11, 0), 50, "Janson", "Grace Hopper");
    add("łódź", "Trams of Łódź", wall(31, 11, 0), 25, "K.1.105", "Øyvind Sørensen");
    add("night", "Night owls", { date_of({ 2026, 2, 1 }), 30 }, 60, "Bar");
    add("closing", "Closing", { date_of({ 2026, 2, 1 }), 17 * 60 }, 210, "Janson");
    add("lost", "Cancelled talk", { date_of({ 2026, 2, 1 }), 10 * 60 }, 30, "Janson", "",
        pack::OccurrenceCancelled);
    SessionDraft tour;
    tour.key = "tour";
    tour.title = "Tour";
    for (const CivilDate day : { CivilDate { 2026, 1, 31 }, CivilDate { 2026, 2, 1 } }) {
        OccurrenceDraft occurrence;
        occurrence.start = builder.zone.instant({ date_of(day), 14 * 60 });
        occurrence.end = occurrence.start + 30;
        occurrence.rooms = { builder.room("Foyer") };
        tour.occurrences.push_back(occurrence);
    }
    builder.add_session(std::move(tour));
    SessionDraft later;
    later.key = "later";
    later.title = "To be scheduled";
    builder.add_session(std::move(later));
    return std::make_shared<const Bytes>(builder.build());
}

World::World()
{
    state.language = english();
    state.agenda = Agenda(0x0000'0001'0000'0001u);
    state.now_ms = 1'769'850'000'000; // 2026-01-31T09:00Z
    state.local_offset = 60;
}

ReadTime World::minutes_ago(int minutes) const
{
    return { state.now_ms - std::int64_t { minutes } * 60'000, state.local_offset };
}

void World::open(std::string_view source, std::string_view title)
{
    hear(ProgramArrived {
        small_program(title), std::string(source), false, std::nullopt, minutes_ago(0) });
}

const SessionRow& row_of(const PageModel& page, std::string_view title)
{
    check(page.program != nullptr, "the page shows no program");
    for (const SessionRow& row : page.program->rows)
        if (row.title == title) return row;
    stop("no row of that title");
}

std::vector<std::string> titles_of(const PageModel& page)
{
    std::vector<std::string> titles;
    if (page.program)
        for (const SessionRow& row : page.program->rows) titles.emplace_back(row.title);
    return titles;
}

void World::find_plan()
{
    watch_plan(state, effects);
    for (const FindPlan& find : take<FindPlan>()) {
        const auto problem = decode_problem(find.problem);
        check(problem.has_value(), "the problem cannot be read");
        hear(PlanNews { find.number, 1000, false, encode_solution(solve_plan(*problem)) });
    }
}

PageModel World::page(Layout layout) const
{
    static std::vector<std::unique_ptr<PageMemory>> memories;
    PageModel made = make_page(state, layout);
    memories.push_back(std::move(made.memory));
    return made;
}

std::vector<std::string> texts_of(const PageList<PageText>& list)
{
    return { list.begin(), list.end() };
}

} // namespace hallway::test
