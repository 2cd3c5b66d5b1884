#include "base/hash_set.h"
#include "base/sort.h"
#include "base/text.h"
#include "program/again.h"
#include "program/builder.h"
#include "program/event_days.h"
#include "program/pack_writer.h"
#include "program/propose_areas.h"

#include <algorithm>
#include <tuple>

namespace hallway {
namespace {

using pack::none;

/// An occurrence on its way into the pack.
struct Scheduled {
    Date day;
    Instant start;
    std::uint32_t first_room = none;
    std::uint32_t session = none;
    std::uint32_t draft = 0; ///< position among the session's occurrences

    friend auto operator<=>(const Scheduled&, const Scheduled&) = default;
};

bool end_is_missing(const OccurrenceDraft& occurrence)
{
    return !occurrence.end || !pack::is_length(occurrence.start, *occurrence.end);
}

Instant end_of(const OccurrenceDraft& occurrence)
{
    if (!end_is_missing(occurrence)) return *occurrence.end;
    return occurrence.start + pack::length_default_minutes;
}

/// Joins breaks that are filed once per room: same title, start and end become one occurrence in
/// all those rooms. A session that loses its last occurrence that way goes.
void join_breaks(std::vector<SessionDraft>& sessions)
{
    struct Place {
        const std::string* title;
        Instant start;
        Instant end;
        std::uint32_t session;
        std::uint32_t draft;
    };
    std::vector<Place> places;
    for (std::uint32_t i = 0; i < sessions.size(); ++i) {
        if (sessions[i].kind != pack::SessionKind::Break) continue;
        for (std::uint32_t j = 0; j < sessions[i].occurrences.size(); ++j) {
            const OccurrenceDraft& occurrence = sessions[i].occurrences[j];
            places.push_back({ &sessions[i].title, occurrence.start, end_of(occurrence), i, j });
        }
    }
    const auto what = [](const Place& p) { return std::tie(*p.title, p.start, p.end); };
    const auto order = sorted_positions(places.size(),
        [&](std::uint32_t a, std::uint32_t b) { return what(places[a]) < what(places[b]); });

    constexpr std::uint32_t joined = 1u << 31; // no OccurrenceFlag: this one went into another
    std::vector<bool> gone(sessions.size(), false);
    const Place* first = nullptr;
    for (const std::uint32_t position : order) {
        const Place& place = places[position];
        if (!first || what(*first) != what(place)) {
            first = &place;
            continue;
        }
        auto& rooms = sessions[first->session].occurrences[first->draft].rooms;
        auto& occurrence = sessions[place.session].occurrences[place.draft];
        for (const std::uint32_t room : occurrence.rooms)
            if (std::find(rooms.begin(), rooms.end(), room) == rooms.end()) rooms.push_back(room);
        occurrence.flags |= joined;
        gone[place.session] = true;
    }
    for (std::uint32_t i = 0; i < sessions.size(); ++i) {
        if (!gone[i]) continue;
        std::erase_if(
            sessions[i].occurrences, [](const auto& o) { return (o.flags & joined) != 0; });
        gone[i] = sessions[i].occurrences.empty();
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        if (gone[i]) continue;
        if (kept != i) sessions[kept] = std::move(sessions[i]);
        ++kept;
    }
    sessions.resize(kept);
}

std::size_t text_bytes(const RichText& blocks)
{
    std::size_t bytes = 0;
    for (const RichBlock& block : blocks) bytes += block.text.size();
    return bytes;
}

/// Bytes of all texts, about: the long ones are counted, the short ones guessed.
std::size_t text_bytes_of(
    const std::vector<SessionDraft>& sessions, const std::vector<PersonDraft>& people)
{
    constexpr std::size_t short_texts_bytes = 300;
    std::size_t bytes = short_texts_bytes * (sessions.size() + people.size());
    for (const SessionDraft& session : sessions) bytes += text_bytes(session.abstract);
    for (const PersonDraft& person : people) bytes += text_bytes(person.biography);
    return bytes;
}

/// Makes the records of one program; each function adds one kind of them.
class Assembly {
public:
    Assembly(const ConferenceDraft& conference, const ZoneRules& zone,
        std::vector<SessionDraft>& sessions)
        : conference_(conference), zone_(zone), sessions_(sessions)
    {
    }

