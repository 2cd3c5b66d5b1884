#include "formats/block_writer.h"

#include "base/text.h"
#include "formats/web_links.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }

} // namespace

std::uint32_t BlockWriter::flags() const
{
    return (state.strong > 0 ? pack::MarkStrong : 0u)
        | (state.emphasis > 0 ? pack::MarkEmphasis : 0u) | (state.code > 0 ? pack::MarkCode : 0u);
}

void BlockWriter::end_run()
{
    std::size_t from = run_at_;
    run_at_ = text_.size();
    if (flags() == 0 && state.href.empty()) return;
    while (from < run_at_ && is_html_space(text_[from])) ++from;
    if (from == run_at_) return;
    marks_.push_back({ static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(run_at_ - from),
        flags(), state.href });
}

void BlockWriter::open_list(bool is_numbered)
{
    end_block();
    lists_.push_back({ is_numbered, 0 });
}

void BlockWriter::close_list()
{
    close_item();
    if (!lists_.empty()) lists_.pop_back();
}

void BlockWriter::open_item()
{
    end_block();
    is_item_ = true;
    if (lists_.empty()) lists_.emplace_back(); // an item without a list
    if (lists_.back().number < UINT16_MAX) ++lists_.back().number;
}

void BlockWriter::close_item()
{
    close_block();
    is_item_ = false;
}

void BlockWriter::close_block()
{
    end_block();
    state = {};
}

void BlockWriter::end_block()
{
    end_run();
    trim_line();
    while (text_.ends_with('\n')) {
        text_.pop_back();
        trim_line();
    }
    cut_marks();
    if (!text_.empty()) write_block();
    text_.clear();
    marks_.clear();
    run_at_ = 0;
}

void BlockWriter::put(char32_t value)
{
    if (value < 0x80)
        put_byte(static_cast<char>(value));
    else if (value >= 0xA0) // below are control characters
        append_code_point(text_, value);
}

void BlockWriter::put_byte(char c)
{
    if (is_preformatted) {
        // HTML standard, 13.2.6.4.7: a line break right behind the tag is not meant.
        if (c == '\n' && text_.empty()) return;
        if (c == '\n' || c == '\t' || !is_control(c)) text_.push_back(c);
    } else if (!is_html_space(c)) {
        if (!is_control(c)) text_.push_back(c);
    } else if (c == '\n' && lines_count) {
        put_line_break();
    } else if (c == '\n' && folded_line_at_ == text_.size()) {
        end_block(); // a blank line is a paragraph to whoever wrote it, also among tags
    } else if (!text_.empty() && !is_html_space(text_.back())) {
        text_.push_back(' ');
        if (c == '\n') folded_line_at_ = text_.size();
    }
}

void BlockWriter::put_line_break()
{
    trim_line();
    if (text_.ends_with('\n'))
        end_block();
    else if (!text_.empty())
        text_.push_back('\n');
}

void BlockWriter::begin_row()
{
    trim_line();
    if (!text_.empty() && !text_.ends_with('\n')) text_.push_back('\n');
}

RichText BlockWriter::take_blocks()
{
    end_block();
    return std::move(blocks_);
}

pack::BlockKind BlockWriter::kind() const
{
    using enum pack::BlockKind;
    if (is_preformatted) return Preformatted; // in a list item, too: its white space counts
    if (is_item_) return lists_.back().is_numbered ? NumberedItem : Item;
    if (is_heading) return Heading;
    return quotes > 0 ? Quote : Paragraph;
}

/// Takes the white space off the end of the line, without its break.
void BlockWriter::trim_line()
{
    const std::size_t size = text_.size();
    while (true) {
        if (text_.ends_with(' ') || text_.ends_with('\t'))
            text_.pop_back();
        else if (text_.ends_with(no_break_space))
            text_.resize(text_.size() - no_break_space.size());
        else
            break;
    }
    if (text_.size() < size) cut_marks();
}

/// Marks end where the text does.
void BlockWriter::cut_marks()
{
    run_at_ = std::min(run_at_, text_.size());
    while (!marks_.empty() && marks_.back().at >= text_.size()) marks_.pop_back();
    if (marks_.empty()) return;
    RichMark& last = marks_.back();
    last.size = std::min(last.size, static_cast<std::uint32_t>(text_.size()) - last.at);
}

void BlockWriter::write_block()
{
    RichBlock block { kind(), 0, 0, std::move(text_), std::move(marks_) };
    if (is_item_ && !is_preformatted) {
        block.depth = static_cast<std::uint8_t>(
            std::min<std::size_t>(lists_.size() - 1, pack::block_depth_max));
        if (lists_.back().is_numbered) block.number = lists_.back().number;
    }
    is_item_ = false;
    // In code that stands alone, emphasis says nothing more.
    if (block.kind == pack::BlockKind::Preformatted) {
        for (RichMark& mark : block.marks) mark.flags = 0;
        std::erase_if(block.marks, [](const RichMark& mark) { return mark.url.empty(); });
    }
    add_web_links(block);
    blocks_bytes_ += block.text.size();
    blocks_.push_back(std::move(block));
}

} // namespace hallway
