#include <emscripten/em_math.h>

// The browser's instead of libc's, which are 2 KB: Dear ImGui computes its circles by them, once.

extern "C" {

float sinf(float angle) { return static_cast<float>(emscripten_math_sin(angle)); }
float cosf(float angle) { return static_cast<float>(emscripten_math_cos(angle)); }
float acosf(float cosine) { return static_cast<float>(emscripten_math_acos(cosine)); }

} // extern "C"
