#include "formats/schedule_settle.h"

#include "base/hash.h"
#include "base/hash_set.h"
#include "formats/finish_import.h"
#include "formats/schedule_collector.h"
#include "formats/session_words.h"
#include "formats/written_times.h"

#include <algorithm>

namespace hallway::schedule {
namespace {

/// Before that time, a start that is filed under a day without a date of its own is in the night
/// after it, if the file does not say when days change.
constexpr Minutes night_ends_at = 4 * 60;

/// The abstract, then the description, unless that says the same once more.
RichText join_texts(RichText abstract, RichText description)
{
    if (abstract.empty()) return description;
    const bool same_blocks = description.size() >= abstract.size()
        && std::equal(abstract.begin(), abstract.end(), description.begin());
    const bool begins_alike = abstract.size() == 1 && !description.empty()
        && description[0].text.starts_with(abstract[0].text);
    if (same_blocks || begins_alike) return description;
    std::move(description.begin(), description.end(), std::back_inserter(abstract));
    return abstract;
}

/// Links that every event has are the tool's, not the speaker's: where to chat about it, where to
/// rate it.
class LinkTitles {
public:
    explicit LinkTitles(const std::vector<EventEntry>& events) : event_count_(events.size())
    {
        for (const EventEntry& event : events)
            for (const LinkDraft& link : event.session.links) ++counts_[link.title];
    }
    [[nodiscard]] bool is_of_every_event(const std::string& title) const
    {
        const auto known = counts_.find(title);
        return event_count_ >= events_min && !title.empty() && known != counts_.end()
            && std::size_t { known->second } * 10 >= event_count_ * 9;
    }

private:
    static constexpr std::size_t events_min = 10;
    PositionByText counts_;
    std::size_t event_count_;
};

class Settler {
public:
    Settler(Entries entries, const Notation& notation, ImportReport report, LineCounter& lines)
        : entries_(std::move(entries)), notation_(notation), report_(std::move(report)),
          lines_(lines)
    {
    }

    Result<Import> settle(const ZoneSource& zones)
    {
        builder_.conference = std::move(entries_.conference);
        ConferenceDraft& conference = builder_.conference;
        if (conference.title.empty()) conference.title = conference.key;
        if (conference.title.empty())
            return Error { ErrorCode::FieldMissing, "schedule.conference.title", {}, {} };
        if (entries_.events.empty())
            return Error { ErrorCode::FieldMissing, std::string(notation_.days), {}, {} };

        settle_zone(zones);
        settle_days();
        for (const TrackDraft& track : entries_.tracks) builder_.track(track.name, track.color);
        settle_rooms();
        people_ = add_people(entries_, builder_);
        settle_addresses_of_people();
        settle_events();
        return finish_import(builder_, std::move(report_));
    }

private:
    void settle_zone(const ZoneSource& zones)
    {
        for (EventEntry& event : entries_.events) settle_start(event);
        std::vector<WrittenTime> times;
        for (const EventEntry& event : entries_.events)
            if (event.start) times.push_back(*event.start);
        ZoneOfTimes zone = zone_of_times(entries_.zone_name, times, zones);
        if (!zone.is_known)
            report_.skip({ SkipReason::UnknownRef, entries_.zone_name,
                "schedule.conference.time_zone_name", lines_.line_at(entries_.zone_offset) });
        builder_.zone = std::move(zone.rules);
    }

    /// Where `date` has no clock, or is missing, `start` has it.
    void settle_start(EventEntry& event) const
    {
        if (event.start || !event.clock) return;
        const std::optional<Date>& day = entries_.day_of(event).date;
        if (event.date) {
            event.start = { { *event.date, *event.clock }, std::nullopt };
        } else if (day) {
            const bool is_night = *event.clock < entries_.day_change.value_or(night_ends_at);
            event.start = { { { day->days + (is_night ? 1 : 0) }, *event.clock }, std::nullopt };
        }
    }

    void settle_days()
    {
        std::vector<std::optional<WallTime>> starts;
        starts.reserve(entries_.events.size());
        for (const EventEntry& event : entries_.events) {
            starts.emplace_back();
            if (event.start)
                starts.back() = builder_.zone.wall_time(instant_of(*event.start, builder_.zone));
        }
        set_days(entries_, starts, builder_);
    }

    /// In the order in which the days have them: only that is the same in both notations.
    void settle_rooms()
    {
        for (const CellEntry& cell : entries_.cells) {
            if (cell.name.empty()) continue;
            RoomDraft& room = builder_.room_draft(builder_.room(cell.name));
            if (!cell.guid.empty()) room.key = cell.guid;
        }
        for (const EventEntry& event : entries_.events)
            if (!event.room.empty()) builder_.room(event.room);
        for (RoomDraft& listed : entries_.rooms) {
            RoomDraft& room = builder_.room_draft(builder_.room(listed.name));
            if (listed.key.empty()) listed.key = std::move(room.key);
            room = std::move(listed);
        }
    }

