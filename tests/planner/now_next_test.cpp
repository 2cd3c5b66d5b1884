#include <doctest/doctest.h>

#include "planner/now_next.h"

#include "base/check.h"
#include "planner/listing.h"
#include "program/builder.h"

#include <algorithm>
#include <random>

using namespace hallway;

namespace {

struct Given {
    std::string key;
    int start = 0, end = 0; ///< minutes after 9:00 of the first day; -1: without a time
    std::uint32_t flags = 0;
    std::optional<pack::Again> again = {};
    pack::SessionKind kind = pack::SessionKind::Talk;
};

const Instant nine = ZoneRules("Europe/Brussels",
    { { Instant {},
        60 } }).instant({ date_of({ 2026, 1, 31 }), 9 * 60 });

Program program_of(const std::vector<Given>& given)
{
    ProgramBuilder builder;
    builder.conference.key = "conf";
    builder.conference.title = "Conf";
    builder.conference.day_boundary = 4 * 60;
    builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
    for (const Given& one : given) {
        SessionDraft draft;
        draft.key = draft.title = one.key;
        draft.again = one.again;
        draft.kind = one.kind;
        if (one.start >= 0) {
            OccurrenceDraft occurrence;
            occurrence.start = nine + one.start;
            occurrence.end = nine + one.end;
            occurrence.flags = one.flags;
            draft.occurrences.push_back(occurrence);
        }
        builder.add_session(std::move(draft));
    }
    auto program = Program::open(std::make_shared<Bytes>(builder.build()));
    check(program.has_value(), "the program cannot be opened");
    return *std::move(program);
}

Agenda starring(const std::vector<std::string>& keys)
{
    Agenda agenda(1);
    for (const std::string& key : keys)
        (void)agenda.choose({ "conf", key, ChoiceField::Keenness }, "want", { key, {}, {} }, 1000);
    return agenda;
}

std::string keys_of(const Program& program, const std::vector<OccurrenceIndex>& list)
{
    std::string out;
    for (const OccurrenceIndex index : list) {
        if (!out.empty()) out += ' ';
        out += program.text(program.sessions()[program.occurrence(index).session].key);
    }
    return out;
}

/// "mine: a; next: b; on: a c; soon: b", parts that are empty left out.
std::string told(
    const std::vector<Given>& given, const std::vector<std::string>& stars, int minutes_after_nine)
{
    const Program program = program_of(given);
    const NowNext now =
        make_now_next(program, make_plan(program, starring(stars)), nine + minutes_after_nine);
    std::string out;
    const auto add = [&](std::string_view name, const std::vector<OccurrenceIndex>& list) {
        if (list.empty()) return;
        if (!out.empty()) out += "; ";
        out.append(name).append(": ").append(keys_of(program, list));
    };
    add("mine", now.mine_running);
    add("next", now.mine_next);
    add("on", now.running);
    add("soon", now.soon);
    return out;
}

EventPhase phase_at(const std::vector<Given>& given, int minutes_after_nine)
{
    const Program program = program_of(given);
    return make_now_next(program, make_plan(program, Agenda(1)), nine + minutes_after_nine).phase;
}

// --- the oracle: each question by itself, over all occurrences -----------------------------------

struct Oracle {
    const Program& program;
    const Agenda& agenda;
    std::int32_t now;

