#include <doctest/doctest.h>

#include "base/direction.h"

using namespace hallway;

TEST_SUITE("base/direction")
{
    TEST_CASE("letters have a direction; digits and marks have none")
    {
        CHECK(!has_right_to_left("Größe 日本語 नमस्ते"));
        CHECK(has_right_to_left("a ש"));
        CHECK(has_right_to_left("\U0001E900"));
        CHECK(has_left_to_right("ש a"));
        CHECK(has_left_to_right("日本"));
        CHECK(has_left_to_right("é"));
        CHECK_FALSE(has_left_to_right("שלום 10:30 – 11:00"));
        CHECK_FALSE(has_left_to_right("12 · 14 €"));
    }

    TEST_CASE("what runs against the page is isolated, once")
    {
        CHECK(isolated("Opening", false) == "Opening");
        CHECK(isolated("10:30", true) == "10:30");
        CHECK(isolated("Opening", true) == "\u2068Opening\u2069");
        CHECK(isolated("\u2068Opening\u2069", true) == "\u2068Opening\u2069");
        CHECK(isolated("افتتاح", true) == "افتتاح");
        CHECK(isolated("افتتاح", false) == "\u2068افتتاح\u2069");
    }
}
