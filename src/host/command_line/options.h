#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hallway::command_line {

/// An option that a command knows.
struct OptionRule {
    std::string_view name; ///< "--pace"
    bool has_value = false;
    bool repeats = false;
};

/// The arguments of a command, sorted. Options may stand before, between and behind operands, their
/// value behind a space or a "="; behind "--" there are operands only.
/// Source: POSIX.1-2017, XBD 12.2, with long options as GNU has them.
class Options {
public:
    /// Errors: a sentence, in `error()`, for an unknown option, one without its value or with one
    ///         too many, or one that is there twice.
    Options(std::span<const std::string_view> arguments, std::span<const OptionRule> rules);

    [[nodiscard]] const std::string& error() const { return error_; }
    [[nodiscard]] const std::vector<std::string_view>& operands() const { return operands_; }
    [[nodiscard]] bool has(std::string_view name) const { return value(name).has_value(); }
    /// Empty for an option without a value.
    [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> values(std::string_view name) const;

private:
    struct Given {
        std::string_view name, value;
    };
    std::vector<Given> given_;
    std::vector<std::string_view> operands_;
    std::string error_;
};

} // namespace hallway::command_line
