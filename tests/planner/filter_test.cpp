#include <doctest/doctest.h>

#include "base/check.h"
#include "planner/listing.h"
#include "program/builder.h"

#include <algorithm>
#include <random>

using namespace hallway;

namespace {

/// What the program of `make_program` says of a session, kept beside it.
struct Facts {
    std::vector<std::vector<std::string>> of = std::vector<std::vector<std::string>>(facet_count);
    std::vector<std::vector<std::string>> rooms; ///< of each occurrence
};

const std::vector<std::string>& fact(const Facts& facts, Facet facet)
{
    return facts.of[static_cast<std::size_t>(facet)];
}

struct Random {
    std::mt19937 engine;
    std::size_t below(std::size_t count) { return engine() % count; }
    std::string one_of(std::initializer_list<const char*> words)
    {
        return *(words.begin() + below(words.size()));
    }
};

struct Made {
    Program program;
    std::map<std::string, Facts> facts; ///< by key
};

Facts add_random_session(ProgramBuilder& builder, Random& random, const std::string& key)
{
    Facts facts;
    const auto put = [&](Facet facet, std::string value) {
        facts.of[static_cast<std::size_t>(facet)].push_back(std::move(value));
    };
    SessionDraft session;
    session.key = key;
    session.title = "Session " + key;
    const std::string track = random.one_of({ "", "Main", "Social Web", "Ümlaut & Co" });
    if (!track.empty()) session.track = builder.track(track);
    put(Facet::Track, track);
    session.kind_name = random.one_of({ "", "Talk", "Workshop" });
    if (!session.kind_name.empty()) put(Facet::Kind, session.kind_name);
    session.language = random.one_of({ "", "de", "en", "de, en", "en, en" });
    if (session.language.starts_with("de")) put(Facet::Language, "de");
    if (session.language.ends_with("en")) put(Facet::Language, "en");
    session.difficulty = static_cast<pack::Difficulty>(random.below(3));
    if (session.difficulty == pack::Difficulty::Beginner) put(Facet::Difficulty, "beginner");
    if (session.difficulty == pack::Difficulty::Intermediate)
        put(Facet::Difficulty, "intermediate");
    session.recorded = static_cast<pack::Tristate>(random.below(3));
    if (session.recorded == pack::Tristate::Yes) put(Facet::Recorded, "yes");
    if (session.recorded == pack::Tristate::No) put(Facet::Recorded, "no");
    session.access = static_cast<std::uint32_t>(random.below(4));
    if (session.access & pack::AccessCaptions) put(Facet::Access, "captions");
    if (session.access & pack::AccessSignLanguage) put(Facet::Access, "sign-language");
    for (std::size_t count = random.below(3); count > 0; --count) {
        OccurrenceDraft occurrence;
        occurrence.start = builder.zone.instant({ date_of({ 2026, 1, 31 }), 9 * 60 })
            + static_cast<Minutes>(random.below(2000));
        occurrence.end = occurrence.start + 30;
        facts.rooms.emplace_back();
        for (std::size_t rooms = random.below(3); rooms > 0; --rooms) {
            const std::string room = random.one_of({ "Janson", "K.1", "Foyer" });
            auto& names = facts.rooms.back();
            if (std::ranges::find(names, room) != names.end()) continue;
            names.push_back(room);
            occurrence.rooms.push_back(builder.room(room));
        }
        session.occurrences.push_back(occurrence);
    }
    builder.add_session(std::move(session));
    return facts;
}

Made make_program(Random& random, std::size_t sessions)
{
    ProgramBuilder builder;
    builder.conference.key = "conf";
    builder.conference.title = "Conf";
    builder.conference.day_boundary = 4 * 60;
    builder.zone = ZoneRules("Europe/Brussels", { { Instant {}, 60 } });
    std::map<std::string, Facts> facts;
    for (std::size_t i = 0; i < sessions; ++i) {
        const std::string key = "s" + std::to_string(i);
        facts[key] = add_random_session(builder, random, key);
    }
    auto program = Program::open(std::make_shared<Bytes>(builder.build()));
    check(program.has_value(), "the program cannot be opened");
    return { *std::move(program), std::move(facts) };
}

Agenda make_agenda(Random& random, const Program& program)
{
    Agenda agenda(1);
    for (const pack::SessionRecord& session : program.sessions()) {
        const std::string value = random.one_of({ "", "", "want", "must", "maybe", "no" });
        agenda.choose({ "conf", std::string(program.text(session.key)), ChoiceField::Keenness },
            value, {}, 1);
    }
    return agenda;
}

/// Looks at one row without any of the shortcuts.
class Oracle {
public:
    Oracle(const Made& made, const Agenda& agenda, std::string query)
        : made_(made), agenda_(agenda), query_(std::move(query))
    {
    }

