#pragma once
#include "base/time.h"

#include <cstdint>
#include <type_traits>

/// The pack: a whole program in one block of bytes, which `Program` reads in place. Made by
/// `ProgramBuilder` in the files module, handed to the planner, and stored for a warm start. A
/// cache and a hand-over, not an interchange format: a pack of another version is thrown away and
/// the source is read again.
///
/// Shape: `PackHeader`, then the sections in the order of `Section`, each 8-byte aligned.
///        Little-endian.
namespace hallway::pack {

inline constexpr std::uint32_t magic = 0x4B'50'57'48; // "HWPK"
inline constexpr std::uint32_t version = 3;
inline constexpr std::uint32_t none = 0xFFFF'FFFF; ///< "no index" in every field that holds one.

enum class Section : std::uint32_t {
    Text,       ///< UTF-8, all strings one after the other
    Conference, ///< one record
    Transitions,
    Days,
    Tracks,
    Areas,
    Rooms,
    Walks,
    People,
    Sessions,
    Occurrences,
    Links,
    Blocks, ///< of texts
    Marks,
    Indices,       ///< u32: lists of people and rooms
    SessionsByKey, ///< u32: sessions in the order of their keys
    Count,
};

struct StringRef {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
};
/// Records `first` to `first + count - 1` of the section that the field's comment names.
struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};
struct SectionPlace {
    std::uint32_t at = 0;    ///< bytes from the start of the pack
    std::uint32_t count = 0; ///< records (bytes for Text)
};
struct PackHeader {
    std::uint32_t magic = pack::magic;
    std::uint32_t version = pack::version;
    std::uint32_t size = 0;     ///< bytes of the whole pack
    std::uint32_t checksum = 0; ///< crc32 of everything after this field
    SectionPlace sections[static_cast<std::uint32_t>(Section::Count)];
};

struct ConferenceRecord {
    StringRef key; ///< identity of the conference: its choices are kept under it
    StringRef title;
    StringRef subtitle;
    StringRef venue;
    StringRef city;
    StringRef url;
    StringRef zone;             ///< IANA name; empty: times are as printed
    StringRef version;          ///< the organiser's own word for this state of the program
    StringRef language;         ///< BCP 47, main language of the texts; may be empty
    std::int32_t first_day = 0; ///< days since 1970
    std::int32_t last_day = 0;
    Minutes day_boundary = 0;  ///< minutes after midnight at which an event day begins
    std::uint32_t made_up = 0; ///< 1: a sample, said so on top
};

struct TransitionRecord {
    std::int32_t at = 0; ///< Instant
    Minutes offset = 0;
};

/// An event day: from the boundary to the next one. Days without any occurrence are left out.
struct DayRecord {
    std::int32_t date = 0; ///< days since 1970
    std::uint32_t first_occurrence = 0;
    std::uint32_t occurrence_count = 0;
};

struct TrackRecord {
    StringRef name;
    std::uint32_t color = 0; ///< the organiser's, 0xRRGGBB with 0xFF000000 if given; 0: none
};

struct AreaRecord {
    StringRef key;
    StringRef name;
    std::uint32_t proposed = 0; ///< 1: read out of the rooms' names, not the organiser's
};

/// A floor that the file does not give.
inline constexpr std::int32_t floor_unknown = INT32_MIN;

struct RoomRecord {
    StringRef key;
    StringRef name;
    StringRef directions; ///< how to get there, in words
    std::uint32_t area = none;
    std::int32_t floor = floor_unknown;
    std::int32_t latitude_micro_degrees = 0;
    std::int32_t longitude_micro_degrees = 0;
    std::uint32_t flags = 0;    ///< RoomFlag
    std::uint32_t capacity = 0; ///< 0: not given
};
enum RoomFlag : std::uint32_t {
    RoomHasPosition = 1,
    RoomOnline = 2, ///< no walk leads there
    RoomStepFree = 4,
};

/// How long people need from one room or area to another. May differ by direction.
struct WalkRecord {
    std::uint32_t from = none;
    std::uint32_t to = none;
    std::uint32_t between_areas = 0; ///< 1: from and to are areas, else rooms
    Minutes minutes = 0;
    Minutes step_free_minutes = 0; ///< as `minutes` when the file gives none
};

struct PersonRecord {
    StringRef key;
    StringRef name;
    Range biography; ///< Blocks
    Range links;     ///< Links
};

struct LinkRecord {
    StringRef title;
    StringRef url; ///< http, https or mailto only
};

/// A block of a text, as HTML has them.
enum class BlockKind : std::uint8_t {
    Paragraph,
    Heading,
    Item,         ///< of a list
    NumberedItem, ///< of a list whose order counts
    Quote,
    Preformatted, ///< its white space counts
};
inline constexpr std::uint8_t block_depth_max = 7;
struct BlockRecord {
    StringRef text; ///< lines are parted by '\n'
    Range marks;    ///< Marks, which ascend and do not overlap
    BlockKind kind = BlockKind::Paragraph;
    std::uint8_t depth = 0;   ///< of list items: how many lists they stand in, from 0
    std::uint16_t number = 0; ///< of numbered items
};
enum MarkFlag : std::uint32_t {
    MarkStrong = 1,
    MarkEmphasis = 2,
    MarkCode = 4,
};
/// A part of a block's text that is marked or leads somewhere.
struct MarkRecord {
    std::uint32_t at = 0; ///< bytes, in the block's text
    std::uint32_t size = 0;
    StringRef url; ///< http, https or mailto only; empty: no link
    std::uint32_t flags = 0;
};

