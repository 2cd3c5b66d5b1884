#pragma once
#include "agenda/agenda.h"

namespace hallway {

/// The stored form of choices, the same in the journal, in snapshots, in the local copy and between tabs.
///
/// Shape:  a record is a frame {mark "HWR", version u8, body size u32, body's crc32 u32} and a body. Records
///         stand one after another; after damage, reading goes on at the next mark whose frame is sound.
/// Source: docs/stored-data.md
[[nodiscard]] Bytes encode_record(const Choice& choice);
[[nodiscard]] Bytes encode_records(const std::vector<Choice>& choices);

struct DecodedRecords {
    std::vector<Choice> choices;
    std::uint32_t damaged_count = 0; ///< stretches of bytes that are no sound record
    std::uint32_t newer_count = 0;   ///< sound records of a version that this build does not know: kept as they are
};
/// Reads records of this and every older version, from bytes that may be damaged anywhere.
[[nodiscard]] DecodedRecords decode_records(ByteView bytes);

} // namespace hallway
