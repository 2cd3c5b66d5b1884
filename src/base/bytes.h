#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace hallway {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

[[nodiscard]] inline ByteView bytes_of(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}
[[nodiscard]] inline std::string_view text_of(ByteView bytes)
{
    return { reinterpret_cast<const char*>(bytes.data()), bytes.size() };
}

/// Appends little-endian numbers and length-prefixed texts. What it writes, `ByteReader` reads.
class ByteWriter {
public:
    template <class T> void number(T value)
    {
        static_assert(std::is_integral_v<T> || std::is_enum_v<T>);
        const auto* at = reinterpret_cast<const std::byte*>(&value);
        bytes_.insert(bytes_.end(), at, at + sizeof value);
    }
    void text(std::string_view value)
    {
        number(static_cast<std::uint32_t>(value.size()));
        raw(bytes_of(value));
    }
    void raw(ByteView value) { bytes_.insert(bytes_.end(), value.begin(), value.end()); }
    [[nodiscard]] ByteView view() const { return bytes_; }
    [[nodiscard]] Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_;
};

/// Reads what `ByteWriter` wrote, from bytes that may be damaged: past the end it gives zeros and
/// empty texts and `failed()` turns true, so a decoder checks once at its end.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : bytes_(bytes) { }
    template <class T> T number()
    {
        static_assert(std::is_integral_v<T> || std::is_enum_v<T>);
        T value {};
        const ByteView from = raw(sizeof value);
        if (!from.empty()) std::memcpy(&value, from.data(), sizeof value);
        return value;
    }
    std::string_view text() { return text_of(raw(number<std::uint32_t>())); }
    ByteView raw(std::size_t size)
    {
        if (size > bytes_.size()) {
            failed_ = true;
            bytes_ = {};
            return {};
        }
        const ByteView out = bytes_.first(size);
        bytes_ = bytes_.subspan(size);
        return out;
    }
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] std::size_t left() const { return bytes_.size(); }

private:
    ByteView bytes_;
    bool failed_ = false;
};

} // namespace hallway
