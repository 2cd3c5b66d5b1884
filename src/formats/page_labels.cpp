#include "formats/page_labels.h"

#include "base/text.h"

#include <iterator>

namespace hallway {
namespace {

struct LabelRow {
    std::string_view word; ///< as `fold` gives it
    PageLabel label;
};
constexpr LabelRow labels[] = {
    { "presentation", PageLabel::Session },
    { "session", PageLabel::Session },
    { "talk", PageLabel::Session },
    { "keynote", PageLabel::Session },
    { "workshop", PageLabel::Session },
    { "tutorial", PageLabel::Session },
    { "biography", PageLabel::Biography },
    { "bio", PageLabel::Biography },
    { "speaker", PageLabel::Speaker },
    { "speakers", PageLabel::Speaker },
    { "track", PageLabel::Track },
    { "time", PageLabel::Time },
    { "date", PageLabel::Date },
    { "location", PageLabel::Place },
    { "room", PageLabel::Place },
    { "abstract", PageLabel::Abstract },
    { "description", PageLabel::Abstract },
    { "conference", PageLabel::Conference },
    { "event", PageLabel::Conference },
};
constexpr std::size_t word_bytes_max = 12;

/// No-break spaces, the byte order mark, and the space of no width.
constexpr std::string_view wide_spaces[] = { "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B",
    "\xEF\xBB\xBF" };

struct FoundLabel {
    PageLabel label;
    std::string_view word;
    std::size_t size; ///< with the colon
};

std::optional<FoundLabel> find_label(std::string_view text)
{
    const std::size_t colon = text.substr(0, word_bytes_max + 4).find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view word = trim_page(text.substr(0, colon));
    if (word.size() > word_bytes_max) return std::nullopt;
    const std::string folded = fold(word);
    for (const LabelRow& row : labels)
        if (row.word == folded) return FoundLabel { row.label, word, colon + 1 };
    return std::nullopt;
}

} // namespace

std::string_view trim_page(std::string_view text)
{
    for (bool goes_on = true; goes_on;) {
        text = trim(text);
        goes_on = false;
        for (const std::string_view space : wide_spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                goes_on = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                goes_on = true;
            }
        }
    }
    return text;
}

std::optional<LabelledText> take_labelled(std::string_view& rest)
{
    const auto found = find_label(rest);
    if (!found) return std::nullopt;
    for (std::size_t at = found->size; (at = rest.find_first_of("/|", at)) != rest.npos; ++at) {
        const std::string_view next = trim_page(rest.substr(at + 1, 2 * word_bytes_max));
        if (!find_label(next)) continue;
        const std::string_view value = rest.substr(found->size, at - found->size);
        rest = trim_page(rest.substr(at + 1));
        return LabelledText { found->label, found->word, trim_page(value) };
    }
    const std::string_view value = rest.substr(found->size);
    rest = {};
    return LabelledText { found->label, found->word, trim_page(value) };
}

} // namespace hallway
