#include "formats/json_reader.h"

#include "base/text.h"
#include "formats/text_blocks.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace hallway {

namespace {

/// Walks over the file and leaves its position where the reader sees it, since nlohmann's events do not tell.
struct TracedIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    const char** trace = nullptr;

    reference operator*() const { return *at; }
    TracedIterator& operator++()
    {
        *trace = ++at;
        return *this;
    }
    TracedIterator operator++(int)
    {
        const TracedIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const TracedIterator& a, const TracedIterator& b)
    {
        return a.at == b.at;
    }
};

} // namespace

/// What nlohmann calls; every function gives false to end the reading.
struct JsonEvents {
    using json = nlohmann::json;
    JsonReader& reader;

    bool null()
    {
        reader.next_element();
        return true;
    }
    bool boolean(bool value) { return reader.value({ JsonValue::Kind::Boolean, value, 0, 0, {} }); }
    bool number_integer(json::number_integer_t value)
    {
        return reader.value(
            { JsonValue::Kind::Integer, false, value, static_cast<double>(value), {} });
    }
    bool number_unsigned(json::number_unsigned_t value)
    {
        if (value > static_cast<json::number_unsigned_t>(INT64_MAX))
            return number_float(static_cast<double>(value), {});
        return number_integer(static_cast<json::number_integer_t>(value));
    }
    bool number_float(json::number_float_t value, const json::string_t&)
    {
        return reader.value({ JsonValue::Kind::Real, false, 0, value, {} });
    }
    bool string(json::string_t& value)
    {
        return reader.value({ JsonValue::Kind::Text, false, 0, 0, value });
    }
    bool binary(json::binary_t&) { return false; }
    bool start_object(std::size_t) { return reader.open(false); }
    bool key(json::string_t& value)
    {
        reader.key_.assign(value);
        return true;
    }
    bool end_object() { return reader.close(); }
    bool start_array(std::size_t) { return reader.open(true); }
    bool end_array() { return reader.close(); }
    bool parse_error(std::size_t, const std::string&, const json::exception&) { return false; }
};

JsonReader::JsonReader(std::span<const JsonRule> rules) : rules_(rules)
{
    for (std::size_t i = rules.size(); i-- > 0;)
        first_rule_[rules[i].in] = hint_[rules[i].in] = static_cast<std::uint16_t>(i);
}

std::optional<Error> JsonReader::read_json(std::string_view file)
{
    file_ = file;
    at_ = file.data();
    depth_ = 0;
    frames_[0] = {};
    key_.clear();

    JsonEvents events { *this };
    const char* end = file.data() + file.size();
    if (nlohmann::json::sax_parse(
            TracedIterator { file.data(), &at_ }, TracedIterator { end, &at_ }, &events))
        return std::nullopt;
    if (stopped_) return std::nullopt;
    if (too_deep_) return error_here(ErrorCode::FileTooDeep);

    Error error = error_here(ErrorCode::FileNotJson);
    if (const auto bad = find_invalid_utf8(file); bad && *bad <= byte_offset()) {
        error.code = ErrorCode::FileNotText;
        error.byte_offset = *bad;
        error.line = line_at(*bad + 1);
    }
    return error;
}

std::optional<std::uint8_t> JsonReader::find_rule(JsonRule::Shape shape)
{
    const std::uint8_t state = frames_[depth_].state;
    const std::size_t first = first_rule_[state];
    std::size_t end = first;
    while (end < rules_.size() && rules_[end].in == state) ++end;
    bool known = false;
    for (std::size_t i = 0, at = hint_[state]; i < end - first; ++i, ++at) {
        if (at == end) at = first;
        const JsonRule& rule = rules_[at];
        if (rule.key != key_ && rule.key != JsonRule::any) continue;
        known = true;
        if (rule.shape != shape && rule.what != JsonRule::ignored) continue;
        hint_[state] = static_cast<std::uint16_t>(at + 1 == end ? first : at + 1);
        return rule.what;
    }
    if (known)
        skip_here(SkipReason::WrongType);
    else
        ++report_.unknown_field_count;
    return std::nullopt;
}

void JsonReader::next_element()
{
    if (frames_[depth_].is_array) ++frames_[depth_].index;
}

bool JsonReader::open(bool is_array)
{
    if (depth_ == nesting_max) {
        too_deep_ = true;
        return false;
    }
    if (frames_[depth_].is_array) key_.clear();
    std::uint8_t state = 0;
    if (depth_ == 0)
        state = is_array ? 0 : 1;
    else if (frames_[depth_].state != 0)
        state = find_rule(is_array ? JsonRule::Shape::Array : JsonRule::Shape::Object).value_or(0);

    Frame& frame = frames_[++depth_];
    frame.state = state;
    frame.is_array = is_array;
    frame.index = 0;
    frame.key.assign(key_);
    key_.clear();
    if (state != 0) opened(state, frame.key);
    return !stopped_;
}

bool JsonReader::close()
{
    const std::uint8_t state = frames_[depth_].state;
    key_.assign(frames_[depth_].key);
    --depth_;
    if (state != 0) closed(state);
    next_element();
    return !stopped_;
}

bool JsonReader::value(const JsonValue& value)
{
    if (frames_[depth_].state != 0) {
        if (frames_[depth_].is_array) key_.clear();
        const auto field = find_rule(JsonRule::Shape::Value);
        if (field && *field != JsonRule::ignored) found(*field, value);
    }
    next_element();
    return !stopped_;
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

std::uint32_t JsonReader::line_at(std::size_t byte_offset) const
{
    // nlohmann has read one byte beyond a number: a line break there does not count yet.
    const std::size_t end = std::min(byte_offset, file_.size()) - (byte_offset > 0 ? 1 : 0);
    if (end < line_offset_) {
        line_offset_ = 0;
        line_ = 1;
    }
    line_ += static_cast<std::uint32_t>(
        std::count(file_.begin() + static_cast<std::ptrdiff_t>(line_offset_),
            file_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    line_offset_ = end;
    return line_;
}

Error JsonReader::error_here(ErrorCode code) const
{
    return { code, path(), byte_offset(), line_at(byte_offset()) };
}

void JsonReader::skip_here(SkipReason reason)
{
    // Beyond the listed ones only the number counts: a hostile file must not make this slow.
    if (report_.skipped.size() >= ImportReport::skipped_listed_max) return report_.skip({});
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
