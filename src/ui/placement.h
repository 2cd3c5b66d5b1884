#pragma once
#include "ui/semantics.h"

#include <cstdint>

/// Where a pane's picture lies in the pane's content. A picture scrolls with the DOM, so it is
/// larger than the view, placed ahead of the motion, and drawn anew only when the view is about to
/// leave it.
namespace hallway::ui {

/// What the placing depends on. Lengths are CSS px.
struct Scroller {
    std::int32_t view_w = 0, view_h = 0;
    std::int32_t scroll_x = 0, scroll_y = 0;
    std::int32_t content_w = 0, content_h = 0;
};

/// By how much a picture may be larger than its view at each of two sides, and its device px for
/// 1,000 CSS px.
struct PictureLimits {
    std::int32_t overscan_x = 0, overscan_y = 0;
    std::int32_t density_permille = 1000;
};

/// As large as the texture limit and 8 million device pixels allow, at most 600 CSS px each side;
/// an axis that does not scroll gets none. Where too little would be left, the density is lowered.
[[nodiscard]] PictureLimits picture_limits(
    const Scroller& scroller, std::int32_t density_permille, std::int32_t texture_max);

/// A picture's place, and what it takes to see the motion.
struct Placement {
    Rect at;                             ///< of the content; w 0: there is no picture yet
    std::int32_t seen_x = 0, seen_y = 0; ///< scroll position at the last look
};

/// Moves `placement` where the view will be in a few frames, if the view is about to leave it; the
/// motion is what `scroller` moved since the last look. Where both axes scroll, each gets as much
/// of its limit as its motion needs. True: it moved or changed its size, so it must be drawn.
bool place(Placement& placement, const Scroller& scroller, const PictureLimits& limits);

} // namespace hallway::ui
