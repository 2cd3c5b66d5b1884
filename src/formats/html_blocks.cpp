#include "formats/html_blocks.h"

#include "base/text.h"
#include "formats/block_writer.h"
#include "program/builder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace hallway {
namespace {

enum class Element : std::uint8_t {
    Inline,
    Strong,
    Emphasis,
    Code,
    Cell,
    Block, ///< stands apart from what is around it
    Heading,
    Quote,
    Row,   ///< begins a line
    Break, ///< ends a line
    List,
    NumberedList,
    ListItem,
    Link,
    Pre,    ///< white space counts
    Hidden, ///< its content is not for reading, and is no markup
};

struct ElementRow {
    std::string_view name;
    Element element;
};

/// In alphabetical order.
constexpr ElementRow elements[] = {
    { "a", Element::Link },
    { "abbr", Element::Inline },
    { "article", Element::Block },
    { "b", Element::Strong },
    { "blockquote", Element::Quote },
    { "br", Element::Break },
    { "center", Element::Block },
    { "cite", Element::Emphasis },
    { "code", Element::Code },
    { "dd", Element::Row },
    { "del", Element::Inline },
    { "div", Element::Block },
    { "dl", Element::Block },
    { "dt", Element::Row },
    { "em", Element::Emphasis },
    { "figure", Element::Block },
    { "font", Element::Inline },
    { "h1", Element::Heading },
    { "h2", Element::Heading },
    { "h3", Element::Heading },
    { "h4", Element::Heading },
    { "h5", Element::Heading },
    { "h6", Element::Heading },
    { "hr", Element::Block },
    { "i", Element::Emphasis },
    { "iframe", Element::Hidden },
    { "img", Element::Inline },
    { "kbd", Element::Code },
    { "li", Element::ListItem },
    { "ol", Element::NumberedList },
    { "p", Element::Block },
    { "pre", Element::Pre },
    { "s", Element::Inline },
    { "script", Element::Hidden },
    { "section", Element::Block },
    { "small", Element::Inline },
    { "span", Element::Inline },
    { "strong", Element::Strong },
    { "style", Element::Hidden },
    { "sub", Element::Inline },
    { "sup", Element::Inline },
    { "svg", Element::Hidden },
    { "table", Element::Block },
    { "td", Element::Cell },
    { "textarea", Element::Hidden },
    { "th", Element::Cell },
    { "title", Element::Hidden },
    { "tr", Element::Row },
    { "tt", Element::Code },
    { "u", Element::Inline },
    { "ul", Element::List },
};

struct NamedCharacter {
    std::string_view name;
    char16_t value;
};

constexpr NamedCharacter named_characters[] = { { "amp", '&' }, { "apos", '\'' }, { "gt", '>' },
    { "lt", '<' }, { "quot", '"' }, { "nbsp", ' ' }, { "hellip", 0x2026 }, { "ndash", 0x2013 },
    { "mdash", 0x2014 }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "sbquo", 0x201A },
    { "ldquo", 0x201C }, { "rdquo", 0x201D }, { "bdquo", 0x201E }, { "laquo", 0xAB },
    { "raquo", 0xBB }, { "bull", 0x2022 }, { "middot", 0xB7 }, { "deg", 0xB0 }, { "copy", 0xA9 },
    { "reg", 0xAE }, { "trade", 0x2122 }, { "euro", 0x20AC }, { "pound", 0xA3 }, { "sect", 0xA7 },
    { "times", 0xD7 }, { "rarr", 0x2192 }, { "larr", 0x2190 }, { "shy", 0xAD }, { "auml", 0xE4 },
    { "ouml", 0xF6 }, { "uuml", 0xFC }, { "Auml", 0xC4 }, { "Ouml", 0xD6 }, { "Uuml", 0xDC },
    { "szlig", 0xDF }, { "aacute", 0xE1 }, { "eacute", 0xE9 }, { "iacute", 0xED },
    { "oacute", 0xF3 }, { "uacute", 0xFA }, { "agrave", 0xE0 }, { "egrave", 0xE8 },
    { "acirc", 0xE2 }, { "ecirc", 0xEA }, { "icirc", 0xEE }, { "ocirc", 0xF4 }, { "ucirc", 0xFB },
    { "ccedil", 0xE7 }, { "ntilde", 0xF1 }, { "aring", 0xE5 }, { "oslash", 0xF8 },
    { "aelig", 0xE6 }, { "iuml", 0xEF }, { "euml", 0xEB } };

/// What the numbers 128 to 159 mean in HTML, where writers took Windows-1252 for Unicode.
/// Source: HTML standard, 13.2.5.80 (numeric character reference end state).
constexpr char16_t windows_characters[32] = { 0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019,
    0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E,
    0x0178 };

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// A tag's name, in lower case; longer ones are none of HTML's.
struct TagName {
    std::array<char, 16> letters {};
    std::size_t size = 0;
    [[nodiscard]] std::string_view view() const { return { letters.data(), size }; }
};

