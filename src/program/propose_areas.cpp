#include "program/propose_areas.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace hallway {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The letters of a building in front of a room number; no letters in front of a number as "1.05".
std::optional<std::string_view> find_building(std::string_view name)
{
    std::size_t letters = 0;
    while (letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z') ++letters;
    bool has_dot = false;
    std::size_t digits = 0; // behind the last dot
    for (std::size_t at = letters; at < name.size(); ++at) {
        if (name[at] == '.')
            has_dot = true;
        else if (!is_digit(name[at]))
            break;
        digits = name[at] == '.' ? 0 : digits + 1;
    }
    if (letters > 3 || !has_dot || digits < 2) return std::nullopt;
    return name.substr(0, letters);
}

/// Whether it is a floor: none, with its number behind; or, in German and English, the ground
/// floor, an upper, a lower one, the attic.
bool is_floor(std::string_view letters)
{
    return letters.empty()
        || (letters.size() == 2 && letters[1] == 'G'
            && std::string_view("DELOU").find(letters[0]) != std::string_view::npos);
}

} // namespace

void propose_areas(std::vector<RoomDraft>& rooms, std::vector<AreaDraft>& areas)
{
    std::size_t placed = 0;
    for (RoomDraft& room : rooms) {
        const auto building = find_building(room.name);
        if (!building) continue;
        const auto known = std::find_if(areas.begin(), areas.end(),
            [&](const AreaDraft& area) { return area.name == *building; });
        room.area = static_cast<std::uint32_t>(known - areas.begin());
        if (is_floor(*building) || room.area == proposed_areas_max) {
            placed = 0;
            break;
        }
        if (known == areas.end())
            areas.push_back({ std::string(*building), std::string(*building), true });
        ++placed;
    }
    if (areas.size() > 1 && placed > areas.size() && placed * 2 >= rooms.size()) return;
    areas.clear();
    for (RoomDraft& room : rooms) room.area = pack::none;
}

} // namespace hallway
