#include "ui/canvas.h"
#include "base/hash.h"

#include <array>
#include <cstring>
#include <imgui.h>
#include <imgui_internal.h>
#include <string_view>

namespace hallway::ui {

namespace {

// Dear ImGui's own choices, which its context would set. Device px.
constexpr float curve_tolerance = 1.25f;
constexpr float circle_tolerance = 0.3f;

std::span<const std::byte> bytes_of_array(const void* data, int bytes)
{
    return { static_cast<const std::byte*>(data), static_cast<std::size_t>(bytes) };
}

std::uint64_t hash_of(std::span<const std::byte> bytes, std::uint64_t hash)
{
    // Eight bytes at a step; a picture has some 400 KB of them.
    std::uint64_t word = 0;
    while (bytes.size() >= sizeof word) {
        std::memcpy(&word, bytes.data(), sizeof word);
        hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
        bytes = bytes.subspan(sizeof word);
    }
    for (const std::byte byte : bytes) hash = mix64(hash, static_cast<std::uint64_t>(byte));
    return hash;
}

std::uint32_t id_of(const ImTextureData& texture)
{
    return static_cast<std::uint32_t>(texture.UniqueID);
}

TextureUpdate update_of(const ImTextureData& texture, TextureUpdate::Kind kind)
{
    TextureUpdate update;
    update.id = id_of(texture);
    update.kind = kind;
    update.w = static_cast<std::uint32_t>(texture.Width);
    update.h = static_cast<std::uint32_t>(texture.Height);
    update.pixels = kind == TextureUpdate::Kind::Destroy ? nullptr : texture.Pixels;
    if (kind == TextureUpdate::Kind::Update)
        for (const ImTextureRect& part : texture.Updates)
            update.parts.push_back({ part.x, part.y, part.w, part.h });
    return update;
}

} // namespace

struct Canvas::State {
    State()
    {
        shared.FontAtlas = &atlas;
        shared.CurveTessellationTol = curve_tolerance;
        shared.SetCircleTessellationMaxError(circle_tolerance);
        shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill
            | ImDrawListFlags_AllowVtxOffset;
        shared.InitialFringeScale = 1;
        ImFontAtlasAddDrawListSharedData(&atlas, &shared);
        for (auto& list : lists) list = std::make_unique<ImDrawList>(&shared);
    }
    ~State()
    {
        for (auto& list : lists) list.reset();
        ImFontAtlasRemoveDrawListSharedData(&atlas, &shared);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    ImFontAtlas atlas;
    ImDrawListSharedData shared;
    std::array<std::unique_ptr<ImDrawList>, pane_kind_count> lists; ///< by PaneKind
    int frame = 0;
};

Canvas::Canvas() : state_(std::make_unique<State>()) { }

Canvas::~Canvas() = default;

ImFontAtlas& Canvas::atlas() { return state_->atlas; }

void Canvas::begin_frame()
{
    constexpr bool renderer_has_textures = true;
    ImFontAtlasUpdateNewFrame(&state_->atlas, ++state_->frame, renderer_has_textures);
}

ImDrawList* Canvas::begin_picture(PaneKind pane, float w, float h)
{
    ImDrawList& list = *state_->lists[static_cast<std::size_t>(pane)];
    list._ResetForNewFrame();
    list.PushTexture(state_->atlas.TexRef);
    list.PushClipRect({ 0, 0 }, { w, h });
    return &list;
}

void Canvas::end_picture(PaneKind pane)
{
    ImDrawList& list = *state_->lists[static_cast<std::size_t>(pane)];
    list.PopClipRect();
    list.PopTexture();
    list._PopUnusedDrawCmd();
}

std::uint64_t Canvas::take_commands(const ImDrawList& list, DrawnPicture& picture)
{
    picture.vertices = bytes_of_array(list.VtxBuffer.Data, list.VtxBuffer.size_in_bytes());
    picture.indices = bytes_of_array(list.IdxBuffer.Data, list.IdxBuffer.size_in_bytes());
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.ElemCount == 0) continue;
        const ImVec4& clip = command.ClipRect;
        picture.commands.push_back({ static_cast<std::uint32_t>(clip.x),
            static_cast<std::uint32_t>(clip.y), static_cast<std::uint32_t>(clip.z),
            static_cast<std::uint32_t>(clip.w), command.ElemCount, command.IdxOffset,
            command.VtxOffset, id_of(*command.TexRef._TexData) });
    }
    return hash_of(std::as_bytes(std::span(picture.commands)), 1);
}

std::uint64_t Canvas::hash_vertices(PaneKind pane) const
{
    const ImDrawList& list = *state_->lists[static_cast<std::size_t>(pane)];
    return hash_of(bytes_of_array(list.IdxBuffer.Data, list.IdxBuffer.size_in_bytes()),
        hash_of(bytes_of_array(list.VtxBuffer.Data, list.VtxBuffer.size_in_bytes()), 1));
}

void Canvas::take_textures(bool all, std::vector<TextureUpdate>& updates)
{
    for (ImTextureData* texture : state_->atlas.TexList) {
        switch (texture->Status) {
        case ImTextureStatus_WantDestroy:
            // Pictures of this frame may still show it.
            if (texture->UnusedFrames == 0) break;
            updates.push_back(update_of(*texture, TextureUpdate::Kind::Destroy));
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
            continue;
        case ImTextureStatus_Destroyed: continue;
        case ImTextureStatus_OK:
            if (all) updates.push_back(update_of(*texture, TextureUpdate::Kind::Create));
            continue;
        case ImTextureStatus_WantUpdates:
            updates.push_back(update_of(
                *texture, all ? TextureUpdate::Kind::Create : TextureUpdate::Kind::Update));
            break;
        case ImTextureStatus_WantCreate:
            updates.push_back(update_of(*texture, TextureUpdate::Kind::Create));
            break;
        }
        // ImGui only wants to know that it is there; commands name it by its own number.
        texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID) + 1);
        if (texture->Status != ImTextureStatus_WantDestroy) texture->SetStatus(ImTextureStatus_OK);
    }
}

} // namespace hallway::ui
