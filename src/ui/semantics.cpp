#include "ui/semantics.h"

#include <array>
#include <cstring>
#include <utility>

namespace hallway::ui {

void Tree::clear()
{
    nodes.clear();
    text.clear();
    intents.clear();
    scroll = {};
}

// --- handles -------------------------------------------------------------------------------------

std::size_t HandleTable::place_of(NodeKey key) const
{
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = static_cast<std::size_t>(key) & mask;
    while (entries_[at].handle && entries_[at].key != key) at = (at + 1) & mask;
    return at;
}

Handle HandleTable::find(NodeKey key) const { return entries_[place_of(key)].handle; }

void HandleTable::insert(NodeKey key, Handle handle)
{
    if ((used_ + 1) * 2 > entries_.size()) grow();
    Entry& entry = entries_[place_of(key)];
    if (!entry.handle) ++used_;
    entry = { key, handle };
}

void HandleTable::erase(NodeKey key)
{
    const std::size_t mask = entries_.size() - 1;
    std::size_t hole = place_of(key);
    if (!entries_[hole].handle) return;
    --used_;
    // Entries that were pushed along by this one move back, so that no search ends too early.
    for (std::size_t at = (hole + 1) & mask; entries_[at].handle; at = (at + 1) & mask) {
        const std::size_t home = static_cast<std::size_t>(entries_[at].key) & mask;
        if (((at - home) & mask) < ((at - hole) & mask)) continue;
        entries_[hole] = entries_[at];
        hole = at;
    }
    entries_[hole] = {};
}

void HandleTable::grow()
{
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& entry : old)
        if (entry.handle) entries_[place_of(entry.key)] = entry;
}

// --- the comparison ------------------------------------------------------------------------------

namespace {

constexpr std::uint64_t hash_prime = 0x9e3779b97f4a7c15u;

std::uint64_t mix(std::uint64_t hash, std::uint64_t word)
{
    hash = (hash ^ word) * hash_prime;
    return hash ^ (hash >> 32);
}

/// Eight bytes at a step: the texts of all rows are hashed in each frame.
std::uint64_t mix(std::uint64_t hash, std::string_view text)
{
    std::uint64_t word = 0;
    std::size_t at = 0;
    for (; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        hash = mix(hash, word);
    }
    word = 0;
    std::memcpy(&word, text.data() + at, text.size() - at);
    return mix(mix(hash, word), text.size());
}

std::uint64_t content_hash(const Tree& tree, const Node& node)
{
    std::uint64_t hash = static_cast<std::uint64_t>(node.role)
        | static_cast<std::uint64_t>(node.style) << 8 | static_cast<std::uint64_t>(node.line) << 16
        | static_cast<std::uint64_t>(node.level) << 24
        | static_cast<std::uint64_t>(node.flags) << 32;
    hash = mix(hash_prime, hash);
    for (const TextSpan span : { node.name, node.value, node.label, node.language })
        hash = mix(hash, tree.str(span));
    return hash;
}

bool is_focusable(Role role)
{
    return role == Role::Link || role == Role::Toggle || role == Role::Button
        || role == Role::SearchField || role == Role::AddressField || role == Role::TextArea
        || role == Role::TextField || role == Role::TimeField || role == Role::Radio;
}

std::uint32_t word(std::int32_t value) { return static_cast<std::uint32_t>(value); }

} // namespace

NodeKey TreeMirror::key_of(Handle handle) const
{
    return handle < slots_.size() && slots_[handle].frame == frame_ ? slots_[handle].key : 0;
}

std::optional<std::size_t> TreeMirror::index_of(Handle handle) const
{
    if (!handle || handle >= slots_.size() || slots_[handle].frame != frame_) return std::nullopt;
    return slots_[handle].index;
}

Handle TreeMirror::take_handle(NodeKey key, std::size_t& cursor, bool& fresh)
{
    // Most frames have the nodes of the frame before in the same order.
    if (cursor < before_.size()) {
        const Handle handle = before_[cursor].handle;
        if (slots_[handle].key == key && slots_[handle].frame != frame_) {
            ++cursor;
            return handle;
        }
    }
    // Keys that meet twice (a program with two sessions of one key) are told apart by their order.
    Handle handle = handles_.find(key);
    while (handle && slots_[handle].frame == frame_) {
        key = mix64(key, 1);
        handle = handles_.find(key);
    }
    if (handle) {
        cursor = slots_[handle].index + 1;
        return handle;
    }
    fresh = true;
    if (free_.empty()) {
        handle = static_cast<Handle>(slots_.size());
        slots_.emplace_back();
    } else {
        handle = free_.back();
        free_.pop_back();
    }
    slots_[handle] = {};
    slots_[handle].key = key;
    handles_.insert(key, handle);
    return handle;
}

