#include "app/preferences.h"

#include "generated/strings.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace hallway {
namespace {

constexpr std::uint8_t version_plain_page = 1; ///< knew the plain page alone
constexpr std::uint8_t version_online = 3;     ///< knows who attends online
constexpr std::uint8_t version_plans = 4;      ///< knows what a plan is to be like
constexpr std::uint8_t version_now = version_plans;

template <class Value> struct Named {
    std::string_view name;
    Value value;
};

constexpr Named<Preferences::Theme> themes[] = { { "system", Preferences::Theme::System },
    { "light", Preferences::Theme::Light }, { "dark", Preferences::Theme::Dark } };
constexpr Named<Preferences::Clock> clocks[] = { { "language", Preferences::Clock::Language },
    { "12", Preferences::Clock::Hours12 }, { "24", Preferences::Clock::Hours24 } };
constexpr Named<Preferences::Pace> paces[] = { { "easy", Preferences::Pace::Easy },
    { "usual", Preferences::Pace::Usual }, { "quick", Preferences::Pace::Quick } };
constexpr Named<bool> switches[] = { { "off", false }, { "on", true } };
constexpr Named<std::uint16_t> percents[] = { { "100", 100 }, { "125", 125 }, { "150", 150 },
    { "175", 175 }, { "200", 200 } };

template <class Value, std::size_t Count>
bool choose(Value& value, const Named<Value> (&choices)[Count], std::string_view name)
{
    for (const Named<Value>& choice : choices) {
        if (choice.name != name) continue;
        value = choice.value;
        return true;
    }
    return false;
}

/// A whole number of at most three digits.
std::optional<unsigned> read_number(std::string_view text)
{
    unsigned number = 0;
    const char* end = text.data() + text.size();
    const auto [at, fault] = std::from_chars(text.data(), end, number);
    if (text.size() > 3 || fault != std::errc {} || at != end) return std::nullopt;
    return number;
}

template <std::size_t Count>
bool choose(std::uint8_t& value, const std::uint8_t (&choices)[Count], std::string_view text)
{
    const auto number = read_number(text);
    if (!number || std::ranges::find(choices, *number) == std::end(choices)) return false;
    value = static_cast<std::uint8_t>(*number);
    return true;
}

/// "2,5,10", or nothing.
bool choose_areas(std::optional<Preferences::Areas>& areas, std::string_view text)
{
    if (text.empty()) {
        areas.reset();
        return true;
    }
    std::uint8_t numbers[3] = {};
    for (std::uint8_t& number : numbers) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const auto read = read_number(text.substr(0, comma));
        if (!read || *read > area_minutes_max) return false;
        number = static_cast<std::uint8_t>(*read);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    if (!text.empty()) return false;
    areas = Preferences::Areas { numbers[0], numbers[1], numbers[2] };
    return true;
}

bool is_language(std::string_view tag)
{
    return tag.empty() || std::ranges::find(language_tags, tag) != std::end(language_tags);
}

bool choose_language(std::string& language, std::string_view tag)
{
    if (!is_language(tag)) return false;
    language = tag;
    return true;
}

/// A number beyond those that this build knows is the default.
template <class Value> Value known(std::uint8_t number, Value last)
{
    return number <= static_cast<std::uint8_t>(last) ? static_cast<Value>(number) : Value {};
}

/// What is none of them stays the default.
template <std::size_t Count>
void read_one_of(std::uint8_t number, const std::uint8_t (&choices)[Count], std::uint8_t& value)
{
    if (std::ranges::find(choices, number) != std::end(choices)) value = number;
}

struct Changer {
    std::string_view name;
    /// False for what is no value of it: nothing has changed then.
    bool (*change)(Preferences& preferences, std::string_view value);
};
/// Of a field that has one of several values.
template <auto Field, const auto& Values>
constexpr bool choose_one(Preferences& preferences, std::string_view value)
{
    return choose(preferences.*Field, Values, value);
}
constexpr Changer changers[] = {
    { "language",
        [](Preferences& p, std::string_view tag) { return choose_language(p.language, tag); } },
    { "areas",
        [](Preferences& p, std::string_view numbers) { return choose_areas(p.areas, numbers); } },
    { "online",
        [](Preferences& p, std::string_view value) {
            if (!choose(p.online, switches, value)) return false;
            p.my_time = p.online;
            return true;
        } },
    { "theme", choose_one<&Preferences::theme, themes> },
    { "text", choose_one<&Preferences::text_percent, percents> },
    { "clock", choose_one<&Preferences::clock, clocks> },
    { "my-time", choose_one<&Preferences::my_time, switches> },
    { "left-hand", choose_one<&Preferences::left_hand, switches> },
    { "plain-page", choose_one<&Preferences::plain_page, switches> },
    { "help-keys", choose_one<&Preferences::help_keys, switches> },
    { "pace", choose_one<&Preferences::pace, paces> },
    { "step-free", choose_one<&Preferences::step_free, switches> },
    { "buffer", choose_one<&Preferences::buffer, buffers> },
    { "tolerance", choose_one<&Preferences::tolerance, tolerances> },
    { "lunch", choose_one<&Preferences::lunch, switches> },
    { "hours-a-day", choose_one<&Preferences::hours_a_day, hours_a_day_values> },
    { "starts", choose_one<&Preferences::starts_at, starts> },
    { "ends", choose_one<&Preferences::ends_at, ends> },
};

} // namespace

