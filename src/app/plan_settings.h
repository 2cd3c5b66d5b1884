#pragma once
#include "app/preferences.h"
#include "planner/places.h"

namespace hallway {

/// How the attendee gets about, by the settings.
[[nodiscard]] WalkSettings walk_settings(const Preferences& preferences);

} // namespace hallway
