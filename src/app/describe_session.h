#pragma once
#include "agenda/agenda.h"
#include "app/language.h"
#include "planner/plan.h"
#include "program/program.h"

#include <span>
#include <string>

namespace hallway {

/// What is kept with a choice, so that it survives a program that renumbers or drops the session.
[[nodiscard]] ChoiceContext context_of(const Program& program, SessionIndex session);
[[nodiscard]] ChoiceContext context_of(
    const Program& program, const pack::OccurrenceRecord& occurrence);

/// Names of people, divided by commas.
[[nodiscard]] std::string people_text(const Program& program, const pack::SessionRecord& session);
/// Names of rooms; "Online"; "To be announced".
[[nodiscard]] std::string place_text(
    const Program& program, const Language& language, const pack::OccurrenceRecord& occurrence);
/// "Building U, floor 5"; empty where the program does not say.
[[nodiscard]] std::string room_area_text(
    const Program& program, const Language& language, const pack::RoomRecord& room);
/// "11:00 – 11:25"; only the start where the end is not known.
[[nodiscard]] std::string span_text(
    const Program& program, const Language& language, const pack::OccurrenceRecord& occurrence);
/// "Sat 31 Jan, 11:00 – 11:25", on the event day that it belongs to.
[[nodiscard]] std::string when_text(
    const Program& program, const Language& language, const pack::OccurrenceRecord& occurrence);
/// "50 min"; empty where the end is not known, and for a moment.
[[nodiscard]] std::string length_text(
    const Language& language, const pack::OccurrenceRecord& occurrence);
/// "Clashes with Opening", "Clashes with 2 in my plan"; empty where it does not.
[[nodiscard]] std::string clash_text(
    const Program& program, const Language& language, std::span<const Rivalry> rivalries);
/// The line with a word before what it says; an empty word adds nothing.
[[nodiscard]] std::string with_before(std::string_view line, std::string_view word);
/// "Berlin time"; empty where the file names no zone.
[[nodiscard]] std::string zone_text(const Program& program, const Language& language);
/// What is to be said where an occurrence is on another date than its event day: "after midnight",
/// or the date in the attendee's own zone. Empty: it is not.
[[nodiscard]] std::string other_date_text(
    const Program& program, const Language& language, std::int32_t start, Date day);
/// 1 to 12: the token track-n that marks the session; 0 without a track.
[[nodiscard]] std::uint8_t track_color(const pack::SessionRecord& session);
/// A language by its name, if it has one among the words; else by its tag.
/// Shape:  `tag`: BCP 47.
[[nodiscard]] std::string language_name(const Language& language, std::string_view tag);
/// BCP 47 tag of the title, if the file names exactly one language.
[[nodiscard]] std::string title_language(
    const Program& program, const pack::SessionRecord& session);

} // namespace hallway
