#include "formats/hallway_program.h"

#include "base/hash_set.h"
#include "base/text.h"
#include "formats/finish_import.h"
#include "formats/hallway_entries.h"
#include "formats/hallway_table.h"
#include "formats/json_reader.h"
#include "formats/session_words.h"
#include "formats/text_blocks.h"
#include "program/builder.h"

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

using namespace own_format;

constexpr std::size_t id_bytes_max = 4 * 200; // 200 characters of UTF-8
constexpr std::int32_t walk_minutes_max = 600;
constexpr std::int32_t session_minutes_max = 7 * minutes_per_day;

struct RoomEntry {
    RoomDraft draft;
    Reference area;
    std::optional<double> latitude;
    std::optional<double> longitude;
};

template <std::size_t Size>
std::optional<std::size_t> find_word(const std::string_view (&words)[Size], std::string_view word)
{
    const auto* at = std::find(std::begin(words), std::end(words), word);
    if (at == std::end(words)) return std::nullopt;
    return static_cast<std::size_t>(at - std::begin(words));
}

constexpr std::string_view again_words[] = { "repeat", "parts", "series", "open-hours" };
constexpr std::string_view difficulty_words[] = { "beginner", "intermediate", "advanced" };
constexpr std::string_view sign_up_words[] = { "optional", "required", "full" };
constexpr std::string_view access_words[] = { "captions", "sign-language", "hearing-loop",
    "audio-description", "step-free" };
constexpr std::string_view kind_words[] = { "break", "poster", "exhibition" };

class HallwayReader final : JsonReader {
public:
    HallwayReader() : JsonReader(rules) { }

    Result<Import> read(std::string_view file, const ZoneSource& zones)
    {
        report_.format = "hallway-program/1";
        if (auto error = read_json(file)) return *std::move(error);
        if (auto error = settle_required(
                builder_.conference, "conference.title", entries_.sessions.size(), "sessions"))
            return *std::move(error);
        LineCounter lines(file);
        settle(entries_, zones, builder_, report_, lines);
        return finish_import(builder_, std::move(report_));
    }

private:
    std::string entry_name() const override { return name_; }

    void opened(std::uint8_t state, std::string_view) override
    {
        switch (state) {
        case Area:
        case Track:
        case Walk:
            name_.clear();
            id_.clear();
            color_ = 0;
            walk_ = {};
            break;
        case Room:
            name_.clear();
            id_.clear();
            room_ = {};
            break;
        case Person:
            name_.clear();
            id_.clear();
            biography_.clear();
            links_.clear();
            break;
        case Session:
            name_.clear();
            session_ = {};
            session_.byte_offset = byte_offset();
            links_.clear();
            time_ = &session_.own;
            break;
        case Time: time_ = &session_.times.emplace_back(); break;
        case Link: link_ = {}; break;
        default: break;
        }
    }

    void closed(std::uint8_t state) override
    {
        switch (state) {
        case Area: end_area(); break;
        case Room: end_room(); break;
        case Walk:
            walk_.path = path();
            entries_.walks.push_back(std::move(walk_));
            break;
        case Track: end_track(); break;
        case Person: end_person(); break;
        case Link: end_link(); break;
        case Session: end_session(); break;
        case Time: time_ = &session_.own; break;
        default: break;
        }
    }

    void found(std::uint8_t field, const JsonValue& v) override
    {
        if (field >= TimeStart)
            found_in_time(field, v);
        else if (field >= Difficulty)
            found_in_session_more(field, v);
        else if (field >= SessionId)
            found_in_session(field, v);
        else if (field >= Id)
            found_in_lists(field, v);
        else
            found_in_conference(field, v);
    }

