#pragma once
#include "base/check.h"
#include "base/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace hallway {

/// A value, or the reason why there is none. Has the names of C++23's `std::expected`, which g++ 12
/// does not offer under C++20.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] const T& value() const&
    {
        check(has_value(), "value() of a Result that holds an error");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T& value() &
    {
        check(has_value(), "value() of a Result that holds an error");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() &&
    {
        check(has_value(), "value() of a Result that holds an error");
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const Error& error() const
    {
        check(!has_value(), "error() of a Result that holds a value");
        return *std::get_if<1>(&state_);
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> state_;
};

} // namespace hallway
