#include "formats/c3voc.h"

#include "formats/c3voc_table.h"
#include "formats/json_reader.h"
#include "formats/schedule_collector.h"
#include "formats/schedule_settle.h"

namespace hallway {
namespace {

std::string place_of(const schedule::Entries& entries, const schedule::EventEntry& event)
{
    const schedule::CellEntry& cell = entries.cells[event.cell];
    std::string path = "schedule.conference.days[" + std::to_string(cell.day) + "].rooms";
    if (!cell.name.empty()) path += '.' + cell.name;
    return path + '[' + std::to_string(event.number_in_cell) + ']';
}

class C3vocReader final : JsonReader {
public:
    C3vocReader() : JsonReader(c3voc::rules) { }

    Result<Import> read(std::string_view file, const ZoneSource& zones)
    {
        report_.format = "c3voc schedule.json";
        if (auto error = read_json(file)) return *std::move(error);
        LineCounter lines(file);
        return schedule::settle(collector_.take(), { "schedule.conference.days", place_of }, zones,
            std::move(report_), lines);
    }

private:
    std::string entry_name() const override { return collector_.entry_name(); }

    void opened(std::uint8_t state, std::string_view key) override
    {
        collector_.opened(static_cast<schedule::State>(state), key, byte_offset());
    }

    void closed(std::uint8_t state) override
    {
        skip_if(collector_.closed(static_cast<schedule::State>(state)));
    }

    void found(std::uint8_t field, const JsonValue& v) override
    {
        const auto take = [&](std::string_view text) {
            skip_if(collector_.found(static_cast<schedule::Field>(field), text, byte_offset()));
        };
        switch (v.kind) {
        case JsonValue::Kind::Text: return take(v.text);
        case JsonValue::Kind::Integer: return take(std::to_string(v.integer));
        case JsonValue::Kind::Boolean:
            if (field == schedule::DoNotRecord) return take(v.boolean ? "true" : "false");
            break;
        case JsonValue::Kind::Real: break;
        }
        skip_here(SkipReason::WrongType);
    }

    void skip_if(std::optional<SkipReason> reason)
    {
        if (reason) skip_here(*reason);
    }

    schedule::Collector collector_;
};

} // namespace

Result<Import> read_c3voc(std::string_view file, const ZoneSource& zones)
{
    return C3vocReader().read(file, zones);
}

} // namespace hallway
