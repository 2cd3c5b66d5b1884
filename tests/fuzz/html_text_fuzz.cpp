#include "formats/html_text.h"
#include "formats/text_blocks.h"

#include "base/check.h"
#include "base/text.h"

#include <cstddef>
#include <cstdint>

using namespace hallway;

/// Whatever HTML is given: text comes out, without control characters, and not much longer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view html(reinterpret_cast<const char*>(data), size);
    check(text_of_html(html).size() <= html.size() * 4 + 16, "text that grows out of nothing");
    for (const std::string& paragraph : paragraphs_of(html)) {
        check(!paragraph.empty(), "an empty paragraph");
        check(!find_invalid_utf8(paragraph), "text that is not UTF-8");
        check(clean_text(paragraph) == paragraph, "text that is not clean");
        check(paragraph.find("\n\n") == std::string::npos, "a paragraph that is two");
    }
    return 0;
}