TagName read_tag_name(std::string_view text)
{
    TagName name;
    while (name.size < text.size() && name.size < name.letters.size()
        && (is_letter(text[name.size]) || is_digit(text[name.size]))) {
        name.letters[name.size] = lower(text[name.size]);
        ++name.size;
    }
    return name;
}

const ElementRow* find_element(std::string_view name)
{
    const auto* at = std::lower_bound(std::begin(elements), std::end(elements), name,
        [](const ElementRow& row, std::string_view wanted) { return row.name < wanted; });
    return at != std::end(elements) && at->name == name ? at : nullptr;
}

/// The element whose tag begins at `text`, which starts with '<'; nothing for anything else. `end`
/// stands for the end of the text.
const ElementRow* find_tag(std::string_view text, char end = 0)
{
    text.remove_prefix(text.size() > 1 && text[1] == '/' ? 2 : 1);
    const TagName name = read_tag_name(text);
    if (name.size == 0) return nullptr;
    const char next = name.size < text.size() ? text[name.size] : end;
    if (!is_html_space(next) && next != '>' && next != '/') return nullptr;
    return find_element(name.view());
}

/// Bytes of the tag at the start of `text`, with its brackets: a '>' inside quotes does not end it.
std::size_t tag_size(std::string_view text)
{
    char quote = 0;
    char before = 0; // the last that is no space
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if ((c == '"' || c == '\'') && before == '=') {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        }
        if (!is_html_space(c)) before = c;
    }
    return text.size();
}

/// Reads "&...;" at the start of `text`. Nothing if it is not a character reference.
struct Reference {
    char32_t value = 0;
    std::size_t size = 0;
};
Reference read_reference(std::string_view text)
{
    const std::size_t end = text.substr(0, 12).find(';');
    if (end == std::string_view::npos || end < 2) return {};
    std::string_view name = text.substr(1, end - 1);
    if (name[0] != '#') {
        for (const NamedCharacter& known : named_characters)
            if (known.name == name) return { known.value, end + 1 };
        return {};
    }
    name.remove_prefix(1);
    const bool hex = !name.empty() && (name[0] == 'x' || name[0] == 'X');
    if (hex) name.remove_prefix(1);
    if (name.empty()) return {};
    char32_t value = 0; // at most 8 digits fit: no overflow
    for (const char c : name) {
        const char l = lower(c);
        const bool letter = hex && l >= 'a' && l <= 'f';
        if (!is_digit(c) && !letter) return {};
        value = value * (hex ? 16 : 10) + static_cast<char32_t>(letter ? l - 'a' + 10 : c - '0');
    }
    if (value >= 0x80 && value < 0xA0) value = windows_characters[value - 0x80];
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
    return { value, end + 1 };
}

/// The value of `href` in a tag, with its references resolved.
std::string read_href(std::string_view tag)
{
    for (std::size_t at = 0; at + 5 < tag.size(); ++at) {
        if (!is_html_space(tag[at]) || read_tag_name(tag.substr(at + 1)).view() != "href") continue;
        std::string_view rest = tag.substr(at + 5);
        while (!rest.empty() && is_html_space(rest.front())) rest.remove_prefix(1);
        if (rest.empty() || rest.front() != '=') continue;
        rest.remove_prefix(1);
        while (!rest.empty() && is_html_space(rest.front())) rest.remove_prefix(1);
        if (rest.empty()) return {};
        const char quote = rest.front();
        const bool quoted = quote == '"' || quote == '\'';
        const std::size_t end = quoted ? rest.find(quote, 1) : rest.find_first_of(" \t\r\n>");
        const std::string_view raw = rest.substr(quoted ? 1 : 0, end - (quoted ? 1 : 0));
        return std::string(trim(text_of_references(raw)));
    }
    return {};
}

/// Reads an HTML text, one token after the other.
class HtmlReader {
public:
    explicit HtmlReader(std::string_view html) : html_(html)
    {
        // Inline tags in a text of otherwise plain lines: there the writer's line breaks count.
        out_.lines_count = !has_blocks(html);
    }

    RichText read()
    {
        while (at_ < html_.size()) {
            if (html_[at_] == '<' && read_markup()) continue;
            if (html_[at_] == '&') {
                if (const Reference reference = read_reference(html_.substr(at_));
                    reference.size > 0) {
                    out_.put(reference.value);
                    at_ += reference.size;
                    continue;
                }
            }
            const std::size_t end = end_of_words();
            if (end == at_)
                out_.put_byte(html_[at_++]);
            else
                out_.put(html_.substr(at_, end - at_));
            at_ = std::max(at_, end);
        }
        return out_.take_blocks();
    }

private:
    static bool has_blocks(std::string_view html)
    {
        for (std::size_t at = html.find('<'); at != std::string_view::npos;
             at = html.find('<', at + 1)) {
            const ElementRow* tag = find_tag(html.substr(at));
            if (tag && is_block(tag->element)) return true;
        }
        return false;
    }