    [[nodiscard]] const pack::OccurrenceRecord& at(std::uint32_t i) const
    {
        return program.occurrences()[i];
    }
    [[nodiscard]] bool counts(std::uint32_t i) const
    {
        return (at(i).flags & pack::OccurrenceCancelled) == 0;
    }
    [[nodiscard]] bool is_on(std::uint32_t i) const
    {
        const bool moment = at(i).start == at(i).end;
        return counts(i) && at(i).start <= now && (moment ? at(i).start == now : now < at(i).end);
    }
    [[nodiscard]] bool is_mine(std::uint32_t i) const
    {
        return is_starred(agenda, "conf", program.text(program.sessions()[at(i).session].key));
    }
    [[nodiscard]] std::vector<std::uint32_t> on() const
    {
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < program.occurrences().size(); ++i)
            if (is_on(i)) found.push_back(i);
        return found;
    }
    [[nodiscard]] std::vector<std::uint32_t> mine_next() const
    {
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < program.occurrences().size(); ++i) {
            if (!counts(i) || !is_mine(i) || at(i).start <= now) continue;
            bool earliest = true;
            for (std::uint32_t j = 0; j < program.occurrences().size(); ++j)
                earliest &=
                    !counts(j) || !is_mine(j) || at(j).start <= now || at(j).start >= at(i).start;
            if (earliest) found.push_back(i);
        }
        return found;
    }
    [[nodiscard]] std::vector<std::uint32_t> soon() const
    {
        std::vector<std::uint32_t> found;
        for (int minute = 1; minute <= 30; ++minute)
            for (std::uint32_t i = 0; i < program.occurrences().size(); ++i)
                if (counts(i) && at(i).start == now + minute) found.push_back(i);
        return found;
    }
    [[nodiscard]] EventPhase phase() const
    {
        bool any = false, begun = false, going_on = false, on_now = false;
        std::uint32_t next_day = UINT32_MAX, last_day = 0;
        for (std::uint32_t i = 0; i < program.occurrences().size(); ++i) {
            if (!counts(i)) continue;
            any = true;
            on_now |= is_on(i);
            begun |= at(i).start <= now;
            going_on |= at(i).start > now || is_on(i);
            if (at(i).start > now) next_day = std::min(next_day, at(i).day);
            if (at(i).start <= now && !is_on(i)) last_day = std::max(last_day, at(i).day);
        }
        if (!any) return EventPhase::Undated;
        if (!begun) return EventPhase::Before;
        if (!going_on) return EventPhase::After;
        return !on_now && next_day > last_day ? EventPhase::Between : EventPhase::During;
    }
};

std::vector<std::uint32_t> sorted(const std::vector<OccurrenceIndex>& list)
{
    std::vector<std::uint32_t> positions;
    for (const OccurrenceIndex index : list) positions.push_back(position(index));
    std::sort(positions.begin(), positions.end());
    return positions;
}

std::vector<Given> random_program(std::mt19937& random)
{
    const auto pick = [&](int below) {
        return static_cast<int>(random() % static_cast<unsigned>(below));
    };
    std::vector<Given> given;
    const int count = pick(14);
    for (int i = 0; i < count; ++i) {
        Given one;
        one.key = "s" + std::to_string(i);
        one.start = pick(8) == 0 ? -1 : pick(3) * minutes_per_day + 5 * pick(180);
        one.end = one.start + (pick(5) == 0 ? 0 : pick(6) == 0 ? 600 : 5 * pick(20));
        one.flags = pick(6) == 0 ? std::uint32_t { pack::OccurrenceCancelled } : 0u;
        if (pick(6) == 0) one.again = pack::Again::OpenHours;
        given.push_back(one);
    }
    return given;
}

} // namespace