    void found_in_conference(std::uint8_t field, const JsonValue& v)
    {
        ConferenceDraft& conference = builder_.conference;
        switch (field) {
        case ConferenceId: take_id(v, conference.key); break;
        case ConferenceTitle: take_line(v, conference.title); break;
        case ConferenceSubtitle: take_line(v, conference.subtitle); break;
        case Start: conference.first_day = take_date(v); break;
        case End: conference.last_day = take_date(v); break;
        case Zone: take_reference(v, entries_.zone); break;
        case DayStartsAt:
            conference.day_boundary = parse_time_of_day(take_line(v));
            if (conference.day_boundary && *conference.day_boundary < minutes_per_day) break;
            conference.day_boundary.reset();
            skip_here(SkipReason::WrongType);
            break;
        case Venue: take_line(v, conference.venue); break;
        case City: take_line(v, conference.city); break;
        case ConferenceUrl: take_url(v, conference.url); break;
        case Version: take_line(v, conference.version); break;
        case ConferenceLanguage: conference.language = take_language(v); break;
        case MadeUp: conference.made_up = take_boolean(v).value_or(false); break;
        default: break;
        }
    }

    void found_in_lists(std::uint8_t field, const JsonValue& v)
    {
        switch (field) {
        case Id: take_id(v, id_); break;
        case Name: take_line(v, name_); break;
        case AreaId: take_reference(v, room_.area); break;
        case Floor:
            room_.draft.floor = take_integer(v, -99, 999).value_or(pack::floor_unknown);
            break;
        case Latitude: room_.latitude = take_degrees(v, 90); break;
        case Longitude: room_.longitude = take_degrees(v, 180); break;
        case Directions:
            take_text(v, room_.draft.directions);
            room_.draft.directions = trim(room_.draft.directions);
            break;
        case RoomStepFree: take_flag(v, room_.draft.flags, pack::RoomStepFree); break;
        case RoomOnline: take_flag(v, room_.draft.flags, pack::RoomOnline); break;
        case Capacity:
            room_.draft.capacity =
                static_cast<std::uint32_t>(take_integer(v, 1, 10'000'000).value_or(0));
            break;
        case Color:
            color_ = color_of(take_line(v));
            if (color_ == 0) skip_here(SkipReason::WrongType);
            break;
        case Biography: take_rich_text(v, biography_); break;
        case From: take_reference(v, walk_.from); break;
        case To: take_reference(v, walk_.to); break;
        case WalkMinutes: walk_.minutes = take_integer(v, 0, walk_minutes_max); break;
        case StepFreeMinutes: walk_.step_free_minutes = take_integer(v, 0, walk_minutes_max); break;
        case LinkTitle: take_line(v, link_.title); break;
        case LinkUrl: take_url(v, link_.url); break;
        default: break;
        }
    }

    void found_in_session(std::uint8_t field, const JsonValue& v)
    {
        SessionDraft& draft = session_.draft;
        switch (field) {
        case SessionId: take_id(v, draft.key); break;
        case Number: take_number(v); break;
        case Title:
            take_line(v, draft.title);
            name_ = draft.title;
            break;
        case Subtitle: take_line(v, draft.subtitle); break;
        case Kind: take_line(v, draft.kind_name); break;
        case TrackId: take_reference(v, session_.track); break;
        case PersonId: take_reference(v, session_.people.emplace_back()); break;
        case Language: {
            const std::string tag = take_language(v);
            if (!draft.language.empty() && !tag.empty()) draft.language += ", ";
            draft.language += tag;
            break;
        }
        case Abstract: take_rich_text(v, draft.abstract); break;
        case Url: take_url(v, draft.url); break;
        default: break;
        }
    }