    static bool is_block(Element element)
    {
        switch (element) {
        case Element::Block:
        case Element::Heading:
        case Element::Quote:
        case Element::List:
        case Element::NumberedList:
        case Element::ListItem: return true;
        default: return false;
        }
    }

    [[nodiscard]] bool is_plain(std::size_t at) const
    {
        return at < html_.size() && static_cast<unsigned char>(html_[at]) > ' ' && html_[at] != '<'
            && html_[at] != '&';
    }

    /// Up to where nothing but words follow, with one space between them: these are the text's as
    /// they stand, in every kind of block. A control character is its own business.
    [[nodiscard]] std::size_t end_of_words() const
    {
        std::size_t end = at_;
        while (is_plain(end)) {
            ++end;
            if (end < html_.size() && html_[end] == ' ' && is_plain(end + 1)) ++end;
        }
        return end;
    }

    /// Takes the tag or comment that begins at `at_`; false if it is none, but a '<' of the text.
    bool read_markup()
    {
        const std::string_view rest = html_.substr(at_);
        if (rest.starts_with("<!--")) {
            const std::size_t end = html_.find("-->", at_ + 4);
            at_ = end == std::string_view::npos ? html_.size() : end + 3;
            return true;
        }
        if (rest.starts_with("<!") || rest.starts_with("<?")) {
            at_ += tag_size(rest);
            return true;
        }
        const ElementRow* tag = find_tag(rest, '>'); // HTML may be cut off
        if (!tag) return false;
        const bool closes = rest[1] == '/';
        const std::string_view whole = rest.substr(0, tag_size(rest));
        at_ += whole.size();
        if (is_inline(tag->element))
            take_inline(tag->element, closes, whole);
        else
            take_block(tag->element, closes);
        if (tag->element == Element::Hidden && !closes) pass_hidden(tag->name);
        return true;
    }

    /// Nothing inside a hidden element is markup but its own end tag.
    void pass_hidden(std::string_view name)
    {
        for (std::size_t at = html_.find("</", at_); at != std::string_view::npos;
             at = html_.find("</", at + 2)) {
            if (read_tag_name(html_.substr(at + 2)).view() != name) continue;
            at_ = at + tag_size(html_.substr(at));
            return;
        }
        at_ = html_.size();
    }

    static bool is_inline(Element element)
    {
        return element == Element::Inline || element == Element::Strong
            || element == Element::Emphasis || element == Element::Code || element == Element::Link
            || element == Element::Hidden;
    }

    void take_inline(Element element, bool closes, std::string_view whole)
    {
        const auto count = [&](std::uint32_t& open) {
            out_.end_run();
            if (!closes)
                ++open;
            else if (open > 0)
                --open;
        };
        switch (element) {
        case Element::Strong: count(out_.state.strong); break;
        case Element::Emphasis: count(out_.state.emphasis); break;
        case Element::Code: count(out_.state.code); break;
        case Element::Link: take_link(closes, whole); break;
        default: break;
        }
    }

    void take_link(bool closes, std::string_view whole)
    {
        std::string& href = out_.state.href;
        if (closes && !href.empty() && out_.text_bytes() == link_at_) out_.put(href);
        out_.end_run();
        href = closes ? std::string() : read_href(whole);
        if (!is_safe_url(href)) href.clear();
        link_at_ = out_.text_bytes();
    }

    void take_block(Element element, bool closes)
    {
        switch (element) {
        case Element::Row: return out_.begin_row();
        case Element::Break: return out_.put_line_break();
        case Element::Cell: return out_.put_byte(' ');
        case Element::ListItem: return closes ? out_.close_item() : out_.open_item();
        case Element::List:
        case Element::NumberedList:
            return closes ? out_.close_list() : out_.open_list(element == Element::NumberedList);
        default: break;
        }
        if (closes)
            out_.close_block();
        else
            out_.end_block();
        if (element == Element::Pre) out_.is_preformatted = !closes;
        if (element == Element::Heading) out_.is_heading = !closes;
        if (element == Element::Quote && !closes) ++out_.quotes;
        if (element == Element::Quote && closes && out_.quotes > 0) --out_.quotes;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::size_t link_at_ = 0; ///< `text_bytes` where the link began
    BlockWriter out_;
};

} // namespace

bool looks_like_html(std::string_view text)
{
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (find_tag(text.substr(at))) return true;
    return false;
}

RichText blocks_of_html(std::string_view html) { return HtmlReader(clean_text(html)).read(); }

std::string text_of_references(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at)) {
        const Reference reference = read_reference(text.substr(at));
        if (reference.size == 0) {
            ++at;
            continue;
        }
        out.append(text, copied, at - copied);
        append_code_point(out, reference.value);
        copied = at += reference.size;
    }
    out.append(text, copied);
    return out;
}

} // namespace hallway
