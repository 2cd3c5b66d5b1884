#include "program/builder.h"

#include "base/text.h"
#include "program/support/drafts.h"

#include <doctest/doctest.h>

using namespace hallway;
using pack::Again;
using test::december, test::occurrence_draft, test::open_built, test::session_draft,
    test::session_of;
using Added = ProgramBuilder::Added;
using Texts = std::vector<std::string>;

TEST_SUITE_BEGIN("program/builder");

namespace {

/// A session of one hour on each of `starts`.
SessionDraft hours(std::string key, std::string title, std::vector<Instant> starts)
{
    SessionDraft draft = session_draft(std::move(key), std::move(title));
    for (const Instant start : starts) draft.occurrences.push_back(occurrence_draft(start, 60));
    return draft;
}

/// Titles of all occurrences, each day's behind its date.
Texts listing(const Program& program)
{
    Texts lines;
    for (const auto& day : program.days()) {
        lines.push_back(format_date({ day.date }));
        for (const auto& occurrence : program.occurrences_of(day))
            lines.emplace_back(program.text(program.sessions()[occurrence.session].title));
    }
    return lines;
}

Texts occurrence_keys(const Program& program, std::string_view key)
{
    Texts keys;
    for (const auto index : program.occurrences_of(session_of(program, key)))
        keys.emplace_back(program.text(program.occurrence(OccurrenceIndex { index }).key));
    return keys;
}

} // namespace

TEST_CASE("no occurrence is taken for another one, however many and however close they are")
{
    ProgramBuilder builder;
    builder.conference.day_boundary = 6 * 60;
    const std::size_t sessions = 300, starts = 40;
    for (std::size_t i = 0; i < sessions; ++i) {
        SessionDraft draft = session_draft(std::to_string(i), std::to_string(i));
        for (std::size_t j = 0; j < starts; ++j)
            draft.occurrences.push_back(
                occurrence_draft(december(28, 10, 0) + static_cast<Minutes>(j), 30));
        builder.add_session(std::move(draft));
    }
    CHECK(open_built(builder).occurrences().size() == sessions * starts);
}

TEST_CASE("occurrences are listed by day, start, order of rooms, order of the file")
{
    ProgramBuilder builder;
    builder.conference.day_boundary = 6 * 60;
    const auto first = builder.room("First");
    const auto second = builder.room("Second");
    const auto add = [&](const char* title, Instant start, std::vector<std::uint32_t> rooms) {
        SessionDraft draft = session_draft(title, title);
        draft.occurrences = { occurrence_draft(start, 30, std::move(rooms)) };
        builder.add_session(std::move(draft));
    };
    add("night", december(28, 0, 15), { first });
    add("evening", december(27, 23), { first });
    add("b", december(28, 10), { second });
    add("nowhere", december(28, 10), {});
    add("a", december(28, 10), { first });
    add("a too", december(28, 10), { first });
    add("morning after", december(28, 6), { first });
    CHECK(listing(open_built(builder))
        == Texts { "2025-12-27", "evening", "night", "2025-12-28", "morning after", "a", "a too",
            "b", "nowhere" });
}

TEST_CASE("the file's own word on the event day counts, unless it is far off")
{
    ProgramBuilder builder;
    builder.conference.day_boundary = 6 * 60;
    struct Row {
        const char* key;
        Instant start;
        Date named;
        const char* day;
    };
    const Row rows[] = {
        { "swim", december(28, 7), date_of({ 2025, 12, 27 }), "2025-12-27" },
        { "doors", december(27, 22), date_of({ 2025, 12, 28 }), "2025-12-28" },
        { "slip", december(28, 12), date_of({ 2024, 12, 28 }), "2025-12-28" },
    };
    for (const Row& row : rows) {
        SessionDraft draft = hours(row.key, row.key, { row.start });
        draft.occurrences[0].day = row.named;
        builder.add_session(std::move(draft));
    }
    const Program program = open_built(builder);
    for (const Row& row : rows) {
        const auto index = program.occurrences_of(session_of(program, row.key))[0];
        CHECK(
            format_date({ program.days()[program.occurrence(OccurrenceIndex { index }).day].date })
            == row.day);
    }
}

