#include "app/prose.h"

namespace hallway {

Prose make_prose(const Program& program, pack::Range blocks)
{
    Prose prose;
    for (const pack::BlockRecord& record : program.blocks(blocks)) {
        ProseBlock& block = prose.push_back({});
        block.kind = record.kind;
        block.depth = record.depth;
        block.number = record.number;
        const std::string_view text = program.text(record.text);
        const auto add = [&](std::size_t from, std::size_t to, std::uint32_t flags,
                             std::string_view url) {
            if (from < to) block.runs.push_back({ text.substr(from, to - from), flags, url });
        };
        std::size_t at = 0;
        for (const pack::MarkRecord& mark : program.marks(record.marks)) {
            add(at, mark.at, 0, {});
            at = std::size_t { mark.at } + mark.size;
            add(mark.at, at, mark.flags, program.text(mark.url));
        }
        add(at, text.size(), 0, {});
    }
    return prose;
}

ProseBlock make_paragraph(std::string text)
{
    ProseBlock block;
    block.runs.push_back({ std::move(text), 0, {} });
    return block;
}

} // namespace hallway
