#include "host/command_line/options.h"

#include <algorithm>

namespace hallway::command_line {

Options::Options(std::span<const std::string_view> arguments, std::span<const OptionRule> rules)
{
    bool only_operands = false;
    for (std::size_t i = 0; i < arguments.size() && error_.empty(); ++i) {
        const std::string_view argument = arguments[i];
        if (only_operands || argument == "-" || !argument.starts_with('-')) {
            operands_.push_back(argument);
            continue;
        }
        if (argument == "--") {
            only_operands = true;
            continue;
        }
        const std::size_t equals = argument.find('=');
        const std::string_view name = argument.substr(0, equals);
        const auto rule = std::ranges::find(rules, name, &OptionRule::name);
        const std::string quoted = '"' + std::string(name) + '"';
        if (rule == rules.end()) {
            error_ = "there is no option " + quoted;
        } else if (!rule->has_value && equals != std::string_view::npos) {
            error_ = quoted + " takes no value";
        } else if (rule->has_value && equals == std::string_view::npos
            && i + 1 == arguments.size()) {
            error_ = quoted + " wants a value";
        } else if (!rule->repeats && has(name)) {
            error_ = quoted + " is there twice";
        } else {
            std::string_view value;
            if (equals != std::string_view::npos)
                value = argument.substr(equals + 1);
            else if (rule->has_value)
                value = arguments[++i];
            given_.push_back({ name, value });
        }
    }
}

std::optional<std::string_view> Options::value(std::string_view name) const
{
    const auto found = std::ranges::find(given_, name, &Given::name);
    if (found == given_.end()) return std::nullopt;
    return found->value;
}

std::vector<std::string_view> Options::values(std::string_view name) const
{
    std::vector<std::string_view> found;
    for (const Given& given : given_)
        if (given.name == name) found.push_back(given.value);
    return found;
}

} // namespace hallway::command_line