    pack::Writer out;

    void add_rooms(const std::vector<AreaDraft>& areas, const std::vector<RoomDraft>& rooms,
        const std::vector<WalkDraft>& walks)
    {
        for (const AreaDraft& area : areas)
            out.areas.push_back(
                { out.text(area.key), out.text(area.name), area.proposed ? 1u : 0u });
        for (const RoomDraft& room : rooms)
            out.rooms.push_back({ out.text(room.key), out.text(room.name),
                out.text(room.directions), room.area, room.floor, room.latitude_micro_degrees,
                room.longitude_micro_degrees, room.flags, room.capacity });
        for (const WalkDraft& walk : walks)
            out.walks.push_back({ walk.from, walk.to, walk.between_areas ? 1u : 0u, walk.minutes,
                walk.step_free_minutes.value_or(walk.minutes) });
    }

    void add_tracks(const std::vector<TrackDraft>& tracks)
    {
        for (const TrackDraft& track : tracks)
            out.tracks.push_back({ out.text(track.name), track.color });
    }

    void add_people(const std::vector<PersonDraft>& people)
    {
        for (const PersonDraft& person : people) {
            out.people.push_back({ out.text(person.key), out.text(person.name),
                out.block_list(person.biography), link_list(person.links) });
            folded_names_.push_back(fold(person.name));
        }
    }

    void add_sessions()
    {
        const std::vector<AgainProposal> again = propose_again(sessions_, zone_);
        out.sessions.reserve(sessions_.size());
        for (std::uint32_t i = 0; i < sessions_.size(); ++i) {
            pack::SessionRecord& record = out.sessions.emplace_back(record_of(sessions_[i]));
            record.again = again[i].again;
            record.same_as = again[i].same_as;
        }
        out.sessions_by_key =
            sorted_positions(sessions_.size(), [this](std::uint32_t a, std::uint32_t b) {
                return sessions_[a].key < sessions_[b].key;
            });
        set_parents();
    }

    void add_occurrences()
    {
        const std::vector<Scheduled> order = schedule();
        std::vector<std::vector<std::uint32_t>> of_session(sessions_.size());
        for (const Scheduled& scheduled : order) {
            const auto at = static_cast<std::uint32_t>(out.occurrences.size());
            const OccurrenceDraft& draft =
                sessions_[scheduled.session].occurrences[scheduled.draft];
            if (out.days.empty() || out.days.back().date != scheduled.day.days)
                out.days.push_back({ scheduled.day.days, at, 0 });
            ++out.days.back().occurrence_count;
            of_session[scheduled.session].push_back(at);

            pack::OccurrenceRecord& record = out.occurrences.emplace_back();
            record.key = out.text(occurrence_key(scheduled, of_session[scheduled.session].size()));
            record.change_reason = out.text(draft.change_reason);
            record.session = scheduled.session;
            record.start = draft.start.minutes;
            record.end = end_of(draft).minutes;
            record.day = static_cast<std::uint32_t>(out.days.size() - 1);
            record.rooms = out.index_list(draft.rooms);
            record.flags = draft.flags | (end_is_missing(draft) ? pack::OccurrenceEndMissing : 0u);
            record.part = draft.part;
        }
        for (std::uint32_t i = 0; i < sessions_.size(); ++i)
            out.sessions[i].occurrences = out.index_list(of_session[i]);
    }

