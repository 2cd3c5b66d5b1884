#include "formats/html_blocks.h"
#include "formats/text_blocks.h"

#include "base/check.h"
#include "base/text.h"
#include "program/builder.h"

#include <cstddef>
#include <cstdint>

using namespace hallway;

/// Whatever HTML is given: text comes out, without control characters, and not much longer; its
/// marks ascend and lie within it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view html(reinterpret_cast<const char*>(data), size);
    std::size_t sum = 0;
    for (const RichBlock& block : blocks_of_html(html)) sum += block.text.size();
    check(sum <= html.size() * 4 + 16, "text that grows out of nothing");
    for (const RichBlock& block : rich_text_of(html)) {
        check(!block.text.empty(), "an empty block");
        check(!find_invalid_utf8(block.text), "text that is not UTF-8");
        check(clean_text(block.text) == block.text, "text that is not clean");
        check(block.depth <= pack::block_depth_max, "too deep");
        check(block.kind == pack::BlockKind::Preformatted
                || block.text.find("\n\n") == std::string::npos,
            "a paragraph that is two");
        std::size_t end = 0;
        for (const RichMark& mark : block.marks) {
            check(mark.at >= end && mark.size > 0, "marks that overlap");
            check(mark.url.empty() ? mark.flags != 0 : is_safe_url(mark.url), "an unsafe link");
            end = std::size_t { mark.at } + mark.size;
        }
        check(end <= block.text.size(), "a mark beyond its text");
    }
    return 0;
}
