#include "formats/page_prose.h"

#include "base/text.h"
#include "formats/text_blocks.h"

#include <algorithm>
#include <iterator>

namespace hallway {
namespace {

constexpr std::size_t title_bytes_max = 300;
constexpr std::size_t name_bytes_max = 100;

constexpr std::string_view session_words[] = { "session", "talk", "presentation", "keynote",
    "workshop", "tutorial", "lecture", "paper" };
constexpr std::string_view naming_words[] = { "entitled", "titled", "called" };
/// Words that begin a sentence or lead to a name, and are part of none.
constexpr std::string_view leading_words[] = { "a", "an", "and", "at", "for", "from", "in", "my",
    "on", "our", "that", "the", "their", "this", "to", "with", "your" };

struct Quotes {
    std::string_view open;
    std::string_view close;
};
constexpr Quotes quotes[] = { { "\"", "\"" }, { "“", "”" }, { "‘", "’" }, { "«", "»" },
    { "„", "“" }, { "'", "'" } };

template <std::size_t Size> bool has(const std::string_view (&words)[Size], std::string_view word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

struct Word {
    std::string_view text; ///< up to the next white space
    std::size_t at = 0;
    std::string bare; ///< folded, without signs at its ends
    [[nodiscard]] std::size_t end() const { return at + text.size(); }
    [[nodiscard]] bool is_closed() const ///< something ends with it, as a sentence
    {
        return std::string_view(".,;:!?)\"").find(text.back()) != std::string_view::npos;
    }
};

/// Takes the next word off the text from `at` on; an empty one at the end.
Word take_word(std::string_view text, std::size_t& at)
{
    while (at < text.size() && is_space(text[at])) ++at;
    Word word;
    word.at = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    word.text = text.substr(word.at, at - word.at);
    if (word.text.size() > name_bytes_max) return word; // no word that anything is known of
    constexpr std::string_view signs = ".,;:!?()\"'";
    const std::size_t from = word.text.find_first_not_of(signs);
    if (from != std::string_view::npos)
        word.bare = fold(word.text.substr(from, word.text.find_last_not_of(signs) - from + 1));
    return word;
}

/// Begins with a capital letter or a digit; in other scripts than ASCII, with any letter.
bool is_name_like(const Word& word)
{
    const DecodedCodePoint first = decode_code_point(word.text);
    const char32_t c = first.value;
    const bool is_foreign = c >= 0xC0 && (c < 0x2000 || c > 0x2BFF);
    return ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || is_foreign || word.text == "&")
        && !has(leading_words, word.bare);
}

bool is_year(std::string_view word)
{
    return word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

std::size_t end_of_paragraph(std::string_view text, std::size_t from)
{
    return std::min(text.find("\n\n", from), text.size());
}

/// Where a title that begins at `from` ends, and where the text goes on; nothing if it has no end.
struct TitlePlace {
    std::size_t from, end, next;
};
std::optional<TitlePlace> find_title(std::string_view text, std::size_t from, std::size_t limit)
{
    for (const Quotes& pair : quotes) {
        if (!text.substr(from).starts_with(pair.open)) continue;
        const std::size_t inside = from + pair.open.size();
        const std::size_t end = text.substr(0, limit).find(pair.close, inside);
        if (end == std::string_view::npos) return std::nullopt;
        const std::size_t next = text.find_first_not_of(".,", end + pair.close.size());
        return TitlePlace { inside, end, std::min(next, limit) };
    }
    for (std::size_t at = from; at < limit; ++at) {
        const bool is_sign = text[at] == '.' || text[at] == '!' || text[at] == '?';
        if (!is_sign || (at + 1 < limit && !is_space(text[at + 1]))) continue;
        return TitlePlace { from, text[at] == '.' ? at : at + 1, at + 1 };
    }
    return TitlePlace { from, limit, limit };
}

std::optional<Announcement> read_announcement(std::string_view text, std::size_t from)
{
    const std::size_t limit = from + end_of_paragraph(text.substr(from, title_bytes_max), 0);
    const auto place = find_title(text, from, limit);
    if (!place || place->end - from == title_bytes_max) return std::nullopt;
    Announcement found;
    found.title = clean_line(text.substr(place->from, place->end - place->from));
    if (found.title.empty()) return std::nullopt;
    const std::size_t paragraph_end = end_of_paragraph(text, place->next);
    found.description =
        plain_paragraphs_of(trim(text.substr(place->next, paragraph_end - place->next)));
    found.byte_offset = place->from;
    return found;
}

bool begins_title(std::string_view text)
{
    if (text.empty()) return false;
    const auto starts = [text](const Quotes& pair) { return text.starts_with(pair.open); };
    std::size_t at = 0;
    return std::any_of(std::begin(quotes), std::end(quotes), starts)
        || is_name_like(take_word(text.substr(0, name_bytes_max), at)) || text.starts_with("A ")
        || text.starts_with("An ") || text.starts_with("The ");
}

/// "QCon is a conference": the words before "is" in the first sentence of a paragraph.
std::string find_subject(std::string_view paragraph)
{
    std::size_t at = 0;
    std::size_t name_end = 0;
    Word word = take_word(paragraph, at);
    const std::size_t from = word.at;
    for (; !word.text.empty() && word.end() - from <= name_bytes_max && is_name_like(word);
         word = take_word(paragraph, at))
        name_end = word.end();
    if (name_end == 0 || word.bare != "is") return {};
    while (!(word = take_word(paragraph, at)).text.empty()) {
        if (word.bare == "conference") return clean_line(paragraph.substr(from, name_end - from));
        if (word.text.back() == '.') break;
    }
    return {};
}

} // namespace

std::optional<Announcement> find_announcement(std::string_view text)
{
    std::size_t at = 0;
    bool is_after_session = false;
    for (Word word = take_word(text, at); !word.text.empty(); word = take_word(text, at)) {
        if (is_after_session && has(naming_words, word.bare)) {
            std::size_t from = at;
            while (from < text.size() && is_space(text[from])) ++from;
            if (begins_title(text.substr(from)))
                if (auto found = read_announcement(text, from)) return found;
        }
        is_after_session = has(session_words, word.bare);
    }
    return std::nullopt;
}

std::string find_conference_name(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_paragraph(text, at);
        if (std::string name = find_subject(text.substr(at, end - at)); !name.empty()) return name;
        at = end + 2;
    }
    // "the OmniTI Surge 2011 Conference": the names in a row before the word.
    std::size_t at = 0;
    std::optional<std::size_t> name_from;
    std::size_t name_end = 0;
    for (Word word = take_word(text, at); !word.text.empty(); word = take_word(text, at)) {
        if (word.bare == "conference" && name_from && word.at - *name_from <= name_bytes_max) {
            std::size_t after = at;
            const Word next = take_word(text, after);
            if (!word.is_closed() && is_year(next.bare)) name_end = next.at + next.bare.size();
            return clean_line(text.substr(*name_from, name_end - *name_from));
        }
        if (!is_name_like(word) || word.is_closed())
            name_from.reset();
        else if (!name_from)
            name_from = word.at;
        name_end = word.end();
    }
    return {};
}

} // namespace hallway
