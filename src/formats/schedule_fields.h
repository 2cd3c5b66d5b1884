#pragma once
#include <cstdint>

/// schedule.json and schedule.xml say the same in two notations. What both have is named here; each
/// notation's table says where it stands.
/// Source: https://c3voc.de/schedule/schema.json (version 1), https://c3voc.de/schedule/schema.xsd,
///         and what Pentabarf, frab, pretalx, wafer and the hub write.
namespace hallway::schedule {

/// Places in a file. Of some, only their content counts.
enum State : std::uint8_t {
    Ignored,
    File, ///< the outermost object or element
    Schedule,
    Conference,
    Tracks,
    Track,
    Rooms,
    Room,
    RoomDescriptions,
    Profiles, ///< people listed once, apart from the events
    Profile,
    Days,
    Day,
    DayRooms,
    Cell, ///< the events of one room on one day
    Event,
    Persons,
    Person,
    Links,
    Link,
    Recording,
    OtherEntry, ///< in a schedule.xml of another kind, what is an event here
};

enum Field : std::uint8_t {
    Nothing,
    Version,
    BaseUrl,
    Acronym,
    ConferenceTitle,
    ConferenceSubtitle,
    ConferenceStart,
    ConferenceEnd,
    ConferenceUrl,
    ZoneName,
    DayChange,
    City,
    Venue,
    TrackName,
    TrackColor,
    RoomName,
    RoomGuid,
    RoomCapacity,
    RoomDescription,
    RoomDescriptionEnglish,
    DayDate,
    DayEnd,
    CellName,
    CellGuid,
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
    OriginUrl,
    FeedbackUrl,
    RecordingUrl,
    DoNotRecord,
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

} // namespace hallway::schedule
