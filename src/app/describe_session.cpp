#include "app/describe_session.h"

namespace hallway {
namespace {

constexpr std::uint32_t track_color_count = 12;

void append_listed(std::string& list, std::string_view item)
{
    if (item.empty()) return;
    if (!list.empty()) list += ", ";
    list += item;
}

std::string rooms_text(const Program& program, const pack::OccurrenceRecord& occurrence)
{
    std::string names;
    for (const std::uint32_t room : program.rooms_of(occurrence))
        append_listed(names, program.text(program.rooms()[room].name));
    return names;
}

} // namespace

std::string language_name(const Language& language, std::string_view tag)
{
    static constexpr struct {
        std::string_view tag;
        Text name;
    } names[] = { { "ar", Text::LanguageAr }, { "cs", Text::LanguageCs },
        { "de", Text::LanguageDe }, { "en", Text::LanguageEn }, { "es", Text::LanguageEs },
        { "fr", Text::LanguageFr }, { "hi", Text::LanguageHi }, { "it", Text::LanguageIt },
        { "ja", Text::LanguageJa }, { "nl", Text::LanguageNl }, { "pl", Text::LanguagePl },
        { "pt", Text::LanguagePt }, { "sv", Text::LanguageSv }, { "zh", Text::LanguageZh } };
    for (const auto& known : names)
        if (known.tag == tag.substr(0, tag.find('-')))
            return std::string(language.text(known.name));
    return std::string(tag);
}

ChoiceContext context_of(const Program& program, SessionIndex index)
{
    const pack::SessionRecord& session = program.session(index);
    const auto occurrences = program.occurrences_of(session);
    if (!occurrences.empty()) return context_of(program, program.occurrences()[occurrences[0]]);
    return { std::string(program.text(session.title)), {}, {} };
}

ChoiceContext context_of(const Program& program, const pack::OccurrenceRecord& occurrence)
{
    return { std::string(program.text(program.sessions()[occurrence.session].title)),
        format_wall_time(program.wall_time(occurrence.start)), rooms_text(program, occurrence) };
}

std::string people_text(const Program& program, const pack::SessionRecord& session)
{
    std::string names;
    for (const std::uint32_t person : program.people_of(session))
        append_listed(names, program.text(program.people()[person].name));
    return names;
}

std::string place_text(
    const Program& program, const Language& language, const pack::OccurrenceRecord& occurrence)
{
    std::string names = rooms_text(program, occurrence);
    if (!names.empty()) return names;
    const bool online = (occurrence.flags & pack::OccurrenceOnline) != 0;
    return std::string(language.text(online ? Text::RowOnline : Text::RowPlaceUnknown));
}

std::string room_area_text(
    const Program& program, const Language& language, const pack::RoomRecord& room)
{
    std::string where;
    if (room.area != pack::none) {
        const pack::AreaRecord& area = program.areas()[room.area];
        // A proposed one would only say again what the room's name begins with.
        if (area.proposed == 0) where = language.listed(where, program.text(area.name));
    }
    if (room.floor == 0)
        where = language.listed(where, language.text(Text::SessionGroundFloor));
    else if (room.floor != pack::floor_unknown)
        where = language.listed(
            where, language.text(Text::SessionFloor, { { "n", std::to_string(room.floor) } }));
    return where;
}

std::string span_text(
    const Program& program, const Language& language, const pack::OccurrenceRecord& occurrence)
{
    const std::string start = language.time(occurrence.start, program.zone());
    if ((occurrence.flags & pack::OccurrenceEndMissing) != 0 || occurrence.end == occurrence.start)
        return start;
    const std::string end = language.time(occurrence.end, program.zone());
    return language.text(Text::TimeSpan, { { "start", start }, { "end", end } });
}

std::string when_text(
    const Program& program, const Language& language, const pack::OccurrenceRecord& occurrence)
{
    const Date day { program.days()[occurrence.day].date };
    return language.text(Text::SessionWhen,
        { { "day", language.day_short(day) },
            { "time", span_text(program, language, occurrence) } });
}

std::string length_text(const Language& language, const pack::OccurrenceRecord& occurrence)
{
    const Minutes length = occurrence.end - occurrence.start;
    const bool known = (occurrence.flags & pack::OccurrenceEndMissing) == 0;
    return known && length > 0 ? language.length(length) : std::string();
}

std::string clash_text(
    const Program& program, const Language& language, std::span<const Rivalry> rivalries)
{
    if (rivalries.empty()) return {};
    if (rivalries.size() > 1)
        return language.plural(Text::RowClashesMany, static_cast<std::int64_t>(rivalries.size()));
    const pack::OccurrenceRecord& rival = program.occurrence(rivalries.front().rival);
    return language.text(
        Text::RowClashes, { { "title", program.text(program.sessions()[rival.session].title) } });
}

std::string with_before(std::string_view line, std::string_view word)
{
    return std::string(word).append(word.empty() || line.empty() ? "" : " · ").append(line);
}

std::string zone_text(const Program& program, const Language& language)
{
    const std::string_view zone = program.text(program.conference().zone);
    if (zone.empty()) return {};
    std::string city(zone.substr(zone.find_last_of('/') + 1));
    for (char& c : city)
        if (c == '_') c = ' ';
    return language.text(Text::TimeZone, { { "city", city } });
}

std::string other_date_text(
    const Program& program, const Language& language, std::int32_t start, Date day)
{
    const Date date = language.wall_time(start, program.zone()).date;
    if (date == day) return {};
    const bool night = !language.zone() && date > day;
    return night ? std::string(language.text(Text::SlotAfterMidnight)) : language.day_short(date);
}

std::uint8_t track_color(const pack::SessionRecord& session)
{
    if (session.track == pack::none) return 0;
    return static_cast<std::uint8_t>(1 + session.track % track_color_count);
}

std::string title_language(const Program& program, const pack::SessionRecord& session)
{
    const std::string_view language = program.text(session.language);
    if (language.find(',') != std::string_view::npos) return {};
    return std::string(language);
}

} // namespace hallway
