#include "formats/session_words.h"

#include "program/builder.h"

#include <doctest/doctest.h>

using namespace hallway;

TEST_SUITE_BEGIN("formats/session_words");

TEST_CASE("languages in any form become tags, and what is none is left out")
{
    struct Row {
        std::string_view text;
        std::string_view list;
    };
    const Row rows[] = {
        { "", "" },
        { "de", "de" },
        { "de, en", "de, en" },
        { "en,de", "en, de" },
        { "de/en", "de, en" },
        { "EN", "en" },
        { "de_DE", "de-DE" },
        { "pt-BR;zh-Hant", "pt-BR, zh-Hant" },
        { "English", "en" },
        { "Deutsch, Français", "de, fr" },
        { "formal german", "de" },
        { "?? 12 e x-y", "" },
        { "tlh", "tlh" },
        { "en-", "" },
        { "en--US", "" },
        { ",,, ", "" },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(language_list(row.text) == row.list);
    }
}

TEST_CASE("three kinds mean something; all others are attended")
{
    using enum pack::SessionKind;
    CHECK(kind_of_word("Break") == Break);
    CHECK(kind_of_word("PAUSE") == Break);
    CHECK(kind_of_word("poster") == Poster);
    CHECK(kind_of_word("Exhibition") == Exhibition);
    for (const std::string_view word : { "", "Talk", "other", "Breakout", "Workshop" })
        CHECK(kind_of_word(word) == Talk);
}

TEST_CASE("a title that is a break's and nothing else")
{
    for (const std::string_view title :
        { "Lunch", "COFFEE BREAK", "Mittagspause", "Frühstück", "Pause" })
        CHECK(is_break_title(title));
    for (const std::string_view title :
        { "", "Lunch with the stars", "Breaking things", "Coffee break hacking" })
        CHECK_FALSE(is_break_title(title));
}

TEST_CASE("cancelled is what the title says first, loudly or with a colon")
{
    for (const std::string_view title :
        { "CANCELLED! Soldering", "CANCELLED Soldering", "Cancelled: Soldering", "canceled! x",
            "[cancelled] Soldering", "(abgesagt) Löten", "ABGESAGT: Löten", "Entfällt: Löten" }) {
        INFO(title);
        CHECK(is_cancelled_title(title));
    }
    for (const std::string_view title :
        { "", "Cancelled", "Cancelled flights and how to fake them", "CANCELLATION law",
            "How it was CANCELLED!", "[canceled", "Abgesagt ist nicht aufgehoben" }) {
        INFO(title);
        CHECK_FALSE(is_cancelled_title(title));
    }
}

TEST_CASE("links become absolute where that can be known")
{
    constexpr std::string_view base = "https://example.org/2025/hub/";
    struct Row {
        std::string_view url;
        std::string_view base;
        std::string_view absolute;
    };
    const Row rows[] = {
        { "https://a.example/x", base, "https://a.example/x" },
        { " https://a.example/x ", base, "https://a.example/x" },
        { "/media/a b.pdf", base, "https://example.org/media/a%20b.pdf" },
        { "talk/1", base, "https://example.org/2025/hub/talk/1" },
        { "talk/1", "https://example.org/2025", "https://example.org/2025/talk/1" },
        { "//cdn.example/x", base, "https://cdn.example/x" },
        { "www.example.org", "", "https://www.example.org" },
        { "talk/1", "", "talk/1" },
        { "/x", "not an address", "/x" },
        { "", base, "" },
        { "mailto:ada@example.org", base, "mailto:ada@example.org" },
        { "java\nscript:alert(1)", base, "https://example.org/2025/hub/javascript:alert(1)" },
    };
    for (const Row& row : rows) {
        INFO(row.url);
        CHECK(absolute_url(row.url, row.base) == row.absolute);
    }
    CHECK_FALSE(is_safe_url(absolute_url("java\nscript:alert(1)", "")));
    CHECK_FALSE(is_safe_url(absolute_url("javascript:alert(1)", base)));
    CHECK_FALSE(is_safe_url(absolute_url("data:text/html,x", base)));
}

TEST_CASE("colours are six or three hexadecimal digits")
{
    CHECK(color_of("#a4A300") == 0xFFA4A300);
    CHECK(color_of("#000000") == 0xFF000000);
    CHECK(color_of("#f0c") == 0xFFFF00CC);
    for (const std::string_view text :
        { "", "#", "a4a300", "#a4a30", "#a4a3000", "#gggggg", "red", "#a4a30\xC3" })
        CHECK(color_of(text) == 0);
}

TEST_SUITE_END();