void TreeMirror::put(const Tree& tree, std::uint32_t index, Handle handle, bool fresh)
{
    const Node& node = tree.nodes[index];
    const Handle parent = node.parent ? current_[node.parent - 1] : 0;
    const std::uint64_t content = content_hash(tree, node);
    Slot& slot = slots_[handle];
    const bool moved = !fresh && slot.parent != parent;

    Children& siblings = children_[node.parent];
    ++siblings.count;
    if (fresh || moved) {
        siblings.has_new = true;
    } else {
        siblings.order |= siblings.has_new || slot.index < siblings.last_index;
        siblings.last_index = slot.index;
    }

    const Rect& r = node.rect;
    if (fresh || moved || slot.content != content) {
        const auto role = static_cast<std::uint32_t>(node.role);
        const auto style = static_cast<std::uint32_t>(node.style);
        ops_.insert(ops_.end(),
            { static_cast<std::uint32_t>(Op::Put) | role << 8 | style << 16
                    | static_cast<std::uint32_t>(node.line) << 24,
                handle, parent,
                static_cast<std::uint32_t>(node.flags)
                    | static_cast<std::uint32_t>(node.level) << 16,
                node.name.at, node.name.size, node.value.at, node.value.size, node.label.at,
                node.label.size, node.language.at, node.language.size, word(r.x), word(r.y),
                word(r.w), word(r.h) });
    } else if (slot.rect != r) {
        ops_.insert(ops_.end(),
            { static_cast<std::uint32_t>(Op::Rect), handle, word(r.x), word(r.y), word(r.w),
                word(r.h) });
    }
    slot.content = content;
    slot.rect = r;
    slot.parent = parent;
    slot.frame = frame_;
    slot.index = index;
}

void TreeMirror::remove_dead()
{
    for (const Before& before : before_) {
        const Slot& slot = slots_[before.handle];
        if (slot.frame == frame_) continue;
        ops_.insert(ops_.end(), { static_cast<std::uint32_t>(Op::Remove), before.handle });
        handles_.erase(slot.key);
        // Taken again by the next diff at the earliest: this batch's puts come before its removes.
        free_.push_back(before.handle);
    }
}

void TreeMirror::order(const Tree& tree, std::uint32_t parent)
{
    std::uint32_t left = children_[parent].count;
    ops_.insert(ops_.end(),
        { static_cast<std::uint32_t>(Op::Order), parent ? current_[parent - 1] : 0, left });
    for (std::size_t i = parent; left > 0; ++i) {
        if (tree.nodes[i].parent != parent) continue;
        ops_.push_back(current_[i]);
        --left;
    }
}

void TreeMirror::diff(const Tree& tree, Handle focus)
{
    ops_.clear();
    ++frame_;
    const auto count = static_cast<std::uint32_t>(tree.nodes.size());
    current_.assign(count, 0);
    children_.assign(count + 1, {});

    std::size_t cursor = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        bool fresh = false;
        current_[i] = take_handle(tree.nodes[i].key, cursor, fresh);
        put(tree, i, current_[i], fresh);
    }
    // Focus before removal: the element that disappears must not have it. Removal before order:
    // with the dead gone, nodes that stay are in place and are not moved.
    if (focus) ops_.insert(ops_.end(), { static_cast<std::uint32_t>(Op::Focus), focus });
    remove_dead();
    for (std::uint32_t parent = 0; parent <= count; ++parent)
        if (children_[parent].order) order(tree, parent);
    if (tree.scroll.to)
        ops_.insert(ops_.end(),
            { static_cast<std::uint32_t>(Op::Scroll), handles_.find(tree.scroll.to),
                tree.scroll.opens ? 1u : 0u });

    before_.clear();
    std::uint32_t pane = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Role role = tree.nodes[i].role;
        if (role == Role::Pane) ++pane;
        before_.push_back({ current_[i], pane, is_focusable(role) });
    }
}

NodeKey TreeMirror::successor(const Tree& tree, Handle focused) const
{
    const std::optional<std::size_t> at = index_of(focused);
    if (!at) return 0;
    for (const Node& node : tree.nodes)
        if (node.key == slots_[focused].key) return 0;
    HandleTable alive;
    for (const Node& node : tree.nodes) alive.insert(node.key, 1);
    const auto takes_focus = [&](std::size_t i) {
        return before_[i].focusable && alive.find(slots_[before_[i].handle].key) != 0;
    };
    const std::uint32_t pane = before_[*at].pane;
    for (std::size_t i = *at + 1; i < before_.size() && before_[i].pane == pane; ++i)
        if (takes_focus(i)) return slots_[before_[i].handle].key;
    for (std::size_t i = *at; i-- > 0 && before_[i].pane == pane;)
        if (takes_focus(i)) return slots_[before_[i].handle].key;
    return 0;
}

} // namespace hallway::ui
