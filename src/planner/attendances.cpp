#include "planner/attendances.h"
#include "planner/choices.h"

namespace hallway {
namespace {

constexpr char solidus = '/';

} // namespace

std::string format_leaving(const Leaving& leaving)
{
    std::string text = format_wall_time(leaving.at);
    if (leaving.back) text += solidus + format_wall_time(*leaving.back);
    return text;
}

std::optional<Leaving> parse_leaving(std::string_view text)
{
    const std::size_t at = text.find(solidus);
    const auto leaves = parse_date_time(text.substr(0, at));
    if (!leaves) return std::nullopt;
    if (at == std::string_view::npos) return Leaving { leaves->wall };
    const auto back = parse_date_time(text.substr(at + 1));
    if (!back) return std::nullopt;
    return Leaving { leaves->wall, back->wall };
}

std::vector<Attendance> attendances_of(
    const Program& program, const Agenda& agenda, OccurrenceIndex index)
{
    const pack::OccurrenceRecord& occurrence = program.occurrence(index);
    const std::string subject = occurrence_subject(program, occurrence);
    const std::string conference(program.text(program.conference().key));
    const auto chosen = [&](ChoiceField field) {
        return agenda.value({ conference, subject, field });
    };
    const auto instant = [&](const WallTime& wall) { return program.zone().instant(wall).minutes; };

    Attendance whole { occurrence.start, occurrence.end, 0 };
    if (const auto comes = parse_date_time(chosen(ChoiceField::Comes)))
        if (const auto at = instant(comes->wall); at > whole.start && at < whole.end)
            whole.start = at;
    const auto leaving = parse_leaving(chosen(ChoiceField::Leaves));
    if (!leaving) return { whole };
    const std::int32_t leaves = instant(leaving->at);
    if (leaves <= whole.start || leaves >= whole.end) return { whole };
    const Attendance before { whole.start, leaves, 0 };
    if (!leaving->back) return { before };
    const std::int32_t back = instant(*leaving->back);
    if (back <= leaves) return { whole };
    if (back >= whole.end) return { before };
    return { before, { back, whole.end, 0 } };
}

} // namespace hallway
