#include "app/language.h"
#include "base/direction.h"

namespace hallway {
namespace {

constexpr std::uint8_t category_other = 5;

std::string hour_of_twelve(WallTime wall)
{
    return std::to_string((wall.minute_of_day / 60 + 11) % 12 + 1);
}

std::string two_digits(int value)
{
    return { static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10) };
}

} // namespace

std::string fill(std::string_view pattern, std::initializer_list<Placeholder> with,
    std::optional<bool> right_to_left)
{
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) {
            out += pattern.substr(at);
            break;
        }
        out += pattern.substr(at, open - at);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const Placeholder* found = nullptr;
        for (const Placeholder& placeholder : with)
            if (placeholder.name == name) found = &placeholder;
        if (found == nullptr)
            out += pattern.substr(open, close - open + 1);
        else
            out +=
                right_to_left ? isolated(found->value, *right_to_left) : std::string(found->value);
        at = close + 1;
    }
    return out;
}

Result<Language> Language::read(ByteView file)
{
    ByteReader in(file);
    Language language;
    const auto magic = in.number<std::uint32_t>();
    const auto version = in.number<std::uint32_t>();
    const auto keys = in.number<std::uint32_t>();
    if (magic != language_magic) return Error { ErrorCode::PackDamaged, "language", {}, {} };
    if (version != language_version || keys != text_keys_hash)
        return Error { ErrorCode::PackVersion, "language", {}, {} };
    language.tag_ = in.text();
    language.right_to_left_ = in.number<std::uint8_t>() != 0;
    for (std::uint8_t& category : language.plural_categories_) category = in.number<std::uint8_t>();
    for (std::string& name : language.weekdays_) name = in.text();
    for (std::string& name : language.months_) name = in.text();
    for (std::string& pattern : language.patterns_) pattern = in.text();
    language.own_clock_ = in.number<std::uint8_t>() != 0 ? Clock::Hours12 : Clock::Hours24;
    language.clock_ = language.own_clock_;
    language.pattern_12_ = in.text();
    for (std::string& half : language.day_halves_) half = in.text();
    const auto count = in.number<std::uint32_t>();
    if (in.failed() || count != static_cast<std::uint32_t>(Text::Count))
        return Error { ErrorCode::PackDamaged, "language", {}, {} };
    language.texts_.resize(count);
    for (std::vector<Form>& forms : language.texts_) {
        forms.resize(in.number<std::uint8_t>());
        for (Form& form : forms) {
            form.category = in.number<std::uint8_t>();
            form.text = in.text();
        }
    }
    bool complete = !in.failed() && in.left() == 0;
    for (const std::vector<Form>& forms : language.texts_)
        complete = complete && !forms.empty() && forms.back().category == category_other;
    if (!complete) return Error { ErrorCode::PackDamaged, "language", {}, {} };
    return language;
}

const std::string& Language::form(Text text, std::uint8_t category) const
{
    const std::vector<Form>& forms = texts_[static_cast<std::size_t>(text)];
    for (const Form& form : forms)
        if (form.category == category) return form.text;
    return forms.back().text;
}

std::string_view Language::text(Text text) const { return form(text, category_other); }

std::string Language::text(Text text, std::initializer_list<Placeholder> with) const
{
    return fill(form(text, category_other), with, right_to_left_);
}

std::string Language::listed(std::string_view list, std::string_view item) const
{
    std::string out(list);
    if (item.empty()) return out;
    if (!out.empty()) out += text(Text::ListSeparator);
    return out += isolated(item, right_to_left_);
}

std::string Language::plural(
    Text text, std::int64_t n, std::initializer_list<Placeholder> with) const
{
    const std::int64_t size = n < 0 ? -n : n;
    std::size_t row = static_cast<std::size_t>(size < 200 ? size : 100 + size % 100);
    if (size != 0 && size % 1'000'000 == 0) row = 200;
    const std::string number = std::to_string(n);
    return fill(
        fill(form(text, plural_categories_[row]), { { "n", number } }), with, right_to_left_);
}

std::string Language::time(WallTime wall) const
{
    const int hour = wall.minute_of_day / 60;
    const std::string minute = two_digits(wall.minute_of_day % 60);
    if (clock_ == Clock::Hours24) return two_digits(hour) + ":" + minute;
    return fill(pattern_12_,
        { { "hour", hour_of_twelve(wall) }, { "minute", minute },
            { "dayPeriod", day_halves_[hour < 12 ? 0 : 1] } });
}

std::string Language::time_brief(WallTime wall) const
{
    if (clock_ == Clock::Hours24) return time(wall);
    const int minute = wall.minute_of_day % 60;
    const std::string hour = hour_of_twelve(wall);
    if (minute != 0) return hour + ":" + two_digits(minute);
    std::string pattern = pattern_12_;
    constexpr std::string_view minutes = ":{minute}";
    if (const std::size_t at = pattern.find(minutes); at != std::string::npos)
        pattern.erase(at, minutes.size());
    return fill(pattern,
        { { "hour", hour }, { "dayPeriod", day_halves_[wall.minute_of_day < 12 * 60 ? 0 : 1] } });
}

std::string Language::date(const std::string& pattern, Date date, bool long_names) const
{
    const CivilDate civil = civil_of(date);
    const std::size_t weekday = static_cast<std::size_t>(weekday_of(date)) + (long_names ? 0u : 7u);
    const std::size_t month = static_cast<std::size_t>(civil.month - 1) + (long_names ? 0u : 12u);
    return fill(pattern,
        { { "weekday", weekdays_[weekday] }, { "day", std::to_string(civil.day) },
            { "month", months_[month] } });
}

std::string Language::day_brief(Date date) const { return this->date(patterns_[0], date, false); }
std::string Language::day_short(Date date) const { return this->date(patterns_[1], date, false); }
std::string Language::day_long(Date date) const { return this->date(patterns_[2], date, true); }

std::string Language::length(Minutes minutes) const
{
    constexpr Minutes shown_as_minutes_max = 120;
    if (minutes <= shown_as_minutes_max)
        return text(Text::RowMinutes, { { "n", std::to_string(minutes) } });
    const std::string hours = std::to_string(minutes / 60);
    if (minutes % 60 == 0) return text(Text::RowHours, { { "h", hours } });
    const std::string rest = std::to_string(minutes % 60);
    return text(Text::RowHoursMinutes, { { "h", hours }, { "m", rest } });
}

} // namespace hallway
