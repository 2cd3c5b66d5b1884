#pragma once
#include "base/error.h"
#include "formats/import.h"
#include "formats/line_counter.h"
#include "program/import_report.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hallway {

/// A string, number or truth value of a JSON file. Holds for one call.
struct JsonValue {
    enum class Kind : std::uint8_t { Text, Integer, Real, Boolean };
    Kind kind = Kind::Text;
    bool boolean = false;
    std::int64_t integer = 0; ///< numbers beyond its range come as Real
    double real = 0;          ///< set for Integer, too
    std::string_view text;    ///< UTF-8, as the file has it
};

/// One line of the table that says what a format has where. `in` and `what` are the reader's own
/// numbers: a state is a place in the file, a field is what is found there.
struct JsonRule {
    enum class Shape : std::uint8_t { Value, Object, Array };
    static constexpr std::uint8_t ignored = 0; ///< as `what`: known to the format, of no use here
    static constexpr std::string_view any =
        "*"; ///< as `key`: every other key of an object, every element of an array

    std::uint8_t in;
    std::string_view key;
    Shape shape;
    std::uint8_t what; ///< the field of a value, the state inside an object or array
};

/// Reads a JSON file piece by piece, without ever holding it as a tree. A format derives from it,
/// gives a table of what is where, and is told of each field that the table knows, with the place
/// in the file.
///
/// Whatever the table does not know is passed over and counted; what it knows in another shape (a
/// text where an object should be) is passed over and reported. `null` is the same as an absent
/// field. Keys that occur twice are told twice.
class JsonReader {
public:
    virtual ~JsonReader() = default;

protected:
    /// `rules` stand in the order of their states, and inside a state best as files have them.
    /// State 1 is the file's outermost object.
    explicit JsonReader(std::span<const JsonRule> rules);

    /// Reads the whole file, or up to `stop()`.
    ///
    /// Errors: `FileNotText`, `FileNotJson` and `FileTooDeep`, with byte, line and field.
    std::optional<Error> read_json(std::string_view file);

    /// An object or array begins or ends. `key` is the one it stands under, empty in an array.
    virtual void opened(std::uint8_t state, std::string_view key) = 0;
    virtual void closed(std::uint8_t state) = 0;
    virtual void found(std::uint8_t field, const JsonValue& value) = 0;
    /// Title or key of what is being read, for the report.
    [[nodiscard]] virtual std::string entry_name() const { return {}; }

    void stop() { stopped_ = true; }
    /// Where in the file reading is, as "sessions[12].start".
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::size_t byte_offset() const;
    [[nodiscard]] std::uint32_t line_at(std::size_t byte_offset) const
    {
        return lines_.line_at(byte_offset);
    }
    [[nodiscard]] Error error_here(ErrorCode code) const;
    void skip_here(SkipReason reason);

    /// These take a value if it has a usable type, and report it otherwise. Texts are cleaned.
    void take_line(const JsonValue& value, std::string& out);
    void take_text(const JsonValue& value, std::string& out);
    std::optional<bool> take_boolean(const JsonValue& value);
    std::optional<std::int32_t> take_integer(
        const JsonValue& value, std::int32_t min, std::int32_t max);

    ImportReport report_;

private:
    friend struct JsonEvents;

    struct Frame {
        std::uint8_t state = 0;
        bool is_array = false;
        std::uint32_t index = 0;
        std::string key; ///< under which it stands in the frame above
    };

    /// What the table says about something of that shape under `key_` in the present state.
    [[nodiscard]] std::optional<std::uint8_t> find_rule(JsonRule::Shape shape);
    bool open(bool is_array);
    bool close();
    bool value(const JsonValue& value);
    void next_element();

    std::span<const JsonRule> rules_;
    std::array<std::uint16_t, 64> first_rule_ {}; ///< by state
    std::array<std::uint16_t, 64>
        hint_ {}; ///< rule to try first: files repeat the order of their keys
    std::array<Frame, nesting_max + 1> frames_;
    std::uint32_t depth_ = 0; ///< containers that are open; frames_[depth_] is the innermost
    std::string key_;
    bool stopped_ = false;
    bool too_deep_ = false;
    std::string_view file_;
    const char* at_ = nullptr;
    mutable LineCounter lines_;
};

} // namespace hallway
