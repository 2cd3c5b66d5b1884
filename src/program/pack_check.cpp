#include "program/pack_check.h"

#include "base/hash.h"

#include <cstddef>

namespace hallway::pack {
namespace {

constexpr std::size_t checksum_end = offsetof(PackHeader, sections);

constexpr std::uint32_t record_sizes[] = {
    1,
    sizeof(ConferenceRecord),
    sizeof(TransitionRecord),
    sizeof(DayRecord),
    sizeof(TrackRecord),
    sizeof(AreaRecord),
    sizeof(RoomRecord),
    sizeof(WalkRecord),
    sizeof(PersonRecord),
    sizeof(SessionRecord),
    sizeof(OccurrenceRecord),
    sizeof(LinkRecord),
    sizeof(BlockRecord),
    sizeof(MarkRecord),
    sizeof(std::uint32_t),
    sizeof(std::uint32_t),
};
static_assert(std::size(record_sizes) == static_cast<std::size_t>(Section::Count));

constexpr const char* section_names[] = { "text", "conference", "transitions", "days", "tracks",
    "areas", "rooms", "walks", "people", "sessions", "occurrences", "links", "blocks", "marks",
    "indices", "keys" };
static_assert(std::size(section_names) == static_cast<std::size_t>(Section::Count));

/// Looks at the records of a pack whose header and sections are sound.
class RecordCheck {
public:
    explicit RecordCheck(ByteView pack) : pack_(pack) { }

    /// The first section with a record that no pack may hold.
    [[nodiscard]] std::optional<Section> find_bad_section() const
    {
        using enum Section;
        if (count(Conference) != 1 || !all<ConferenceRecord>(Conference)) return Conference;
        if (!transitions_ascend()) return Transitions;
        if (!days_cover_occurrences()) return Days;
        if (!all<TrackRecord>(Tracks)) return Tracks;
        if (!all<AreaRecord>(Areas)) return Areas;
        if (!all<RoomRecord>(Rooms)) return Rooms;
        if (!all<WalkRecord>(Walks)) return Walks;
        if (!all<PersonRecord>(People)) return People;
        if (!all<SessionRecord>(Sessions) || !parents_end()) return Sessions;
        if (!all<OccurrenceRecord>(Occurrences)) return Occurrences;
        if (!all<LinkRecord>(Links)) return Links;
        if (!all<BlockRecord>(Blocks)) return Blocks;
        if (!all<MarkRecord>(Marks)) return Marks;
        if (count(SessionsByKey) != count(Sessions)) return SessionsByKey;
        if (!indices_below({ 0, count(SessionsByKey) }, Sessions, SessionsByKey))
            return SessionsByKey;
        return std::nullopt;
    }

private:
    [[nodiscard]] std::uint32_t count(Section section) const
    {
        return read_header(pack_).sections[static_cast<std::uint32_t>(section)].count;
    }
    template <class Record> [[nodiscard]] bool all(Section section) const
    {
        for (const Record& record : records<Record>(pack_, section))
            if (!good(record)) return false;
        return true;
    }
    template <class... Refs> [[nodiscard]] bool texts(const Refs&... refs) const
    {
        return (good(refs) && ...);
    }

    [[nodiscard]] bool good(StringRef ref) const
    {
        return std::uint64_t { ref.at } + ref.size <= count(Section::Text);
    }
    [[nodiscard]] bool inside(Range range, Section section) const
    {
        return std::uint64_t { range.first } + range.count <= count(section);
    }
    [[nodiscard]] bool index(std::uint32_t value, Section section) const
    {
        return value == none || value < count(section);
    }
    [[nodiscard]] bool indices_below(
        Range range, Section target, Section list = Section::Indices) const
    {
        if (!inside(range, list)) return false;
        const std::uint32_t limit = count(target);
        for (const std::uint32_t value :
            records<std::uint32_t>(pack_, list).subspan(range.first, range.count))
            if (value >= limit) return false;
        return true;
    }

