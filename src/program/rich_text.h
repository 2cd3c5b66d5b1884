#pragma once
#include "program/pack.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

/// A part of a block's text that is marked or leads somewhere. Marks of a block do not overlap, and
/// ascend.
struct RichMark {
    std::uint32_t at = 0; ///< bytes, in the block's text
    std::uint32_t size = 0;
    std::uint32_t flags = 0; ///< pack::MarkFlag
    std::string url;         ///< any text: other schemes than http, https and mailto are dropped
    friend bool operator==(const RichMark&, const RichMark&) = default;
};

/// A paragraph, a list item, and what else a text is made of; its lines are parted by '\n'.
struct RichBlock {
    pack::BlockKind kind = pack::BlockKind::Paragraph;
    std::uint8_t depth = 0;   ///< of list items: how many lists they stand in, from 0
    std::uint16_t number = 0; ///< of numbered items
    std::string text = {};
    std::vector<RichMark> marks = {};
    friend bool operator==(const RichBlock&, const RichBlock&) = default;
};

/// A text as it is meant, in order. Texts are UTF-8 and clean (`clean_text`), none is empty.
using RichText = std::vector<RichBlock>;

} // namespace hallway