    /// Last, since the days of the occurrences widen the conference's own.
    void add_conference()
    {
        pack::ConferenceRecord& record = out.conference.emplace_back();
        record.key = out.text(conference_.key.empty() ? conference_.title : conference_.key);
        record.title = out.text(conference_.title);
        record.subtitle = out.text(conference_.subtitle);
        record.venue = out.text(conference_.venue);
        record.city = out.text(conference_.city);
        record.url = safe_url(conference_.url);
        record.zone = out.text(zone_.name());
        record.version = out.text(conference_.version);
        record.language = out.text(conference_.language);
        record.day_boundary = boundary_;
        record.made_up = conference_.made_up ? 1 : 0;
        const bool has_days = !out.days.empty();
        const Date first { has_days ? out.days.front().date : 0 };
        const Date last { has_days ? out.days.back().date : first.days };
        const Date named_first =
            conference_.first_day.value_or(conference_.last_day.value_or(first));
        const Date named_last = conference_.last_day.value_or(named_first);
        record.first_day = (has_days ? std::min(first, named_first) : named_first).days;
        record.last_day =
            std::max({ has_days ? last : named_last, named_last, Date { record.first_day } }).days;
        for (const ZoneRules::Transition& transition : zone_.transitions())
            out.transitions.push_back({ transition.at.minutes, transition.offset });
    }

private:
    pack::StringRef safe_url(const std::string& url)
    {
        return is_safe_url(url) ? out.text(url) : pack::StringRef {};
    }

    pack::Range link_list(const std::vector<LinkDraft>& links)
    {
        pack::Range range { static_cast<std::uint32_t>(out.links.size()), 0 };
        for (const LinkDraft& link : links) {
            if (!is_safe_url(link.url)) continue;
            out.links.push_back({ out.text(link.title), out.text(link.url) });
            ++range.count;
        }
        return range;
    }

    pack::SessionRecord record_of(const SessionDraft& session)
    {
        pack::SessionRecord record;
        record.key = out.text(session.key);
        record.number = out.text(session.number);
        record.title = out.text(session.title);
        record.subtitle = out.text(session.subtitle);
        record.kind_name = out.text(session.kind_name);
        record.language = out.text(session.language);
        record.url = safe_url(session.url);
        record.recording_url = safe_url(session.recording_url);
        record.sign_up_url = safe_url(session.sign_up_url);
        record.sign_up_note = out.text(session.sign_up_note);
        record.access_note = out.text(session.access_note);
        record.content_note = out.text(session.content_note);
        if (session.occurrences.empty()) {
            record.written_time = out.text(session.written_time);
            record.written_place = out.text(session.written_place);
        }
        record.search_text = out.text(search_text(session));
        record.abstract = out.block_list(session.abstract);
        record.links = link_list(session.links);
        record.people = out.index_list(session.people);
        record.track = session.track;
        record.access = session.access;
        record.kind = session.kind;
        record.sign_up = session.sign_up;
        record.recorded = session.recorded;
        record.difficulty = session.difficulty;
        return record;
    }

    std::string search_text(const SessionDraft& session) const
    {
        std::string text = fold(session.title);
        for (const std::uint32_t person : session.people)
            text.append("\n").append(folded_names_[person]);
        return text;
    }

    /// Parents are looked up by key, since a file may name them before they come. Circles and
    /// chains that are too long are cut.
    void set_parents()
    {
        for (std::uint32_t i = 0; i < sessions_.size(); ++i)
            if (!sessions_[i].parent_key.empty())
                out.sessions[i].parent = find_by_key(sessions_[i].parent_key);

        constexpr std::uint32_t unknown = UINT32_MAX, visiting = UINT32_MAX - 1;
        std::vector<std::uint32_t> level(sessions_.size(), unknown); // how many ancestors there are
        std::vector<std::uint32_t> path;
        for (std::uint32_t i = 0; i < sessions_.size(); ++i) {
            std::uint32_t at = i;
            for (path.clear(); at != none && level[at] == unknown; at = out.sessions[at].parent) {
                level[at] = visiting;
                path.push_back(at);
            }
            const bool circle = at != none && level[at] == visiting;
            if (circle) out.sessions[path.back()].parent = none;
            std::uint32_t next = at == none || circle ? 0 : level[at] + 1;
            for (; !path.empty(); path.pop_back(), ++next) {
                if (next > pack::parents_deep_max) {
                    out.sessions[path.back()].parent = none;
                    next = 0;
                }
                level[path.back()] = next;
            }
        }
    }

