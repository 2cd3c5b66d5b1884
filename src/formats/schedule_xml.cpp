#include "formats/schedule_xml.h"

#include "formats/schedule_collector.h"
#include "formats/schedule_settle.h"
#include "formats/schedule_xml_table.h"

namespace hallway {
namespace {

/// As "day[1]"; without a number where there is one only.
std::string numbered(std::string_view name, std::uint32_t number, std::size_t count)
{
    std::string text(name);
    if (count > 1) text.append("[").append(std::to_string(number)).append("]");
    return text;
}

std::string place_of(const schedule::Entries& entries, const schedule::EventEntry& event)
{
    const schedule::CellEntry& cell = entries.cells[event.cell];
    std::string path = "schedule." + numbered("day", cell.day, entries.days.size()) + '.';
    if (cell.is_room)
        path += numbered("room", cell.number_in_day, entries.days[cell.day].cell_count) + '.';
    return path + numbered("event", event.number_in_cell, cell.event_count);
}

class ScheduleXmlReader final : XmlReader {
public:
    ScheduleXmlReader() : XmlReader(schedule_xml::rules) { }

    Result<Import> read(std::string_view file, const ZoneSource& zones)
    {
        report_.format = "schedule.xml";
        if (auto error = read_xml(file, "schedule")) return *std::move(error);
        schedule::Entries entries = collector_.take();
        if (entries.events.empty() && other_entry_) return *other_entry_;
        if (!is_schedule_) return Error { ErrorCode::FileNotProgram, "schedule", {}, {} };
        LineCounter lines(file);
        return schedule::settle(
            std::move(entries), { "schedule.day", place_of }, zones, std::move(report_), lines);
    }

private:
    std::string entry_name() const override { return collector_.entry_name(); }

    void opened(std::uint8_t state) override
    {
        is_schedule_ = is_schedule_ || state == schedule::Conference || state == schedule::Day;
        if (state == schedule::OtherEntry && !other_entry_)
            other_entry_ = error_here(ErrorCode::FileNotProgram);
        collector_.opened(static_cast<schedule::State>(state), {}, byte_offset());
    }

    void closed(std::uint8_t state) override
    {
        skip_if(collector_.closed(static_cast<schedule::State>(state)));
    }

    void found(std::uint8_t field, std::string_view text) override
    {
        skip_if(collector_.found(static_cast<schedule::Field>(field), text, byte_offset()));
    }

    void skip_if(std::optional<SkipReason> reason)
    {
        if (reason) skip_here(*reason);
    }

    schedule::Collector collector_;
    bool is_schedule_ = false;
    std::optional<Error> other_entry_;
};

} // namespace

Result<Import> read_schedule_xml(std::string_view file, const ZoneSource& zones)
{
    return ScheduleXmlReader().read(file, zones);
}

} // namespace hallway
