#include "planner/join_link.h"

#include "base/check.h"
#include "program/builder.h"

#include <doctest/doctest.h>

using namespace hallway;

namespace {

/// The address of the way in among links of these titles and addresses; empty: there is none.
std::string way_in(const std::vector<LinkDraft>& links)
{
    ProgramBuilder builder;
    builder.conference.key = builder.conference.title = "conf";
    SessionDraft draft;
    draft.key = draft.title = "session";
    draft.links = links;
    builder.add_session(std::move(draft));
    const auto program = Program::open(std::make_shared<Bytes>(builder.build()));
    check(program.has_value(), "the program cannot be opened");
    const pack::LinkRecord* link = find_join_link(*program, program->sessions()[0]);
    return link ? std::string(program->text(link->url)) : std::string();
}

} // namespace

TEST_SUITE("planner/join_link")
{
    TEST_CASE("the way into a stream is told by a word of the title")
    {
        CHECK(way_in({ { "Slides", "https://a.example/s" }, { "Stream", "https://a.example/v" } })
            == "https://a.example/v");
        CHECK(way_in({ { "Watch LIVE: Great Hall", "https://a.example/v" } })
            == "https://a.example/v");
        CHECK(way_in({ { "Join us", "https://a.example/j" } }) == "https://a.example/j");
    }

    TEST_CASE("or by the first name of its host")
    {
        CHECK(way_in({ { "Great Hall", "https://live.example/v" } }) == "https://live.example/v");
        CHECK(
            way_in({ { "", "https://meet.example.org/room" } }) == "https://meet.example.org/room");
    }

    TEST_CASE("parts of words are no words, and other links are no way in")
    {
        CHECK(way_in({}) == "");
        CHECK(way_in({ { "Delivery and oil streams", "https://example.org/live" } }) == "");
        CHECK(way_in({ { "Livestock", "https://liverpool.example" },
                  { "Chat room(web)", "https://chat.example" } })
            == "");
        CHECK(way_in({ { "Write to us", "mailto:live@example.org" } }) == "");
    }
}
