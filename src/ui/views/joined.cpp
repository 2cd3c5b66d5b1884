#include "base/direction.h"
#include "ui/views/views.h"

namespace hallway::ui {

std::string after_blank(std::string_view text) { return std::string(" ").append(text); }

std::string joined(std::string_view a, std::string_view b, bool right_to_left)
{
    if (a.empty()) return std::string(b);
    if (b.empty()) return std::string(a);
    constexpr std::string_view separator = " \u00B7 ";
    std::string out;
    if (!right_to_left && !has_right_to_left(a) && !has_right_to_left(b)) {
        out.reserve(a.size() + separator.size() + b.size());
        return out.append(a).append(separator).append(b);
    }
    // Each part by itself, in the order of the page: otherwise names would change places.
    constexpr std::string_view isolate = "\u2068", end = "\u2069";
    constexpr std::string_view marks[] = { "\u200E", "\u200F" };
    out.append(marks[right_to_left]).append(isolate).append(a).append(end).append(separator);
    return out.append(isolate).append(b).append(end);
}

} // namespace hallway::ui
