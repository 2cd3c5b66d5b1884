#pragma once
#include "base/check.h"
#include "ui/semantics.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Applies the operations of a frame as the page's mirror does, and keeps watch on what it may rely
/// on.
namespace hallway::test {

struct FakeElement {
    ui::Handle handle = 0, parent = 0;
    ui::Role role = ui::Role::Group;
    ui::Style style = ui::Style::None;
    std::uint8_t line = 0, level = 0;
    std::uint16_t flags = 0;
    ui::Rect rect;
    std::string name, value, label, language;
    std::vector<ui::Handle> children;
};

class FakePage {
public:
    /// What one frame's operations were.
    struct Counts {
        int puts = 0, created = 0, rects = 0, focuses = 0, removes = 0, orders = 0, moved = 0;
        [[nodiscard]] int all() const { return puts + rects + focuses + removes + orders; }
    };
    Counts counts;
    ui::Handle focused = 0;
    ui::Handle scrolled_to = 0; ///< by the last scroll
    bool opened_there = false;  ///< it counts only where the page was not scrolled before
    std::set<ui::Handle> moved; ///< elements that the last frame moved among their siblings

    void apply(std::span<const std::uint32_t> ops, std::string_view text)
    {
        counts = {};
        moved.clear();
        removed_.clear();
        text_ = text;
        for (std::size_t at = 0; at < ops.size();) at += apply_one(ops.subspan(at));
    }

    [[nodiscard]] const FakeElement& element(ui::Handle handle) const
    {
        const auto found = elements_.find(handle);
        if (found == elements_.end()) stop("there is no such element");
        return found->second;
    }
    [[nodiscard]] bool has(ui::Handle handle) const { return elements_.contains(handle); }
    [[nodiscard]] std::size_t size() const { return elements_.size() - 1; }
    [[nodiscard]] const std::vector<ui::Handle>& top() const { return element(0).children; }

    /// The text that a screen reader would say for an element without a label.
    [[nodiscard]] std::string text_of(ui::Handle handle) const
    {
        const FakeElement& node = element(handle);
        std::string text = node.name;
        for (const ui::Handle child : node.children) {
            const std::string more = text_of(child);
            if (!text.empty() && !more.empty()) text += ' ';
            text += more;
        }
        return text;
    }
    [[nodiscard]] std::string accessible_name(ui::Handle handle) const
    {
        const FakeElement& node = element(handle);
        return node.label.empty() ? text_of(handle) : node.label;
    }
    [[nodiscard]] ui::Handle find(ui::Role role, std::string_view name) const
    {
        return find_below(0, role, name);
    }
    [[nodiscard]] std::vector<ui::Handle> all(ui::Role role) const
    {
        std::vector<ui::Handle> found;
        collect(0, role, found);
        return found;
    }
    /// The elements as indented lines, for messages.
    [[nodiscard]] std::string text() const { return lines_below(0, 0); }

private:
    using Words = std::span<const std::uint32_t>;

    std::size_t apply_one(Words op)
    {
        switch (static_cast<ui::Op>(op[0] & 0xff)) {
        case ui::Op::Put: return put(op);
        case ui::Op::Rect:
            ++counts.rects;
            mutable_element(op[1]).rect = rect_of(op.subspan(2));
            return 6;
        case ui::Op::Focus:
            ++counts.focuses;
            focused = op[1];
            check(has(focused), "focus goes to an element that exists");
            return 2;
        case ui::Op::Scroll:
            scrolled_to = op[1];
            check(has(scrolled_to), "the page scrolls to an element that exists");
            opened_there = op[2] != 0;
            return 3;
        case ui::Op::Remove: return remove(op[1]);
        case ui::Op::Order: return order(op);
        }
        stop("an operation that does not exist");
    }

