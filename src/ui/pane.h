#pragma once
#include "ui/placement.h"
#include "ui/scene.h"

#include <cstdint>
#include <limits>
#include <optional>

struct ImDrawList;

namespace hallway::ui {

/// A pane's picture while it is drawn and until it is handed over.
struct Picture {
    Placement placement;
    std::int32_t density_permille = 0; ///< at which it was drawn last
    ImDrawList* list = nullptr;        ///< of this frame; none: not drawn in it
    bool moved = false;                ///< since it was handed over last
    /// Of what was handed over last; none: the page has to be given the picture in any case.
    std::optional<std::uint64_t> commands_hash = {};
    /// The same of its vertices. None: not reckoned yet, since most pictures move before anybody
    /// has to know.
    std::optional<std::uint64_t> vertices_hash = {};
};

/// The part of a pane's content in which all nodes are full; the rest has to wait. The same
/// coordinates as the scroll position.
struct FullPart {
    static constexpr std::int32_t far = std::numeric_limits<std::int32_t>::max();
    std::int32_t left = 0, right = far, top = 0, bottom = far;
};

/// What is known of a pane from frame to frame. Lengths are CSS px.
struct Pane {
    PaneKind kind = PaneKind::Header;
    Presentation presentation = Presentation::Html;
    std::int32_t w = 0, h = 0; ///< client size; while the pane is hidden, the last one
    std::int32_t scroll_x = 0, scroll_y = 0; ///< from the left and the top, in either direction
    bool visible = false;

    // From the view.
    bool drawn = false; ///< has something that can be a picture
    std::int32_t content_w = 0, content_h = 0;
    std::uint64_t scroll_key = 0;
    std::uint32_t scrolled = 0; ///< number of the last place that it was scrolled to
    FullPart full;
    Picture picture;

    [[nodiscard]] Scroller scroller() const
    {
        return { w, h, scroll_x, scroll_y, content_w, content_h };
    }
};

} // namespace hallway::ui
