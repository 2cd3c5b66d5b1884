#pragma once
#include "app/page_memory.h"

#include <string>
#include <string_view>

namespace hallway {

/// Text of a page, in the page's memory: copied with its words, destroyed with nothing.
class PageText : public std::string_view {
public:
    PageText() = default;
    PageText(std::string_view text) : std::string_view(PageMemory::current().keep(text)) { }
    PageText(const std::string& text) : PageText(std::string_view(text)) { }
    PageText(const char* text) : PageText(std::string_view(text)) { }
    explicit operator std::string() const { return std::string(data(), size()); }
};

} // namespace hallway
