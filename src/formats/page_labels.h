#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// What a word before a colon says about what follows it, on a speaker's page.
enum class PageLabel : std::uint8_t {
    Session,
    Biography,
    Speaker,
    Track,
    Time,
    Date,
    Place,
    Abstract,
    Conference,
};

struct LabelledText {
    PageLabel label = PageLabel::Session;
    std::string_view word; ///< the label as it stands there
    std::string_view value;
};

/// Takes "Track: Flour" off the front of "Track: Flour / Time: Friday": label, colon, and the text
/// up to the next "/" or "|" that a label follows. Nothing, and `rest` stays, if it begins with no
/// label.
[[nodiscard]] std::optional<LabelledText> take_labelled(std::string_view& rest);

/// `text` without white space at its ends, also of the kinds that do not break.
[[nodiscard]] std::string_view trim_page(std::string_view text);

} // namespace hallway
