#include "app/page_memory.h"

#include "base/check.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace hallway {
namespace {

/// A page of a few cards takes one; the list of a day with 500 sessions some ten.
constexpr std::size_t block_size = 32 * 1024;

/// Before the elements of a list.
struct alignas(std::max_align_t) ListHead {
    std::uint32_t room = 0;
    std::uint32_t used = 0; ///< by any of the lists that share the elements
};
constexpr std::uint32_t first_room = 4;

PageMemory* current_memory = nullptr;

} // namespace

PageMemory::Use::Use(PageMemory* memory) : before_(std::exchange(current_memory, memory)) { }

PageMemory::Use::~Use() { current_memory = before_; }

PageMemory& PageMemory::current()
{
    check(current_memory != nullptr, "a page's text or list was made outside of make_page");
    return *current_memory;
}

std::byte* PageMemory::take(std::size_t size, std::size_t alignment)
{
    std::size_t skipped = -reinterpret_cast<std::uintptr_t>(free_) & (alignment - 1);
    if (skipped + size > free_size_) {
        free_size_ = std::max(block_size, size);
        blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(free_size_));
        free_ = blocks_.back().get();
        skipped = 0; // a block begins at an address that suits everything
    }
    std::byte* taken = free_ + skipped;
    free_ = taken + size;
    free_size_ -= skipped + size;
    return taken;
}

void* PageMemory::with_room(void* elements, std::uint32_t size, std::size_t element_size)
{
    if (elements != nullptr) {
        ListHead& head = static_cast<ListHead*>(elements)[-1];
        // What a copy of the list has put behind its elements stays.
        if (head.used == size && size < head.room) {
            ++head.used;
            return elements;
        }
    }
    const std::uint32_t room = size == 0 ? first_room : 2 * size;
    std::byte* block = current().take(sizeof(ListHead) + room * element_size, alignof(ListHead));
    void* more = new (block) ListHead { room, size + 1 } + 1;
    if (size > 0) std::memcpy(more, elements, size * element_size);
    return more;
}

std::string_view PageMemory::keep(std::string_view text)
{
    if (text.empty()) return {};
    std::byte* copy = take(text.size(), 1);
    std::memcpy(copy, text.data(), text.size());
    return { reinterpret_cast<const char*>(copy), text.size() };
}

} // namespace hallway
