#include "ui/support/tree_text.h"
#include "support/files.h"

#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

namespace hallway::test {
namespace {

/// The members of an enum, as semantics.h spells them.
std::vector<std::string> members_of(std::string_view name)
{
    static const std::string header = read_source_file("src/ui/semantics.h");
    const std::size_t at = header.find("enum class " + std::string(name) + " ");
    const std::size_t from = header.find('{', at), to = header.find('}', at);
    std::vector<std::string> members;
    std::string word;
    for (std::size_t i = from + 1; i < to; ++i) {
        if (header.compare(i, 2, "//") == 0) i = header.find('\n', i);
        const char c = header[i];
        if (c == ',' && !word.empty()) members.push_back(std::exchange(word, {}));
        if (std::isalnum(static_cast<unsigned char>(c))) word += c;
    }
    if (!word.empty()) members.push_back(word);
    return members;
}

std::string flags_text(std::uint16_t flags)
{
    static constexpr std::pair<ui::Flag, std::string_view> names[] = {
        { ui::FlagPressed, "pressed" },
        { ui::FlagCurrent, "current" },
        { ui::FlagSticky, "sticky" },
        { ui::FlagStrong, "strong" },
        { ui::FlagTwoLines, "two-lines" },
        { ui::FlagUntilFound, "until-found" },
        { ui::FlagAlignEnd, "align-end" },
        { ui::FlagSaved, "saved" },
        { ui::FlagTabular, "tabular" },
        { ui::FlagStruck, "struck" },
        { ui::FlagExternal, "external" },
        { ui::FlagUnfolds, "unfolds" },
        { ui::FlagUnfolded, "unfolded" },
        { ui::FlagDrawn, "drawn" },
        { ui::FlagTabStop, "tab-stop" },
    };
    std::string text;
    for (const auto& [flag, name] : names)
        if (flags & flag) text += " " + std::string(name);
    return text;
}

std::string line_of(const ui::Tree& tree, const ui::Node& node)
{
    static const std::vector<std::string> roles = members_of("Role"), styles = members_of("Style"),
                                          panes = members_of("PaneKind");
    std::string line = roles.at(static_cast<std::size_t>(node.role));
    if (node.role == ui::Role::Pane)
        line += " " + panes.at(node.level);
    else if (node.level)
        line += " " + std::to_string(node.level);
    if (node.style != ui::Style::None)
        line += " ." + styles.at(static_cast<std::size_t>(node.style));
    const auto add = [&](std::string_view before, ui::TextSpan span) {
        if (span.size)
            line += " " + std::string(before) + "\"" + std::string(tree.str(span)) + "\"";
    };
    add("", node.name);
    add("label ", node.label);
    if (node.role != ui::Role::Pane) add("value ", node.value);
    add("language ", node.language);
    if (node.line) line += " line " + std::to_string(node.line);
    const ui::Rect& r = node.rect;
    if (r != ui::Rect {})
        line += " [" + std::to_string(r.x) + " " + std::to_string(r.y) + " " + std::to_string(r.w)
            + " " + std::to_string(r.h) + "]";
    line += flags_text(node.flags);
    if (node.intent)
        line +=
            " -> intent " + std::to_string(static_cast<int>(tree.intents[node.intent - 1].kind));
    return line;
}

}

std::string text_of_tree(const ui::Tree& tree)
{
    std::string text;
    for (const ui::Node& node : tree.nodes) {
        std::size_t depth = 0;
        for (std::uint32_t at = node.parent; at; at = tree.nodes[at - 1].parent) ++depth;
        text += std::string(2 * depth, ' ') + line_of(tree, node) + "\n";
    }
    return text;
}

}
