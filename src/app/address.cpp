#include "app/address.h"

#include "base/text.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_host_byte(char c)
{
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    // Names in other scripts are left to the browser.
    return is_letter || is_digit(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) > 127;
}

/// "conf.example", "192.0.2.1:8080": what stands before the path, the query or the end.
bool begins_with_host(std::string_view text)
{
    const std::string_view host = text.substr(0, text.find_first_of(":/?#"));
    const std::string_view rest = text.substr(host.size());
    const std::size_t dot = host.find('.');
    if (dot == 0 || dot == std::string_view::npos || host.ends_with('.')) return false;
    if (!std::ranges::all_of(host, is_host_byte)) return false;
    // Behind a colon stands a port, or the text before it is another scheme.
    return !rest.starts_with(':') || (rest.size() > 1 && is_digit(rest[1]));
}

} // namespace

std::optional<std::string> read_address(std::string_view typed)
{
    const std::string address(trim(typed));
    const std::string folded = fold(address);
    if (folded.starts_with("https://") || folded.starts_with("http://")) return address;
    if (begins_with_host(address)) return "https://" + address;
    return std::nullopt;
}

} // namespace hallway
