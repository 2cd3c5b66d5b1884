#include "formats/text_blocks.h"

#include "base/text.h"
#include "formats/html_text.h"

namespace hallway {
namespace {

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
    while (!row.empty() && is_space(row.back())) row.remove_suffix(1);
    return row;
}

} // namespace

std::string clean_line(std::string_view text)
{
    const std::string clean = clean_text(text);
    std::string line;
    line.reserve(clean.size());
    for (const char c : clean) {
        if (!is_space(c))
            line.push_back(c);
        else if (!line.empty() && line.back() != ' ')
            line.push_back(' ');
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
    return looks_like_html(text) ? plain_paragraphs_of(text_of_html(text))
                                 : plain_paragraphs_of(text);
}

} // namespace hallway
