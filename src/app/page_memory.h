#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace hallway {

/// Where the texts and lists of one page lie. They are made one after the other and given back all
/// at once, so nothing of a page is destroyed or moved by itself: code for that would be a tenth of
/// planner.wasm.
class PageMemory {
public:
    PageMemory() = default;
    PageMemory(const PageMemory&) = delete;
    PageMemory& operator=(const PageMemory&) = delete;

    /// That of the page which is being made. Without one this is a bug, and ends the program.
    [[nodiscard]] static PageMemory& current();

    /// Makes a memory the current one while it lives, or with null none; after that it is the one
    /// before.
    class Use {
    public:
        explicit Use(PageMemory* memory);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

    private:
        PageMemory* before_;
    };

    /// A copy that lasts as long as the page.
    [[nodiscard]] std::string_view keep(std::string_view text);
    /// The elements of a list, or where there is no room behind them a copy, with room for one more
    /// in the current memory. `elements` is null or came from here.
    [[nodiscard]] static void* with_room(
        void* elements, std::uint32_t size, std::size_t element_size);

private:
    [[nodiscard]] std::byte* take(std::size_t size, std::size_t alignment);

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* free_ = nullptr;
    std::size_t free_size_ = 0;
};

} // namespace hallway
