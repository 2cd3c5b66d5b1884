#pragma once
#include "app/action.h"
#include "app/page_list.h"
#include "app/settings_model.h"

#include <cstdint>
#include <optional>

namespace hallway {

/// The form of something of the attendee's own, in a dialog.
struct EventForm {
    PageText title; ///< "Something of your own"
    PageText close_label;
    struct Field {
        std::uint64_t key = 0;
        PageText label;
        PageText value;
        PageText hint; ///< placeholder; may be empty
        PageIntent intent;
    };
    Field what;
    PageText days_label;
    PageList<SettingsModel::Choice> days; ///< empty: there is one
    Field start, end;                     ///< values "12:30"
    PageText zone_note;                   ///< "Brussels time"; empty: not known
    Field place;
    PageText fault; ///< "Say what it is."; empty: none
    Action save;
    std::optional<Action> remove; ///< of one that stands
};

} // namespace hallway
