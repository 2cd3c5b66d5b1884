// What Dear ImGui's core wants of imgui_widgets.cpp and imgui_tables.cpp, which are not compiled:
// `Ui` draws everything itself, so windows have no scrollbars, buttons, tables or text fields.
// Saves a quarter of the code. A newer ImGui that needs another function says so when it is linked.
#include "base/check.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace {

[[noreturn]] void not_there() { hallway::stop("Dear ImGui was asked for a widget"); }

} // namespace

// Housekeeping that the core does with or without widgets.
ImGuiInputTextState::ImGuiInputTextState() : Stb(nullptr) { }
ImGuiInputTextState::~ImGuiInputTextState() = default;
void ImGui::InputTextDeactivateHook(ImGuiID) { }
void ImGui::TableSettingsAddSettingsHandler() { }
void ImGui::TableGcCompactSettings() { }
void ImGui::TableGcCompactTransientBuffers(ImGuiTable*) { }
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData*) { }
void ImGuiMenuColumns::Update(float, bool) { }
// Each frame begins with a window for what is drawn outside of any, which is nothing.
bool ImGui::CollapseButton(ImGuiID, const ImVec2&) { return false; }

// Numbers and names in texts of ImGui's own, of which none is shown.
int ImFormatString(char* buffer, size_t size, const char*, ...)
{
    if (buffer != nullptr && size > 0) buffer[0] = '\0';
    return 0;
}
int ImFormatStringV(char* buffer, size_t size, const char*, va_list)
{
    if (buffer != nullptr && size > 0) buffer[0] = '\0';
    return 0;
}

namespace ImGui {

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
