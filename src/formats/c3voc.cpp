#include "formats/c3voc.h"

#include "formats/c3voc_table.h"

namespace hallway {
namespace {

using namespace c3voc;

/// The schedule as JSON.
class C3vocReader final : JsonReader {
public:
    C3vocReader() : JsonReader(rules) { }

    Result<Import> read(std::string_view file, const ZoneSource& zones)
    {
        report_.format = "c3voc schedule.json";
        if (auto error = read_json(file)) return *std::move(error);
        return schedule_.finish(
            zones, std::move(report_), LineCounter(file), "schedule.conference.days");
    }

private:
    std::string entry_name() const override { return schedule_.event_title(); }

    void opened(std::uint8_t state, std::string_view key) override
    {
        if (state == Events) schedule_.begin_events(key);
        if (state == Event) schedule_.begin_event(byte_offset());
    }

    void closed(std::uint8_t state) override
    {
        switch (state) {
        case Track: schedule_.end_track(); break;
        case Room: schedule_.end_room(); break;
        case Day: schedule_.end_day(); break;
        case Event: report(schedule_.end_event(path())); break;
        case Person: report(schedule_.end_person()); break;
        case Link: schedule_.end_link(); break;
        default: break;
        }
    }

    void found(std::uint8_t field, const JsonValue& v) override
    {
        const auto what = static_cast<Field>(field);
        if (const auto text = text_of_value(what, v))
            report(schedule_.take(what, *text, byte_offset()));
        else
            skip_here(SkipReason::WrongType);
    }

    std::optional<std::string_view> text_of_value(Field field, const JsonValue& v)
    {
        switch (v.kind) {
        case JsonValue::Kind::Text: return v.text;
        case JsonValue::Kind::Integer: number_ = std::to_string(v.integer); return number_;
        case JsonValue::Kind::Boolean:
            if (field == DoNotRecord) return v.boolean ? "true" : "false";
            break;
        case JsonValue::Kind::Real: break;
        }
        return std::nullopt;
    }

    void report(std::optional<SkipReason> reason)
    {
        if (reason) skip_here(*reason);
    }

    ScheduleBuilder schedule_;
    std::string number_;
};

} // namespace

Result<Import> read_c3voc(std::string_view file, const ZoneSource& zones)
{
    return C3vocReader().read(file, zones);
}

} // namespace hallway
