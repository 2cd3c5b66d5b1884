#include "host/command_line/command_line.h"

#include "support/files.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace hallway;
using namespace hallway::command_line;
using namespace hallway::test;

namespace {

struct Ran {
    int code = 0;
    std::string out, errors;
};

Ran run_with(const std::vector<std::string>& arguments, const std::string& input = {})
{
    std::istringstream in(input);
    std::ostringstream out, errors;
    const std::vector<std::string_view> views(arguments.begin(), arguments.end());
    const ExitCode code = run(views, { in, out, errors });
    return { static_cast<int>(code), out.str(), errors.str() };
}

const std::string program = test::source_path("assets/programs/hallway-sample.json");

/// An agenda of the sample on standard input.
Ran plan(const std::string& choices, std::vector<std::string> options = { "--json" })
{
    options.insert(options.begin(), { "plan", program, "--agenda", "-" });
    return run_with(options, R"({ "format": "hallway-agenda/1", "choices": [)" + choices + "] }");
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("host/command line")
{
    TEST_CASE("help and version go to standard output, and are fine")
    {
        CHECK(run_with({ "--help" }).code == 0);
        CHECK(has(run_with({ "--help" }).out, "hallway plan PROGRAM"));
        CHECK(has(run_with({ "--version" }).out, "hallway 0"));
        CHECK(has(run_with({ "plan", "--help" }).out, "--tolerance MIN"));
    }

    TEST_CASE("what cannot be used says what and where, and is 2")
    {
        struct Case {
            std::vector<std::string> arguments;
            const char* says;
        };
        const std::string bad = test::source_path("README.md");
        const std::string folder = test::source_path("");
        const Case cases[] = {
            { {}, "usage" },
            { { "plam" }, "no command \"plam\"" },
            { { "plan" }, "one PROGRAM" },
            { { "plan", program }, "--agenda is wanted" },
            { { "plan", program, "--agenda" }, "\"--agenda\" wants a value" },
            { { "plan", program, "--agenda", "a", "--agenda", "b" }, "twice" },
            { { "plan", program, "--pase", "2" }, "no option \"--pase\"" },
            { { "plan", program, "--agenda", bad, "--pace", "9" }, "--pace: \"9\"" },
            { { "plan", program, "--agenda", bad, "--hours", "9-10h" }, "--hours" },
            { { "plan", program, "--agenda", bad, "--block", "12:00-14:00" }, "--block" },
            { { "plan", program, "--agenda", bad, "--areas", "1,2" }, "--areas" },
            { { "plan", program, "--agenda", bad, "--json=yes" }, "takes no value" },
            { { "plan", "-", "--agenda", "-" }, "cannot both" },
            { { "plan", "no such file", "--agenda", bad }, "no such file: cannot be read" },
            { { "plan", folder, "--agenda", bad }, "cannot be read" },
            { { "plan", bad, "--agenda", bad }, "README.md: of no format" },
            { { "plan", program, "--agenda", bad }, "README.md:1: not JSON" },
        };
        for (const Case& each : cases) {
            const Ran ran = run_with(each.arguments);
            CAPTURE(ran.errors);
            CHECK(ran.code == 2);
            CHECK(ran.out.empty());
            CHECK(has(ran.errors, each.says));
        }
    }

    TEST_CASE("an agenda that cannot be used says line and field")
    {
        struct Case {
            const char* choices;
            const char* says;
        };
        const Case cases[] = {
            { R"({ "keenness": "must" })", "-:1: a field is missing: choices[0].session" },
            { R"({ "session": "a", "keenness": "very" })", "choices[0].keenness" },
            { R"({ "session": "a", "going": "yes" })", "choices[0].going" },
            { R"({ "session": "a", "comes": "noon" })", "choices[0].comes" },
            { R"({ "session": "a", "rating": 6 })", "choices[0].rating" },
            { R"({ "session": )", "not JSON" },
        };
        for (const Case& each : cases) {
            const Ran ran = plan(each.choices);
            CAPTURE(ran.errors);
            CHECK(ran.code == 2);
            CHECK(has(ran.errors, each.says));
        }
        const auto whole = [](const std::string& text) {
            return run_with({ "plan", program, "--agenda", "-" }, text);
        };
        CHECK(has(whole(R"({ "format": "hallway-agenda/2" })").errors, "newer version"));
        CHECK(has(whole(R"({ "choices": [] })").errors, "of no format"));
        CHECK(has(whole(R"({ "format": "hallway-agenda/1", "conference": "other" })").errors,
            "of another one"));
    }

    TEST_CASE("sessions that the program does not have are listed")
    {
        const Ran ran = plan(R"({ "session": "gone", "keenness": "must" })");
        CHECK(ran.code == 0);
        CHECK(has(ran.out, "\"unknown\": [\n  \"gone\"\n ]"));
    }

    TEST_CASE("a rival of a session that is given again: both have a place")
    {
        const Ran ran = plan(R"({ "session": "map-from-memory", "keenness": "want" },
            { "session": "one-small-script", "keenness": "must" })");
        CHECK(ran.code == 0);
        CHECK(has(ran.out, R"("verdict": "overlaps")"));
        CHECK(has(ran.out, R"("key": "map-from-memory#saturday")"));
        CHECK(has(ran.out, R"("proven": true)"));
        CHECK(has(ran.out, R"("left_out": [])"));
    }

    TEST_CASE("what has no place is left out with its reason, in JSON and in words")
    {
        const std::string choices = R"({ "session": "timetable-trust", "keenness": "want" },
            { "session": "one-small-script", "keenness": "must" })";
        const Ran json = plan(choices);
        CHECK(json.code == 1);
        CHECK(has(json.out, R"("why": "overlaps",
   "other": "one-small-script#",
   "minutes": 45)"));
        const Ran words = plan(choices, {});
        CHECK(words.code == 1);
        CHECK(has(words.out, "2 sessions of which some clash:\n"));
        CHECK(has(words.out, "Plan: 1 must, 0 wants, 0 maybes, 0 min of walking\n  2027-05-20\n"));
    }

    TEST_CASE("goings, parts of sessions and settings count")
    {
        const std::string choices = R"({ "session": "timetable-trust", "going": true,
                "leaves": "2027-05-20T10:50" },
            { "session": "one-small-script", "keenness": "must", "comes": "2027-05-20T11:00" },
            { "session": "map-from-memory", "occurrences":
                [ { "going": true, "key": "saturday" } ] })";
        CHECK(plan(choices).code == 0);
        // Both rooms are in one building, two minutes apart, eight at this pace: six to spare
        // before.
        CHECK(plan(choices, { "--json", "--pace", "4", "--buffer", "9" }).code == 1);
        CHECK(has(plan(choices, { "--json", "--pace", "easy", "--step-free" }).out,
            R"("pace_percent": 150)"));
        const auto why = [&](std::vector<std::string> options) {
            options.push_back("--json");
            const auto done = plan(choices, options);
            CHECK(done.code == 1);
            return done.out;
        };
        CHECK(has(why({ "--hours", "12:00-18:00" }), R"("why": "out of hours")"));
        CHECK(has(why({ "--now", "2027-05-20T11:05" }), R"("why": "begun")"));
        CHECK(has(why({ "--most", "20" }), R"("why": "day is full")"));
        CHECK(has(
            why({ "--block", "10:30-11:30/30", "--block=12:00-14:00/60" }), R"("why": "block")"));
        // It begins for who comes then: not at 10:30.
        CHECK(plan(choices, { "--now", "2027-05-20T10:40" }).code == 0);
    }

    TEST_CASE("who slips out and comes back is there twice")
    {
        const std::string away = R"({ "session": "timetable-trust", "going": true,
            "leaves": "2027-05-20T10:40/2027-05-20T10:50" })";
        const auto done = plan(away, { "--json" });
        CHECK(done.code == 0);
        CHECK(has(done.out, R"("key": "timetable-trust#")"));
        CHECK(has(done.out, R"("key": "timetable-trust##back")"));
    }

    TEST_CASE("a choice of the wrong type is an error, not a choice that is lost")
    {
        for (const std::string_view choice :
            { R"({ "session": "timetable-trust", "keenness": true })",
                R"({ "session": "timetable-trust", "keenness": [ "must" ] })",
                R"({ "session": "timetable-trust", "occurrences": {} })" }) {
            CAPTURE(choice);
            CHECK(plan(std::string(choice)).code == 2);
        }
    }
}