TEST_CASE("the days of the conference are those of the file, widened by what takes place")
{
    ProgramBuilder builder;
    builder.conference.first_day = date_of({ 2025, 12, 28 });
    builder.conference.last_day = date_of({ 2025, 12, 29 });
    builder.conference.day_boundary = 0;
    builder.add_session(hours("early", "Set-up", { december(26, 12) }));
    const Program program = open_built(builder);
    CHECK(format_date({ program.conference().first_day }) == "2025-12-26");
    CHECK(format_date({ program.conference().last_day }) == "2025-12-29");
    CHECK(program.days().size() == 1);
}

TEST_CASE("a missing end is marked and gets the default length; a moment without length stays one")
{
    ProgramBuilder builder;
    SessionDraft open_end = hours("open", "Open", { december(27, 10) });
    open_end.occurrences[0].end.reset();
    SessionDraft backwards = hours("backwards", "Backwards", { december(27, 10) });
    backwards.occurrences[0].end = december(27, 9);
    SessionDraft moment = hours("doors", "Doors", { december(27, 10) });
    moment.occurrences[0].end = december(27, 10);
    builder.add_session(open_end);
    builder.add_session(backwards);
    builder.add_session(moment);
    const Program program = open_built(builder);
    const auto only = [&](std::string_view key) {
        return program.occurrence(
            OccurrenceIndex { program.occurrences_of(session_of(program, key))[0] });
    };
    CHECK(only("open").end - only("open").start == pack::length_default_minutes);
    CHECK(only("open").flags == pack::OccurrenceEndMissing);
    CHECK(only("backwards").flags == pack::OccurrenceEndMissing);
    CHECK(only("doors").end == only("doors").start);
    CHECK(only("doors").flags == 0);
}

TEST_CASE("the same key means the same session: more times are added, the same time is dropped")
{
    ProgramBuilder builder;
    const auto one = builder.room("One");
    const auto two = builder.room("Two");
    SessionDraft draft = session_draft("guid", "Welcome");
    draft.occurrences = { occurrence_draft(december(27, 10), 60, { one }) };
    CHECK(builder.add_session(draft) == Added::New);
    CHECK(builder.add_session(draft) == Added::Duplicate);
    draft.occurrences[0].rooms = { two };
    CHECK(builder.add_session(draft) == Added::MoreOccurrences);
    draft.occurrences[0].start = december(28, 10);
    CHECK(builder.add_session(draft) == Added::MoreOccurrences);
    const Program program = open_built(builder);
    CHECK(program.sessions().size() == 1);
    CHECK(program.occurrences().size() == 3);
}

TEST_CASE("two titles under one key are two sessions, and both can be found again")
{
    const auto build = [] {
        ProgramBuilder builder;
        CHECK(builder.add_session(hours("7", "Welcome", { december(27, 10) })) == Added::New);
        CHECK(builder.add_session(hours("7", "Farewell", { december(28, 10) })) == Added::New);
        CHECK(builder.add_session(hours("7", "Farewell", { december(29, 10) }))
            == Added::MoreOccurrences);
        return open_built(builder);
    };
    const Program program = build();
    REQUIRE(program.sessions().size() == 2);
    const std::string second(program.text(program.sessions()[1].key));
    CHECK(second.starts_with("7-"));
    CHECK(build().find_session(second).has_value());
}

TEST_CASE("a session without a key goes by title and people, in any order, and never by its time")
{
    const auto key_of = [](const char* title, std::vector<const char*> people, Instant start) {
        ProgramBuilder builder;
        builder.person("other", "Somebody else");
        SessionDraft draft = hours("", title, { start });
        for (const char* name : people) draft.people.push_back(builder.person(name, name));
        builder.add_session(std::move(draft));
        const Program program = open_built(builder);
        return std::string(program.text(program.sessions()[0].key));
    };
    const std::string key = key_of("Bingo", { "Kara", "Merle" }, december(27, 10));
    CHECK(key.size() == 16);
    CHECK(key_of("Bingo", { "Merle", "Kara" }, december(28, 20)) == key);
    CHECK(key_of("BINGO", { "kara", "merle" }, december(28, 20)) == key);
    CHECK(key_of("Bingo", { "Kara" }, december(27, 10)) != key);
    CHECK(key_of("Bongo", { "Kara", "Merle" }, december(27, 10)) != key);
}

