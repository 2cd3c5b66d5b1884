#include "formats/text_blocks.h"

#include "formats/html_blocks.h"
#include "support/rich_lines.h"

#include <doctest/doctest.h>

using namespace hallway;
using test::rich_lines;
using Lines = std::vector<std::string>;

TEST_SUITE_BEGIN("formats/text_blocks");

TEST_CASE("plain text: paragraphs at blank lines, single line breaks kept")
{
    struct Row {
        std::string_view text;
        Lines paragraphs;
    };
    const Row rows[] = {
        { "", {} },
        { " \n\t\n", {} },
        { "One.", { "One." } },
        { "One.\nstill one.\n\nTwo.", { "One.\nstill one.", "Two." } },
        { "One.\r\n\r\n\r\n\r\nTwo.\r\n", { "One.", "Two." } },
        { "One.  \n \t \nTwo.", { "One.", "Two." } },
        { "- a\n- b\n    code", { "- a\n- b\n    code" } },
        { "*Markdown* stays\n\n> as it is", { "*Markdown* stays", "> as it is" } },
        { "1 < 2 and <3 and a<b", { "1 < 2 and <3 and a<b" } },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(rich_lines(rich_text_of(row.text)) == row.paragraphs);
        CHECK(rich_lines(plain_rich_text_of(row.text)) == row.paragraphs);
        CHECK(plain_paragraphs_of(row.text) == row.paragraphs);
    }
}

TEST_CASE("a line has no breaks and no double spaces")
{
    CHECK(clean_line("  a \r\n b\tc  ") == "a b c");
    CHECK(clean_line("\xC2\xA0"
                     "a\xC2\xA0 b\x07\xC2\xA0")
        == "a b");
    CHECK(clean_line("").empty());
    CHECK(clean_line("\n").empty());
}

TEST_CASE("HTML becomes what one would read")
{
    struct Row {
        std::string_view html;
        Lines blocks;
    };
    const Row rows[] = {
        { "<p>One.</p><p>Two.</p>", { "One.", "Two." } },
        { "<P CLASS='x'>One.\n still one.</P>\n\n<div>Two.</div>", { "One. still one.", "Two." } },
        { "One.<br>Two.<br/>Three.<BR />", { "One.\nTwo.\nThree." } },
        { "<ul><li>a</li><li>b</li></ul>after", { "- a", "- b", "after" } },
        { "<ul><li><p>a</p></li><li>b", { "- a", "- b" } },
        { "a <b>bold</b> and <em>so</em> on", { "a **bold** and *so* on" } },
        { "A&amp;B &lt;p&gt; &quot;q&quot; &apos;&#39;&#x27;", { "A&B <p> \"q\" '''" } },
        { "<i></i>A&amp;B &lt;p&gt; &quot;q&quot; &apos;&#39;&#x27;", { "A&B <p> \"q\" '''" } },
        { "<i></i>&auml;&szlig;&hellip;&mdash;&#8364;&#x1F525;&#150;", { "äß…—€\U0001F525–" } },
        { "<i></i>&unknown; & &; &#; &#x; &#xZ; &amp", { "&unknown; & &; &#; &#x; &#xZ; &amp" } },
        { "<i></i>&#0;&#xD800;&#x110000;&#99999999;", { "\uFFFD\uFFFD\uFFFD\uFFFD" } },
        { "<p>a<script>alert('</p>')</script>b<style>p > a {}</style>c</p>", { "abc" } },
        { "<p>a<script>never closed <p>x</p>", { "a" } },
        { "<p>a<SCRIPT src=x></ScRiPt >b", { "ab" } },
        { "<p>a<!-- <script>no</script> -->b", { "ab" } },
        { "<p>a<!-- never closed", { "a" } },
        { "<!DOCTYPE html><p>a</p><?php x ?>", { "a" } },
        { "<p>see <a href=\"https://example.org/?a=1&amp;b=2\">this</a>.",
            { "see [this](https://example.org/?a=1&b=2)." } },
        { "<a href='https://example.org'>https://example.org</a>",
            { "[https://example.org](https://example.org)" } },
        { "<a href=https://example.org></a>", { "[https://example.org](https://example.org)" } },
        { "<a href = \"javascript:alert(1)\">click</a>", { "click" } },
        { "<a title=\"a > b\" href=\"https://example.org\">x</a>", { "[x](https://example.org)" } },
        { "<img src=x onerror=alert(1)>text", { "text" } },
        { "<svg onload=alert(1)><text>x</text></svg>text", { "text" } },
        { "<iframe src=x><p>inside</p></iframe>after", { "after" } },
        { "<pre>\na\n  b\n\nc\n</pre>", { "``` a\n  b\n\nc" } },
        { "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", { "a b\nc" } },
        { "<p>first\n\nsecond</p>", { "first", "second" } },
        { "plain\nlines and one <b>tag</b>\n\nnext", { "plain\nlines and one **tag**", "next" } },
        { "a < b <p>c", { "a < b", "c" } },
        { "<p>x</p", { "x" } },
        { "<p>unclosed <a href=\"https://example.org", { "unclosed" } },
        { "<p>one</p>   <p></p><p> </p><p>two</p>", { "one", "two" } },
        { "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", { "1. a", "  - b", "2. c" } },
        { "<li>a<li>b</ul>c</ol>d", { "- a", "- b", "c", "d" } },
        { "<ul><li>a<p>more</p></li></ul>", { "- a", "more" } },
        { "<ul><li><pre>a\n\nb</pre></li><li>c</li></ul>", { "``` a\n\nb", "- c" } },
        { "<blockquote><p>a</p></blockquote>b", { "> a", "b" } },
        { "<p><code>x &lt; y</code> and <b><i>z</i></b>", { "`x < y` and ***z***" } },
        { "<p><b>never closed</p><p>b</p>", { "**never closed**", "b" } },
        { "<a href='https://a.example'><p>a</p></a>", { "[a](https://a.example)" } },
        { "<p><a href='https://a.example'><code>a</code></a>b", { "[`a`](https://a.example)b" } },
        { "<p><a href='https://a.example'> a </a>b", { "[a ](https://a.example)b" } },
        { "<p>One.<br><br>Two.<b>x&nbsp;&nbsp;</b><br>y<i>z</i>", { "One.", "Two.**x**\ny*z*" } },
        { "<p>see https://a.example/b.</p><pre>https://a.example</pre>",
            { "see [https://a.example/b](https://a.example/b).",
                "``` [https://a.example](https://a.example)" } },
        { "<h2>Title</h2>Text<hr>More", { "# Title", "Text", "More" } },
    };
    for (const Row& row : rows) {
        INFO(row.html);
        CHECK(rich_lines(rich_text_of(row.html)) == row.blocks);
    }
}

