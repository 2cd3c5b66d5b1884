#include "formats/known_conferences.h"

#include "formats/page_times.h"

#include <algorithm>

namespace hallway {
namespace {

/// Sources, as they stood in the web; the days are those of assets/programs:
///   QCon London 2012: qconlondon.com/london-2012, and for its tracks
///     infoq.com/articles/QCon-London-2012
///   Surge 2011: surge.omniti.com/2011
constexpr KnownConference conferences[] = {
    { "QCon London 2012", { 2012, 3, 7 }, { 2012, 3, 9 }, "Europe/London", "London",
        { "qcon", "london", "2012" }, "qcon", "fleming", "highly-available systems" },
    { "OmniTI Surge 2011", { 2011, 9, 28 }, { 2011, 9, 30 }, "America/New_York", "Baltimore",
        { "surge", "2011", "" }, "", "", "" },
};

bool is_part_of_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
        || static_cast<unsigned char>(c) >= 0x80;
}

/// An empty word is in every text.
bool has_word(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !is_part_of_word(text[at - 1]);
        if (word.empty() || (begins && (end == text.size() || !is_part_of_word(text[end]))))
            return true;
    }
    return false;
}

bool has(const std::vector<std::string>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

const KnownConference* find_known_conference(const ConferenceClues& clues)
{
    const bool names_year = find_year(clues.head).has_value();
    for (const KnownConference& known : conferences) {
        const bool is_named = std::all_of(std::begin(known.words), std::end(known.words),
            [&](std::string_view word) { return has_word(clues.head, word); });
        const bool is_told_apart = !names_year && !known.series.empty()
            && has_word(clues.head, known.series) && has(clues.rooms, known.room)
            && has(clues.tracks, known.track);
        if (is_named || is_told_apart) return &known;
    }
    return nullptr;
}

} // namespace hallway