TEST_CASE("occurrences of one session have different keys")
{
    ProgramBuilder builder;
    const auto hall = builder.room("Hall");
    builder.add_session(hours("once", "Once", { december(27, 10) }));
    SessionDraft draft = session_draft("often", "Often");
    draft.occurrences = {
        occurrence_draft(december(28, 10), 60),
        occurrence_draft(december(27, 10), 60),
        occurrence_draft(december(27, 10), 60, { hall }),
    };
    SessionDraft named = draft;
    named.key = "named";
    named.title = "Named";
    named.occurrences[0].key = "fri";
    named.occurrences[1].key = "fri";
    builder.add_session(std::move(draft));
    builder.add_session(std::move(named));
    const Program program = open_built(builder);
    CHECK(occurrence_keys(program, "once") == Texts { "" });
    CHECK(occurrence_keys(program, "often")
        == Texts { "2025-12-27T10:00", "2025-12-27T10:00+2", "2025-12-28T10:00" });
    CHECK(occurrence_keys(program, "named") == Texts { "2025-12-27T10:00", "fri", "fri+3" });
}

TEST_CASE("a break that is filed once per room is one break in all of them")
{
    ProgramBuilder builder;
    const auto one = builder.room("One");
    const auto two = builder.room("Two");
    const auto three = builder.room("Three");
    const auto add = [&](const char* key, const char* title, Instant start, Minutes minutes,
                         std::vector<std::uint32_t> rooms,
                         pack::SessionKind kind = pack::SessionKind::Break) {
        SessionDraft draft = session_draft(key, title);
        draft.kind = kind;
        draft.occurrences = { occurrence_draft(start, minutes, std::move(rooms)) };
        builder.add_session(std::move(draft));
    };
    add("lunch1", "Lunch", december(27, 12), 60, { one });
    add("lunch2", "Lunch", december(27, 12), 60, { two });
    add("lunch3", "Lunch", december(27, 12), 60, { three, one });
    add("longer", "Lunch", december(27, 12), 90, { one });
    add("later", "Lunch", december(28, 12), 60, { two });
    add("tea", "Tea", december(27, 12), 60, { two });
    add("talk1", "Talk", december(27, 12), 60, { one }, pack::SessionKind::Talk);
    add("talk2", "Talk", december(27, 12), 60, { two }, pack::SessionKind::Talk);
    const Program program = open_built(builder);
    CHECK(program.sessions().size() == 6);
    const auto& lunch = session_of(program, "lunch1");
    REQUIRE(program.occurrences_of(lunch).size() == 1);
    const auto& occurrence =
        program.occurrence(OccurrenceIndex { program.occurrences_of(lunch)[0] });
    CHECK(program.rooms_of(occurrence).size() == 3);
    CHECK_FALSE(program.find_session("lunch2").has_value());
    CHECK(program.find_session("talk2").has_value());
}

