#pragma once
#include "app/page_list.h"
#include "app/page_text.h"
#include "program/program.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

/// A part of a paragraph that looks alike and leads to one place.
struct ProseRun {
    PageText text;
    std::uint32_t flags = 0; ///< pack::MarkFlag
    PageText href;           ///< on the web; empty: no link
};
struct ProseBlock {
    pack::BlockKind kind = pack::BlockKind::Paragraph;
    std::uint8_t depth = 0;   ///< of list items, from 0
    std::uint16_t number = 0; ///< of numbered items
    PageList<ProseRun> runs;
};
/// A text of the program, ready to be shown.
using Prose = PageList<ProseBlock>;

[[nodiscard]] Prose make_prose(const Program& program, pack::Range blocks);
/// A paragraph of our own words.
[[nodiscard]] ProseBlock make_paragraph(std::string text);

} // namespace hallway