    void found_in_session_more(std::uint8_t field, const JsonValue& v)
    {
        SessionDraft& draft = session_.draft;
        switch (field) {
        case Difficulty:
            if (const auto word = take_word(v, difficulty_words))
                draft.difficulty = static_cast<pack::Difficulty>(*word + 1);
            break;
        case Recorded:
            if (const auto recorded = take_boolean(v))
                draft.recorded = *recorded ? pack::Tristate::Yes : pack::Tristate::No;
            break;
        case RecordingUrl: take_url(v, draft.recording_url); break;
        case SignUpStatus:
            if (const auto word = take_word(v, sign_up_words))
                draft.sign_up = static_cast<pack::SignUp>(*word + 1);
            break;
        case SignUpUrl: take_url(v, draft.sign_up_url); break;
        case SignUpNote: take_line(v, draft.sign_up_note); break;
        case AccessWord:
            if (const auto word = take_word(v, access_words)) draft.access |= 1u << *word;
            break;
        case AccessNote: take_line(v, draft.access_note); break;
        case ContentNote: take_line(v, draft.content_note); break;
        case Parent: take_reference(v, session_.parent); break;
        case Again:
            if (const auto word = take_word(v, again_words))
                draft.again = static_cast<pack::Again>(*word + 1);
            break;
        default: break;
        }
    }

    void found_in_time(std::uint8_t field, const JsonValue& v)
    {
        OccurrenceDraft& draft = time_->draft;
        time_->is_used = true;
        switch (field) {
        case TimeStart:
            time_->start = parse_date_time(take_line(v));
            if (!time_->start) skip_here(SkipReason::BadTime);
            break;
        case TimeEnd:
            time_->end = parse_date_time(take_line(v));
            time_->byte_offset = byte_offset();
            if (!time_->end) skip_here(SkipReason::BadDuration);
            break;
        case Field::Minutes: time_->minutes = take_integer(v, 0, session_minutes_max); break;
        case RoomId: take_reference(v, time_->rooms.emplace_back()); break;
        case Online: take_flag(v, draft.flags, pack::OccurrenceOnline); break;
        case Day: draft.day = take_date(v); break;
        case Cancelled: take_flag(v, draft.flags, pack::OccurrenceCancelled); break;
        case Reason: take_line(v, draft.change_reason); break;
        case TimeId: take_id(v, draft.key); break;
        case Part:
            draft.part = static_cast<std::uint32_t>(take_integer(v, 1, 999).value_or(0));
            break;
        default: break;
        }
    }

    const std::string& take_line(const JsonValue& v)
    {
        line_.clear();
        take_line(v, line_);
        return line_;
    }
    using JsonReader::take_line;

    void take_id(const JsonValue& v, std::string& out)
    {
        take_line(v, out);
        if (out.size() <= id_bytes_max) return;
        out.clear();
        skip_here(SkipReason::WrongType);
    }

    void take_reference(const JsonValue& v, Reference& out)
    {
        take_line(v, out.id);
        out.byte_offset = byte_offset();
    }

