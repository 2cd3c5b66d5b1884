#include "ui/canvas.h"
#include "base/hash.h"

#include <cstring>
#include <imgui.h>
#include <imgui_internal.h>
#include <string_view>

namespace hallway::ui {

namespace {

// Windows are clipped to the display. A picture may be larger than any display, up to the size of
// textures.
constexpr float display_side = 16384;

constexpr ImGuiWindowFlags picture_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs
    | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings
    | ImGuiWindowFlags_NoBringToFrontOnFocus;

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

Canvas::Canvas()
{
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoKeyboard;
    io.ConfigMemoryCompactTimer = -1;
    io.DisplaySize = { display_side, display_side };
    io.DeltaTime = 1;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = { 0, 0 };
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = { 1, 1 };
    style.AntiAliasedLinesUseTex = false;
}

Canvas::~Canvas() { ImGui::DestroyContext(); }

void Canvas::begin_frame() { ImGui::NewFrame(); }

void Canvas::end_frame() { ImGui::Render(); }

ImDrawList* Canvas::begin_picture(int number, float w, float h)
{
    const char name[] = { 'p', static_cast<char>('0' + number), '\0' };
    ImGui::SetNextWindowPos({ 0, 0 });
    ImGui::SetNextWindowSize({ w, h });
    ImGui::Begin(name, nullptr, picture_flags);
    return ImGui::GetWindowDrawList();
}

void Canvas::end_picture() { ImGui::End(); }

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
    std::uint64_t hash = hash_of(picture.vertices, 1);
    hash = hash_of(picture.indices, hash);
    return hash_of(std::as_bytes(std::span(picture.commands)), hash);
}

void Canvas::take_textures(bool all, std::vector<TextureUpdate>& updates)
{
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
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
