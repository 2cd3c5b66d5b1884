#pragma once
#include "base/check.h"

// How Dear ImGui is compiled.

#define IMGUI_USE_WCHAR32

// No font and no font reader: IMGUI_ENABLE_FREETYPE makes ImGuiFreeType::GetFontLoader() the
// loader, and glyphs.cpp defines that one function with the host's glyphs.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_ENABLE_FREETYPE

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

#ifdef NDEBUG
#define IM_ASSERT(condition) ((void)0)
#else
#define IM_ASSERT(condition)                                                                       \
    ((condition) ? (void)0 : ::hallway::stop("Dear ImGui asserts " #condition))
#endif
