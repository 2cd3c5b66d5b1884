#include "base/text.h"
#include "host/headless/ui/glyphs.h"
#include "ui/canvas.h"
#include "ui/text_setting.h"

#include <doctest/doctest.h>

using namespace hallway;
using namespace hallway::ui;

namespace {

/// Letters of the headless source at 16 px to the em: 8 wide, spaces and i, l, . 5, digit 1 6,
/// other digits 10, CJK and emoji 16.
struct Setting {
    headless::Glyphs glyphs;
    Canvas canvas;
    Fonts fonts { canvas.atlas(), glyphs };
    TextSetter setter { fonts };

    Setting() { canvas.begin_frame(); }

    SetText set(std::string_view text, float width, int lines = 1, bool tabular = false)
    {
        return setter.set(text, { { 22, true }, width, lines, tabular });
    }
    int count(std::string_view text, float width)
    {
        return setter.count_lines(text, { { 22, true }, width, 2 });
    }
    /// The line with each slot as what it stands for, in brackets.
    std::string read(const SetLine& line) const
    {
        std::string out;
        for (std::string_view rest = line.glyphs; !rest.empty();) {
            const DecodedCodePoint decoded = decode_code_point(rest);
            const std::string_view slot = glyphs.slot_text(decoded.value);
            if (slot.empty())
                out += rest.substr(0, decoded.size);
            else
                out.append("[").append(slot).append("]");
            rest.remove_prefix(decoded.size);
        }
        return out;
    }
};

} // namespace

