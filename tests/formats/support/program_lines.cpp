#include "program_lines.h"

#include <string_view>

namespace hallway::test {
namespace {

class Writer {
public:
    Writer(const Program& program, Left left) : program_(program), left_(left) { }

    std::vector<std::string> write()
    {
        write_conference();
        for (const auto& track : program_.tracks()) line("track", text(track.name), track.color);
        for (const auto& area : program_.areas())
            line("area", text(area.key), text(area.name), area.proposed);
        for (const auto& room : program_.rooms()) write_room(room);
        for (const auto& walk : program_.walks())
            line("walk", walk.from, walk.to, walk.between_areas, walk.minutes,
                walk.step_free_minutes);
        for (const auto& person : program_.people()) write_person(person);
        for (const auto& session : program_.sessions()) write_session(session);
        for (const auto& day : program_.days())
            line("day", day.date, day.first_occurrence, day.occurrence_count);
        for (const auto& occurrence : program_.occurrences()) write_occurrence(occurrence);
        return std::move(lines_);
    }

private:
    void write_conference()
    {
        const auto& c = program_.conference();
        line("conference", text(c.key), text(c.title), text(c.subtitle), text(c.venue),
            text(c.city), text(c.url), text(c.zone), text(c.version), text(c.language), c.first_day,
            c.last_day, c.day_boundary, c.made_up);
        for (const auto& transition : program_.zone().transitions())
            line("transition", transition.at.minutes, transition.offset);
    }

    void write_room(const pack::RoomRecord& room)
    {
        line("room", text(room.name), room.area, room.floor, room.latitude_micro_degrees,
            room.longitude_micro_degrees, room.flags);
        if (left_ == Left::Nothing)
            line("more", text(room.key), text(room.directions), room.capacity);
    }

    void write_person(const pack::PersonRecord& person)
    {
        line("person", text(person.key), text(person.name));
        if (left_ == Left::Nothing) write_texts(person.biography, person.links);
    }

    void write_session(const pack::SessionRecord& s)
    {
        line("session", text(s.key), text(s.number), text(s.title), text(s.subtitle),
            text(s.kind_name), text(s.language), text(s.url), text(s.recording_url),
            text(s.sign_up_url), text(s.sign_up_note), text(s.access_note), text(s.content_note),
            text(s.search_text), s.track, s.parent, s.same_as, s.access, static_cast<int>(s.again),
            static_cast<int>(s.kind), static_cast<int>(s.sign_up), static_cast<int>(s.recorded),
            static_cast<int>(s.difficulty));
        write_texts(s.abstract, s.links);
        for (const auto person : program_.people_of(s))
            line("of", text(program_.people()[person].name));
    }

    void write_texts(pack::Range blocks, pack::Range links)
    {
        for (const auto& block : program_.blocks(blocks)) {
            line("block", static_cast<int>(block.kind), static_cast<int>(block.depth), block.number,
                text(block.text));
            for (const auto& mark : program_.marks(block.marks))
                line("mark", mark.at, mark.size, mark.flags, text(mark.url));
        }
        for (const auto& link : program_.links(links))
            line("link", text(link.title), text(link.url));
    }

    void write_occurrence(const pack::OccurrenceRecord& o)
    {
        line("occurrence", text(o.key), text(o.change_reason),
            text(program_.session(SessionIndex { o.session }).key), o.start, o.end, o.day, o.flags,
            o.part);
        for (const auto room : program_.rooms_of(o)) line("in", text(program_.rooms()[room].name));
    }

    [[nodiscard]] std::string text(pack::StringRef ref) const
    {
        return std::string(program_.text(ref));
    }

    static std::string shown(std::string value) { return '"' + std::move(value) + '"'; }
    static std::string shown(const char* value) { return value; }
    template <class Number> static std::string shown(Number value) { return std::to_string(value); }

    template <class... Values> void line(Values... values)
    {
        std::string& out = lines_.emplace_back();
        ((out += shown(values) + ' '), ...);
    }

    const Program& program_;
    Left left_;
    std::vector<std::string> lines_;
};

} // namespace

std::vector<std::string> program_lines(const Program& program, Left left)
{
    return Writer(program, left).write();
}

} // namespace hallway::test