    bool has(const FilterRow& row, const FilterValue& value) const
    {
        const std::string key = key_of(row);
        const std::string_view keenness = agenda_.value({ "conf", key, ChoiceField::Keenness });
        const bool is_hidden = keenness == "no";
        switch (value.facet) {
        case Facet::Starred: return value.key == "yes" && !keenness.empty() && !is_hidden;
        case Facet::Unseen: return value.key == "yes" && keenness.empty();
        case Facet::Hidden: return value.key == "yes" && is_hidden;
        case Facet::Room: return is_in(row, value.key);
        default: {
            const auto& values = fact(made_.facts.at(key), value.facet);
            return std::ranges::find(values, value.key) != values.end();
        }
        }
    }

    bool shows(const FilterRow& row, const Filters& filters) const
    {
        if (!query_.empty() && key_of(row) != query_) return false;
        if (!has_facet(filters, Facet::Hidden) && has(row, { Facet::Hidden, "yes" })) return false;
        for (std::size_t i = 0; i < facet_count; ++i) {
            const Facet facet { static_cast<std::uint8_t>(i) };
            if (!has_facet(filters, facet)) continue;
            bool any = false;
            for (const FilterValue& value : filters) any |= value.facet == facet && has(row, value);
            if (!any) return false;
        }
        return true;
    }

private:
    std::string key_of(const FilterRow& row) const
    {
        return std::string(made_.program.text(made_.program.sessions()[row.session].key));
    }
    bool is_in(const FilterRow& row, const std::string& room) const
    {
        if (row.occurrence == pack::none) return false;
        for (const std::uint32_t index :
            made_.program.rooms_of(made_.program.occurrences()[row.occurrence]))
            if (made_.program.text(made_.program.rooms()[index].key) == room) return true;
        return false;
    }

    const Made& made_;
    const Agenda& agenda_;
    std::string query_;
};

std::vector<FilterRow> rows_of(const Program& program)
{
    std::vector<FilterRow> rows;
    for (std::uint32_t i = 0; i < program.occurrences().size(); ++i)
        rows.push_back({ program.occurrences()[i].session, i });
    for (const SessionIndex index : program.unscheduled()) rows.push_back({ position(index) });
    return rows;
}

Filters random_filters(Random& random)
{
    Filters filters;
    const FilterValue values[] = { { Facet::Starred, "yes" }, { Facet::Unseen, "yes" },
        { Facet::Hidden, "yes" }, { Facet::Track, "Main" }, { Facet::Track, "" },
        { Facet::Track, "Social Web" }, { Facet::Room, "Janson" }, { Facet::Room, "Foyer" },
        { Facet::Kind, "Talk" }, { Facet::Language, "de" }, { Facet::Difficulty, "beginner" },
        { Facet::Recorded, "no" }, { Facet::Access, "captions" }, { Facet::Kind, "Nonsense" } };
    for (std::size_t count = random.below(4); count > 0; --count)
        toggle_filter(filters, values[random.below(std::size(values))]);
    return filters;
}

/// The value alone of its facet, the others as they are.
Filters with_only(Filters filters, const FilterValue& value)
{
    clear_facet(filters, value.facet);
    toggle_filter(filters, value);
    return filters;
}

std::size_t count_shown(
    const Oracle& oracle, const std::vector<FilterRow>& rows, const Filters& filters)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        rows, [&](const FilterRow& row) { return oracle.shows(row, filters); }));
}

