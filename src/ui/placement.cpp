#include "ui/placement.h"

#include <algorithm>
#include <cmath>

namespace hallway::ui {

namespace {

// Measured with hard flings: 600 px placed 4 frames ahead leave 2 to 3 % of the frames with a blank
// edge.
constexpr std::int32_t overscan_most = 600;
constexpr std::int32_t overscan_least = 150;
constexpr std::int32_t frames_ahead = 4;
constexpr std::int32_t frames_of_warning = 2;
constexpr std::int32_t texture_side_max = 8192;
constexpr double picture_pixels_max = 8e6;

/// What an axis has beyond its view, as the picture's side may grow only so far.
double side_limit(std::int32_t view, std::int32_t texture_max, double density)
{
    const double side = std::min(texture_max, texture_side_max) / density;
    return (side - view) / 2;
}

/// The overscan at which a picture of this view has `picture_pixels_max` device pixels.
double area_limit(const Scroller& s, bool x, bool y, double density)
{
    const double area = picture_pixels_max / (density * density);
    const double w = s.view_w, h = s.view_h;
    if (!x) return (area / w - h) / 2;
    if (!y) return (area / h - w) / 2;
    // (w + 2 o)(h + 2 o) = area
    const double root = (w + h) * (w + h) - 4 * (w * h - area);
    return root > 0 ? (std::sqrt(root) - (w + h)) / 4 : 0;
}

std::int32_t overscan_at(
    const Scroller& s, bool x, bool y, double density, std::int32_t texture_max)
{
    double most = overscan_most;
    most = std::min(most, area_limit(s, x, y, density));
    if (x) most = std::min(most, side_limit(s.view_w, texture_max, density));
    if (y) most = std::min(most, side_limit(s.view_h, texture_max, density));
    return std::max(0, static_cast<std::int32_t>(most));
}

struct Axis {
    std::int32_t scroll = 0, view = 0, content = 0, overscan = 0;
};

bool place_axis(const Axis& axis, std::int32_t& at, std::int32_t& size, std::int32_t& seen)
{
    const std::int32_t content = std::max(axis.content, axis.view);
    const std::int32_t scroll = std::clamp(axis.scroll, 0, content - axis.view);
    const std::int32_t step = scroll - seen;
    seen = scroll;

    const std::int32_t wanted = std::min(axis.view + 2 * axis.overscan, content);
    const std::int32_t margin = axis.overscan / 5;
    const std::int32_t soon = step * frames_of_warning;
    const std::int32_t needed_from = std::max(0, scroll + std::min(0, soon) - margin);
    const std::int32_t needed_to =
        std::min(content, scroll + axis.view + std::max(0, soon) + margin);
    if (size == wanted && at <= needed_from && at + size >= needed_to) return false;

    const std::int32_t ahead_most = axis.overscan * 4 / 5;
    const std::int32_t ahead = std::clamp(step * frames_ahead, -ahead_most, ahead_most);
    const std::int32_t to = std::clamp(scroll + ahead - axis.overscan, 0, content - wanted);
    if (size == wanted && at == to) return false;
    at = to;
    size = wanted;
    return true;
}

} // namespace

PictureLimits picture_limits(
    const Scroller& scroller, std::int32_t density_permille, std::int32_t texture_max)
{
    const bool x = scroller.content_w > scroller.view_w, y = scroller.content_h > scroller.view_h;
    std::int32_t overscan = 0;
    std::int32_t density = density_permille;
    for (const std::int32_t tried : { density_permille, 2000, 1500, 1000 }) {
        if (tried > density) continue;
        density = tried;
        overscan = overscan_at(scroller, x, y, tried / 1000.0, texture_max);
        if (overscan >= overscan_least) break;
    }
    return { x ? overscan : 0, y ? overscan : 0, density };
}

bool place(Placement& placement, const Scroller& s, const PictureLimits& limits)
{
    Rect& at = placement.at;
    const Axis x { s.scroll_x, s.view_w, s.content_w, limits.overscan_x };
    const Axis y { s.scroll_y, s.view_h, s.content_h, limits.overscan_y };
    const bool moved_x = place_axis(x, at.x, at.w, placement.seen_x);
    const bool moved_y = place_axis(y, at.y, at.h, placement.seen_y);
    return moved_x || moved_y;
}

} // namespace hallway::ui