TEST_CASE("an indent of all lines but the first is the printer's, not the writer's")
{
    struct Row {
        std::string_view text;
        Lines paragraphs;
    };
    const Row rows[] = {
        { "One.\n        still one.\n\n        - a\n          - b",
            { "One.\nstill one.", "- a\n  - b" } },
        { "One.\n        \n        Two.", { "One.", "Two." } },
        { "One.\r\n    \r\n    Two.\r\n", { "One.", "Two." } },
        { "List:\n- a\n    code", { "List:\n- a\n    code" } },
        { "One.\n  two spaces", { "One.\n  two spaces" } },
        { "One.\n    ", { "One." } },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(rich_lines(rich_text_of(row.text)) == row.paragraphs);
    }
}

TEST_CASE("HTML that was escaped twice is HTML, a tag that is talked about is text")
{
    CHECK(rich_lines(rich_text_of("&lt;p&gt;One &amp;amp; two&lt;/p&gt;\n&lt;p&gt;Three&lt;/p&gt;"))
        == Lines { "One & two", "Three" });
    CHECK(rich_lines(rich_text_of("The &lt;p&gt; element")) == Lines { "The <p> element" });
    CHECK(rich_lines(rich_text_of("&lt;3 &hellip;")) == Lines { "<3 …" });
    CHECK(rich_text_of("\xC2\xA0\n").empty());
}

TEST_CASE("web addresses in a text are links")
{
    struct Row {
        std::string_view text;
        Lines blocks;
    };
    const Row rows[] = {
        { "https://a.example", { "[https://a.example](https://a.example)" } },
        { "See http://a.example/x?y=1#z, and go.",
            { "See [http://a.example/x?y=1#z](http://a.example/x?y=1#z), and go." } },
        { "(https://a.example/b)", { "([https://a.example/b](https://a.example/b))" } },
        { "https://a.example/b_(c).", { "[https://a.example/b_(c)](https://a.example/b_(c))." } },
        { "[b](https://a.example)", { "[b]([https://a.example](https://a.example))" } },
        { "[https://a.example]", { "[[https://a.example](https://a.example)]" } },
        { "<https://a.example>", { "<[https://a.example](https://a.example)>" } },
        { "https:// and http:/x and shttp://", { "https:// and http:/x and shttp://" } },
        { "javascript:alert(1) ftp://a.example", { "javascript:alert(1) ftp://a.example" } },
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(rich_lines(rich_text_of(row.text)) == row.blocks);
        CHECK(rich_lines(plain_rich_text_of(row.text)) == row.blocks);
    }
}

TEST_CASE("tags are told from text that only looks like them")
{
    for (const std::string_view text :
        { "<p>", "<P>", "a</b>", "<br/>", "<a href=x>", "<script>x", "<h1 >" }) {
        INFO(text);
        CHECK(looks_like_html(text));
    }
    for (const std::string_view text : { "", "<", "</", "<3", "a<b", "<https://example.org>",
             "<ada@example.org>", "<T>", "<vector>", "< p>", "<p", "x <- y -> z", "<paragraph>" }) {
        INFO(text);
        CHECK_FALSE(looks_like_html(text));
    }
}

TEST_CASE("no tag and no script is left, wherever the text is cut")
{
    const std::string html =
        "<p>one<script>alert('<p>')</script> two</p><a href=\"https://example.org/a\">x</a>"
        "<!-- c --><style>s</style>&amp;&#60;<ul><li>&lt;script&gt;</li></ul>";
    for (std::size_t size = 0; size <= html.size(); ++size) {
        for (const RichBlock& block : blocks_of_html(std::string_view(html).substr(0, size))) {
            CHECK(block.text.find("alert") == std::string::npos);
            CHECK(block.text.find("<p") == std::string::npos);
        }
    }
}

TEST_CASE("hostile HTML takes time in proportion to its size")
{
    for (const std::string_view piece : { "<a ", "<a href=\"", "</", "<!--", "<p", "&", "<script>",
             "<li>", "</a>", "<a href=https://x>", "\n", "<p>\n\n", "< ", "&#60;" }) {
        std::string html;
        while (html.size() < 400'000) html += piece;
        INFO(piece);
        std::size_t size = 0;
        for (const RichBlock& block : blocks_of_html(html)) size += block.text.size();
        CHECK(size <= html.size() * 4);
    }
}

TEST_SUITE_END();