    [[nodiscard]] std::uint32_t find_by_key(std::string_view key) const
    {
        const auto& order = out.sessions_by_key;
        const auto at = std::lower_bound(
            order.begin(), order.end(), key, [this](std::uint32_t index, std::string_view wanted) {
                return sessions_[index].key < wanted;
            });
        return at != order.end() && sessions_[*at].key == key ? *at : none;
    }

    /// All occurrences with their event days, in the order of the pack.
    std::vector<Scheduled> schedule()
    {
        std::vector<Minutes> starts;
        for (const SessionDraft& session : sessions_)
            for (const OccurrenceDraft& occurrence : session.occurrences)
                starts.push_back(zone_.wall_time(occurrence.start).minute_of_day);
        boundary_ =
            conference_.day_boundary ? *conference_.day_boundary : find_day_boundary(starts);

        std::vector<Scheduled> scheduled;
        for (std::uint32_t i = 0; i < sessions_.size(); ++i) {
            for (std::uint32_t j = 0; j < sessions_[i].occurrences.size(); ++j) {
                const OccurrenceDraft& draft = sessions_[i].occurrences[j];
                scheduled.push_back({ day_of(draft), draft.start,
                    draft.rooms.empty() ? none : draft.rooms.front(), i, j });
            }
        }
        const auto order = sorted_positions(scheduled.size(),
            [&](std::uint32_t a, std::uint32_t b) { return scheduled[a] < scheduled[b]; });
        std::vector<Scheduled> sorted;
        sorted.reserve(order.size());
        for (const std::uint32_t position : order) sorted.push_back(scheduled[position]);
        return sorted;
    }

    /// The file's word counts where it can be true: nothing belongs to a day that is not beside its
    /// date.
    [[nodiscard]] Date day_of(const OccurrenceDraft& occurrence) const
    {
        const WallTime wall = zone_.wall_time(occurrence.start);
        if (occurrence.day && occurrence.day->days >= wall.date.days - 1
            && occurrence.day->days <= wall.date.days + 1)
            return *occurrence.day;
        return event_day(wall, boundary_);
    }

    /// `number` counts the session's occurrences by start, from 1.
    std::string occurrence_key(const Scheduled& scheduled, std::size_t number)
    {
        const auto& occurrences = sessions_[scheduled.session].occurrences;
        std::string key = occurrences[scheduled.draft].key;
        if (key.empty() && occurrences.size() == 1) return key;
        if (key.empty()) key = format_wall_time(zone_.wall_time(scheduled.start));
        while (!occurrence_keys_.insert(mix64(mix64(0, scheduled.session), hash64(key))))
            key.append("+").append(std::to_string(number));
        return key;
    }

    const ConferenceDraft& conference_;
    const ZoneRules& zone_;
    std::vector<SessionDraft>& sessions_;
    std::vector<std::string> folded_names_;
    HashSet occurrence_keys_; ///< hashes of session and key
    Minutes boundary_ = 0;
};

} // namespace

Bytes ProgramBuilder::build()
{
    join_breaks(sessions_);
    if (areas_.empty()) propose_areas(rooms_, areas_);
    Assembly assembly(conference, zone, sessions_);
    assembly.out.reserve_text(text_bytes_of(sessions_, people_));
    assembly.add_tracks(tracks_);
    assembly.add_rooms(areas_, rooms_, walks_);
    assembly.add_people(people_);
    assembly.add_sessions();
    assembly.add_occurrences();
    assembly.add_conference();
    return assembly.out.finish();
}

} // namespace hallway
