#include "ui/views/views.h"

#include <algorithm>

namespace hallway::ui {

namespace {

constexpr std::uint8_t prose_line = 24;

bool is_item(const ProseBlock& block)
{
    return block.kind == pack::BlockKind::Item || block.kind == pack::BlockKind::NumberedItem;
}

/// The innermost element that shows all of a run's marks.
Role role_of(const ProseRun& run)
{
    if (!run.href.empty()) return Role::Link;
    if (run.flags & pack::MarkCode) return Role::Code;
    if (run.flags & pack::MarkStrong) return Role::Strong;
    if (run.flags & pack::MarkEmphasis) return Role::Emphasis;
    return Role::Run;
}

/// A program's text as elements, one view of it.
class ProseView {
public:
    ProseView(Ui& ui, const Prose& prose, int heading_level, std::string_view language)
        : ui_(ui), prose_(prose), heading_level_(heading_level), language_(language),
          key_(ui.current_key())
    {
    }

    void draw()
    {
        while (at_ < prose_.size())
            if (is_item(prose_[at_]))
                list();
            else
                block();
    }

private:
    /// Items of one depth, each with the lists that stand in it.
    void list()
    {
        const ProseBlock& first = prose_[at_];
        const bool numbered = first.kind == pack::BlockKind::NumberedItem;
        auto list = ui_.open({ .role = numbered ? Role::NumberedList : Role::List,
            .style = Style::ProseList,
            .key = next_key() });
        while (at_ < prose_.size() && is_item(prose_[at_]) && prose_[at_].depth >= first.depth
            && prose_[at_].kind == first.kind) {
            const ProseBlock& block = prose_[at_++];
            const std::string number = numbered ? std::to_string(block.number) : std::string();
            auto item = ui_.open({ .role = Role::Item,
                .key = next_key(),
                .value = number,
                .language = language_,
                .line = prose_line });
            runs(block);
            while (at_ < prose_.size() && is_item(prose_[at_]) && prose_[at_].depth > first.depth)
                this->list();
        }
    }

    void block()
    {
        const ProseBlock& block = prose_[at_++];
        Element element {
            .role = Role::Paragraph, .key = next_key(), .language = language_, .line = prose_line
        };
        switch (block.kind) {
        case pack::BlockKind::Heading:
            element.role = Role::Heading;
            element.level = static_cast<std::uint8_t>(heading_level_);
            element.flags = FlagStrong;
            break;
        case pack::BlockKind::Quote: element.role = Role::Quote; break;
        case pack::BlockKind::Preformatted: element.role = Role::Preformatted; break;
        default: break;
        }
        if (block.runs.size() == 1 && role_of(block.runs[0]) == Role::Run) {
            element.name = block.runs[0].text;
            return ui_.leaf(element);
        }
        auto open = ui_.open(element);
        runs(block);
    }

    void runs(const ProseBlock& block)
    {
        for (const ProseRun& run : block.runs) {
            const Role role = role_of(run);
            const bool strong = (run.flags & pack::MarkStrong) != 0;
            ui_.leaf({ .role = role,
                .key = next_key(),
                .name = run.text,
                .value = run.href,
                .flags = static_cast<std::uint16_t>(
                    (strong ? FlagStrong : 0) | (role == Role::Link ? FlagExternal : 0)) });
        }
    }

    std::uint64_t next_key() { return mix64(key_, ++number_); }

    Ui& ui_;
    const Prose& prose_;
    int heading_level_;
    std::string_view language_;
    std::uint64_t key_;
    std::uint64_t number_ = 0;
    std::size_t at_ = 0;
};

} // namespace

void prose_ui(Ui& ui, const Prose& prose, int heading_level, std::string_view language)
{
    if (prose.empty()) return;
    auto group = ui.group(Style::Prose);
    ProseView(ui, prose, heading_level, language).draw();
}

} // namespace hallway::ui
