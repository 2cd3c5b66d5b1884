#pragma once
#include "base/bytes.h"
#include "base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// Why one entry of a readable file was left out. The view has a sentence for each.
enum class SkipReason : std::uint8_t {
    NoTitle,
    BadTime,     ///< the start cannot be read: the session is kept without a time
    BadDuration, ///< the end is marked as missing
    Duplicate,   ///< the same session at the same time in the same room
    /// Refers to a room, track, person, area or parent that the file does not have, or to no known
    /// zone
    UnknownRef,
    UnsafeLink, ///< a URL that is neither http, https nor mailto
    WrongType,  ///< a field of another type than the format says
    NotPublic,  ///< the file marks it as not for the public
};

struct SkippedEntry {
    SkipReason reason = SkipReason::NoTitle;
    std::string entry; ///< title, else key, of what was skipped
    std::string field; ///< as "sessions[12].start"; may be empty
    std::optional<std::uint32_t> line;
    friend bool operator==(const SkippedEntry&, const SkippedEntry&) = default;
};

/// What a reader says about a file that it could use, at least in part.
struct ImportReport {
    std::string format; ///< as "hallway-program/1" or "c3voc schedule.json"
    std::uint32_t session_count = 0;
    std::uint32_t occurrence_count = 0;
    std::uint32_t skipped_count = 0;   ///< all, also those beyond `skipped`
    std::vector<SkippedEntry> skipped; ///< the first `skipped_listed_max`
    std::uint32_t unknown_field_count = 0;

    static constexpr std::size_t skipped_listed_max = 200;
    void skip(SkippedEntry entry);
    /// Whether one more is listed. Beyond that only the number counts: a hostile file must not make
    /// this slow.
    [[nodiscard]] bool lists_more() const { return skipped.size() < skipped_listed_max; }
    friend bool operator==(const ImportReport&, const ImportReport&) = default;
};

/// The two outcomes of an import as they cross from the files module to the planner. A report is
/// also stored beside its pack: one of another version, or with damage, is passed over.
[[nodiscard]] Bytes encode_report(const ImportReport& report);
[[nodiscard]] std::optional<ImportReport> decode_report(ByteView bytes);
[[nodiscard]] Bytes encode_error(const Error& error);
[[nodiscard]] std::optional<Error> decode_error(ByteView bytes);

} // namespace hallway
