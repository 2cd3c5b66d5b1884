#include "formats/c3voc_schedule.h"

#include "base/sort.h"
#include "formats/finish_import.h"
#include "formats/session_words.h"
#include "formats/text_blocks.h"
#include "formats/written_times.h"
#include "program/event_days.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace hallway::c3voc {
namespace {

/// Before that time, a start that is filed under a day without a date of its own is in the night
/// after it.
constexpr Minutes night_ends_at = 4 * 60;

constexpr std::uint32_t seats_max = 10'000'000;

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

std::optional<std::uint32_t> read_number(std::string_view text)
{
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Date> read_date(std::string_view text)
{
    if (const auto moment = parse_date_time(text)) return moment->wall.date;
    return parse_date(text);
}

} // namespace

std::optional<SkipReason> ScheduleBuilder::take(
    Field field, std::string_view text, std::size_t byte_offset)
{
    switch (field) {
    case Abstract: event_.abstract = paragraphs_of(text); return std::nullopt;
    case Description: event_.description = paragraphs_of(text); return std::nullopt;
    case Biography: person_.biography = paragraphs_of(text); return std::nullopt;
    case ZoneName: zone_offset_ = byte_offset; break;
    default: break;
    }
    std::string line = clean_line(text);
    if (field >= PersonId) return take_of_entry(field, std::move(line));
    if (field >= Guid) return take_of_event(field, std::move(line));
    if (field >= TrackName) return take_of_lists(field, std::move(line));
    take_of_conference(field, std::move(line));
    return std::nullopt;
}

void ScheduleBuilder::take_of_conference(Field field, std::string line)
{
    ConferenceDraft& conference = builder_.conference;
    switch (field) {
    case Version: conference.version = std::move(line); break;
    case BaseUrl: base_url_ = std::move(line); break;
    case Acronym: conference.key = std::move(line); break;
    case ConferenceTitle: conference.title = std::move(line); break;
    case ConferenceSubtitle: conference.subtitle = std::move(line); break;
    case ConferenceStart: conference.first_day = read_date(line); break;
    case ConferenceEnd: conference.last_day = read_date(line); break;
    case ConferenceUrl: conference.url = std::move(line); break;
    case ZoneName: zone_name_ = std::move(line); break;
    case City: conference.city = std::move(line); break;
    case Venue: conference.venue = std::move(line); break;
    default: break;
    }
}

std::optional<SkipReason> ScheduleBuilder::take_of_lists(Field field, std::string line)
{
    switch (field) {
    case TrackName: track_name_ = std::move(line); break;
    case TrackColor: track_color_ = color_of(line); break;
    case RoomName: room_.name = std::move(line); break;
    case RoomGuid: room_.key = std::move(line); break;
    case RoomCapacity: {
        const auto seats = read_number(line);
        if (!seats || *seats > seats_max) return SkipReason::WrongType;
        room_.capacity = *seats;
        break;
    }
    case RoomDescription:
        if (room_.directions.empty()) room_.directions = std::move(line);
        break;
    case DayDate: day_.date = read_date(line); break;
    case DayEnd: day_.end = parse_date_time(line); break;
    default: break;
    }
    return std::nullopt;
}

std::optional<SkipReason> ScheduleBuilder::take_of_event(Field field, std::string line)
{
    SessionDraft& session = event_.session;
    switch (field) {
    case Guid: session.key = std::move(line); break;
    case Code: session.code = std::move(line); break;
    case Id: event_.id = std::move(line); break;
    case Moment: return take_start(line);
    case StartClock: event_.clock = parse_time_of_day(line); break;
    case EndMoment:
        event_.end = parse_date_time(line);
        if (!event_.end && !line.empty()) return SkipReason::BadDuration;
        break;
    case Duration: return take_duration(line);
    case RoomOfEvent: event_.room_name = std::move(line); break;
    case Title: session.title = std::move(line); break;
    case Subtitle: session.subtitle = std::move(line); break;
    case TrackOfEvent: session.track = builder_.track(line); break;
    case Type: session.kind_name = std::move(line); break;
    case Language: session.language = language_list(line); break;
    case Url: session.url = std::move(line); break;
    case DoNotRecord:
        if (line != "true" && line != "false") return SkipReason::WrongType;
        session.recorded = line == "true" ? pack::Tristate::No : pack::Tristate::Yes;
        break;
    default: break;
    }
    return std::nullopt;
}

std::optional<SkipReason> ScheduleBuilder::take_of_entry(Field field, std::string line)
{
    switch (field) {
    case PersonId: person_.id = std::move(line); break;
    case PersonGuid: person_.guid = std::move(line); break;
    case PersonCode: person_.code = std::move(line); break;
    case PersonName: person_.name = std::move(line); break;
    case PublicName: person_.public_name = std::move(line); break;
    case FullPublicName: person_.full_public_name = std::move(line); break;
    case PersonUrl: person_.url = std::move(line); break;
    case BarePerson: person_.name = std::move(line); return end_person();
    case LinkUrl: link_.url = std::move(line); break;
    case LinkTitle: link_.title = std::move(line); break;
    case BareLink: event_.session.links.push_back({ {}, std::move(line) }); break;
    default: break;
    }
    return std::nullopt;
}

std::optional<SkipReason> ScheduleBuilder::take_start(std::string_view line)
{
    event_.start = parse_date_time(line);
    event_.date = parse_date(line);
    if (!event_.start && !event_.date && !line.empty()) return SkipReason::BadTime;
    return std::nullopt;
}

/// "1:30", or minutes.
std::optional<SkipReason> ScheduleBuilder::take_duration(std::string_view line)
{
    constexpr auto longest = static_cast<std::uint32_t>(pack::length_minutes_max);
    event_.duration = parse_duration(line);
    if (const auto minutes = read_number(line); minutes && *minutes <= longest)
        event_.duration = static_cast<Minutes>(*minutes);
    if (line.empty() || (event_.duration && *event_.duration <= pack::length_minutes_max))
        return std::nullopt;
    event_.duration.reset();
    return SkipReason::BadDuration;
}

void ScheduleBuilder::end_track()
{
    builder_.track(std::exchange(track_name_, {}), std::exchange(track_color_, 0));
}

void ScheduleBuilder::end_room()
{
    RoomDraft found = std::exchange(room_, {});
    if (found.name.empty()) return;
    RoomDraft& room = builder_.room_draft(builder_.room(found.name));
    if (!found.key.empty()) room.key = std::move(found.key);
    room.capacity = found.capacity;
    room.directions = std::move(found.directions);
}

void ScheduleBuilder::begin_events(std::string_view room)
{
    room_of_events_ = clean_line(room);
    if (!room_of_events_.empty()) builder_.room(room_of_events_);
}

void ScheduleBuilder::begin_event(std::size_t byte_offset) { event_.byte_offset = byte_offset; }

std::optional<SkipReason> ScheduleBuilder::end_person()
{
    Person found = std::exchange(person_, {});
    const std::string& name =
        first_text({ &found.public_name, &found.name, &found.full_public_name });
    if (name.empty()) return std::nullopt;
    const auto index =
        builder_.person(first_text({ &found.guid, &found.code, &found.id, &name }), name);
    auto& people = event_.session.people;
    if (std::find(people.begin(), people.end(), index) == people.end()) people.push_back(index);

    PersonDraft& person = builder_.person_draft(index);
    if (person.biography.empty()) person.biography = std::move(found.biography);
    if (!person.links.empty() || found.url.empty()) return std::nullopt;
    std::string url = absolute_url(found.url, base_url_);
    if (!is_safe_url(url)) return SkipReason::UnsafeLink;
    person.links.push_back({ {}, std::move(url) });
    return std::nullopt;
}

void ScheduleBuilder::end_link() { event_.session.links.push_back(std::exchange(link_, {})); }

std::optional<SkipReason> ScheduleBuilder::end_event(std::string path)
{
    Event event = std::exchange(event_, {});
    SessionDraft& session = event.session;
    if (session.title.empty()) return SkipReason::NoTitle;
    if (session.key.empty()) session.key = session.code.empty() ? event.id : session.code;
    session.abstract = join_texts(std::move(event.abstract), std::move(event.description));
    session.kind = kind_of_word(session.kind_name);
    if (session.people.empty() && is_break_title(session.title))
        session.kind = pack::SessionKind::Break;
    const std::string& room = event.room_name.empty() ? room_of_events_ : event.room_name;
    if (!room.empty()) event.room = builder_.room(room);
    event.path = std::move(path);
    events_.push_back(std::move(event));
    return std::nullopt;
}

void ScheduleBuilder::end_day()
{
    // The day's date may come after its events.
    for (std::size_t i = std::exchange(first_event_of_day_, events_.size()); i < events_.size();
         ++i)
        events_[i].filed_day = day_.date;
    days_.push_back(std::exchange(day_, {}));
}

Result<Import> ScheduleBuilder::finish(
    const ZoneSource& zones, ImportReport report, LineCounter lines, std::string_view events_path)
{
    if (auto error = settle_required(
            builder_.conference, "schedule.conference.title", events_.size(), events_path))
        return *std::move(error);
    for (Event& event : events_) settle_start(event);
    set_zone(zones, report, lines);
    set_days();
    for (Event& event : events_) add_event(event, report, lines);
    return finish_import(builder_, std::move(report));
}

/// Where `date` has no clock, or is missing, `start` has it.
void ScheduleBuilder::settle_start(Event& event)
{
    if (event.start || !event.clock) return;
    if (event.date)
        event.start = { { *event.date, *event.clock }, std::nullopt };
    else if (event.filed_day)
        event.start = { { { event.filed_day->days + (*event.clock < night_ends_at ? 1 : 0) },
                            *event.clock },
            std::nullopt };
}

void ScheduleBuilder::set_zone(const ZoneSource& zones, ImportReport& report, LineCounter& lines)
{
    std::vector<WrittenTime> times;
    for (const Event& event : events_)
        if (event.start) times.push_back(*event.start);
    ZoneOfTimes zone = zone_of_times(zone_name_, times, zones);
    if (!zone.is_known)
        report.skip({ SkipReason::UnknownRef, zone_name_, "schedule.conference.time_zone_name",
            lines.line_at(zone_offset_) });
    builder_.zone = std::move(zone.rules);
}

void ScheduleBuilder::set_days()
{
    ConferenceDraft& conference = builder_.conference;
    std::optional<Date> first, last;
    for (const Day& day : days_) {
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
std::optional<Minutes> ScheduleBuilder::find_stated_boundary() const
{
    std::vector<Minutes> ends;
    for (const Day& day : days_) {
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
    for (const Event& event : events_)
        if (event.start) starts.push_back(wall_start(event).minute_of_day);
    const Minutes gap = find_day_boundary(starts);
    return contradictions(stated) <= contradictions(gap) ? std::optional(stated) : std::nullopt;
}

WallTime ScheduleBuilder::wall_start(const Event& event) const
{
    return builder_.zone.wall_time(instant_of(*event.start, builder_.zone));
}

/// Events that the boundary puts under another day than the file does.
std::ptrdiff_t ScheduleBuilder::contradictions(Minutes boundary) const
{
    return std::count_if(events_.begin(), events_.end(), [&](const Event& event) {
        return event.start && event.filed_day
            && event_day(wall_start(event), boundary) != *event.filed_day;
    });
}

void ScheduleBuilder::add_event(Event& event, ImportReport& report, LineCounter& lines)
{
    SessionDraft& session = event.session;
    const std::string title = session.title;
    const auto skip = [&](SkipReason reason, std::string_view field) {
        report.skip(
            { reason, title, event.path + std::string(field), lines.line_at(event.byte_offset) });
    };
    const auto make_safe = [&](std::string& url, std::string_view field) {
        if (url.empty()) return;
        url = absolute_url(url, base_url_);
        if (is_safe_url(url)) return;
        url.clear();
        skip(SkipReason::UnsafeLink, field);
    };
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
    make_safe(session.url, ".url");
    for (LinkDraft& link : session.links) make_safe(link.url, ".links");
    std::erase_if(session.links, [](const LinkDraft& link) { return link.url.empty(); });
    if (builder_.add_session(std::move(session)) == ProgramBuilder::Added::Duplicate)
        skip(SkipReason::Duplicate, {});
}

} // namespace hallway::c3voc