TEST_CASE("what again means follows from the occurrences, unless the file says it")
{
    struct Row {
        const char* what;
        SessionDraft draft;
        Again again;
    };
    const std::vector<Instant> daily = { december(27, 9), december(28, 9), december(29, 9) };
    SessionDraft talk = hours("talk", "Talk", { december(27, 9) });
    SessionDraft repeat = hours("repeat", "Repeat", daily);
    SessionDraft breakfast = hours("breakfast", "Breakfast", daily);
    breakfast.kind = pack::SessionKind::Break;
    SessionDraft stated = hours("stated", "Stated", daily);
    stated.again = Again::Parts;
    SessionDraft open = hours("open", "Open", { december(27, 9) });
    open.again = Again::OpenHours;
    SessionDraft slots = hours("ABC", "Slots", { december(27, 9), december(27, 11) });
    slots.code = "ABC";
    SessionDraft daily_slots = hours("DEF", "Daily slots", daily);
    daily_slots.code = "DEF";
    SessionDraft halls = session_draft("halls", "Two halls");
    halls.occurrences = { occurrence_draft(december(27, 9), 60, { 0 }),
        occurrence_draft(december(27, 9), 60, { 1 }) };
    const Row rows[] = {
        { "once", talk, Again::Once },
        { "once, filed for each of its rooms", halls, Again::Once },
        { "several times of one key", repeat, Again::Repeat },
        { "a break every day", breakfast, Again::Series },
        { "the file says parts", stated, Again::Parts },
        { "the file says open hours", open, Again::OpenHours },
        { "several slots of one code may be parts", slots, Again::Once },
        { "one slot of a code each day", daily_slots, Again::Series },
    };
    ProgramBuilder builder;
    for (const char* room : { "Hall A", "Hall B" }) builder.room(room);
    for (const Row& row : rows) builder.add_session(row.draft);
    const Program program = open_built(builder);
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(session_of(program, row.draft.key).again == row.again);
        CHECK(session_of(program, row.draft.key).same_as == pack::none);
    }
}

TEST_CASE("equal title and people under several keys are proposed as repeats, but not gatherings")
{
    struct Row {
        const char* title;
        const char* kind;
        bool is_repeat;
    };
    const Row rows[] = {
        { "Learn to solder", "Workshop", true },
        { "Bingo", "", true },
        { "Engelmeeting", "", false },
        { "Translation meetings", "", false },
        { "Digital Humanities Meetup", "other", false },
        { "Coffee break", "", false },
        { "Mittagspause", "", false },
        { "Lunch", "other", false },
        { "Ask us", "Help desk", false },
        { "Infodesk", "", false },
        { "Sourdough", "Meeting", false },
        { "Breaking news", "Talk", true },
        { "Deskilling", "Talk", true },
    };
    ProgramBuilder builder;
    const auto kara = builder.person("k", "Kara");
    const auto merle = builder.person("m", "Merle");
    int number = 0;
    for (const Row& row : rows) {
        for (const char* suffix : { "a", "b" }) {
            SessionDraft draft =
                hours(row.title + std::string(suffix), row.title, { december(27, ++number % 24) });
            draft.kind_name = row.kind;
            draft.people =
                suffix[0] == 'a' ? std::vector { kara, merle } : std::vector { merle, kara };
            builder.add_session(std::move(draft));
        }
    }
    SessionDraft other = hours("other people", "Bingo", { december(29, 5) });
    other.people = { kara };
    builder.add_session(std::move(other));
    const Program program = open_built(builder);
    for (const Row& row : rows) {
        INFO(row.title);
        const std::string first = row.title + std::string("a"),
                          second = row.title + std::string("b");
        const Again again = row.is_repeat ? Again::Repeat : Again::Once;
        const auto same = row.is_repeat ? position(*program.find_session(first)) : pack::none;
        CHECK(session_of(program, first).again == again);
        CHECK(session_of(program, second).again == again);
        CHECK(session_of(program, first).same_as == same);
        CHECK(session_of(program, second).same_as == same);
    }
    CHECK(session_of(program, "other people").again == Again::Once);
}

TEST_CASE("slots of one code are not proposed as repeats; daily ones are a series")
{
    ProgramBuilder builder;
    const auto add = [&](const char* key, const char* title, const char* code, Instant start) {
        SessionDraft draft = hours(key, title, { start });
        draft.code = code;
        builder.add_session(std::move(draft));
    };
    add("a1", "Soldering", "AAA", december(27, 9));
    add("a2", "Soldering", "AAA", december(27, 11));
    add("b1", "Yoga", "BBB", december(27, 9));
    add("b2", "Yoga", "BBB", december(28, 9));
    add("b3", "Yoga", "BBB", december(29, 9));
    add("c1", "Origami", "CCC", december(27, 9));
    add("c2", "Origami", "DDD", december(27, 11));
    const Program program = open_built(builder);
    CHECK(session_of(program, "a1").again == Again::Once);
    CHECK(session_of(program, "a2").same_as == pack::none);
    CHECK(session_of(program, "b3").again == Again::Series);
    CHECK(session_of(program, "b3").same_as == position(*program.find_session("b1")));
    CHECK(session_of(program, "c2").again == Again::Repeat);
}