    std::size_t put(Words op)
    {
        ++counts.puts;
        const ui::Handle handle = op[1], parent = op[2];
        check(handle != 0 && has(parent), "a parent is put before its children");
        check(!removed_.contains(handle), "a handle is not reused in the batch that frees it");
        const bool fresh = !has(handle);
        FakeElement& node = elements_[handle];
        if (fresh || node.parent != parent) {
            if (!fresh) std::erase(elements_[node.parent].children, handle);
            if (!fresh) moved.insert(handle);
            elements_[parent].children.push_back(handle);
        }
        counts.created += fresh;
        node.handle = handle;
        node.parent = parent;
        node.role = static_cast<ui::Role>(op[0] >> 8 & 0xff);
        node.style = static_cast<ui::Style>(op[0] >> 16 & 0xff);
        node.line = static_cast<std::uint8_t>(op[0] >> 24);
        node.flags = static_cast<std::uint16_t>(op[3]);
        node.level = static_cast<std::uint8_t>(op[3] >> 16);
        node.name = string_at(op, 4);
        node.value = string_at(op, 6);
        node.label = string_at(op, 8);
        node.language = string_at(op, 10);
        node.rect = rect_of(op.subspan(12));
        return 16;
    }

    std::size_t remove(ui::Handle handle)
    {
        ++counts.removes;
        check(has(handle), "only elements that exist are removed");
        removed_.insert(handle);
        FakeElement& node = elements_[handle];
        if (has(node.parent)) std::erase(elements_[node.parent].children, handle);
        elements_.erase(handle);
        if (focused == handle) focused = 0;
        return 2;
    }

    std::size_t order(Words op)
    {
        ++counts.orders;
        const Words wanted = op.subspan(3, op[2]);
        std::vector<ui::Handle>& children = mutable_element(op[1]).children;
        check(std::is_permutation(children.begin(), children.end(), wanted.begin(), wanted.end()),
            "an order names all children");
        // As the mirror does it: walk along, and put what is out of place before the next sibling.
        std::size_t place = 0;
        for (const ui::Handle handle : wanted) {
            if (children[place] != handle) {
                std::erase(children, handle);
                children.insert(children.begin() + static_cast<std::ptrdiff_t>(place), handle);
                moved.insert(handle);
                ++counts.moved;
            }
            ++place;
        }
        return 3 + op[2];
    }

    FakeElement& mutable_element(ui::Handle handle)
    {
        check(has(handle), "operations name elements that exist");
        return elements_[handle];
    }
    [[nodiscard]] std::string string_at(Words op, std::size_t at) const
    {
        check(op[at] + op[at + 1] <= text_.size(), "strings lie in the text");
        return std::string(text_.substr(op[at], op[at + 1]));
    }
    static ui::Rect rect_of(Words words)
    {
        const auto number = [&](std::size_t i) { return static_cast<std::int32_t>(words[i]); };
        return { number(0), number(1), number(2), number(3) };
    }

    [[nodiscard]] ui::Handle find_below(ui::Handle from, ui::Role role, std::string_view name) const
    {
        for (const ui::Handle child : element(from).children) {
            if (element(child).role == role && accessible_name(child) == name) return child;
            if (const ui::Handle found = find_below(child, role, name)) return found;
        }
        return 0;
    }
    void collect(ui::Handle from, ui::Role role, std::vector<ui::Handle>& found) const
    {
        for (const ui::Handle child : element(from).children) {
            if (element(child).role == role) found.push_back(child);
            collect(child, role, found);
        }
    }
    [[nodiscard]] std::string lines_below(ui::Handle from, int depth) const
    {
        std::string lines;
        for (const ui::Handle child : element(from).children) {
            const FakeElement& node = element(child);
            lines += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "role "
                + std::to_string(static_cast<int>(node.role)) + " \""
                + (node.label.empty() ? node.name : node.label) + "\"\n";
            lines += lines_below(child, depth + 1);
        }
        return lines;
    }

    std::map<ui::Handle, FakeElement> elements_ { { 0, {} } };
    std::set<ui::Handle> removed_;
    std::string_view text_;
};

}
