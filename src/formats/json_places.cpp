// Where a JsonReader is, and what it makes of a value.
#include "formats/json_reader.h"

#include "base/text.h"
#include "formats/text_blocks.h"

namespace hallway {

JsonReader::JsonReader(std::span<const JsonRule> rules) : rules_(rules)
{
    for (std::size_t i = rules.size(); i-- > 0;)
        first_rule_[rules[i].in] = hint_[rules[i].in] = static_cast<std::uint16_t>(i);
}

std::string JsonReader::path() const
{
    std::string path;
    const auto add_key = [&path](std::string_view key) {
        if (key.empty()) return;
        if (!path.empty()) path += '.';
        path += clean_line(key);
    };
    for (std::uint32_t i = 1; i <= depth_; ++i) {
        add_key(frames_[i].key);
        if (frames_[i].is_array)
            path.append("[").append(std::to_string(frames_[i].index)).append("]");
    }
    if (depth_ > 0 && !frames_[depth_].is_array) add_key(key_);
    return path;
}

std::size_t JsonReader::byte_offset() const { return static_cast<std::size_t>(at_ - file_.data()); }

Error JsonReader::error_here(ErrorCode code) const
{
    const std::size_t read = byte_offset();
    return { code, path(), read > 0 ? read - 1 : 0, line_at(read) }; // the byte that was read last
}

void JsonReader::skip_here(SkipReason reason)
{
    if (!report_.lists_more()) return report_.skip({});
    report_.skip({ reason, entry_name(), path(), line_at(byte_offset()) });
}

void JsonReader::take_line(const JsonValue& value, std::string& out)
{
    if (value.kind == JsonValue::Kind::Text)
        out = clean_line(value.text);
    else if (value.kind == JsonValue::Kind::Integer)
        out = std::to_string(value.integer);
    else
        skip_here(SkipReason::WrongType);
}

void JsonReader::take_text(const JsonValue& value, std::string& out)
{
    if (value.kind == JsonValue::Kind::Text)
        out = clean_text(value.text);
    else
        skip_here(SkipReason::WrongType);
}

std::optional<bool> JsonReader::take_boolean(const JsonValue& value)
{
    if (value.kind == JsonValue::Kind::Boolean) return value.boolean;
    skip_here(SkipReason::WrongType);
    return std::nullopt;
}

std::optional<std::int32_t> JsonReader::take_integer(
    const JsonValue& value, std::int32_t min, std::int32_t max)
{
    // 30.0 is as good as 30.
    if (value.kind != JsonValue::Kind::Text && value.kind != JsonValue::Kind::Boolean
        && value.real >= min && value.real <= max
        && value.real == static_cast<double>(static_cast<std::int32_t>(value.real)))
        return static_cast<std::int32_t>(value.real);
    skip_here(SkipReason::WrongType);
    return std::nullopt;
}

} // namespace hallway
