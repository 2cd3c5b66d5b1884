#include "app/plan_settings.h"

namespace hallway {

WalkSettings walk_settings(const Preferences& preferences)
{
    WalkSettings settings;
    switch (preferences.pace) {
    case Preferences::Pace::Easy: settings.pace_percent = pace_percent_easy; break;
    case Preferences::Pace::Usual: break;
    case Preferences::Pace::Quick: settings.pace_percent = pace_percent_quick; break;
    }
    settings.step_free = preferences.step_free;
    return settings;
}

} // namespace hallway
