#pragma once
#include "base/bytes.h"
#include "program/rich_text.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hallway::pack {

/// Collects the records of a pack and lays them out.
class Writer {
public:
    std::vector<ConferenceRecord> conference;
    std::vector<TransitionRecord> transitions;
    std::vector<DayRecord> days;
    std::vector<TrackRecord> tracks;
    std::vector<AreaRecord> areas;
    std::vector<RoomRecord> rooms;
    std::vector<WalkRecord> walks;
    std::vector<PersonRecord> people;
    std::vector<SessionRecord> sessions;
    std::vector<OccurrenceRecord> occurrences;
    std::vector<LinkRecord> links;
    std::vector<BlockRecord> blocks;
    std::vector<MarkRecord> marks;
    std::vector<std::uint32_t> indices;
    std::vector<std::uint32_t> sessions_by_key;

    /// Makes room for so many bytes of texts: growing would copy all of them, time and again.
    void reserve_text(std::size_t bytes) { text_.reserve(bytes); }
    /// Puts `text` into the string block. Short ones that come again soon are there once.
    StringRef text(std::string_view text);
    [[nodiscard]] std::string_view text_at(StringRef ref) const
    {
        return std::string_view(text_).substr(ref.at, ref.size);
    }
    Range index_list(const std::vector<std::uint32_t>& list);
    Range block_list(const RichText& blocks);

    /// The whole pack, with its checksum.
    [[nodiscard]] Bytes finish() const;

private:
    std::string text_;
    std::array<StringRef, 256> recent_ {};
};

} // namespace hallway::pack
