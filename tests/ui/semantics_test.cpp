#include "support/fake_page.h"
#include "ui/semantics.h"

#include <doctest/doctest.h>
#include <random>

using namespace hallway;
using namespace hallway::ui;
using test::FakePage;

namespace {

/// A tree as a list of (key, parent's key, role); the first of a key counts.
struct Entry {
    NodeKey key, parent;
    Role role = Role::Group;
    std::string name = {};
    std::uint16_t flags = 0;
    std::int32_t y = 0;
};

Tree tree_of(const std::vector<Entry>& entries)
{
    Tree tree;
    for (const Entry& entry : entries) {
        Node node;
        node.key = entry.key;
        for (std::size_t i = 0; i < tree.nodes.size(); ++i)
            if (tree.nodes[i].key == entry.parent) node.parent = static_cast<std::uint32_t>(i + 1);
        node.role = entry.role;
        node.flags = entry.flags;
        node.rect.y = entry.y;
        node.name = { static_cast<std::uint32_t>(tree.text.size()),
            static_cast<std::uint32_t>(entry.name.size()) };
        tree.text += entry.name;
        tree.nodes.push_back(node);
    }
    return tree;
}

/// Two panes; the first has a list of rows, each with a link and a toggle.
std::vector<Entry> rows_of(const std::vector<NodeKey>& rows)
{
    std::vector<Entry> entries { { 1, 0, Role::Pane }, { 3, 1, Role::List } };
    for (const NodeKey row : rows) {
        entries.push_back({ row, 3, Role::Item });
        entries.push_back({ row + 1, row, Role::Link, "title " + std::to_string(row) });
        entries.push_back({ row + 2, row, Role::Toggle, "star" });
    }
    entries.push_back({ 2, 0, Role::Pane });
    entries.push_back({ 5, 2, Role::Button, "other pane" });
    return entries;
}

struct Mirrored {
    TreeMirror mirror;
    FakePage page;

    void show(const std::vector<Entry>& entries, NodeKey focus = 0)
    {
        const Tree tree = tree_of(entries);
        mirror.diff(tree, mirror.handle_of(focus));
        page.apply(mirror.ops(), tree.text);
        check_same(tree);
    }
    /// The page shows exactly the tree, in its order.
    void check_same(const Tree& tree) const
    {
        CHECK(page.size() == tree.nodes.size());
        std::vector<std::vector<Handle>> children(tree.nodes.size() + 1);
        for (const Node& node : tree.nodes)
            children[node.parent].push_back(mirror.handle_of(node.key));
        CHECK(page.top() == children[0]);
        for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
            const Handle handle = mirror.handle_of(tree.nodes[i].key);
            const test::FakeElement& element = page.element(handle);
            CHECK(element.children == children[i + 1]);
            CHECK(element.name == tree.str(tree.nodes[i].name));
            CHECK(element.rect == tree.nodes[i].rect);
            CHECK(mirror.index_of(handle) == i);
        }
    }
    [[nodiscard]] Handle handle(NodeKey key) const { return mirror.handle_of(key); }
};

} // namespace

