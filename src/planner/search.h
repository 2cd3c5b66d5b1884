#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// What a search text asks for: its words, folded. Each must be found at the start of a word of a
/// session's title or of a name; in scripts without spaces anywhere.
class Query {
public:
    Query() = default;
    explicit Query(std::string_view text);
    [[nodiscard]] bool empty() const { return words_.empty(); }
    /// `search_text` as `SessionRecord::search_text` holds it.
    [[nodiscard]] bool matches(std::string_view search_text) const;

private:
    std::vector<std::string> words_;
};

} // namespace hallway