    void take_number(const JsonValue& v)
    {
        const auto number = take_integer(v, 1, 999'999);
        if (!number) return;
        if (numbers_.insert(static_cast<std::uint64_t>(*number)))
            session_.draft.number = std::to_string(*number);
        else
            skip_here(SkipReason::Duplicate);
    }

    std::optional<Date> take_date(const JsonValue& v)
    {
        const auto date = parse_date(take_line(v));
        if (!date) skip_here(SkipReason::BadTime);
        return date;
    }

    std::optional<double> take_degrees(const JsonValue& v, double max)
    {
        const bool is_number =
            v.kind == JsonValue::Kind::Integer || v.kind == JsonValue::Kind::Real;
        if (is_number && std::fabs(v.real) <= max) return v.real;
        skip_here(SkipReason::WrongType);
        return std::nullopt;
    }

    void take_flag(const JsonValue& v, std::uint32_t& flags, std::uint32_t flag)
    {
        if (take_boolean(v).value_or(false)) flags |= flag;
    }

    void take_url(const JsonValue& v, std::string& out)
    {
        take_line(v, out);
        if (out.empty() || is_safe_url(out)) return;
        out.clear();
        skip_here(SkipReason::UnsafeLink);
    }

    std::string take_language(const JsonValue& v)
    {
        std::string tag = language_list(take_line(v));
        if (tag.empty()) skip_here(SkipReason::WrongType);
        return tag;
    }

    /// Abstracts and biographies are Markdown and stay as written; tags in them are text.
    void take_rich_text(const JsonValue& v, RichText& out)
    {
        if (v.kind == JsonValue::Kind::Text)
            out = plain_rich_text_of(v.text);
        else
            skip_here(SkipReason::WrongType);
    }

    template <std::size_t Size>
    std::optional<std::size_t> take_word(const JsonValue& v, const std::string_view (&words)[Size])
    {
        const auto word = find_word(words, take_line(v));
        if (!word) skip_here(SkipReason::WrongType);
        return word;
    }

    /// Whether the area, track, room or person that has ended has an id, and no other of its sort
    /// has it.
    bool is_new_thing(const PositionById& known)
    {
        if (name_.empty()) name_ = id_;
        if (id_.empty())
            skip_here(SkipReason::WrongType);
        else if (known.find(id_) != known.end())
            skip_here(SkipReason::Duplicate);
        else
            return true;
        return false;
    }

    void end_area()
    {
        if (is_new_thing(entries_.areas))
            entries_.areas.emplace(id_, builder_.add_area({ id_, name_ }));
    }

    void end_track()
    {
        if (is_new_thing(entries_.tracks))
            entries_.tracks.emplace(id_, builder_.track(name_, color_));
    }

    void end_person()
    {
        if (!is_new_thing(entries_.people)) return;
        const std::uint32_t at = builder_.person(id_, name_);
        entries_.people.emplace(id_, at);
        builder_.person_draft(at).biography = std::move(biography_);
        builder_.person_draft(at).links = std::move(links_);
    }

    void end_link()
    {
        if (!link_.url.empty()) links_.push_back(std::move(link_));
    }

    void end_room()
    {
        if (!is_new_thing(entries_.rooms)) return;
        const std::uint32_t at = builder_.room(id_);
        entries_.rooms.emplace(id_, at);
        RoomDraft& draft = builder_.room_draft(at);
        draft = std::move(room_.draft);
        draft.key = id_;
        draft.name = name_;
        if (room_.latitude && room_.longitude) {
            draft.latitude_micro_degrees =
                static_cast<std::int32_t>(std::lround(*room_.latitude * 1e6));
            draft.longitude_micro_degrees =
                static_cast<std::int32_t>(std::lround(*room_.longitude * 1e6));
            draft.flags |= pack::RoomHasPosition;
        }
        if (!room_.area.id.empty())
            entries_.room_areas.push_back({ at, std::move(room_.area), path() });
    }

    void end_session()
    {
        const std::uint32_t position = sessions_seen_++;
        SessionDraft& draft = session_.draft;
        if (draft.title.empty()) return skip_here(SkipReason::NoTitle);
        if (draft.key.empty()) skip_here(SkipReason::WrongType); // it goes by its content, then
        if (const auto kind = find_word(kind_words, fold(draft.kind_name)))
            draft.kind = static_cast<pack::SessionKind>(*kind + 1);
        draft.links = std::move(links_);
        if (session_.own.is_used && !session_.times.empty()) {
            skip_here(SkipReason::WrongType); // all times stand in the list, if there is one
            session_.own.is_used = false;
        }
        if (session_.own.is_used) session_.times.push_back(std::move(session_.own));
        session_.position = position;
        entries_.sessions.push_back(std::move(session_));
    }

    ProgramBuilder builder_;
    Entries entries_;

    // What is being read.
    std::string line_;
    std::string name_;
    std::string id_;
    std::uint32_t color_ = 0;
    RichText biography_;
    std::vector<LinkDraft> links_;
    RoomEntry room_;
    WalkEntry walk_;
    LinkDraft link_;
    SessionEntry session_;
    TimeEntry* time_ = &session_.own;
    HashSet numbers_;
    std::uint32_t sessions_seen_ = 0;
};

} // namespace

Result<Import> read_hallway(std::string_view file, const ZoneSource& zones)
{
    return HallwayReader().read(file, zones);
}

} // namespace hallway
