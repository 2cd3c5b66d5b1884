#pragma once
#include "app/page_memory.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <type_traits>

namespace hallway {

/// A list of a page, in the page's memory: copied with its words, destroyed with nothing. Copies
/// share their elements until one of them grows.
template <class T> class PageList {
public:
    using value_type = T;

    PageList() = default;
    PageList(std::initializer_list<T> elements)
    {
        for (const T& element : elements) push_back(element);
    }

    [[nodiscard]] T* begin() { return elements_; }
    [[nodiscard]] T* end() { return elements_ + size_; }
    [[nodiscard]] const T* begin() const { return elements_; }
    [[nodiscard]] const T* end() const { return elements_ + size_; }
    [[nodiscard]] T* data() { return elements_; }
    [[nodiscard]] const T* data() const { return elements_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] T& operator[](std::size_t at) { return elements_[at]; }
    [[nodiscard]] const T& operator[](std::size_t at) const { return elements_[at]; }
    [[nodiscard]] T& front() { return elements_[0]; }
    [[nodiscard]] const T& front() const { return elements_[0]; }
    [[nodiscard]] T& back() { return elements_[size_ - 1]; }
    [[nodiscard]] const T& back() const { return elements_[size_ - 1]; }

    T& push_back(const T& element)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        elements_ = static_cast<T*>(PageMemory::with_room(elements_, size_, sizeof(T)));
        return *std::construct_at(elements_ + size_++, element);
    }
    /// A list of those that stay.
    template <class Stays> [[nodiscard]] PageList where(Stays stays) const
    {
        PageList chosen;
        for (const T& element : *this)
            if (stays(element)) chosen.push_back(element);
        return chosen;
    }

private:
    T* elements_ = nullptr;
    std::uint32_t size_ = 0;
};

} // namespace hallway