TEST_SUITE("planner/now_next")
{
    TEST_CASE("what is mine and on stands until it ends, and then what is next")
    {
        const std::vector<Given> given { { "a", 0, 50 }, { "b", 10, 40 }, { "c", 60, 90 } };
        CHECK(told(given, { "a", "c" }, 0) == "mine: a; next: c; on: a; soon: b");
        CHECK(told(given, { "a", "c" }, 49) == "mine: a; next: c; on: a; soon: c");
        CHECK(told(given, { "a", "c" }, 50) == "next: c; soon: c");
        CHECK(told(given, { "a", "c" }, 60) == "mine: c; on: c");
        CHECK(told(given, {}, 12) == "on: b a");
    }

    TEST_CASE("soon is from the next minute to half an hour from now")
    {
        const std::vector<Given> given { { "a", 30, 60 }, { "b", 31, 60 }, { "c", 0, 1 } };
        CHECK(told(given, {}, 0) == "on: c; soon: a");
        CHECK(told(given, {}, 1) == "soon: a b");
        CHECK(told(given, {}, 30) == "on: a; soon: b");
    }

    TEST_CASE("cancelled is never on, never next and makes no event longer")
    {
        const std::vector<Given> given { { "a", 0, 60 },
            { "gone", 0, 600, pack::OccurrenceCancelled },
            { "too", 70, 90, pack::OccurrenceCancelled }, { "b", 80, 90 } };
        CHECK(told(given, { "gone", "too", "b" }, 10) == "next: b; on: a");
        CHECK(phase_at(given, 95) == EventPhase::After);
        CHECK(phase_at({ { "gone", 0, 60, pack::OccurrenceCancelled } }, 5) == EventPhase::Undated);
    }

    TEST_CASE("a moment without a length is on for its minute")
    {
        const std::vector<Given> given { { "gong", 10, 10 } };
        CHECK(told(given, { "gong" }, 9) == "next: gong; soon: gong");
        CHECK(told(given, { "gong" }, 10) == "mine: gong; on: gong");
        CHECK(told(given, { "gong" }, 11) == "");
        CHECK(phase_at(given, 11) == EventPhase::After);
    }

    TEST_CASE("a missing end is the default length away")
    {
        const std::vector<Given> given { { "a", 0, 60, pack::OccurrenceEndMissing } };
        CHECK(told(given, { "a" }, 59) == "mine: a; on: a");
        CHECK(told(given, { "a" }, 60) == "");
    }

    TEST_CASE("an exhibition of the whole day comes after the talk that was chosen")
    {
        const std::vector<Given> given { { "posters", 0, 600, 0, pack::Again::OpenHours,
                                             pack::SessionKind::Exhibition },
            { "a", 60, 90 }, { "lab", 120, 300, 0, pack::Again::OpenHours }, { "b", 120, 150 } };
        CHECK(told(given, { "posters", "a", "b", "lab" }, 70)
            == "mine: a posters; next: b lab; on: a posters");
        CHECK(told(given, { "posters" }, 70) == "mine: posters; on: a posters");
    }

    TEST_CASE("a break is on like anything else")
    {
        const std::vector<Given> given { { "lunch", 180, 240, 0, {}, pack::SessionKind::Break },
            { "a", 240, 270 } };
        CHECK(told(given, { "a" }, 215) == "next: a; on: lunch; soon: a");
    }

    TEST_CASE("of several that begin at once none is preferred")
    {
        const std::vector<Given> given { { "a", 10, 40 }, { "b", 10, 30 }, { "c", 20, 30 } };
        CHECK(told(given, { "c", "b", "a" }, 0) == "next: a b; soon: a b c");
        CHECK(told(given, { "c", "b", "a" }, 25) == "mine: c a b; on: c a b");
    }

    TEST_CASE("over midnight it stays the same evening, and the night is between days")
    {
        const int midnight = 15 * 60, next_morning = 24 * 60;
        const std::vector<Given> given { { "party", midnight - 30, midnight + 90 },
            { "late", midnight + 100, midnight + 110 },
            { "keynote", next_morning, next_morning + 60 } };
        CHECK(told(given, { "party", "keynote" }, midnight + 5)
            == "mine: party; next: keynote; on: party");
        CHECK(phase_at(given, midnight - 31) == EventPhase::Before);
        CHECK(phase_at(given, midnight + 95) == EventPhase::During);
        CHECK(phase_at(given, midnight + 110) == EventPhase::Between);
        CHECK(phase_at(given, next_morning - 1) == EventPhase::Between);
        CHECK(phase_at(given, next_morning) == EventPhase::During);
        CHECK(phase_at(given, next_morning + 60) == EventPhase::After);
    }

    TEST_CASE("a program without any time has no now")
    {
        CHECK(phase_at({}, 0) == EventPhase::Undated);
        CHECK(phase_at({ { "later", -1, -1 } }, 0) == EventPhase::Undated);
    }

    TEST_CASE("in 3,000 random programs it says what asking each occurrence says")
    {
        std::mt19937 random(20260131);
        for (int round = 0; round < 3000; ++round) {
            CAPTURE(round);
            const std::vector<Given> given = random_program(random);
            std::vector<std::string> stars;
            for (const Given& one : given)
                if (random() % 3 == 0) stars.push_back(one.key);
            const Program program = program_of(given);
            const Agenda agenda = starring(stars);
            const int minute = static_cast<int>(random() % (3 * minutes_per_day));
            const Instant now = nine + minute;
            const NowNext found = make_now_next(program, make_plan(program, agenda), now);
            const Oracle oracle { program, agenda, now.minutes };

            CHECK(found.phase == oracle.phase());
            CHECK(sorted(found.running) == oracle.on());
            std::vector<std::uint32_t> mine = oracle.on();
            std::erase_if(mine, [&](std::uint32_t i) { return !oracle.is_mine(i); });
            CHECK(sorted(found.mine_running) == mine);
            CHECK(sorted(found.mine_next) == oracle.mine_next());
            std::vector<std::uint32_t> soon;
            for (const OccurrenceIndex index : found.soon) soon.push_back(position(index));
            CHECK(soon == oracle.soon());
            for (std::size_t i = 1; i < found.running.size(); ++i)
                CHECK(program.occurrence(found.running[i - 1]).start
                    >= program.occurrence(found.running[i]).start);
        }
    }
}
