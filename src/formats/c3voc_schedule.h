#pragma once
#include "formats/import.h"
#include "formats/line_counter.h"
#include "program/builder.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A conference's schedule as frab, pretalx and the c3voc's hub write it: what its fields mean, for
/// the readers of each notation.
/// Source: https://c3voc.de/schedule/schema.json (version 1), and what these tools write.
namespace hallway::c3voc {

/// What a schedule says. Each group stands together: `ScheduleBuilder::take` tells them apart by
/// their first.
enum Field : std::uint8_t {
    Nothing,
    // Of the conference.
    Version,
    BaseUrl,
    Acronym,
    ConferenceTitle,
    ConferenceSubtitle,
    ConferenceStart,
    ConferenceEnd,
    ConferenceUrl,
    ZoneName,
    City,
    Venue,
    // Of tracks, rooms and days.
    TrackName,
    TrackColor,
    RoomName,
    RoomGuid,
    RoomCapacity,
    RoomDescription,
    DayDate,
    DayEnd,
    // Of events.
    Guid,
    Code,
    Id,
    Moment,
    StartClock,
    EndMoment,
    Duration,
    RoomOfEvent,
    Title,
    Subtitle,
    TrackOfEvent,
    Type,
    Language,
    Abstract,
    Description,
    Url,
    DoNotRecord,
    // Of what events hold.
    PersonId,
    PersonGuid,
    PersonCode,
    PersonName,
    PublicName,
    FullPublicName,
    Biography,
    PersonUrl,
    BarePerson,
    LinkUrl,
    LinkTitle,
    BareLink,
};

/// Takes the fields of a schedule in the order of the file, and makes a program of them. A reader
/// hands over each field with its text, and tells when the entry that it belongs to ends.
///
/// Shape:  fields of one entry in any order, and days and rooms before or after their events.
/// Errors: why a field or an entry cannot be used is given back, for the reader to report in its
///         place.
class ScheduleBuilder {
public:
    /// `text` is as the file has it, `byte_offset` where that ends. Empty is the same as absent.
    [[nodiscard]] std::optional<SkipReason> take(
        Field field, std::string_view text, std::size_t byte_offset);

    void end_track();
    void end_room();
    /// Events of this room, of the present day, follow; they may name another themselves.
    void begin_events(std::string_view room);
    void begin_event(std::size_t byte_offset);
    [[nodiscard]] std::optional<SkipReason> end_person();
    void end_link();
    /// `path` says where in the file the event stands, as "days[0].rooms.One[2]".
    [[nodiscard]] std::optional<SkipReason> end_event(std::string path);
    void end_day();

    /// Title of the event that is being read, for the report.
    [[nodiscard]] const std::string& event_title() const { return event_.session.title; }

    /// Makes the program of all that was taken; `events_path` is where the format has its events.
    ///
    /// Errors: `FieldMissing` for a schedule without a name or without events.
    [[nodiscard]] Result<Import> finish(const ZoneSource& zones, ImportReport report,
        LineCounter lines, std::string_view events_path);

private:
    /// An event as the file has it, until the zone is known at the file's end.
    struct Event {
        SessionDraft session;
        std::string id;
        std::string room_name;
        std::vector<std::string> abstract;
        std::vector<std::string> description;
        std::optional<WrittenTime> start;
        std::optional<WrittenTime> end;
        std::optional<Minutes> duration;
        std::optional<Date> date;      ///< where `date` has no clock
        std::optional<Minutes> clock;  ///< of `start`
        std::optional<Date> filed_day; ///< of the day that it stands under
        std::uint32_t room = pack::none;
        // Where it stands, for the report.
        std::string path;
        std::size_t byte_offset = 0;
    };
    struct Person {
        std::string guid, code, id, public_name, name, full_public_name, url;
        std::vector<std::string> biography;
    };
    struct Day {
        std::optional<Date> date;
        std::optional<WrittenTime> end;
    };

    void take_of_conference(Field field, std::string line);
    [[nodiscard]] std::optional<SkipReason> take_of_lists(Field field, std::string line);
    [[nodiscard]] std::optional<SkipReason> take_of_event(Field field, std::string line);
    [[nodiscard]] std::optional<SkipReason> take_of_entry(Field field, std::string line);
    [[nodiscard]] std::optional<SkipReason> take_start(std::string_view line);
    [[nodiscard]] std::optional<SkipReason> take_duration(std::string_view line);

    static void settle_start(Event& event);
    void set_zone(const ZoneSource& zones, ImportReport& report, LineCounter& lines);
    void set_days();
    [[nodiscard]] std::optional<Minutes> find_stated_boundary() const;
    [[nodiscard]] WallTime wall_start(const Event& event) const;
    [[nodiscard]] std::ptrdiff_t contradictions(Minutes boundary) const;
    void add_event(Event& event, ImportReport& report, LineCounter& lines);

    ProgramBuilder builder_;
    std::string base_url_;
    std::string zone_name_;
    std::size_t zone_offset_ = 0;
    std::vector<Day> days_;
    std::vector<Event> events_;

    // What is being read.
    std::string track_name_;
    std::uint32_t track_color_ = 0;
    RoomDraft room_;
    std::string room_of_events_;
    Day day_;
    std::size_t first_event_of_day_ = 0;
    Event event_;
    Person person_;
    LinkDraft link_;
};

} // namespace hallway::c3voc
