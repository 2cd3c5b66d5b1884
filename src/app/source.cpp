#include "app/source.h"

#include "base/text.h"

namespace hallway {
namespace {

constexpr std::string_view file_prefix = "file:";

WallTime wall_time(std::int64_t ms, Minutes local_offset)
{
    constexpr std::int64_t ms_per_minute = 60'000;
    return floating_wall_time({ static_cast<std::int32_t>(ms / ms_per_minute + local_offset) });
}

} // namespace

bool is_file(std::string_view source) { return source.starts_with(file_prefix); }

bool is_on_web(std::string_view source)
{
    const std::string start = fold(source.substr(0, std::string_view("https://").size()));
    return start.starts_with("http://") || start == "https://";
}

std::string place_of_source(const Language& language, std::string_view source)
{
    if (is_file(source)) return std::string(source.substr(file_prefix.size()));
    if (!is_on_web(source)) return std::string(language.text(Text::SourceHere));
    const std::string_view rest = source.substr(source.find("://") + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
    // A name before the host could make it look like another one.
    return std::string(authority.substr(authority.rfind('@') + 1));
}

std::string read_time_text(const AppState& state, const ReadTime& read)
{
    const Language& language = state.language;
    const WallTime at = wall_time(read.ms, read.local_offset);
    const Date today = wall_time(state.now_ms, state.local_offset).date;
    const std::string time = language.time(at);
    if (at.date == today) return language.text(Text::SourceReadToday, { { "time", time } });
    const std::string day = language.day_short(at.date);
    const std::int32_t year = civil_of(at.date).year;
    if (year == civil_of(today).year)
        return language.text(Text::SourceReadOn, { { "day", day }, { "time", time } });
    return language.text(Text::SourceReadOnYear,
        { { "day", day }, { "year", std::to_string(year) }, { "time", time } });
}

} // namespace hallway
