#include "rich_lines.h"

namespace hallway::test {
namespace {

std::string start_of(const RichBlock& block)
{
    const std::string indent(std::size_t { 2 } * block.depth, ' ');
    switch (block.kind) {
    case pack::BlockKind::Paragraph: return {};
    case pack::BlockKind::Heading: return "# ";
    case pack::BlockKind::Item: return indent + "- ";
    case pack::BlockKind::NumberedItem: return indent + std::to_string(block.number) + ". ";
    case pack::BlockKind::Quote: return "> ";
    case pack::BlockKind::Preformatted: return "``` ";
    }
    return {};
}

std::string marked(const std::string& text, const RichMark& mark)
{
    std::string out = text;
    if (mark.flags & pack::MarkCode) out = "`" + out + "`";
    if (mark.flags & pack::MarkEmphasis) out = "*" + out + "*";
    if (mark.flags & pack::MarkStrong) out = "**" + out + "**";
    if (!mark.url.empty()) out = "[" + out + "](" + mark.url + ")";
    return out;
}

} // namespace

std::vector<std::string> rich_lines(const RichText& text)
{
    std::vector<std::string> lines;
    for (const RichBlock& block : text) {
        std::string& line = lines.emplace_back(start_of(block));
        std::size_t at = 0;
        for (const RichMark& mark : block.marks) {
            line.append(block.text, at, mark.at - at);
            line += marked(block.text.substr(mark.at, mark.size), mark);
            at = std::size_t { mark.at } + mark.size;
        }
        line.append(block.text, at);
    }
    return lines;
}

} // namespace hallway::test
