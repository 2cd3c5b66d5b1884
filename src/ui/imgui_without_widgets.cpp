// What imgui.cpp wants of imgui_widgets.cpp and imgui_tables.cpp, which are not compiled: it is
// there for what draw lists and the atlas want of it, and its windows are never begun. A newer
// ImGui that needs another function says so when it is linked.
#include "base/check.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace {

[[noreturn]] void not_there() { hallway::stop("Dear ImGui was asked for a window or widget"); }

} // namespace

ImGuiInputTextState::ImGuiInputTextState() : Stb(nullptr) { not_there(); }
ImGuiInputTextState::~ImGuiInputTextState() = default;
void ImGuiMenuColumns::Update(float, bool) { not_there(); }

namespace ImGui {

void InputTextDeactivateHook(ImGuiID) { not_there(); }
void TableSettingsAddSettingsHandler() { not_there(); }
void TableGcCompactSettings() { not_there(); }
void TableGcCompactTransientBuffers(ImGuiTable*) { not_there(); }
void TableGcCompactTransientBuffers(ImGuiTableTempData*) { not_there(); }
bool CollapseButton(ImGuiID, const ImVec2&) { not_there(); }
void EndColumns() { not_there(); }
void EndMenuBar() { not_there(); }
void EndTabBar() { not_there(); }
void EndTable() { not_there(); }
void TableEndRow(ImGuiTable*) { not_there(); }
void TreePop() { not_there(); }
ImGuiMultiSelectIO* EndMultiSelect() { not_there(); }
void Scrollbar(ImGuiAxis) { not_there(); }
void SeparatorText(const char*) { not_there(); }
void TextV(const char*, va_list) { not_there(); }
bool Button(const char*, const ImVec2&) { not_there(); }
bool ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, ImGuiButtonFlags) { not_there(); }
bool CloseButton(ImGuiID, const ImVec2&) { not_there(); }
bool InputText(const char*, char*, size_t, ImGuiInputTextFlags, ImGuiInputTextCallback, void*)
{
    not_there();
}
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { not_there(); }
bool SliderInt(const char*, int*, int, int, const char*, ImGuiSliderFlags) { not_there(); }

} // namespace ImGui