    void settle_addresses_of_people()
    {
        for (std::size_t i = 0; i < entries_.people.size(); ++i) {
            const PersonEntry& person = entries_.people[i];
            if (people_[i] == pack::none || person.url.empty()) continue;
            PersonDraft& draft = builder_.person_draft(people_[i]);
            std::string url = absolute_url(person.url, entries_.base_url);
            if (!is_safe_url(url))
                skip_person(person);
            else if (draft.links.empty())
                draft.links.push_back({ {}, std::move(url) });
        }
    }

    void settle_events()
    {
        const LinkTitles titles(entries_.events);
        builder_.reserve_sessions(entries_.events.size());
        for (EventEntry& event : entries_.events) {
            settle_links(event, titles);
            add_event(event);
        }
    }

    void settle_links(EventEntry& event, const LinkTitles& titles)
    {
        std::vector<LinkDraft> own, general;
        for (LinkDraft& link : event.session.links) {
            if (!event.feedback_url.empty() && link.url == event.feedback_url) continue;
            link.url = safe_url(event, link.url, "links");
            if (link.url.empty()) continue;
            (titles.is_of_every_event(link.title) ? general : own).push_back(std::move(link));
        }
        std::move(general.begin(), general.end(), std::back_inserter(own));
        event.session.links = std::move(own);
    }

    void add_event(EventEntry& event)
    {
        const auto position = static_cast<std::uint32_t>(&event - entries_.events.data());
        SessionDraft& session = event.session;
        if (session.key.empty()) session.key = session.code.empty() ? event.id : session.code;
        session.track = builder_.track(event.track);
        session.abstract = join_texts(std::move(event.abstract), std::move(event.description));
        for (const std::uint32_t entry : event.people) {
            const std::uint32_t person = people_[entry];
            if (person != pack::none && known_people_.insert(mix64(mix64(0, position), person)))
                session.people.push_back(person);
        }
        session.kind = kind_of_word(session.kind_name);
        if (session.people.empty() && is_break_title(session.title))
            session.kind = pack::SessionKind::Break;
        if (event.start) session.occurrences.push_back(occurrence_of(event));
        session.url = safe_url(event, session.url, "url");
        session.recording_url = safe_url(event, session.recording_url, "recording");
        std::string title = session.title;
        if (builder_.add_session(std::move(session)) == ProgramBuilder::Added::Duplicate)
            skip_event(event, SkipReason::Duplicate, std::move(title), {});
    }

    OccurrenceDraft occurrence_of(const EventEntry& event)
    {
        OccurrenceDraft occurrence;
        occurrence.start = instant_of(*event.start, builder_.zone);
        if (event.duration && *event.duration > 0)
            occurrence.end = occurrence.start + *event.duration;
        else if (event.end && instant_of(*event.end, builder_.zone) > occurrence.start)
            occurrence.end = instant_of(*event.end, builder_.zone);
        const std::string& room = event.room.empty() ? entries_.cells[event.cell].name : event.room;
        if (!room.empty()) occurrence.rooms.push_back(builder_.room(room));
        if (is_cancelled_title(event.session.title)) occurrence.flags |= pack::OccurrenceCancelled;
        return occurrence;
    }

    /// Files are copied from the system that an event came from, with their addresses as they are
    /// there.
    std::string safe_url(
        const EventEntry& event, const std::string& written, std::string_view field)
    {
        if (written.empty()) return {};
        const bool is_copied = field == "links" && !event.origin_url.empty();
        std::string url = absolute_url(written, is_copied ? event.origin_url : entries_.base_url);
        if (is_safe_url(url)) return url;
        skip_event(event, SkipReason::UnsafeLink, event.session.title, field);
        return {};
    }

    void skip_event(
        const EventEntry& event, SkipReason reason, std::string title, std::string_view field)
    {
        if (!report_.lists_more()) return report_.skip({});
        std::string path = notation_.event(entries_, event);
        if (!field.empty()) path.append(".").append(field);
        report_.skip(
            { reason, std::move(title), std::move(path), lines_.line_at(event.byte_offset) });
    }

    void skip_person(const PersonEntry& person)
    {
        // It may have been met in an event that was left out.
        if (person.first_event < entries_.events.size())
            skip_event(entries_.events[person.first_event], SkipReason::UnsafeLink, name_of(person),
                "persons");
        else
            report_.skip({ SkipReason::UnsafeLink, name_of(person), {}, {} });
    }

    Entries entries_;
    const Notation& notation_;
    ImportReport report_;
    LineCounter& lines_;
    ProgramBuilder builder_;
    std::vector<std::uint32_t> people_; ///< positions in the builder, by entry
    HashSet known_people_;              ///< hashes of event and person
};

} // namespace

Result<Import> settle(Entries entries, const Notation& notation, const ZoneSource& zones,
    ImportReport report, LineCounter& lines)
{
    return Settler(std::move(entries), notation, std::move(report), lines).settle(zones);
}

} // namespace hallway::schedule