TEST_SUITE("ui/semantics")
{
    TEST_CASE("a tree that did not change gives no operations")
    {
        Mirrored m;
        m.show(rows_of({ 10, 20, 30 }));
        CHECK(m.page.counts.created == 13);
        m.show(rows_of({ 10, 20, 30 }));
        CHECK(m.mirror.ops().empty());
    }

    TEST_CASE("a star is one operation, a row that grows moves those below it")
    {
        Mirrored m;
        auto entries = rows_of({ 10, 20, 30 });
        m.show(entries);
        entries[4].flags = FlagPressed;
        m.show(entries);
        CHECK(m.page.counts.puts == 1);
        CHECK(m.page.counts.all() == 1);
        entries[5].y = 22;
        entries[8].y = 22;
        m.show(entries);
        CHECK(m.page.counts.rects == 2);
        CHECK(m.page.counts.all() == 2);
    }

    TEST_CASE("filtering removes subtrees, moves nothing and orders nothing")
    {
        Mirrored m;
        m.show(rows_of({ 10, 20, 30, 40, 50 }));
        m.show(rows_of({ 10, 30, 50 }));
        CHECK(m.page.counts.removes == 6);
        CHECK(m.page.counts.all() == 6);
    }

    TEST_CASE("rows that come back between others are the only ones that are moved")
    {
        Mirrored m;
        m.show(rows_of({ 10, 30, 50 }));
        m.show(rows_of({ 10, 20, 30, 40, 50 }));
        CHECK(m.page.counts.created == 6);
        CHECK(m.page.counts.orders == 1);
        CHECK(m.page.moved == std::set<Handle> { m.handle(20), m.handle(40) });
    }

    TEST_CASE("rows that are added at the end need no order")
    {
        Mirrored m;
        m.show(rows_of({ 10, 20 }));
        m.show(rows_of({ 10, 20, 30, 40 }));
        CHECK(m.page.counts.created == 6);
        CHECK(m.page.counts.orders == 0);
    }

    TEST_CASE("children that change places are ordered, their own children are not")
    {
        Mirrored m;
        m.show(rows_of({ 10, 20, 30 }));
        m.show(rows_of({ 30, 10, 20 }));
        CHECK(m.page.counts.orders == 1);
        CHECK(m.page.counts.all() == 1);
    }

    TEST_CASE("a pane between others is ordered at the top")
    {
        Mirrored m;
        m.show({ { 1, 0, Role::Pane }, { 3, 0, Role::Pane } });
        m.show({ { 1, 0, Role::Pane }, { 2, 0, Role::Pane }, { 3, 0, Role::Pane } });
        CHECK(m.page.counts.orders == 1);
        CHECK(m.page.top() == std::vector<Handle> { m.handle(1), m.handle(2), m.handle(3) });
    }

    TEST_CASE("a node that gets another parent is moved there before the old one goes")
    {
        Mirrored m;
        m.show({ { 1, 0, Role::Pane }, { 2, 1 }, { 3, 2, Role::Link, "a" }, { 4, 1 } });
        m.show({ { 1, 0, Role::Pane }, { 4, 1 }, { 3, 4, Role::Link, "a" } });
        CHECK(m.page.element(m.handle(4)).children == std::vector<Handle> { m.handle(3) });
        CHECK(m.page.counts.removes == 1);
    }

    TEST_CASE("operations come in the order put and rect, focus, remove, order")
    {
        Mirrored m;
        m.show(rows_of({ 10, 20, 40 }));
        const Tree tree = tree_of(rows_of({ 20, 30, 40 }));
        m.mirror.diff(tree, m.handle(21));
        std::vector<int> kinds;
        const auto& ops = m.mirror.ops();
        for (std::size_t at = 0; at < ops.size();) {
            const auto op = static_cast<Op>(ops[at] & 0xff);
            if (kinds.empty() || kinds.back() != static_cast<int>(op))
                kinds.push_back(static_cast<int>(op));
            at += op == Op::Put ? 16 : op == Op::Rect ? 6 : op == Op::Order ? 3 + ops[at + 2] : 2;
        }
        CHECK(kinds
            == std::vector<int> { static_cast<int>(Op::Put), static_cast<int>(Op::Focus),
                static_cast<int>(Op::Remove), static_cast<int>(Op::Order) });
    }

    TEST_CASE("a removed node's handle is taken again, but not in the batch that removes it")
    {
        Mirrored m;
        m.show(rows_of({ 10, 20 }));
        const Handle gone = m.handle(10);
        m.show(rows_of({ 20, 30 })); // FakePage stops if a handle comes back too early.
        CHECK(m.handle(30) != gone);
        m.show(rows_of({ 20, 30, 40 }));
        bool taken = false;
        for (NodeKey key : { 40, 41, 42 }) taken |= m.handle(key) == gone;
        CHECK(taken);
        CHECK(m.mirror.key_of(gone) != 10);
    }

    TEST_CASE("handles of nodes that are not there mean nothing")
    {
        Mirrored m;
        CHECK(m.mirror.key_of(0) == 0);
        CHECK(m.mirror.key_of(99) == 0);
        m.show(rows_of({ 10 }));
        const Handle gone = m.handle(10);
        m.show(rows_of({}));
        CHECK(m.mirror.key_of(gone) == 0);
        CHECK(!m.mirror.index_of(gone));
        CHECK(m.handle(10) == 0);
    }

    TEST_CASE("two nodes of one key are kept apart by their order")
    {
        Mirrored m;
        const std::vector<Entry> twice { { 1, 0, Role::Pane }, { 7, 1, Role::Item, "a" },
            { 7, 1, Role::Item, "b" } };
        Tree tree = tree_of(twice);
        m.mirror.diff(tree, 0);
        m.page.apply(m.mirror.ops(), tree.text);
        CHECK(m.page.size() == 3);
        m.mirror.diff(tree, 0);
        CHECK(m.mirror.ops().empty());
        CHECK(m.page.find(Role::Item, "b") != 0);
    }

    TEST_CASE("the focus goes to the next focusable node of the same pane, else to the one before")
    {
        Mirrored m;
        m.show(rows_of({ 10, 20, 30 }));
        const Tree without_20 = tree_of(rows_of({ 10, 30 }));
        CHECK(m.mirror.successor(without_20, m.handle(21)) == 31);
        CHECK(m.mirror.successor(without_20, m.handle(31)) == 0);
        const Tree without_30 = tree_of(rows_of({ 10, 20 }));
        CHECK(m.mirror.successor(without_30, m.handle(31)) == 22);
        // Never into another pane.
        const Tree empty = tree_of(rows_of({}));
        CHECK(m.mirror.successor(empty, m.handle(21)) == 0);
        CHECK(m.mirror.successor(empty, 0) == 0);
        CHECK(m.mirror.successor(empty, 4711) == 0);
    }

    TEST_CASE("a link that only find-in-page sees counts as a successor")
    {
        Mirrored m;
        m.show(rows_of({ 10, 20, 30 }));
        auto entries = rows_of({ 10, 30 });
        entries[5].flags = FlagUntilFound;
        entries.erase(entries.begin() + 7); // Its toggle.
        CHECK(m.mirror.successor(tree_of(entries), m.handle(21)) == 31);
    }

    TEST_CASE("any change of any tree leaves the page with exactly the new tree")
    {
        std::mt19937 random(1);
        Mirrored m;
        for (int frame = 0; frame < 300; ++frame) {
            std::vector<NodeKey> rows;
            for (NodeKey row = 10; row < 200; row += 10)
                if (random() % 3) rows.push_back(row);
            if (random() % 4 == 0) std::shuffle(rows.begin(), rows.end(), random);
            auto entries = rows_of(rows);
            for (Entry& entry : entries) {
                if (random() % 5 == 0) entry.y = static_cast<std::int32_t>(random() % 100);
                if (random() % 7 == 0) entry.name += "!";
            }
            std::vector<Handle> before =
                m.page.size() ? m.page.element(m.handle(3)).children : std::vector<Handle> {};
            m.show(entries);
            // Those that were there in the same order have not been moved.
            if (std::is_sorted(rows.begin(), rows.end()) && m.page.counts.created == 0)
                CHECK(m.page.moved.empty());
        }
    }
}
