#include "agenda/stored_rows.h"

#include "agenda/agenda_record.h"

namespace hallway {
namespace {

/// The latest writes of `agenda` that `held` lacks, or has in an older state.
std::vector<Choice> find_lacking(const Agenda& agenda, const Agenda& held)
{
    std::vector<Choice> out;
    for (const auto& [key, choice] : agenda.choices()) {
        const auto found = held.choices().find(key);
        if (found == held.choices().end() || is_later(choice, found->second)) out.push_back(choice);
    }
    return out;
}

void rescue(const DecodedRecords& decoded, Bytes& rescued)
{
    const Bytes sound = encode_records(decoded.choices);
    rescued.insert(rescued.end(), sound.begin(), sound.end());
    rescued.insert(rescued.end(), decoded.newer.begin(), decoded.newer.end());
}

} // namespace

StoredRowsReport read_stored_rows(Agenda& agenda, std::span<const StoredRow> rows)
{
    StoredRowsReport report;
    Agenda journal;
    Agenda copy;
    for (std::uint32_t at = 0; at < rows.size(); ++at) {
        const bool is_journal = rows[at].source == RowSource::Journal;
        DecodedRecords decoded = decode_records(rows[at].bytes);
        // A row was never written without a record.
        if (rows[at].bytes.empty()) decoded.damaged_count = 1;
        for (const Choice& choice : decoded.choices) {
            agenda.merge(choice);
            (is_journal ? journal : copy).merge(choice);
        }
        report.damaged_count += decoded.damaged_count;
        report.newer_count += decoded.newer_count;
        if (decoded.damaged_count > 0) {
            report.damaged.push_back(at);
            if (is_journal) rescue(decoded, report.rescued);
        } else if (is_journal && decoded.newer_count == 0) {
            report.replaceable.push_back(at);
        }
    }
    report.journal_lacks = find_lacking(agenda, journal);
    report.copy_lacks = find_lacking(agenda, copy);
    return report;
}

} // namespace hallway
