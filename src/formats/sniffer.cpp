#include "formats/sniffer.h"

#include "formats/json_reader.h"

namespace hallway {
namespace {

enum State : std::uint8_t { Ignored, Root, Schedule, Conference };
enum Field : std::uint8_t { Nothing, FormatName };

constexpr JsonRule rules[] = {
    { Root, "format", JsonRule::Shape::Value, FormatName },
    { Root, "schedule", JsonRule::Shape::Object, Schedule },
    { Schedule, "conference", JsonRule::Shape::Object, Conference },
};

constexpr std::string_view own_name = "hallway-program/";

class Sniffer final : JsonReader {
public:
    Sniffer() : JsonReader(rules) { }

    Result<Format> sniff(std::string_view file)
    {
        auto error = read_json(file);
        if (format_) return *format_;
        if (refusal_) return *refusal_;
        if (error) return *std::move(error);
        return Error { ErrorCode::FileNotProgram, {}, {}, {} };
    }

private:
    void opened(std::uint8_t state, std::string_view) override
    {
        if (state != Conference) return;
        format_ = Format::C3voc;
        stop();
    }
    void closed(std::uint8_t) override { }
    void found(std::uint8_t, const JsonValue& value) override
    {
        if (value.kind != JsonValue::Kind::Text || !value.text.starts_with(own_name)) return;
        const std::string_view version = value.text.substr(own_name.size());
        if (version == "1") {
            format_ = Format::Hallway;
        } else {
            const bool is_number = !version.empty()
                && version.find_first_not_of("0123456789.") == std::string_view::npos;
            refusal_ = error_here(is_number ? ErrorCode::FileVersionNewer : ErrorCode::FieldWrong);
            if (is_number) refusal_->detail = std::string(value.text.substr(0, 40));
        }
        stop();
    }

    std::optional<Format> format_;
    std::optional<Error> refusal_;
};

} // namespace

Result<Format> sniff_format(std::string_view file) { return Sniffer().sniff(file); }

} // namespace hallway
