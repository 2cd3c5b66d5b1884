#include "agenda/agenda_record.h"
#include "agenda/stored_rows.h"
#include "base/check.h"

#include <cstddef>
#include <cstdint>

using namespace hallway;

/// Whatever bytes a store hands over: reading ends, and what was read survives being written again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView bytes = std::as_bytes(std::span(data, size));
    const DecodedRecords decoded = decode_records(bytes);
    const DecodedRecords again = decode_records(encode_records(decoded.choices));
    check(again.choices == decoded.choices, "a choice changed on its way through a record");
    check(again.damaged_count == 0 && again.newer_count == 0, "a record was written unsound");

    Agenda agenda(std::uint64_t { 1 } << 32);
    const StoredRow rows[] = { { RowSource::Journal, bytes } };
    const StoredRowsReport report = read_stored_rows(agenda, rows);
    check(report.damaged_count == decoded.damaged_count + (size == 0 ? 1u : 0u),
        "damage was counted differently");
    Agenda backwards(std::uint64_t { 1 } << 32);
    const std::vector<Choice> writes = agenda.writes();
    for (auto at = writes.rbegin(); at != writes.rend(); ++at) backwards.merge(*at);
    check(backwards.writes() == writes, "the order of merging shows");

    const auto choice = agenda.choose({ "conference", "session", ChoiceField::Note }, "x", {}, 1);
    if (choice)
        check(decode_records(encode_record(*choice)).choices.size() == 1,
            "a choice made after foreign ones cannot be read");
    return 0;
}
