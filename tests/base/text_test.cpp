#include "base/text.h"

#include <doctest/doctest.h>

using namespace hallway;
using namespace std::string_view_literals;

TEST_SUITE_BEGIN("base/text");

TEST_CASE("well-formed UTF-8 is decoded to its code point and size")
{
    struct Row {
        std::string_view text;
        char32_t value;
        std::size_t size;
    };
    const Row rows[] = {
        { "a", 'a', 1 },
        { "\x7F", 0x7F, 1 },
        { "\xC2\x80", 0x80, 2 },
        { "\xDF\xBF", 0x7FF, 2 },
        { "\xE0\xA0\x80", 0x800, 3 },
        { "\xED\x9F\xBF", 0xD7FF, 3 },
        { "\xEE\x80\x80", 0xE000, 3 },
        { "\xEF\xBF\xBD", 0xFFFD, 3 },
        { "\xF0\x90\x80\x80", 0x10000, 4 },
        { "\xF4\x8F\xBF\xBF", 0x10FFFF, 4 },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const DecodedCodePoint point = decode_code_point(row.text);
        CHECK(point.value == row.value);
        CHECK(point.size == row.size);
        CHECK_FALSE(find_invalid_utf8(row.text).has_value());
        std::string again;
        append_code_point(again, point.value);
        CHECK(again == row.text);
    }
}

TEST_CASE("what is not UTF-8 is found and replaced, byte by byte")
{
    struct Row {
        const char* what;
        std::string_view text;
        std::size_t at;
        std::string_view cleaned;
    };
    const Row rows[] = {
        { "lone continuation", "a\x80z", 1, "a\uFFFDz" },
        { "overlong slash", "\xC0\xAF", 0, "\uFFFD\uFFFD" },
        { "overlong in three", "\xE0\x9F\xBF", 0, "\uFFFD\uFFFD\uFFFD" },
        { "overlong in four", "\xF0\x8F\xBF\xBF", 0, "\uFFFD\uFFFD\uFFFD\uFFFD" },
        { "surrogate", "\xED\xA0\x80", 0, "\uFFFD\uFFFD\uFFFD" },
        { "beyond Unicode", "\xF4\x90\x80\x80", 0, "\uFFFD\uFFFD\uFFFD\uFFFD" },
        { "never a lead", "\xFF", 0, "\uFFFD" },
        { "Latin-1 umlaut", "M\xFCnchen", 1, "M\uFFFDnchen" },
        { "cut after two of three", "ok\xE2\x82", 2, "ok\uFFFD\uFFFD" },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        REQUIRE(find_invalid_utf8(row.text).has_value());
        CHECK(*find_invalid_utf8(row.text) == row.at);
        CHECK(clean_text(row.text) == row.cleaned);
    }
}

TEST_CASE("what is not UTF-8 is found at every place of a text of many words")
{
    for (std::size_t at = 0; at < 40; ++at) {
        std::string text(40, 'a');
        text.insert(at, "\u00E9"); // valid, and not ASCII
        CHECK_FALSE(find_invalid_utf8(text).has_value());
        text[at + 1] = 'z';
        INFO(at);
        CHECK(find_invalid_utf8(text) == at);
    }
}

TEST_CASE("cleaning drops control characters and knows one line break")
{
    struct Row {
        std::string_view text;
        std::string_view cleaned;
    };
    const Row rows[] = {
        { "", "" },
        { "plain", "plain" },
        { "a\r\nb\rc\nd", "a\nb\nc\nd" },
        { "\r", "\n" },
        { "\r\r\n", "\n\n" },
        { "tab\tstays", "tab\tstays" },
        { "nul\0gone"sv, "nulgone" },
        { "bell\x07 esc\x1B[1m del\x7F", "bell esc[1m del" },
        { "c1 \xC2\x85\xC2\x9F!", "c1 !" },
        { "no-break\xC2\xA0space", "no-break\xC2\xA0space" },
        { "emoji \U0001F525", "emoji \U0001F525" },
        { "written \uFFFD stays", "written \uFFFD stays" },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(clean_text(row.text) == row.cleaned);
        CHECK(clean_text(row.cleaned) == row.cleaned);
    }
}

TEST_CASE("folding makes spellings equal that people type for one another")
{
    struct Row {
        std::string_view text;
        std::string_view folded;
    };
    const Row rows[] = {
        { "", "" },
        { "Chaos", "chaos" },
        { "Łódź", "lodz" },
        { "Øresund", "oresund" },
        { "Straße", "strasse" },
        { "Æther", "aether" },
        { "Œuvre", "oeuvre" },
        { "İstanbul", "istanbul" },
        { "ılık", "ilik" },
        { "ÄÖÜ äöü", "aou aou" },
        { "Ñandú", "nandu" },
        { "e\u0301cole", "ecole" },
        { "Ωμέγα", "ωμεγα" },
        { "МОСКВА", "москва" },
        { "日本語", "日本語" },
        { "Ünïcödé 39C3", "unicode 39c3" },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(fold(row.text) == row.folded);
        CHECK(fold(fold(row.text)) == fold(row.text));
    }
    CHECK(fold("zebra") != fold("zebro"));
}

TEST_CASE("trimming takes white space from both ends only")
{
    CHECK(trim("  a b \t\r\n") == "a b");
    CHECK(trim(" \n ").empty());
    CHECK(trim("").empty());
    CHECK(trim("x") == "x");
}

TEST_CASE("percent encoding is undone by decoding, for every byte")
{
    std::string all;
    for (int c = 0; c < 256; ++c) all.push_back(static_cast<char>(c));
    CHECK(percent_decode(percent_encode(all)) == all);
    CHECK(percent_encode("a-z_.~09 /") == "a-z_.~09%20%2F");
    CHECK(percent_encode("é") == "%C3%A9");
}

TEST_CASE("broken escapes stay as they stand")
{
    for (const std::string_view text : { "%", "%4", "%zz", "100%", "%%41" }) {
        INFO(text);
        CHECK(percent_decode(text) == (text == "%%41" ? "%A" : text));
    }
    CHECK(percent_decode("%41%62") == "Ab");
}

TEST_SUITE_END();
