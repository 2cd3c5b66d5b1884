#pragma once
#include "ui/scene.h"

#include <cstdint>
#include <vector>

struct ImDrawList;

namespace hallway::ui {

/// Dear ImGui's context and frame: draws, and is given no input. Each picture is a window at (0, 0)
/// of which only the draw list is used.
class Canvas {
public:
    Canvas();
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void begin_frame();
    void end_frame();

    /// Units: device px.
    [[nodiscard]] ImDrawList* begin_picture(int number, float w, float h);
    void end_picture();

    /// After the frame: the commands of a picture, and a hash of all that it draws.
    static std::uint64_t take_commands(const ImDrawList& list, DrawnPicture& picture);
    /// After the frame: what has to be done with textures; `all`: as for a new context.
    static void take_textures(bool all, std::vector<TextureUpdate>& updates);
};

} // namespace hallway::ui
