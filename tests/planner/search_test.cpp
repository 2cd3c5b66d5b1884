#include <doctest/doctest.h>

#include "planner/search.h"

#include "base/text.h"

using namespace hallway;

namespace {

bool finds(const char* query, const char* text) { return Query(query).matches(fold(text)); }

} // namespace

TEST_SUITE("planner/search")
{
    TEST_CASE("each word of the query starts a word of the text")
    {
        CHECK(finds("git", "Evolving Git for the next decade"));
        CHECK(finds("dec evol", "Evolving Git for the next decade"));
        CHECK(finds("evolving-git", "An evolving-git story"));
        CHECK_FALSE(finds("volving", "Evolving Git"));
        CHECK_FALSE(finds("git perl", "Evolving Git"));
    }

    TEST_CASE("case and diacritics are no obstacle, in either direction")
    {
        CHECK(finds("zurich", "Zürich"));
        CHECK(finds("Zürich", "ZURICH"));
        CHECK(finds("lodz", "Łódź"));
        CHECK(finds("strasse", "Straße"));
        CHECK(finds("ΣΟΦΟΣ", "σοφός"));
        CHECK(finds("москва", "МОСКВА"));
    }

    TEST_CASE("scripts without spaces are searched inside")
    {
        CHECK(finds("会議", "第三十九回会議"));
        CHECK(finds("ไทย", "ภาษาไทย"));
    }

    TEST_CASE("an empty query, or one of spaces, asks for nothing")
    {
        CHECK(Query("").empty());
        CHECK(Query(" \t ").empty());
        CHECK(Query("").matches("anything"));
    }
}