TEST_CASE("parents are found wherever they stand; circles and endless chains are cut")
{
    ProgramBuilder builder;
    const auto add = [&](const std::string& key, const std::string& parent) {
        SessionDraft draft = session_draft(key, key);
        draft.parent_key = parent;
        builder.add_session(std::move(draft));
    };
    add("poster", "hall");
    add("hall", "");
    add("orphan", "nobody");
    add("self", "self");
    add("egg", "hen");
    add("hen", "egg");
    for (int i = 0; i < 30; ++i) add("link" + std::to_string(i), "link" + std::to_string(i + 1));
    const Program program = open_built(builder); // stops on circles and long chains
    CHECK(session_of(program, "poster").parent == position(*program.find_session("hall")));
    CHECK(session_of(program, "orphan").parent == pack::none);
    CHECK(session_of(program, "self").parent == pack::none);
    CHECK((session_of(program, "egg").parent == pack::none)
        != (session_of(program, "hen").parent == pack::none));
    CHECK(session_of(program, "link28").parent == position(*program.find_session("link29")));
}

TEST_CASE("people, rooms and tracks are there once, however often they are named")
{
    ProgramBuilder builder;
    CHECK(builder.track("") == pack::none);
    CHECK(builder.track("Art") == builder.track("Art"));
    CHECK(builder.track("Art") != builder.track("Science"));
    CHECK(builder.room("One") == builder.room("One"));
    const std::uint32_t ada = builder.person("p", "Ada");
    CHECK(builder.person("p", "Somebody") == ada);
    CHECK(builder.person_draft(ada).name == "Ada");
    builder.track("Art", 0xFF112233);
    const Program program = open_built(builder);
    CHECK(program.tracks().size() == 2);
    CHECK(program.tracks()[0].color == 0xFF112233);
}

TEST_CASE("search text is title and people, folded, one on each line")
{
    ProgramBuilder builder;
    SessionDraft draft = session_draft("k", "Über Łódź");
    draft.people = { builder.person("a", "Ægir Ørsted"), builder.person("b", "日本 太郎") };
    builder.add_session(std::move(draft));
    const Program program = open_built(builder);
    CHECK(
        program.text(session_of(program, "k").search_text) == "uber lodz\naegir orsted\n日本 太郎");
}

TEST_CASE("links: three schemes are safe, everything else is dropped")
{
    for (const std::string_view url : { "http://example.org", "https://example.org/ä?q=1#x",
             "HTTPS://EXAMPLE.ORG", "mailto:ada@example.org", "https://x" }) {
        INFO(url);
        CHECK(is_safe_url(url));
    }
    for (const std::string_view url :
        { "", "javascript:alert(1)", "JavaScript:alert(1)", " https://example.org", "https://",
            "https:/example.org", "http:", "mailto:", "//example.org", "/path", "example.org",
            "data:text/html,x", "vbscript:x", "ftp://example.org", "https://exa mple.org",
            "java\nscript:alert(1)", "https://example.org\r\nx", "\x01https://example.org",
            "file:///etc/passwd", "blob:https://example.org/x", "httpss://x" }) {
        INFO(url);
        CHECK_FALSE(is_safe_url(url));
    }
}

TEST_CASE("a hundred thousand times of one session are added in no time to speak of")
{
    ProgramBuilder builder;
    SessionDraft draft = session_draft("k", "Endless");
    for (int i = 0; i < 100'000; ++i)
        draft.occurrences.push_back(
            occurrence_draft(december(1, 0, i % 5000), 10, { builder.room(std::to_string(i)) }));
    builder.add_session(draft);
    CHECK(builder.add_session(draft) == Added::Duplicate);
    CHECK(open_built(builder).occurrences().size() == 100'000);
}

TEST_SUITE_END();
