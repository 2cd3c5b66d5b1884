#include "agenda/personal_event.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace hallway {
namespace {

std::string in_one_line(std::string_view text)
{
    std::string line(trim(text));
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

/// What stands before the next line break, which is taken, too.
std::string_view take_line(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return line;
}

} // namespace

std::string format_personal_event(const PersonalEvent& event)
{
    std::string text = format_wall_time(event.start) + '/' + format_wall_time(event.end);
    return text.append("\n")
        .append(in_one_line(event.title))
        .append("\n")
        .append(in_one_line(event.place));
}

std::optional<PersonalEvent> parse_personal_event(std::string_view id, std::string_view value)
{
    const std::string_view times = take_line(value);
    const std::size_t solidus = times.find('/');
    if (solidus == std::string_view::npos) return std::nullopt;
    const auto start = parse_date_time(times.substr(0, solidus));
    const auto end = parse_date_time(times.substr(solidus + 1));
    if (!start || !end || start->wall >= end->wall) return std::nullopt;
    if (floating_instant(end->wall) - floating_instant(start->wall) > minutes_per_day)
        return std::nullopt;
    PersonalEvent event { std::string(id), start->wall, end->wall, {}, {} };
    event.title = take_line(value);
    event.place = take_line(value);
    return event;
}

std::vector<PersonalEvent> personal_events(const Agenda& agenda, std::string_view conference)
{
    std::vector<PersonalEvent> found;
    const std::string key(conference);
    const auto& choices = agenda.choices();
    for (auto at = choices.lower_bound({ key, {}, {} });
         at != choices.end() && at->first.conference == key; ++at) {
        if (at->first.field != ChoiceField::Event) continue;
        if (auto event = parse_personal_event(at->first.subject, at->second.value))
            found.push_back(*std::move(event));
    }
    return found;
}

std::string new_event_id(const Agenda& agenda, std::string_view conference, std::int64_t now_ms)
{
    for (std::int64_t number = now_ms;; ++number) {
        char digits[20];
        const auto end = std::to_chars(digits, digits + sizeof digits, number, 36).ptr;
        // No session's key may be taken for it, and two devices have different writers.
        std::string id =
            "event:" + std::to_string(agenda.writer()) + ":" + std::string(digits, end);
        if (!agenda.choices().contains({ std::string(conference), id, ChoiceField::Event }))
            return id;
    }
}

} // namespace hallway
