#include "planner/join_link.h"

#include "base/text.h"

#include <algorithm>
#include <string>

namespace hallway {
namespace {

constexpr std::string_view title_words[] = { "join", "live", "livestream", "stream", "webinar",
    "zoom" };
constexpr std::string_view host_labels[] = { "live", "meet", "stream", "streaming", "zoom" };

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool has_word(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        if (begins && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

std::string_view first_label(std::string_view url)
{
    const std::size_t slashes = url.find("//");
    if (slashes == std::string_view::npos) return {};
    const std::string_view host = url.substr(slashes + 2);
    return host.substr(0, host.find_first_of("./:?#"));
}

} // namespace

const pack::LinkRecord* find_join_link(const Program& program, const pack::SessionRecord& session)
{
    for (const pack::LinkRecord& link : program.links(session.links)) {
        const std::string title = fold(program.text(link.title));
        const std::string_view host = first_label(program.text(link.url));
        const bool says_so = std::ranges::any_of(
            title_words, [&](std::string_view word) { return has_word(title, word); });
        if (says_so || std::ranges::find(host_labels, host) != std::end(host_labels)) return &link;
    }
    return nullptr;
}

} // namespace hallway
