#include "formats/schedule_collector.h"

#include "base/hash.h"
#include "base/text.h"
#include "formats/session_words.h"
#include "formats/text_blocks.h"

#include <algorithm>
#include <charconv>

namespace hallway::schedule {
namespace {

constexpr std::int32_t capacity_max = 10'000'000;
constexpr Minutes day_change_max = minutes_per_day / 2;

/// A number of digits only.
std::optional<std::int64_t> read_number(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc {} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Date> read_date(const std::string& line)
{
    if (const auto moment = parse_date_time(line)) return moment->wall.date;
    return parse_date(line);
}

} // namespace

const std::string& name_of(const PersonEntry& person)
{
    if (!person.public_name.empty()) return person.public_name;
    return person.name.empty() ? person.full_public_name : person.name;
}

void Collector::opened(State state, std::string_view key, std::size_t byte_offset)
{
    switch (state) {
    case Track: track_ = {}; break;
    case Room: room_ = {}; break;
    case Profile:
    case Person: person_ = {}; break;
    case Link: link_ = {}; break;
    case Day:
        entries_.days.emplace_back();
        in_cell_ = false;
        break;
    case Cell: {
        CellEntry& cell = entries_.cells.emplace_back();
        cell.name = clean_line(key);
        cell.day = static_cast<std::uint32_t>(entries_.days.size() - 1);
        cell.number_in_day = entries_.days.back().cell_count++;
        in_cell_ = true;
        break;
    }
    case Event: begin_event(byte_offset); break;
    default: break;
    }
}

std::optional<SkipReason> Collector::closed(State state)
{
    switch (state) {
    case Track:
        if (!track_.name.empty()) entries_.tracks.push_back(std::move(track_));
        break;
    case Room:
        if (!room_.name.empty()) entries_.rooms.push_back(std::move(room_));
        break;
    case Profile: entries_.profiles.push_back(std::move(person_)); break;
    case Cell: in_cell_ = false; break;
    case Event: return end_event();
    case Person: end_person(); break;
    case Link: event_.session.links.push_back(std::move(link_)); break;
    default: break;
    }
    return std::nullopt;
}

std::optional<SkipReason> Collector::found(
    Field field, std::string_view text, std::size_t byte_offset)
{
    if (field >= PersonId) return found_in_entry(field, text);
    if (field >= Title) return found_in_event(field, text);
    if (field >= Guid) return found_in_event_times(field, text);
    if (field >= TrackName) return found_in_lists(field, text);
    return found_in_conference(field, text, byte_offset);
}

Collector::Outcome Collector::found_in_conference(
    Field field, std::string_view text, std::size_t byte_offset)
{
    ConferenceDraft& conference = entries_.conference;
    std::string line = clean_line(text);
    switch (field) {
    case Version: conference.version = std::move(line); break;
    case BaseUrl: entries_.base_url = std::move(line); break;
    case Acronym: conference.key = std::move(line); break;
    case ConferenceTitle: conference.title = std::move(line); break;
    case ConferenceSubtitle: conference.subtitle = std::move(line); break;
    case ConferenceStart: conference.first_day = read_date(line); break;
    case ConferenceEnd: conference.last_day = read_date(line); break;
    case ConferenceUrl: conference.url = std::move(line); break;
    case ZoneName:
        entries_.zone_name = std::move(line);
        entries_.zone_offset = byte_offset;
        break;
    case DayChange:
        entries_.day_change = parse_time_of_day(line);
        if (entries_.day_change > day_change_max) entries_.day_change.reset();
        break;
    case City: conference.city = std::move(line); break;
    case Venue: conference.venue = std::move(line); break;
    default: break;
    }
    return std::nullopt;
}

Collector::Outcome Collector::found_in_lists(Field field, std::string_view text)
{
    if (field == RoomCapacity) return take_capacity(text);
    std::string line = clean_line(text);
    switch (field) {
    case TrackName:
        if (!line.empty()) track_.name = std::move(line);
        break;
    case TrackColor: track_.color = color_of(line); break;
    case RoomName: room_.name = std::move(line); break;
    case RoomGuid: room_.key = std::move(line); break;
    case RoomDescription:
        if (room_.directions.empty()) room_.directions = std::move(line);
        break;
    case RoomDescriptionEnglish: // Hallway speaks English
        if (!line.empty()) room_.directions = std::move(line);
        break;
    case DayDate: entries_.days.back().date = read_date(line); break;
    case DayEnd: entries_.days.back().end = parse_date_time(line); break;
    case CellName: entries_.cells.back().name = std::move(line); break;
    case CellGuid: entries_.cells.back().guid = std::move(line); break;
    default: break;
    }
    return std::nullopt;
}

Collector::Outcome Collector::take_capacity(std::string_view text)
{
    const auto seats = read_number(trim(text));
    if (!seats || *seats < 0 || *seats > capacity_max) return SkipReason::WrongType;
    room_.capacity = static_cast<std::uint32_t>(*seats);
    return std::nullopt;
}

Collector::Outcome Collector::found_in_event_times(Field field, std::string_view text)
{
    std::string line = clean_line(text);
    switch (field) {
    case Guid: event_.session.key = std::move(line); break;
    case Code: event_.session.code = std::move(line); break;
    case Id: event_.id = std::move(line); break;
    case Moment:
        event_.start = parse_date_time(line);
        event_.date = parse_date(line);
        if (!event_.start && !event_.date && !line.empty()) return SkipReason::BadTime;
        break;
    case StartClock: event_.clock = parse_time_of_day(line); break;
    case EndMoment:
        event_.end = parse_date_time(line);
        if (!event_.end && !line.empty()) return SkipReason::BadDuration;
        break;
    case Duration: return take_duration(line);
    case RoomOfEvent: event_.room = std::move(line); break;
    default: break;
    }
    return std::nullopt;
}

Collector::Outcome Collector::take_duration(std::string_view text)
{
    event_.duration = parse_duration(text);
    if (const auto minutes = read_number(text); minutes && *minutes >= 0)
        event_.duration = static_cast<Minutes>(std::min<std::int64_t>(*minutes, INT32_MAX));
    if (text.empty() || (event_.duration && *event_.duration <= pack::length_minutes_max))
        return std::nullopt;
    event_.duration.reset();
    return SkipReason::BadDuration;
}

Collector::Outcome Collector::found_in_event(Field field, std::string_view text)
{
    SessionDraft& session = event_.session;
    if (field == Abstract) {
        event_.abstract = rich_text_of(text);
        return std::nullopt;
    }
    if (field == Description) {
        event_.description = rich_text_of(text);
        return std::nullopt;
    }
    std::string line = clean_line(text);
    switch (field) {
    case Title: session.title = std::move(line); break;
    case Subtitle: session.subtitle = std::move(line); break;
    case TrackOfEvent: event_.track = std::move(line); break;
    case Type: session.kind_name = std::move(line); break;
    case Language: session.language = language_list(line); break;
    case Url: session.url = std::move(line); break;
    case OriginUrl: event_.origin_url = std::move(line); break;
    case FeedbackUrl: event_.feedback_url = std::move(line); break;
    case RecordingUrl: session.recording_url = std::move(line); break;
    case DoNotRecord: return take_boolean(line);
    default: break;
    }
    return std::nullopt;
}

Collector::Outcome Collector::take_boolean(std::string_view text)
{
    const std::string word = fold(text);
    if (word != "true" && word != "false") return SkipReason::WrongType;
    event_.session.recorded = word == "true" ? pack::Tristate::No : pack::Tristate::Yes;
    return std::nullopt;
}

Collector::Outcome Collector::found_in_entry(Field field, std::string_view text)
{
    if (field == Biography) {
        RichText blocks = rich_text_of(text);
        std::move(blocks.begin(), blocks.end(), std::back_inserter(person_.biography));
        return std::nullopt;
    }
    std::string line = clean_line(text);
    switch (field) {
    case PersonId: person_.id = std::move(line); break;
    case PersonGuid: person_.guid = std::move(line); break;
    case PersonCode: person_.code = std::move(line); break;
    case PersonName: person_.name = std::move(line); break;
    case PublicName: person_.public_name = std::move(line); break;
    case FullPublicName: person_.full_public_name = std::move(line); break;
    case PersonUrl: person_.url = std::move(line); break;
    case BarePerson:
        person_ = {};
        person_.name = std::move(line);
        end_person();
        break;
    case LinkUrl: link_.url = std::move(line); break;
    case LinkTitle: link_.title = std::move(line); break;
    case BareLink: event_.session.links.push_back({ {}, std::move(line) }); break;
    default: break;
    }
    return std::nullopt;
}

void Collector::begin_event(std::size_t byte_offset)
{
    event_ = {};
    ++event_number_;
    event_.byte_offset = byte_offset;
    if (!in_cell_) {
        CellEntry& cell = entries_.cells.emplace_back();
        cell.day = static_cast<std::uint32_t>(entries_.days.size() - 1);
        cell.is_room = false;
        in_cell_ = true;
    }
    event_.cell = static_cast<std::uint32_t>(entries_.cells.size() - 1);
    event_.number_in_cell = entries_.cells.back().event_count++;
}

Collector::Outcome Collector::end_event()
{
    SessionDraft& session = event_.session;
    if (session.title.empty()) return SkipReason::NoTitle;
    for (const std::uint32_t person : event_.people) count_number_of(entries_.people[person]);
    entries_.events.push_back(std::move(event_));
    return std::nullopt;
}

void Collector::end_person()
{
    const std::string& name = name_of(person_);
    if (name.empty() && person_.id.empty()) return; // an id may have its name in a profile
    std::string identity = person_.guid;
    identity.append("\n").append(person_.code).append("\n").append(person_.id);
    identity.append("\n").append(name); // no line has a line break
    const auto at = static_cast<std::uint32_t>(entries_.people.size());
    const auto [known, is_new] = people_.try_emplace(std::move(identity), at);
    if (is_new) {
        person_.first_event = static_cast<std::uint32_t>(entries_.events.size());
        entries_.people.push_back(std::move(person_));
    } else {
        PersonEntry& before = entries_.people[known->second];
        if (before.biography.empty()) before.biography = std::move(person_.biography);
        if (before.url.empty()) before.url = std::move(person_.url);
    }
    if (event_people_.insert(mix64(mix64(0, event_number_), known->second)))
        event_.people.push_back(known->second);
}

void Collector::count_number_of(const PersonEntry& person)
{
    if (person.id.empty()) return;
    ++entries_.people_references;
    if (!person.guid.empty() || !person.code.empty()) return;
    const auto event = read_number(event_.id);
    const auto number = read_number(person.id);
    if (event && number && (*number / 10 == *event || *number / 100 == *event))
        ++entries_.people_numbered_by_event;
}

} // namespace hallway::schedule
