#include "planner/search.h"

#include "base/text.h"

namespace hallway {
namespace {

/// Letters and digits of ASCII, and everything beyond it that is not punctuation or a space.
bool is_word_byte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')
        || (byte >= 'A' && byte <= 'Z');
}

/// Chinese, Japanese, Thai and the like write no spaces between words.
bool is_written_without_spaces(std::string_view word)
{
    const char32_t first = decode_code_point(word).value;
    return (first >= 0x0E00 && first < 0x0F00) || (first >= 0x1000 && first < 0x10A0)
        || (first >= 0x1780 && first < 0x1800) || (first >= 0x2E80 && first < 0xA000)
        || (first >= 0xAC00 && first < 0xD7B0) || (first >= 0xF900 && first < 0xFB00)
        || first >= 0x20000;
}

bool contains_word_start(std::string_view text, std::string_view word)
{
    const bool anywhere = is_written_without_spaces(word);
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        // A word that begins with a sign, as "#devroom", is its own boundary.
        if (anywhere || at == 0 || !is_word_byte(text[at - 1]) || !is_word_byte(word[0]))
            return true;
    }
    return false;
}

} // namespace

Query::Query(std::string_view text)
{
    const std::string folded = fold(text);
    std::string_view rest = trim(folded);
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of(" \t\n");
        words_.emplace_back(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view {} : trim(rest.substr(end));
    }
}

bool Query::matches(std::string_view search_text) const
{
    for (const std::string& word : words_)
        if (!contains_word_start(search_text, word)) return false;
    return true;
}

} // namespace hallway
