#pragma once
#include "agenda/agenda.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// Something of the attendee's own that takes time: lunch with somebody, a train.
struct PersonalEvent {
    std::string id; ///< the subject of its choice
    /// Wall time of the conference. Shape:  `end` is after `start`.
    WallTime start, end;
    std::string title;
    std::string place; ///< may be empty
    friend bool operator==(const PersonalEvent&, const PersonalEvent&) = default;
};

/// The value of `ChoiceField::Event`: a time interval (ISO 8601-1, 5.5), then on lines of their own
/// the title and the place. Line breaks in them become blanks.
[[nodiscard]] std::string format_personal_event(const PersonalEvent& event);
/// Errors: nothing for what is none, ends before it begins, or lasts more than a day.
[[nodiscard]] std::optional<PersonalEvent> parse_personal_event(
    std::string_view id, std::string_view value);

/// All that stand, by id.
[[nodiscard]] std::vector<PersonalEvent> personal_events(
    const Agenda& agenda, std::string_view conference);

/// An id that no other event of that conference has.
[[nodiscard]] std::string new_event_id(
    const Agenda& agenda, std::string_view conference, std::int64_t now_ms);

} // namespace hallway
