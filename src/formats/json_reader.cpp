// The part that sees every byte: built for speed, unlike the rest (see src/CMakeLists.txt).
#include "formats/json_reader.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <iterator>

namespace hallway {

namespace {

/// Walks over the file and leaves its position where the reader sees it, since nlohmann's events do
/// not tell.
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

std::optional<Error> JsonReader::read_json(std::string_view file)
{
    file_ = file;
    lines_ = LineCounter(file);
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
    const JsonRule* usual = nullptr;
    for (std::size_t i = 0, at = hint_[state]; i < end - first; ++i, ++at) {
        if (at == end) at = first;
        const JsonRule& rule = rules_[at];
        const bool is_any = rule.key == JsonRule::any;
        if (rule.key != key_ && !is_any) continue;
        known = true;
        if (rule.shape != shape && rule.what != JsonRule::ignored) continue;
        if (is_any) {
            usual = &rule;
            continue;
        }
        hint_[state] = static_cast<std::uint16_t>(at + 1 == end ? first : at + 1);
        return rule.what;
    }
    if (usual) return usual->what;
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

} // namespace hallway
