#include "app/preferences.h"

#include "generated/strings.h"

#include <algorithm>
#include <iterator>

namespace hallway {
namespace {

constexpr std::uint8_t version_plain_page = 1; ///< knew the plain page alone
constexpr std::uint8_t version_online = 3;     ///< knows who attends online
constexpr std::uint8_t version_now = version_online;

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

} // namespace

bool change_preference(Preferences& p, std::string_view change)
{
    const std::size_t equals = change.find('=');
    if (equals == std::string_view::npos) return false;
    const std::string_view name = change.substr(0, equals);
    const std::string_view value = change.substr(equals + 1);
    if (name == "theme") return choose(p.theme, themes, value);
    if (name == "text") return choose(p.text_percent, percents, value);
    if (name == "language") return choose_language(p.language, value);
    if (name == "clock") return choose(p.clock, clocks, value);
    if (name == "my-time") return choose(p.my_time, switches, value);
    if (name == "left-hand") return choose(p.left_hand, switches, value);
    if (name == "plain-page") return choose(p.plain_page, switches, value);
    if (name == "help-keys") return choose(p.help_keys, switches, value);
    if (name == "pace") return choose(p.pace, paces, value);
    if (name == "step-free") return choose(p.step_free, switches, value);
    if (name == "online") {
        if (!choose(p.online, switches, value)) return false;
        p.my_time = p.online;
        return true;
    }
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
    if (in.failed()) return std::nullopt;
    return p;
}

} // namespace hallway
