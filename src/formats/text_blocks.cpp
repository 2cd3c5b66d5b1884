#include "formats/text_blocks.h"

#include "base/text.h"
#include "formats/html_text.h"

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

/// Takes away what all lines but the first are indented by: some tools print a text as deep as its
/// element stands. Fewer spaces may be meant, as in a list.
std::string without_indent(std::string text)
{
    std::size_t indent = std::string::npos;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        const std::size_t from = text.find_first_not_of(' ', at + 1);
        if (from != std::string::npos && text[from] != '\n' && text[from] != '\r')
            indent = std::min(indent, from - at - 1);
    }
    if (indent < printed_indent_min || indent == std::string::npos) return text;

    std::string out;
    out.reserve(text.size());
    std::string_view rest = text;
    out.append(take_row(rest));
    while (!rest.empty()) {
        const std::string_view row = take_row(rest);
        const std::size_t blank = std::min(row.find_first_not_of(' '), row.size());
        out.append("\n").append(row.substr(std::min(blank, indent)));
    }
    return out;
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

std::vector<std::string> paragraphs_of(std::string_view text)
{
    std::string written = without_indent(std::string(text));
    if (is_escaped_html(written)) {
        std::string decoded = text_of_references(written);
        if (looks_like_html(decoded)) written = std::move(decoded);
    }
    return plain_paragraphs_of(
        looks_like_html(written) ? text_of_html(written) : text_of_references(written));
}

} // namespace hallway