    [[nodiscard]] bool good(const ConferenceRecord& record) const
    {
        return texts(record.key, record.title, record.subtitle, record.venue, record.city,
                   record.url, record.zone, record.version, record.language)
            && record.day_boundary >= 0 && record.day_boundary < minutes_per_day
            && good_day(record.first_day) && good_day(record.last_day);
    }
    [[nodiscard]] bool good(const TrackRecord& record) const { return good(record.name); }
    [[nodiscard]] bool good(const AreaRecord& record) const
    {
        return texts(record.key, record.name) && record.proposed <= 1;
    }
    [[nodiscard]] bool good(const RoomRecord& record) const
    {
        return texts(record.key, record.name, record.directions)
            && index(record.area, Section::Areas);
    }
    [[nodiscard]] bool good(const WalkRecord& record) const
    {
        const Section target = record.between_areas != 0 ? Section::Areas : Section::Rooms;
        return record.from < count(target) && record.to < count(target) && record.minutes >= 0
            && record.minutes <= minutes_per_day && record.step_free_minutes >= 0
            && record.step_free_minutes <= minutes_per_day;
    }
    [[nodiscard]] bool good(const PersonRecord& record) const
    {
        return texts(record.key, record.name) && inside(record.biography, Section::Blocks)
            && inside(record.links, Section::Links);
    }
    [[nodiscard]] bool good(const LinkRecord& record) const
    {
        return texts(record.title, record.url);
    }
    [[nodiscard]] bool good(const MarkRecord& record) const { return good(record.url); }
    /// Its marks ascend, and lie within its text.
    [[nodiscard]] bool good(const BlockRecord& record) const
    {
        if (!good(record.text) || !inside(record.marks, Section::Marks)
            || record.kind > BlockKind::Preformatted || record.depth > block_depth_max)
            return false;
        std::uint64_t end = 0;
        for (const MarkRecord& mark : records<MarkRecord>(pack_, Section::Marks)
                                          .subspan(record.marks.first, record.marks.count)) {
            if (mark.at < end) return false;
            end = std::uint64_t { mark.at } + mark.size;
        }
        return end <= record.text.size;
    }
    [[nodiscard]] bool good(const SessionRecord& record) const
    {
        return texts(record.key, record.number, record.title, record.subtitle, record.kind_name,
                   record.language, record.url, record.recording_url, record.sign_up_url,
                   record.sign_up_note, record.access_note, record.content_note,
                   record.written_time, record.written_place, record.search_text)
            && inside(record.abstract, Section::Blocks) && inside(record.links, Section::Links)
            && indices_below(record.people, Section::People)
            && indices_below(record.occurrences, Section::Occurrences)
            && index(record.track, Section::Tracks) && index(record.parent, Section::Sessions)
            && index(record.same_as, Section::Sessions) && record.again <= Again::OpenHours
            && record.kind <= SessionKind::Exhibition && record.sign_up <= SignUp::Full
            && record.recorded <= Tristate::Yes && record.difficulty <= Difficulty::Advanced;
    }
    [[nodiscard]] bool good(const OccurrenceRecord& record) const
    {
        return texts(record.key, record.change_reason) && record.session < count(Section::Sessions)
            && record.start >= instant_min && record.end <= instant_max
            && is_length({ record.start }, { record.end }) && record.day < count(Section::Days)
            && indices_below(record.rooms, Section::Rooms);
    }
    [[nodiscard]] static bool good_day(std::int32_t days)
    {
        return days >= instant_min / minutes_per_day && days <= instant_max / minutes_per_day;
    }

    [[nodiscard]] bool transitions_ascend() const
    {
        const auto all_of_them = records<TransitionRecord>(pack_, Section::Transitions);
        for (std::size_t i = 0; i < all_of_them.size(); ++i) {
            const TransitionRecord& record = all_of_them[i];
            if (record.offset < -minutes_per_day || record.offset > minutes_per_day) return false;
            if (i > 0 && record.at < all_of_them[i - 1].at) return false;
        }
        return true;
    }
    /// Every occurrence belongs to the day in whose range it lies, and days ascend.
    [[nodiscard]] bool days_cover_occurrences() const
    {
        const auto days = records<DayRecord>(pack_, Section::Days);
        const auto occurrences = records<OccurrenceRecord>(pack_, Section::Occurrences);
        std::uint64_t next = 0;
        for (std::uint32_t day = 0; day < days.size(); ++day) {
            if (days[day].first_occurrence != next || !good_day(days[day].date)) return false;
            if (day > 0 && days[day].date <= days[day - 1].date) return false;
            next += days[day].occurrence_count;
            if (next > occurrences.size()) return false;
            for (const auto& occurrence :
                occurrences.subspan(days[day].first_occurrence, days[day].occurrence_count))
                if (occurrence.day != day) return false;
        }
        return next == occurrences.size();
    }
    [[nodiscard]] bool parents_end() const
    {
        const auto sessions = records<SessionRecord>(pack_, Section::Sessions);
        for (const SessionRecord& session : sessions) {
            std::uint32_t depth = 0;
            for (std::uint32_t at = session.parent; at != none; at = sessions[at].parent)
                if (++depth > parents_deep_max) return false;
        }
        return true;
    }

    ByteView pack_;
};

Error damaged(const char* where) { return { ErrorCode::PackDamaged, where, {}, {} }; }

} // namespace

std::uint32_t record_size(Section section)
{
    return record_sizes[static_cast<std::uint32_t>(section)];
}

std::optional<Error> find_damage(ByteView pack)
{
    if (pack.size() < sizeof(PackHeader)) return damaged("header");
    const PackHeader header = read_header(pack);
    if (header.magic != magic) return damaged("header");
    // Before the checksum, whose place another version may have moved.
    if (header.version != version) return Error { ErrorCode::PackVersion, {}, {}, {} };
    if (header.size != pack.size()) return damaged("header");
    if (header.checksum != crc32(pack.subspan(checksum_end))) return damaged("checksum");

    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(Section::Count); ++i) {
        const SectionPlace place = header.sections[i];
        const std::uint64_t end = place.at + std::uint64_t { place.count } * record_sizes[i];
        if (place.at % 8 != 0 || place.at < sizeof(PackHeader) || end > pack.size())
            return damaged(section_names[i]);
    }
    if (const auto bad = RecordCheck(pack).find_bad_section())
        return damaged(section_names[static_cast<std::uint32_t>(*bad)]);
    return std::nullopt;
}

} // namespace hallway::pack
