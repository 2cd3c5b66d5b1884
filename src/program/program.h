#pragma once
#include "base/bytes.h"
#include "program/pack.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace hallway {

/// Positions in a program's sections. They hold for one `Program` value only: what is kept is a
/// key.
enum class SessionIndex : std::uint32_t {};
enum class OccurrenceIndex : std::uint32_t {};
template <class Index> [[nodiscard]] constexpr std::uint32_t position(Index index)
{
    return static_cast<std::uint32_t>(index);
}

/// A conference's program: an immutable view over a pack. Copies share the bytes.
class Program {
public:
    /// Errors: `PackDamaged` for a wrong checksum or any reference that leads outside the pack,
    ///         `PackVersion` for a pack of another version. After success no access can go astray.
    static Result<Program> open(std::shared_ptr<const Bytes> pack);

    [[nodiscard]] const pack::ConferenceRecord& conference() const;
    /// Event days in order of date, only those on which something takes place.
    [[nodiscard]] std::span<const pack::DayRecord> days() const;
    [[nodiscard]] std::span<const pack::TrackRecord> tracks() const;
    [[nodiscard]] std::span<const pack::AreaRecord> areas() const;
    /// In the order of the file.
    [[nodiscard]] std::span<const pack::RoomRecord> rooms() const;
    [[nodiscard]] std::span<const pack::WalkRecord> walks() const;
    [[nodiscard]] std::span<const pack::PersonRecord> people() const;
    [[nodiscard]] std::span<const pack::SessionRecord> sessions() const;
    /// By day, then start, then the order of rooms, then the order of the file.
    [[nodiscard]] std::span<const pack::OccurrenceRecord> occurrences() const;

    [[nodiscard]] const pack::SessionRecord& session(SessionIndex index) const;
    [[nodiscard]] const pack::OccurrenceRecord& occurrence(OccurrenceIndex index) const;
    /// Shape: `occurrence` is one of `occurrences()`, not a copy.
    [[nodiscard]] OccurrenceIndex index_of(const pack::OccurrenceRecord& occurrence) const
    {
        return OccurrenceIndex { static_cast<std::uint32_t>(&occurrence - occurrences().data()) };
    }
    [[nodiscard]] std::span<const pack::OccurrenceRecord> occurrences_of(
        const pack::DayRecord& day) const;
    [[nodiscard]] std::span<const std::uint32_t> occurrences_of(
        const pack::SessionRecord& session) const;
    [[nodiscard]] std::span<const std::uint32_t> people_of(
        const pack::SessionRecord& session) const;
    [[nodiscard]] std::span<const std::uint32_t> rooms_of(
        const pack::OccurrenceRecord& occurrence) const;
    [[nodiscard]] std::span<const pack::LinkRecord> links(pack::Range range) const;
    [[nodiscard]] std::span<const pack::BlockRecord> blocks(pack::Range range) const;
    [[nodiscard]] std::span<const pack::MarkRecord> marks(pack::Range range) const;
    [[nodiscard]] std::string_view text(pack::StringRef ref) const;

    [[nodiscard]] std::optional<SessionIndex> find_session(std::string_view key) const;
    /// Rules of the conference's zone. Where the file names no zone: without a name, and with the
    /// offsets that its times are written with, if any, so that wall times are as printed.
    [[nodiscard]] const ZoneRules& zone() const { return zone_; }
    [[nodiscard]] WallTime wall_time(std::int32_t instant) const
    {
        return zone_.wall_time({ instant });
    }
    /// Sessions that have no occurrence, in the order of the file.
    [[nodiscard]] std::span<const SessionIndex> unscheduled() const { return unscheduled_; }

    [[nodiscard]] const std::shared_ptr<const Bytes>& pack() const { return pack_; }

private:
    template <class Record> std::span<const Record> records(pack::Section section) const;

    std::shared_ptr<const Bytes> pack_;
    ZoneRules zone_;
    std::vector<SessionIndex> unscheduled_;
};

} // namespace hallway