TEST_SUITE("ui/text_setting")
{
    TEST_CASE("only text that is not one glyph per code point is shaped")
    {
        for (const char* plain : { "", "Plain ASCII", "Größe, façade, Łódź", "Привет", "Ελληνικά",
                 "日本語のテキスト", "한국어", "“quotes” – dash…" })
            CHECK(!needs_shaping(plain));
        for (const char* shaped : { "שלום", "مرحبا", "नमस्ते", "สวัสดี", "😀", "e\u0301", "a\u200Db",
                 "\uE000", "\u2067x\u2069", "か\u3099" })
            CHECK(needs_shaping(shaped));
    }

    TEST_CASE("a line that fits is set as it is")
    {
        Setting s;
        const SetText set = s.set("abc", 24);
        CHECK(set.count == 1);
        CHECK(set.lines[0].glyphs == "abc");
        CHECK(set.lines[0].width == 24);
        CHECK(!set.right_to_left);
    }

    TEST_CASE("a line that is too long ends in an ellipsis within its width")
    {
        Setting s;
        const SetText set = s.set("abcdefgh", 48);
        CHECK(set.lines[0].glyphs == "abcde…");
        CHECK(set.lines[0].width == 48);
        CHECK(s.set("abc", 1).lines[0].glyphs == "…");
    }

    TEST_CASE("two lines: words go down whole, spaces at the end of a line take no room")
    {
        Setting s;
        const SetText set = s.set("abcd efgh", 34, 2);
        CHECK(set.count == 2);
        CHECK(set.lines[0].glyphs == "abcd");
        CHECK(set.lines[1].glyphs == "efgh");
        CHECK(set.lines[0].width == 32);
    }

    TEST_CASE("what does not fit in two lines ends in an ellipsis after the last word that does")
    {
        Setting s;
        const SetText set = s.set("abcd efgh ijkm nopq", 56, 2);
        CHECK(set.lines[0].glyphs == "abcd");
        CHECK(set.lines[1].glyphs == "efgh…");
    }

    TEST_CASE("a word longer than a line is cut")
    {
        Setting s;
        const SetText set = s.set("abcdefghijk", 40, 2);
        CHECK(set.lines[0].glyphs == "abcde");
        CHECK(set.lines[1].glyphs == "fghi…");
    }

    TEST_CASE("hyphens allow a break, but not before digits or at the start of a word")
    {
        Setting s;
        CHECK(s.set("abc-def", 40, 2).lines[0].glyphs == "abc-");
        CHECK(s.set("ab -cd", 34, 2).lines[0].glyphs == "ab");
        CHECK(s.set("aaaaa-99", 48, 2).lines[1].glyphs
            == "99"); // No other place: cut where it is full.
    }

    TEST_CASE("between CJK letters a line may end, but no line starts with a comma or ends with a "
              "bracket")
    {
        Setting s;
        CHECK(s.set("日本語日本", 48, 2).lines[0].glyphs == "日本語");
        CHECK(s.set("日本語、日本", 48, 2).lines[0].glyphs == "日本");
        CHECK(s.set("日本「語日", 48, 2).lines[0].glyphs == "日本");
    }

    TEST_CASE("Thai breaks between the pieces that the source gives, emoji around themselves")
    {
        Setting s;
        const SetText thai = s.set("สวัสดีครับ", 30, 2);
        CHECK(thai.count == 2);
        CHECK(s.read(thai.lines[0]).front() == '[');
        const SetText emoji = s.set("ab😀😀", 34, 2);
        CHECK(s.read(emoji.lines[0]) == "ab[😀]");
        CHECK(s.read(emoji.lines[1]) == "[😀]");
    }

    TEST_CASE("letters with marks are one slot, which no line end or ellipsis divides")
    {
        Setting s;
        CHECK(s.read(s.set("ae\u0301b", 100).lines[0]) == "a[e\u0301]b");
        for (float width = 1; width < 80; ++width) {
            const SetText set = s.set("e\u0301e\u0301e\u0301e\u0301e\u0301", width, 1);
            std::string line = s.read(set.lines[0]);
            for (std::size_t at; (at = line.find("[e\u0301]")) != std::string::npos;)
                line.erase(at, 5);
            CHECK((line.empty() || line == "…"));
        }
    }

    TEST_CASE("a line from right to left has its words in the order of drawing")
    {
        Setting s;
        const SetText set = s.set("שלום עולם", 200);
        CHECK(set.right_to_left);
        CHECK(s.read(set.lines[0]) == "[עולם] [שלום]");
    }

    TEST_CASE("from right to left an ellipsis is at the left, where the reader arrives last")
    {
        Setting s;
        const SetText set = s.set("שלום עולם טוב", 60, 1);
        CHECK(s.read(set.lines[0]) == "…[שלום]");
        const SetText two = s.set("שלום עולם טוב מאוד", 60, 2);
        CHECK(two.count == 2);
        CHECK(s.read(two.lines[0]) == "[שלום]");
        CHECK(s.read(two.lines[1]).starts_with("…"));
    }

    TEST_CASE("a line with both directions is one slot")
    {
        Setting s;
        const SetText set = s.set("Intro to שלום", 200);
        CHECK(s.read(set.lines[0]) == "[Intro to שלום]");
        CHECK(!set.right_to_left);
        const SetText cut = s.set("Intro to שלום and more", 130, 1);
        CHECK(s.read(cut.lines[0]) == "[Intro to שלום an]…");
        const SetText two = s.set("שלום Intro to more", 90, 2);
        CHECK(two.right_to_left);
        CHECK(s.read(two.lines[0]) == "[שלום Intro]");
        CHECK(s.read(two.lines[1]) == "[\u200Fto more]"); // Keeps the line's direction.
    }

    TEST_CASE("a mixed line from left to right is cut within a plain word, as the browser does")
    {
        Setting s;
        CHECK(s.read(s.set("Intro to שלום (kept)", 138, 1).lines[0]) == "[Intro to שלום (ke]…");
        CHECK(s.read(s.set("Intro to שלום (kept)", 138, 2).lines[0]) == "[Intro to שלום]");
    }

    TEST_CASE("text of another language than the page's gets letters of its own")
    {
        Setting s;
        const TextShape here { { 22, true }, 200, 1 };
        TextShape there = here;
        there.language = "ja";
        CHECK(s.read(s.setter.set("直す", here).lines[0]) == "直す");
        const SetText set = s.setter.set("直す", there);
        CHECK(s.read(set.lines[0]) == "[直][す]");
        CHECK(s.glyphs.slot_language(decode_code_point(set.lines[0].glyphs).value) == "ja");
        CHECK(needs_shaping("直す", "ja"));
        CHECK(!needs_shaping("Réparer", "fr"));
    }

    TEST_CASE("tabular digits have the width of the widest")
    {
        Setting s;
        CHECK(s.set("11:11", 200).lines[0].width == 6 * 4 + 8);
        CHECK(s.set("11:11", 200, 1, true).lines[0].width == 10 * 4 + 8);
        CHECK(s.set("88:88", 200, 1, true).lines[0].width == 10 * 4 + 8);
    }

    TEST_CASE("line counts agree with the lines that are set")
    {
        Setting s;
        for (const char* text : { "abcd efgh", "abcdefghijk", "日本語日本語日本語", "", "a" })
            for (float width = 20; width < 160; width += 7)
                CHECK(s.count(text, width) == s.set(text, width, 2).count);
        // Text that is measured without slots may get a line too many, never one too few.
        for (const char* text : { "שלום עולם טוב", "Intro to שלום", "สวัสดีครับ", "ab😀😀" })
            for (float width = 20; width < 160; width += 7)
                CHECK(s.count(text, width) >= s.set(text, width, 2).count);
    }

    TEST_CASE("counting lines of text that needs shaping uses up no slots")
    {
        Setting s;
        (void)s.count("שלום עולם", 50);
        CHECK(s.glyphs.slot_count() == 0);
    }

    TEST_CASE("control characters become spaces, bytes that are not UTF-8 replacement characters")
    {
        Setting s;
        CHECK(s.set("a\tb\nc", 200).lines[0].glyphs == "a b c");
        CHECK(s.set("a\xFFz", 200).lines[0].glyphs == "a\uFFFDz");
    }

    TEST_CASE("whatever is cut, what is left is whole code points")
    {
        Setting s;
        const std::string_view texts[] = { "Größe façade – “Łódź”… naïve",
            "日本語 のテキスト、です", "emoji 👩‍👩‍👧 🇩🇪 and e\u0301 marks",
            "नमस्ते दुनिया", "שלום Mixed עולם 12:30" };
        for (const std::string_view text : texts)
            for (float width = 1; width < 300; width += 3)
                for (const int lines : { 1, 2 }) {
                    const SetText set = s.set(text, width, lines);
                    for (int i = 0; i < set.count; ++i)
                        CHECK(!find_invalid_utf8(set.lines[i].glyphs));
                }
    }

    TEST_CASE("texts are remembered until they are forgotten; slots run out only after a warning")
    {
        Setting s;
        (void)s.set("שלום", 200);
        const int rasterized = s.glyphs.rasterized;
        (void)s.set("שלום", 200);
        CHECK(s.glyphs.rasterized == rasterized);
        CHECK(!s.setter.is_nearly_full());
        for (int i = 0; i < 3600; ++i) (void)s.set("ש" + std::to_string(i) + "ל", 200);
        CHECK(s.setter.is_nearly_full());
        CHECK(s.glyphs.slot_count() < 0x1000);
        s.glyphs.reset();
        s.setter.forget_lines();
        CHECK(!s.setter.is_nearly_full());
        CHECK(s.set("שלום", 200).count == 1);
    }
}
