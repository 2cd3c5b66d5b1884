#include "formats/text_blocks.h"

#include "base/text.h"
#include "formats/html_blocks.h"
#include "formats/web_links.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
/// Code in Markdown is indented by as much, but not every line of a text.
constexpr std::size_t printed_indent_min = 4;

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// Takes a line off the front of `text`, without its line break.
std::string_view take_row(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    const std::string_view row = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return row;
}

std::string_view without_trailing_space(std::string_view row)
{
    while (true) {
        if (row.ends_with(no_break_space))
            row.remove_suffix(no_break_space.size());
        else if (!row.empty() && is_space(row.back()))
            row.remove_suffix(1);
        else
            return row;
    }
}

/// By how many spaces all lines but the first are indented; blank ones do not count.
std::size_t common_indent(std::string_view text)
{
    std::size_t indent = text.size();
    std::size_t lines = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
        const std::size_t from = text.find_first_not_of(' ', at + 1);
        if (from == std::string_view::npos || text[from] == '\n' || text[from] == '\r') continue;
        indent = std::min(indent, from - at - 1);
        if (indent < printed_indent_min) return 0;
        ++lines;
    }
    return lines > 0 ? indent : 0;
}

/// Takes away what all lines but the first are indented by: some tools print a text as deep as its
/// element stands. Fewer spaces may be meant, as in a list.
std::string without_indent(std::string_view text, std::size_t indent)
{
    std::string out;
    out.reserve(text.size());
    out.append(take_row(text));
    while (!text.empty()) {
        const std::string_view row = take_row(text);
        const std::size_t blank = std::min(row.find_first_not_of(' '), row.size());
        out.append("\n").append(row.substr(std::min(blank, indent)));
    }
    return out;
}

/// Whether there is nothing to clean, which is so for nearly every line of nearly every file.
bool is_clean_line(std::string_view text)
{
    char before = ' ';
    for (const char c : text) {
        if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
        before = c;
    }
    return before != ' ' || text.empty();
}

/// Whether a text is HTML whose tags were escaped once too often, which no person writes.
bool is_escaped_html(std::string_view text)
{
    text = trim(text);
    return text.starts_with("&lt;") && text.find('<') == std::string_view::npos;
}

} // namespace

std::string clean_line(std::string_view text)
{
    if (is_clean_line(text)) return std::string(text);
    const std::string clean = clean_text(text);
    std::string line;
    line.reserve(clean.size());
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const bool no_break = clean[i] == no_break_space[0] && clean[i + 1] == no_break_space[1];
        if (!no_break && !is_space(clean[i]))
            line.push_back(clean[i]);
        else if (!line.empty() && line.back() != ' ')
            line.push_back(' ');
        if (no_break) ++i;
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::vector<std::string> plain_paragraphs_of(std::string_view text)
{
    const std::string clean = clean_text(text);
    std::vector<std::string> paragraphs;
    bool inside = false;
    for (std::string_view rest = clean; !rest.empty();) {
        const std::string_view row = without_trailing_space(take_row(rest));
        if (row.empty()) {
            inside = false;
        } else if (inside) {
            paragraphs.back().append("\n").append(row);
        } else {
            paragraphs.emplace_back(row);
            inside = true;
        }
    }
    return paragraphs;
}

RichText plain_rich_text_of(std::string_view text)
{
    RichText blocks;
    for (std::string& paragraph : plain_paragraphs_of(text)) {
        RichBlock& block = blocks.emplace_back();
        block.text = std::move(paragraph);
        add_web_links(block);
    }
    return blocks;
}

RichText rich_text_of(std::string_view text)
{
    std::string written;
    if (const std::size_t indent = common_indent(text); indent > 0) {
        written = without_indent(text, indent);
        text = written;
    }
    if (is_escaped_html(text)) {
        std::string decoded = text_of_references(text);
        if (looks_like_html(decoded)) {
            written = std::move(decoded);
            text = written;
        }
    }
    if (looks_like_html(text)) return blocks_of_html(text);
    return plain_rich_text_of(text_of_references(text));
}

} // namespace hallway
