#pragma once
#include "ui/scene.h"

#include <cstdint>
#include <memory>
#include <vector>

struct ImDrawList;
struct ImFontAtlas;

namespace hallway::ui {

/// What is used of Dear ImGui: its draw lists, one for each picture, over its font atlas. They need
/// neither its context nor its windows, which would add half to planner.wasm.
class Canvas {
public:
    Canvas();
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    [[nodiscard]] ImFontAtlas& atlas();

    /// Widths and glyphs may be asked for from then on.
    void begin_frame();

    /// Units: device px. The list is valid until the same picture is begun again.
    [[nodiscard]] ImDrawList* begin_picture(PaneKind pane, float w, float h);
    void end_picture(PaneKind pane);

    /// Hands over what a picture that has ended consists of. Gives a hash of its commands.
    static std::uint64_t take_commands(const ImDrawList& list, DrawnPicture& picture);
    /// Of the picture that was drawn last, until it is begun again.
    [[nodiscard]] std::uint64_t hash_vertices(PaneKind pane) const;
    /// After the pictures: what has to be done with textures; `all`: as for a new context.
    void take_textures(bool all, std::vector<TextureUpdate>& updates);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace hallway::ui
