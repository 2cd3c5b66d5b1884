#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What free text says about a session and its conference, without labels to go by. English only.
namespace hallway {

/// A session that a text tells of in passing: "a session entitled Sourdough at Scale. In it, ...".
struct Announcement {
    std::string title;
    std::vector<std::string> description; ///< what follows the title in its paragraph; may be empty
    std::size_t byte_offset = 0;          ///< of the title
};

/// Shape:  a word for a session, then "entitled", "titled" or "called", then the title: in
/// quotation
///         marks, else up to the end of the sentence.
[[nodiscard]] std::optional<Announcement> find_announcement(std::string_view text);

/// The conference that a text names, as "QCon" in "QCon is a conference" and "OmniTI Surge 2011" in
/// "at the OmniTI Surge 2011 Conference". Empty if there is none.
[[nodiscard]] std::string find_conference_name(std::string_view text);

} // namespace hallway
