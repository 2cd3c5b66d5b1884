#include "formats/c3voc.h"

#include "base/sort.h"
#include "formats/c3voc_table.h"
#include "formats/finish_import.h"
#include "formats/json_reader.h"
#include "formats/session_words.h"
#include "formats/text_blocks.h"
#include "formats/written_times.h"
#include "program/builder.h"
#include "program/event_days.h"

#include <algorithm>

namespace hallway {
namespace {

using namespace c3voc;

/// Before that time, a start that is filed under a day without a date of its own is in the night
/// after it.
constexpr Minutes night_ends_at = 4 * 60;

/// An event as the file has it, until the zone is known at the file's end.
struct EventDraft {
    SessionDraft session;
    std::optional<WrittenTime> start;
    std::optional<WrittenTime> end;
    std::optional<Minutes> duration;
    std::optional<Date> date;      ///< where `date` has no clock
    std::optional<Minutes> clock;  ///< of `start`
    std::optional<Date> filed_day; ///< of the day that it stands under
    std::uint32_t room = pack::none;
    // Where it stands, for the report.
    std::uint32_t day_number = 0;
    std::uint32_t list_number = 0;
    std::uint32_t number_in_list = 0;
    std::size_t byte_offset = 0;
};

struct PersonEntry {
    std::string guid, code, id, public_name, name, full_public_name, url;
    std::vector<std::string> biography;
};

struct DayEntry {
    std::optional<Date> date;
    std::optional<WrittenTime> end;
};

const std::string& first_text(std::initializer_list<const std::string*> texts)
{
    for (const std::string* text : texts)
        if (!text->empty()) return *text;
    return **texts.begin();
}

/// The abstract, then the description, unless that says the same once more.
std::vector<std::string> join_texts(
    std::vector<std::string> abstract, std::vector<std::string> description)
{
    if (abstract.empty()) return description;
    const bool same_paragraphs = description.size() >= abstract.size()
        && std::equal(abstract.begin(), abstract.end(), description.begin());
    const bool begins_alike =
        abstract.size() == 1 && !description.empty() && description[0].starts_with(abstract[0]);
    if (same_paragraphs || begins_alike) return description;
    std::move(description.begin(), description.end(), std::back_inserter(abstract));
    return abstract;
}

class C3vocReader final : JsonReader {
public:
    C3vocReader() : JsonReader(rules) { }

    Result<Import> read(std::string_view file, const ZoneSource& zones)
    {
        report_.format = "c3voc schedule.json";
        if (auto error = read_json(file)) return *std::move(error);
        ConferenceDraft& conference = builder_.conference;
        if (conference.title.empty()) conference.title = conference.key;
        if (conference.title.empty())
            return Error { ErrorCode::FieldMissing, "schedule.conference.title", {}, {} };
        if (events_.empty())
            return Error { ErrorCode::FieldMissing, "schedule.conference.days", {}, {} };

        for (EventDraft& event : events_) settle_start(event);
        std::vector<WrittenTime> times;
        for (const EventDraft& event : events_)
            if (event.start) times.push_back(*event.start);
        ZoneOfTimes zone = zone_of_times(zone_name_, times, zones);
        if (!zone.is_known)
            report_.skip({ SkipReason::UnknownRef, zone_name_, "schedule.conference.time_zone_name",
                line_at(zone_offset_) });
        builder_.zone = std::move(zone.rules);

        set_days();
        for (EventDraft& event : events_) add_event(event);
        return finish_import(builder_, std::move(report_));
    }

private:
    std::string entry_name() const override { return event_.session.title; }

    void opened(std::uint8_t state, std::string_view key) override
    {
        switch (state) {
        case Track:
            track_name_.clear();
            track_color_ = 0;
            break;
        case Room: room_ = {}; break;
        case Day:
            day_ = {};
            first_event_of_day_ = events_.size();
            break;
        case Events:
            list_keys_.push_back(clean_line(key));
            if (!list_keys_.back().empty()) builder_.room(list_keys_.back());
            number_in_list_ = 0;
            break;
        case Event:
            event_ = {};
            event_.byte_offset = byte_offset();
            id_.clear();
            room_name_.clear();
            abstract_.clear();
            description_.clear();
            break;
        case Person: person_ = {}; break;
        case Link: link_ = {}; break;
        default: break;
        }
    }

