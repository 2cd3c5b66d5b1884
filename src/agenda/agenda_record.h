#pragma once
#include "agenda/agenda.h"

namespace hallway {

/// Id of a choice in the store, the same for every write of its key.
[[nodiscard]] std::uint64_t choice_id(const ChoiceKey& key);

/// The stored form of choices: the same in the journal, in snapshots, in the local copy and between
/// tabs.
///
/// Shape:  a record is a frame {mark "HWR", crc32 u32 of all that follows, version u8, body size
///         u32} and a body. The frame is the same in every version. Records stand one after
///         another; after damage, reading goes on at the next sound one.
/// Source: docs/stored-data.md
[[nodiscard]] Bytes encode_record(const Choice& choice);
[[nodiscard]] Bytes encode_records(const std::vector<Choice>& choices);

struct DecodedRecords {
    std::vector<Choice> choices;
    std::uint32_t damaged_count = 0; ///< stretches of bytes that are no sound record
    /// Sound records of versions that this build does not know, as they stand: kept, never
    /// rewritten.
    Bytes newer;
    std::uint32_t newer_count = 0;
};
/// Reads records of this and every older version, from bytes that may be damaged anywhere.
[[nodiscard]] DecodedRecords decode_records(ByteView bytes);

/// Larger bodies are damage: it bounds how far a broken size can lead astray. Every choice that
/// `Agenda::choose` makes fits.
inline constexpr std::uint32_t record_body_bytes_max = 256 * 1024;
static_assert(record_body_bytes_max
    > 2 * choice_key_bytes_max + 2 * choice_value_bytes_max + 3 * choice_context_bytes_max + 256);

} // namespace hallway