void check_facets(const Oracle& oracle, const std::vector<FilterRow>& rows, const Filters& filters,
    const FilterResult& result)
{
    for (std::size_t i = 0; i < facet_count; ++i) {
        const Facet facet { static_cast<std::uint8_t>(i) };
        INFO(facet_name(facet));
        Filters without = filters;
        clear_facet(without, facet);
        // Without the filter "hidden", what is hidden is left out; `without` counts it.
        if (facet != Facet::Hidden) CHECK(result.without[i] == count_shown(oracle, rows, without));
        bool decides = false;
        for (const FacetValue& value : result.facets[i]) {
            INFO(value.key);
            const auto total =
                static_cast<std::size_t>(std::ranges::count_if(rows, [&](const FilterRow& row) {
                    return oracle.has(row, { facet, value.key });
                }));
            CHECK(value.total == total);
            CHECK(
                value.count == count_shown(oracle, rows, with_only(filters, { facet, value.key })));
            CHECK(value.chosen == has_filter(filters, { facet, value.key }));
            decides |= value.chosen || (total > 0 && total < rows.size());
        }
        CHECK(decides == !result.facets[i].empty());
    }
}

} // namespace

TEST_SUITE("planner/filter")
{
    TEST_CASE("filters leave and count what one sees who looks at each row by itself")
    {
        for (std::uint32_t seed = 1; seed <= 60; ++seed) {
            INFO(seed);
            Random random { std::mt19937(seed) };
            const Made made = make_program(random, 1 + random.below(30));
            const Agenda agenda = make_agenda(random, made.program);
            const Filters filters = random_filters(random);
            const std::string query = random.below(4) == 0 ? "s1" : "";
            const Oracle oracle(made, agenda, query);
            const std::vector<FilterRow> rows = rows_of(made.program);
            std::vector<bool> found;
            for (const pack::SessionRecord& session : made.program.sessions())
                found.push_back(query.empty() || made.program.text(session.key) == query);
            const FilterResult result = apply_filters(
                made.program, read_opinions(made.program, agenda), found, rows, filters);
            REQUIRE(result.shown.size() == rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                CHECK(result.shown[i] == oracle.shows(rows[i], filters));
            CHECK(result.shown_count == count_shown(oracle, rows, filters));
            check_facets(oracle, rows, filters, result);
        }
    }

    TEST_CASE("values are chosen once each, in order, and taken off again")
    {
        Filters filters;
        CHECK(toggle_filter(filters, { Facet::Room, "b" }));
        CHECK(toggle_filter(filters, { Facet::Track, "z" }));
        CHECK(toggle_filter(filters, { Facet::Room, "a" }));
        CHECK(filters
            == Filters { { Facet::Track, "z" }, { Facet::Room, "a" }, { Facet::Room, "b" } });
        CHECK_FALSE(toggle_filter(filters, { Facet::Room, "a" }));
        CHECK_FALSE(has_filter(filters, { Facet::Room, "a" }));
        clear_facet(filters, Facet::Room);
        CHECK(filters == Filters { { Facet::Track, "z" } });
        CHECK_FALSE(has_facet(filters, Facet::Room));
    }

    TEST_CASE("each facet is found by its name")
    {
        for (std::size_t i = 0; i < facet_count; ++i) {
            const Facet facet { static_cast<std::uint8_t>(i) };
            CHECK(find_facet(facet_name(facet)) == facet);
        }
        CHECK_FALSE(find_facet("day"));
        CHECK_FALSE(find_facet(""));
    }

    TEST_CASE("a kind that is another one for each session is not offered")
    {
        for (const std::size_t count : { worded_values_max, worded_values_max + 1 }) {
            ProgramBuilder builder;
            builder.conference.title = builder.conference.key = "conf";
            for (std::size_t i = 0; i < count; ++i) {
                SessionDraft session;
                session.key = session.title = session.kind_name = "s" + std::to_string(i);
                builder.add_session(std::move(session));
            }
            const auto program = Program::open(std::make_shared<Bytes>(builder.build()));
            REQUIRE(program.has_value());
            const Listing listing = make_listing(*program, Agenda(1), {});
            const auto& kinds = listing.filters.facets[static_cast<std::size_t>(Facet::Kind)];
            CHECK(kinds.size() == (count > worded_values_max ? 0 : count));
        }
    }
}
