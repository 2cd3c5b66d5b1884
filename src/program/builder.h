#pragma once
#include "base/bytes.h"
#include "base/hash_set.h"
#include "program/rich_text.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <vector>

namespace hallway {

/// What readers collect, in their own words and in any order; `ProgramBuilder` makes a pack of it.
/// Texts are UTF-8 and clean (`clean_text`).
struct LinkDraft {
    std::string title;
    std::string url; ///< any text: other schemes than http, https and mailto are dropped
};
struct TrackDraft {
    std::string name;
    std::uint32_t color = 0;
};
struct AreaDraft {
    std::string key;
    std::string name;
    bool proposed = false; ///< by `propose_areas`, not by the file
};
struct RoomDraft {
    std::string key; ///< name, if the file has nothing more stable
    std::string name;
    std::string directions;
    std::uint32_t area = pack::none; ///< as `add_area` gave it
    std::int32_t floor = pack::floor_unknown;
    std::int32_t latitude_micro_degrees = 0;
    std::int32_t longitude_micro_degrees = 0;
    std::uint32_t flags = 0;
    std::uint32_t capacity = 0;
};
struct PersonDraft {
    std::string key;
    std::string name;
    RichText biography;
    std::vector<LinkDraft> links;
};
struct OccurrenceDraft {
    std::string key; ///< the source's own, if it has one per occurrence
    Instant start;
    std::optional<Instant> end; ///< the start itself: a moment without a length
    /// The event day that the file names; without one it follows from the day boundary.
    std::optional<Date> day;
    std::vector<std::uint32_t> rooms; ///< as `add_room` gave them
    std::string change_reason;
    std::uint32_t flags = 0;
    std::uint32_t part = 0;
};
struct SessionDraft {
    /// Guid, else code, else id; empty: made from title and people, never from the time
    std::string key;
    /// The source's code that several slots share, if it has one: these slots may be parts of one
    /// thing, so they are not taken for repeats.
    std::string code;
    std::string number;
    std::string title;
    std::string subtitle;
    std::string kind_name;
    std::string language;
    std::string url;
    std::string recording_url;
    std::string sign_up_url;
    std::string sign_up_note;
    std::string access_note;
    std::string content_note;
    /// When and where in the file's own words, for a session without occurrences: a weekday whose
    /// date is not known, say. Dropped where there are occurrences.
    std::string written_time;
    std::string written_place;
    RichText abstract;
    std::vector<LinkDraft> links;
    std::vector<std::uint32_t> people; ///< as `add_person` gave them
    std::vector<OccurrenceDraft> occurrences;
    std::uint32_t track = pack::none;
    std::string parent_key;
    std::uint32_t access = 0;
    std::optional<pack::Again> again; ///< absent: follows from the occurrences
    pack::SessionKind kind = pack::SessionKind::Talk;
    pack::SignUp sign_up = pack::SignUp::None;
    pack::Tristate recorded = pack::Tristate::Unknown;
    pack::Difficulty difficulty = pack::Difficulty::Unknown;
};
struct WalkDraft {
    std::uint32_t from = pack::none;
    std::uint32_t to = pack::none;
    bool between_areas = false;
    Minutes minutes = 0;
    std::optional<Minutes> step_free_minutes;
};
struct ConferenceDraft {
    std::string key;
    std::string title;
    std::string subtitle;
    std::string venue;
    std::string city;
    std::string url;
    std::string version;
    std::string language;
    std::optional<Date> first_day;
    std::optional<Date> last_day;
    std::optional<Minutes> day_boundary; ///< absent: the middle of the largest nightly gap
    bool made_up = false;
};

/// Collects a program and writes it as a pack.
class ProgramBuilder {
public:
    ConferenceDraft conference;
    ZoneRules zone; ///< unnamed: the times are as printed

    /// Gives the position of the track of that name, new or not; `pack::none` for an empty name.
    std::uint32_t track(std::string_view name, std::uint32_t color = 0);
    std::uint32_t add_area(AreaDraft area);
    /// The room with that key, new or not; a new one starts with key and name alike.
    std::uint32_t room(std::string_view key);
    RoomDraft& room_draft(std::uint32_t room) { return rooms_[room]; }
    /// The person with that key, new or not.
    std::uint32_t person(std::string_view key, std::string_view name);
    PersonDraft& person_draft(std::uint32_t person) { return people_[person]; }
    void add_walk(WalkDraft walk) { walks_.push_back(walk); }

    enum class Added : std::uint8_t {
        New,
        MoreOccurrences, ///< a session of that key was there: its occurrences were added to it
        Duplicate,       ///< same key, same start, same rooms: dropped
    };
    Added add_session(SessionDraft session);
    void reserve_sessions(std::size_t count) { sessions_.reserve(count); }
    [[nodiscard]] std::size_t session_count() const { return sessions_.size(); }

    /// Sorts, assigns event days, joins a break that is filed once per room into one occurrence,
    /// proposes what "again" means, and areas where there are none, folds the search text and
    /// writes the pack.
    [[nodiscard]] Bytes build();

private:
    [[nodiscard]] std::string key_from_content(const SessionDraft& session) const;

    std::vector<TrackDraft> tracks_;
    std::vector<AreaDraft> areas_;
    std::vector<RoomDraft> rooms_;
    std::vector<PersonDraft> people_;
    std::vector<SessionDraft> sessions_;
    std::vector<WalkDraft> walks_;
    using PositionByText = std::map<std::string, std::uint32_t, std::less<>>;
    PositionByText track_by_name_, room_by_key_, person_by_key_, session_by_key_;
    HashSet known_occurrences_; ///< hashes of session, start and rooms
};

/// Whether a link may be shown and followed.
/// Source: an allow-list of schemes: http, https, mailto (RFC 3986, section 3.1: compared without
///         case).
[[nodiscard]] bool is_safe_url(std::string_view url);

} // namespace hallway
