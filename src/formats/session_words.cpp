#include "formats/session_words.h"

#include "base/text.h"

#include <algorithm>
#include <iterator>

namespace hallway {
namespace {

using pack::SessionKind;

struct KindWord {
    std::string_view word; ///< folded
    SessionKind kind;
};

constexpr KindWord kind_words[] = {
    { "break", SessionKind::Break },
    { "breaks", SessionKind::Break },
    { "coffee break", SessionKind::Break },
    { "lunch", SessionKind::Break },
    { "lunch break", SessionKind::Break },
    { "meal", SessionKind::Break },
    { "pause", SessionKind::Break },
    { "poster", SessionKind::Poster },
    { "exhibition", SessionKind::Exhibition },
};

constexpr std::string_view break_titles[] = { "abendessen", "afternoon break", "afternoon tea",
    "break", "breakfast", "coffee", "coffee break", "coffee & tea", "dinner", "dinner break",
    "fruehstuck", "fruhstuck", "kaffeepause", "lunch", "lunch break", "lunchtime", "mittagessen",
    "mittagspause", "morning break", "morning tea", "pause", "short break", "tea", "tea break" };

constexpr std::string_view cancelled_words[] = { "cancelled", "canceled", "abgesagt", "entfallt",
    "annule" };

struct LanguageName {
    std::string_view name; ///< folded
    std::string_view tag;
};
constexpr LanguageName language_names[] = { { "english", "en" }, { "deutsch", "de" },
    { "german", "de" }, { "francais", "fr" }, { "french", "fr" }, { "espanol", "es" },
    { "spanish", "es" } };

bool is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_letter(char c) { return is_alphanumeric(c) && (c < '0' || c > '9'); }

/// BCP 47: a language of two or three letters, then parts of up to eight letters and digits.
bool is_language_tag(std::string_view tag)
{
    bool first = true;
    while (true) {
        const std::string_view part = tag.substr(0, tag.find('-'));
        const bool letters =
            std::all_of(part.begin(), part.end(), first ? is_letter : is_alphanumeric);
        if (!letters || part.size() < (first ? 2u : 1u) || part.size() > (first ? 3u : 8u))
            return false;
        if (part.size() == tag.size()) return true;
        tag.remove_prefix(part.size() + 1);
        first = false;
    }
}

/// The tag for one word of a list; empty if it is no language.
std::string language_tag(std::string_view word)
{
    const std::string folded = fold(word);
    for (const LanguageName& language : language_names)
        if (folded == language.name) return std::string(language.tag);
    std::string tag(word);
    std::replace(tag.begin(), tag.end(), '_', '-');
    if (!is_language_tag(tag)) return {};
    for (std::size_t i = 0; i < tag.size() && tag[i] != '-'; ++i)
        if (tag[i] >= 'A' && tag[i] <= 'Z') tag[i] = static_cast<char>(tag[i] + 32);
    return tag;
}

bool has_scheme(std::string_view url)
{
    std::size_t i = 0;
    while (i < url.size()
        && (is_alphanumeric(url[i]) || url[i] == '+' || url[i] == '-' || url[i] == '.'))
        ++i;
    return i > 0 && i < url.size() && url[i] == ':';
}

/// "https://example.org" of "https://example.org/a/b"; empty if `url` is not such an address.
std::string_view origin_of(std::string_view url)
{
    const std::size_t slashes = url.find("://");
    if (slashes == std::string_view::npos) return {};
    return url.substr(0, url.find('/', slashes + 3));
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

SessionKind kind_of_word(std::string_view kind_name)
{
    const std::string folded = fold(kind_name);
    for (const KindWord& known : kind_words)
        if (folded == known.word) return known.kind;
    return SessionKind::Talk;
}

bool is_break_title(std::string_view title)
{
    const std::string folded = fold(title);
    return std::find(std::begin(break_titles), std::end(break_titles), folded)
        != std::end(break_titles);
}

bool is_cancelled_title(std::string_view title)
{
    const bool bracket = !title.empty() && (title.front() == '[' || title.front() == '(');
    if (bracket) title.remove_prefix(1);
    const std::string folded = fold(title.substr(0, 40));
    for (const std::string_view word : cancelled_words) {
        if (!folded.starts_with(word)) continue;
        const char next = folded.size() > word.size() ? folded[word.size()] : ' ';
        const bool ends = bracket ? next == ']' || next == ')' : next == ':' || next == '!';
        const bool shouted = title.size() > word.size() && title[0] >= 'A' && title[0] <= 'Z'
            && title[1] >= 'A' && title[1] <= 'Z' && !is_alphanumeric(next);
        return ends || shouted;
    }
    return false;
}

std::string language_list(std::string_view text)
{
    constexpr std::string_view separators = " ,;/&|\t\n";
    std::string list;
    while (true) {
        const std::size_t from = text.find_first_not_of(separators);
        if (from == std::string_view::npos) return list;
        text.remove_prefix(from);
        const std::size_t size = std::min(text.find_first_of(separators), text.size());
        const std::string tag = language_tag(text.substr(0, size));
        text.remove_prefix(size);
        if (tag.empty()) continue;
        if (!list.empty()) list += ", ";
        list += tag;
    }
}

std::string absolute_url(std::string_view url, std::string_view base_url)
{
    url = trim(url);
    if (url.empty()) return {};
    std::string absolute;
    if (url.starts_with("//"))
        absolute = "https:";
    else if (url.starts_with("www."))
        absolute = "https://";
    else if (url.front() == '/')
        absolute = origin_of(base_url);
    else if (!has_scheme(url) && !origin_of(base_url).empty())
        absolute.append(base_url).append(base_url.ends_with('/') ? "" : "/");
    for (const char c : url) {
        if (c == ' ')
            absolute += "%20";
        else if (c != '\n' && c != '\r' && c != '\t') // as browsers do
            absolute += c;
    }
    return absolute;
}

std::uint32_t color_of(std::string_view text)
{
    if ((text.size() != 7 && text.size() != 4) || text[0] != '#') return 0;
    const bool is_short = text.size() == 4;
    std::uint32_t color = 0;
    for (const char c : text.substr(1)) {
        const int digit = hex_digit(c);
        if (digit < 0) return 0;
        color = color * 16 + static_cast<std::uint32_t>(digit);
        if (is_short) color = color * 16 + static_cast<std::uint32_t>(digit);
    }
    return 0xFF00'0000u | color;
}

} // namespace hallway
