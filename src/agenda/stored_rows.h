#pragma once
#include "agenda/agenda.h"

#include <span>

namespace hallway {

/// The two places that hold a person's choices. Both are read at each start, since either may have
/// lost what the other kept.
enum class RowSource : std::uint8_t {
    Journal = 1, ///< IndexedDB: single writes, and snapshots that replaced them
    Copy = 2,    ///< local storage: the latest write of each key
};

struct StoredRow {
    RowSource source = RowSource::Journal;
    ByteView bytes; ///< records, see agenda_record.h
};

/// What has to be done about the rows that were read. Rows are named by their position.
struct StoredRowsReport {
    std::vector<std::uint32_t> damaged; ///< to be set aside, never deleted
    /// The sound records of damaged journal rows: written in the same step that sets the rows
    /// aside.
    Bytes rescued;
    /// Journal rows of which a snapshot holds everything. Rows with records of a newer version are
    /// not among them: only a build that knows that version may replace them.
    std::vector<std::uint32_t> replaceable;
    /// Latest writes that only the copy held, or only the journal. They mean something only when
    /// all rows were read.
    std::vector<Choice> journal_lacks;
    std::vector<Choice> copy_lacks;
    std::uint32_t damaged_count = 0; ///< stretches of damage, for the message
    std::uint32_t newer_count = 0;   ///< records of newer versions, for the message
};

/// Merges all sound records of `rows` into `agenda`.
///
/// Shape: rows in any order; repetition changes nothing.
[[nodiscard]] StoredRowsReport read_stored_rows(Agenda& agenda, std::span<const StoredRow> rows);

} // namespace hallway