/// What it means that a session takes place more than once, or for long.
enum class Again : std::uint8_t {
    Once,
    Repeat,    ///< the same again: any one is enough
    Parts,     ///< all belong together
    Series,    ///< daily, like breakfast
    OpenHours, ///< drop in at any time; never clashes
};
enum class SessionKind : std::uint8_t {
    Talk, ///< anything that is attended; the file's own word is `kind_name`
    Break,
    Poster,
    Exhibition,
};
enum class SignUp : std::uint8_t { None, Optional, Required, Full };
enum class Tristate : std::uint8_t { Unknown, No, Yes };
enum class Difficulty : std::uint8_t { Unknown, Beginner, Intermediate, Advanced };

enum AccessFlag : std::uint32_t {
    AccessCaptions = 1,
    AccessSignLanguage = 2,
    AccessHearingLoop = 4,
    AccessAudioDescription = 8,
    AccessStepFree = 16,
};

struct SessionRecord {
    StringRef key;
    StringRef number; ///< short form for links; may be empty
    StringRef title;
    StringRef subtitle;
    StringRef kind_name; ///< as "Workshop"
    StringRef language;  ///< BCP 47, several joined by ", "
    StringRef url;
    StringRef recording_url;
    StringRef sign_up_url;
    StringRef sign_up_note;
    StringRef access_note;
    StringRef content_note;
    /// "Wednesday 13:50 - 14:50" and "Fleming", as the file writes them, of a session that has no
    /// occurrence since no date can be made of it; may be empty.
    StringRef written_time;
    StringRef written_place;
    StringRef search_text; ///< folded title, then people, one a line
    Range abstract;        ///< Blocks
    Range links;           ///< Links
    Range people;          ///< Indices into People
    Range occurrences;     ///< Indices into Occurrences, by start
    std::uint32_t track = none;
    /// Session that this one belongs to, as a poster to its poster session
    std::uint32_t parent = none;
    /// Sessions that the file lists under several keys but that are taken for the same again (same
    /// title and people) all name the first of them, also that one itself; their `again` is Repeat,
    /// or Series if daily.
    std::uint32_t same_as = none;
    std::uint32_t access = 0; ///< AccessFlag
    Again again = Again::Once;
    SessionKind kind = SessionKind::Talk;
    SignUp sign_up = SignUp::None;
    Tristate recorded = Tristate::Unknown;
    Difficulty difficulty = Difficulty::Unknown;
    std::uint8_t reserved[3] = {};
};

enum OccurrenceFlag : std::uint32_t {
    OccurrenceCancelled = 1,
    OccurrenceEndMissing = 2, ///< `end` is the default length after `start`
    OccurrenceOnline = 4,     ///< attended online only
};

/// Length of an occurrence whose end the file does not give.
inline constexpr Minutes length_default_minutes = 60;
/// Nothing lasts longer: an end beyond it is a slip of the pen.
inline constexpr Minutes length_minutes_max = 60 * minutes_per_day;
/// Whether something may take place from `start` to `end`; a moment without a length may.
[[nodiscard]] constexpr bool is_length(Instant start, Instant end)
{
    return end >= start && std::int64_t { end.minutes } - start.minutes <= length_minutes_max;
}
/// A chain of parents is never longer, and never a circle.
inline constexpr std::uint32_t parents_deep_max = 8;
/// Instants lie within the years 1 to 6000, so that adding an offset or a day stays in range.
inline constexpr std::int32_t instant_min = -1'036'000'000;
inline constexpr std::int32_t instant_max = 2'121'000'000;

struct OccurrenceRecord {
    /// Unlike any other of the same session: the source's own key, else empty where the session
    /// takes place once, else the start as "2025-12-28T14:00"; "+2" and so on are added to one that
    /// is taken.
    StringRef key;
    StringRef change_reason; ///< the organiser's sentence on a late change; may be empty
    std::uint32_t session = none;
    std::int32_t start = 0; ///< Instant
    std::int32_t end = 0;   ///< Instant, exclusive (RFC 5545, 3.6.1)
    std::uint32_t day = 0;
    Range rooms; ///< Indices into Rooms; none: not announced
    std::uint32_t flags = 0;
    std::uint32_t part = 0; ///< number of the part, from 1; 0: none
};

static_assert(std::is_trivially_copyable_v<SessionRecord> && sizeof(SessionRecord) % 4 == 0);
static_assert(std::is_trivially_copyable_v<OccurrenceRecord> && sizeof(OccurrenceRecord) % 4 == 0);

} // namespace hallway::pack
