#include "formats/web_links.h"

#include "program/builder.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::string_view ends_of_sentences = "?!.,:;*_~'\"";

bool ends_address(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>'; }

/// The address at the start of `text`, which goes up to a space at most.
std::string_view address_in(std::string_view text)
{
    std::string_view address = text.substr(0,
        static_cast<std::size_t>(
            std::find_if(text.begin(), text.end(), ends_address) - text.begin()));
    // Brackets that open inside belong to the address, as in ".../Hall_(concept)"; Markdown's
    // "[text](address)" closes one that does not.
    std::size_t open = 0;
    for (std::size_t at = 0; at < address.size(); ++at) {
        if (address[at] == '(') ++open;
        if (address[at] == ')' && open-- == 0) address = address.substr(0, at);
        if (address.size() > at && address[at] == ']') address = address.substr(0, at);
    }
    while (!address.empty() && ends_of_sentences.find(address.back()) != std::string_view::npos)
        address.remove_suffix(1);
    return address;
}

void find_links(std::string_view text, std::size_t from, std::size_t to, std::vector<RichMark>& out)
{
    constexpr std::string_view rest_of_scheme = "://";
    const std::string_view part = text.substr(0, to);
    for (std::size_t at = part.find("http", from); at != std::string_view::npos;
         at = part.find("http", from)) {
        from = at + 4;
        const std::size_t secure = part.substr(from).starts_with('s') ? 1 : 0;
        if (!part.substr(from + secure).starts_with(rest_of_scheme)) continue;
        const std::string_view address = address_in(part.substr(at));
        if (address.size() <= 4 + secure + rest_of_scheme.size()) continue;
        if (!is_safe_url(address)) continue;
        out.push_back({ static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(address.size()),
            0, std::string(address) });
        from = at + address.size();
    }
}

} // namespace

void add_web_links(RichBlock& block)
{
    if (block.text.find("://") == std::string::npos) return;
    std::vector<RichMark> marks;
    std::size_t from = 0;
    for (RichMark& mark : block.marks) {
        find_links(block.text, from, mark.at, marks);
        from = std::size_t { mark.at } + mark.size;
        marks.push_back(std::move(mark));
    }
    find_links(block.text, from, block.text.size(), marks);
    block.marks = std::move(marks);
}

} // namespace hallway
