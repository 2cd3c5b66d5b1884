#include "formats/page_prose.h"

#include <doctest/doctest.h>

#include <string>

using namespace hallway;
using Lines = std::vector<std::string>;

TEST_SUITE_BEGIN("formats/page_prose");

TEST_CASE("a session that a sentence announces, with the rest of its paragraph")
{
    struct Row {
        const char* text;
        const char* title;
        Lines description;
    };
    const Row rows[] = {
        { "Join me in a session entitled Flour at Scale. We sift.\n\nBye.", "Flour at Scale",
            { "We sift." } },
        { "my talk, titled “Rye. And water”, is new", "Rye. And water", { "is new" } },
        { "a keynote called \"A, b and c\".", "A, b and c", {} },
        { "a workshop entitled Is it done?", "Is it done?", {} },
        { "a paper titled Node.js at sea\nin winter. Cold.", "Node.js at sea in winter",
            { "Cold." } },
        { "A talk entitled The End", "The End", {} },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto found = find_announcement(row.text);
        REQUIRE(found.has_value());
        CHECK(found->title == row.title);
        CHECK(found->description == row.description);
    }
    const std::string endless = "a talk entitled " + std::string(400, 'A');
    for (const char* text : { "a session called off", "people entitled to a session",
             "a talk entitled “no end", "a talk entitled", "entitled Talk", endless.c_str(), "" }) {
        INFO(text);
        CHECK_FALSE(find_announcement(text).has_value());
    }
}

TEST_CASE("the conference that a text names")
{
    struct Row {
        const char* text;
        const char* name;
    };
    const Row rows[] = {
        { "Bread\n\nCrumb & Co is a loaf-driven conference for all.", "Crumb & Co" },
        { "accepted at the OmniTI Surge 2011 Conference!", "OmniTI Surge 2011" },
        { "See you at Velocity Conference 2013.", "Velocity Conference 2013" },
        { "Ärzte ohne Ofen. The Étude Conference", "Étude" },
        { "This is a conference.", "" },
        { "The Conference. Our Conference", "" },
        { "I go to a developer conference. Conferences, Surge", "" },
        { "At Surge 2011, the conference was loud", "" },
        { "", "" },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(find_conference_name(row.text) == row.name);
    }
}

TEST_SUITE_END();