    void closed(std::uint8_t state) override
    {
        switch (state) {
        case Track: builder_.track(track_name_, track_color_); break;
        case Room: end_room(); break;
        case Day: end_day(); break;
        case Event: end_event(); break;
        case Person: end_person(); break;
        case Link: event_.session.links.push_back(std::move(link_)); break;
        default: break;
        }
    }

    void found(std::uint8_t field, const JsonValue& v) override
    {
        if (field >= PersonId)
            found_in_entry(field, v);
        else if (field >= Guid)
            found_in_event(field, v);
        else if (field >= TrackName)
            found_in_lists(field, v);
        else
            found_in_conference(field, v);
    }

    void found_in_conference(std::uint8_t field, const JsonValue& v)
    {
        ConferenceDraft& conference = builder_.conference;
        switch (field) {
        case Version: take_line(v, conference.version); break;
        case BaseUrl: take_line(v, base_url_); break;
        case Acronym: take_line(v, conference.key); break;
        case ConferenceTitle: take_line(v, conference.title); break;
        case ConferenceSubtitle: take_line(v, conference.subtitle); break;
        case ConferenceStart: conference.first_day = take_date(v); break;
        case ConferenceEnd: conference.last_day = take_date(v); break;
        case ConferenceUrl: take_line(v, conference.url); break;
        case ZoneName:
            take_line(v, zone_name_);
            zone_offset_ = byte_offset();
            break;
        case City: take_line(v, conference.city); break;
        case Venue: take_line(v, conference.venue); break;
        default: break;
        }
    }

    void found_in_lists(std::uint8_t field, const JsonValue& v)
    {
        switch (field) {
        case TrackName: take_line(v, track_name_); break;
        case TrackColor: track_color_ = color_of(take_line(v)); break;
        case RoomName: take_line(v, room_.name); break;
        case RoomGuid: take_line(v, room_.key); break;
        case RoomCapacity:
            if (const auto seats = take_integer(v, 0, 10'000'000))
                room_.capacity = static_cast<std::uint32_t>(*seats);
            break;
        case RoomDescription:
            if (room_.directions.empty()) take_line(v, room_.directions);
            break;
        case DayDate: day_.date = take_date(v); break;
        case DayEnd: day_.end = parse_date_time(take_line(v)); break;
        default: break;
        }
    }

    void found_in_event(std::uint8_t field, const JsonValue& v)
    {
        SessionDraft& session = event_.session;
        switch (field) {
        case Guid: take_line(v, session.key); break;
        case Code: take_line(v, session.code); break;
        case Id: take_line(v, id_); break;
        case Moment: take_start(v); break;
        case StartClock: event_.clock = parse_time_of_day(take_line(v)); break;
        case EndMoment:
            event_.end = parse_date_time(take_line(v));
            if (!event_.end && !line_.empty()) skip_here(SkipReason::BadDuration);
            break;
        case Duration: take_duration(v); break;
        case RoomOfEvent: take_line(v, room_name_); break;
        case Title: take_line(v, session.title); break;
        case Subtitle: take_line(v, session.subtitle); break;
        case TrackOfEvent: session.track = builder_.track(take_line(v)); break;
        case Type: take_line(v, session.kind_name); break;
        case Language: session.language = language_list(take_line(v)); break;
        case Abstract: take_paragraphs(v, abstract_); break;
        case Description: take_paragraphs(v, description_); break;
        case Url: take_line(v, session.url); break;
        case DoNotRecord:
            if (const auto refused = take_boolean(v))
                session.recorded = *refused ? pack::Tristate::No : pack::Tristate::Yes;
            break;
        default: break;
        }
    }

