#pragma once
#include "program/rich_text.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// White space as HTML has it.
/// Source: Infra Standard, 4.6 (ASCII whitespace).
[[nodiscard]] constexpr bool is_html_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Makes blocks of an HTML text's tokens: white space is folded, lists are counted, marks follow
/// the inline elements that are open. The writer is told of tags, and knows none.
class BlockWriter {
public:
    /// How the text that comes next is marked. Elements that are open count: they may be nested.
    struct TextState {
        std::uint32_t strong = 0, emphasis = 0, code = 0;
        std::string href;
    };
    TextState state; ///< `end_run` before it changes
    bool is_preformatted = false;
    bool is_heading = false;
    std::uint32_t quotes = 0; ///< that are open
    bool lines_count = false; ///< line breaks of the source count

    /// What came since the last call is marked as `state` says.
    void end_run();
    /// How much text there is so far: unchanged as long as nothing to be read comes.
    [[nodiscard]] std::size_t text_bytes() const { return blocks_bytes_ + text_.size(); }

    void open_list(bool is_numbered);
    void close_list();
    void open_item();
    void close_item();
    void end_block();
    /// Ends the block, and with it whatever is marked: elements that nobody closed go no further.
    void close_block();

    void put(std::string_view words) { text_ += words; }
    void put(char32_t value);
    void put_byte(char c);
    /// A second one begins a paragraph.
    void put_line_break();
    void begin_row();

    [[nodiscard]] RichText take_blocks();

private:
    struct OpenList {
        bool is_numbered = false;
        std::uint16_t number = 0;
    };
    [[nodiscard]] std::uint32_t flags() const;
    [[nodiscard]] pack::BlockKind kind() const;
    void trim_line();
    void cut_marks();
    void write_block();

    RichText blocks_;
    std::string text_;
    std::vector<RichMark> marks_;
    std::vector<OpenList> lists_;
    std::size_t blocks_bytes_ = 0; ///< texts of `blocks_`
    std::size_t run_at_ = 0;
    std::size_t folded_line_at_ = 0; ///< where a line break became a space
    bool is_item_ = false;           ///< the next block begins a list item
};

} // namespace hallway