bool change_preference(Preferences& preferences, std::string_view change)
{
    const std::size_t equals = change.find('=');
    if (equals == std::string_view::npos) return false;
    for (const Changer& it : changers)
        if (it.name == change.substr(0, equals))
            return it.change(preferences, change.substr(equals + 1));
    return false;
}

Bytes encode_preferences(const Preferences& p)
{
    ByteWriter out;
    const auto byte = [&](auto value) { out.number(static_cast<std::uint8_t>(value)); };
    byte(version_now);
    byte(p.plain_page);
    byte(p.theme);
    out.number(p.text_percent);
    out.text(p.language);
    byte(p.clock);
    byte(p.my_time);
    byte(p.left_hand);
    byte(p.help_keys);
    byte(p.pace);
    byte(p.step_free);
    byte(p.online);
    byte(p.areas.has_value());
    const Preferences::Areas areas = p.areas.value_or(Preferences::Areas {});
    byte(areas.same);
    byte(areas.next);
    byte(areas.far);
    byte(p.buffer);
    byte(p.tolerance);
    byte(p.lunch);
    byte(p.hours_a_day);
    byte(p.starts_at);
    byte(p.ends_at);
    return out.take();
}

std::optional<Preferences> decode_preferences(ByteView bytes)
{
    ByteReader in(bytes);
    const auto byte = [&] { return in.number<std::uint8_t>(); };
    const std::uint8_t version = byte();
    if (version < version_plain_page || version > version_now) return std::nullopt;
    Preferences p;
    p.plain_page = byte() != 0;
    if (version > version_plain_page) {
        p.theme = known(byte(), Preferences::Theme::Dark);
        const auto percent = in.number<std::uint16_t>();
        if (std::ranges::find(text_percents, percent) != std::end(text_percents))
            p.text_percent = percent;
        if (const std::string_view tag = in.text(); is_language(tag)) p.language = tag;
        p.clock = known(byte(), Preferences::Clock::Hours24);
        p.my_time = byte() != 0;
        p.left_hand = byte() != 0;
        p.help_keys = byte() != 0;
        p.pace = known(byte(), Preferences::Pace::Quick);
        p.step_free = byte() != 0;
        if (version >= version_online) p.online = byte() != 0;
    }
    if (version >= version_plans) {
        const bool has_areas = byte() != 0;
        const Preferences::Areas areas { byte(), byte(), byte() };
        const auto is_possible = [](std::uint8_t minutes) { return minutes <= area_minutes_max; };
        if (has_areas && is_possible(areas.same) && is_possible(areas.next)
            && is_possible(areas.far))
            p.areas = areas;
        read_one_of(byte(), buffers, p.buffer);
        read_one_of(byte(), tolerances, p.tolerance);
        p.lunch = byte() != 0;
        read_one_of(byte(), hours_a_day_values, p.hours_a_day);
        read_one_of(byte(), starts, p.starts_at);
        read_one_of(byte(), ends, p.ends_at);
    }
    if (in.failed()) return std::nullopt;
    return p;
}

} // namespace hallway