    void found_in_entry(std::uint8_t field, const JsonValue& v)
    {
        switch (field) {
        case PersonId: take_line(v, person_.id); break;
        case PersonGuid: take_line(v, person_.guid); break;
        case PersonCode: take_line(v, person_.code); break;
        case PersonName: take_line(v, person_.name); break;
        case PublicName: take_line(v, person_.public_name); break;
        case FullPublicName: take_line(v, person_.full_public_name); break;
        case Biography: take_paragraphs(v, person_.biography); break;
        case PersonUrl: take_line(v, person_.url); break;
        case BarePerson:
            person_ = {};
            take_line(v, person_.name);
            end_person();
            break;
        case LinkUrl: take_line(v, link_.url); break;
        case LinkTitle: take_line(v, link_.title); break;
        case BareLink: event_.session.links.push_back({ {}, take_line(v) }); break;
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

    std::optional<Date> take_date(const JsonValue& v)
    {
        if (const auto moment = parse_date_time(take_line(v))) return moment->wall.date;
        return parse_date(line_);
    }

    void take_start(const JsonValue& v)
    {
        event_.start = parse_date_time(take_line(v));
        event_.date = parse_date(line_);
        if (!event_.start && !event_.date && !line_.empty()) skip_here(SkipReason::BadTime);
    }

    void take_duration(const JsonValue& v)
    {
        event_.duration = parse_duration(take_line(v));
        if (v.kind == JsonValue::Kind::Integer && v.integer >= 0)
            event_.duration = static_cast<Minutes>(std::min<std::int64_t>(v.integer, INT32_MAX));
        if (line_.empty() || (event_.duration && *event_.duration <= pack::length_minutes_max))
            return;
        event_.duration.reset();
        skip_here(SkipReason::BadDuration);
    }

    void take_paragraphs(const JsonValue& v, std::vector<std::string>& out)
    {
        if (v.kind == JsonValue::Kind::Text)
            out = paragraphs_of(v.text);
        else
            skip_here(SkipReason::WrongType);
    }

    void end_room()
    {
        if (room_.name.empty()) return;
        RoomDraft& room = builder_.room_draft(builder_.room(room_.name));
        if (!room_.key.empty()) room.key = std::move(room_.key);
        room.capacity = room_.capacity;
        room.directions = std::move(room_.directions);
    }

    void end_day()
    {
        // The day's date may come after its events.
        for (std::size_t i = first_event_of_day_; i < events_.size(); ++i)
            events_[i].filed_day = day_.date;
        days_.push_back(day_);
    }

    void end_person()
    {
        const std::string& name =
            first_text({ &person_.public_name, &person_.name, &person_.full_public_name });
        if (name.empty()) return;
        const auto index =
            builder_.person(first_text({ &person_.guid, &person_.code, &person_.id, &name }), name);
        PersonDraft& person = builder_.person_draft(index);
        if (person.biography.empty()) person.biography = std::move(person_.biography);
        if (person.links.empty() && !person_.url.empty()) {
            std::string url = absolute_url(person_.url, base_url_);
            if (is_safe_url(url))
                person.links.push_back({ {}, std::move(url) });
            else
                skip_here(SkipReason::UnsafeLink);
        }
        auto& people = event_.session.people;
        if (std::find(people.begin(), people.end(), index) == people.end()) people.push_back(index);
    }

    void end_event()
    {
        ++number_in_list_;
        SessionDraft& session = event_.session;
        if (session.title.empty()) return skip_here(SkipReason::NoTitle);
        if (session.key.empty()) session.key = session.code.empty() ? id_ : session.code;
        session.abstract = join_texts(std::move(abstract_), std::move(description_));
        session.kind = kind_of_word(session.kind_name);
        if (session.people.empty() && is_break_title(session.title))
            session.kind = pack::SessionKind::Break;
        const std::string& room = room_name_.empty() ? list_keys_.back() : room_name_;
        if (!room.empty()) event_.room = builder_.room(room);
        event_.day_number = static_cast<std::uint32_t>(days_.size());
        event_.list_number = static_cast<std::uint32_t>(list_keys_.size() - 1);
        event_.number_in_list = number_in_list_ - 1;
        events_.push_back(std::move(event_));
    }

    /// Where `date` has no clock, or is missing, `start` has it.
    static void settle_start(EventDraft& event)
    {
        if (event.start || !event.clock) return;
        if (event.date)
            event.start = { { *event.date, *event.clock }, std::nullopt };
        else if (event.filed_day)
            event.start = { { { event.filed_day->days + (*event.clock < night_ends_at ? 1 : 0) },
                                *event.clock },
                std::nullopt };
    }

    void set_days()
    {
        ConferenceDraft& conference = builder_.conference;
        std::optional<Date> first, last;
        for (const DayEntry& day : days_) {
            if (!day.date) continue;
            first = first ? std::min(*first, *day.date) : *day.date;
            last = last ? std::max(*last, *day.date) : *day.date;
        }
        if (first) conference.first_day = first;
        if (last) conference.last_day = last; // `end` of real files is one day late
        conference.day_boundary = find_stated_boundary();
    }

    /// The boundary that the ends of the days name, if the file's own sorting into days does not
    /// contradict it more than the largest gap does. The starts of the days are no use: events come
    /// before them.
    std::optional<Minutes> find_stated_boundary() const
    {
        std::vector<Minutes> ends;
        for (const DayEntry& day : days_) {
            if (!day.date || !day.end) continue;
            const WallTime wall = builder_.zone.wall_time(instant_of(*day.end, builder_.zone));
            Minutes after =
                (wall.date.days - day.date->days - 1) * minutes_per_day + wall.minute_of_day;
            if (after % 60 == 59 || after == -1) ++after; // 03:59 is how some write 04:00
            if (after >= 0 && after <= minutes_per_day / 2) ends.push_back(after);
        }
        if (ends.empty()) return std::nullopt;
        const auto order = sorted_positions(
            ends.size(), [&](std::uint32_t a, std::uint32_t b) { return ends[a] < ends[b]; });
        const Minutes stated = ends[order[order.size() / 2]];

        std::vector<Minutes> starts;
        for (const EventDraft& event : events_)
            if (event.start) starts.push_back(wall_start(event).minute_of_day);
        const Minutes gap = find_day_boundary(starts);
        return contradictions(stated) <= contradictions(gap) ? std::optional(stated) : std::nullopt;
    }

    [[nodiscard]] WallTime wall_start(const EventDraft& event) const
    {
        return builder_.zone.wall_time(instant_of(*event.start, builder_.zone));
    }

    /// Events that the boundary puts under another day than the file does.
    [[nodiscard]] std::ptrdiff_t contradictions(Minutes boundary) const
    {
        return std::count_if(events_.begin(), events_.end(), [&](const EventDraft& event) {
            return event.start && event.filed_day
                && event_day(wall_start(event), boundary) != *event.filed_day;
        });
    }

    void add_event(EventDraft& event)
    {
        SessionDraft& session = event.session;
        if (event.start) {
            OccurrenceDraft occurrence;
            occurrence.start = instant_of(*event.start, builder_.zone);
            if (event.duration && *event.duration > 0)
                occurrence.end = occurrence.start + *event.duration;
            else if (event.end && instant_of(*event.end, builder_.zone) > occurrence.start)
                occurrence.end = instant_of(*event.end, builder_.zone);
            if (event.room != pack::none) occurrence.rooms.push_back(event.room);
            if (is_cancelled_title(session.title)) occurrence.flags |= pack::OccurrenceCancelled;
            session.occurrences.push_back(std::move(occurrence));
        }
        session.url = safe_url(event, session.url, "url");
        for (LinkDraft& link : session.links) link.url = safe_url(event, link.url, "links");
        std::erase_if(session.links, [](const LinkDraft& link) { return link.url.empty(); });
        const std::string title = session.title;
        if (builder_.add_session(std::move(session)) == ProgramBuilder::Added::Duplicate)
            skip_event(event, SkipReason::Duplicate, title, {});
    }

    std::string safe_url(
        const EventDraft& event, const std::string& written, std::string_view field)
    {
        if (written.empty()) return {};
        std::string url = absolute_url(written, base_url_);
        if (is_safe_url(url)) return url;
        skip_event(event, SkipReason::UnsafeLink, event.session.title, field);
        return {};
    }

    void skip_event(const EventDraft& event, SkipReason reason, const std::string& title,
        std::string_view field)
    {
        std::string path =
            "schedule.conference.days[" + std::to_string(event.day_number) + "].rooms";
        if (!list_keys_[event.list_number].empty()) path += '.' + list_keys_[event.list_number];
        path += '[' + std::to_string(event.number_in_list) + ']';
        if (!field.empty()) path.append(".").append(field);
        report_.skip({ reason, title, std::move(path), line_at(event.byte_offset) });
    }

    ProgramBuilder builder_;
    std::string zone_name_;
    std::size_t zone_offset_ = 0;
    std::string base_url_;
    std::vector<EventDraft> events_;
    std::vector<DayEntry> days_;
    std::vector<std::string> list_keys_; ///< of the objects `rooms`, one for each list of events

    // What is being read.
    std::string line_;
    std::string track_name_;
    std::uint32_t track_color_ = 0;
    RoomDraft room_;
    DayEntry day_;
    std::size_t first_event_of_day_ = 0;
    std::uint32_t number_in_list_ = 0;
    EventDraft event_;
    std::string id_;
    std::string room_name_;
    std::vector<std::string> abstract_;
    std::vector<std::string> description_;
    PersonEntry person_;
    LinkDraft link_;
};

} // namespace

Result<Import> read_c3voc(std::string_view file, const ZoneSource& zones)
{
    return C3vocReader().read(file, zones);
}

} // namespace hallway
