#pragma once
#include "app/action.h"
#include "app/language.h"
#include "app/page_text.h"
#include "planner/plan.h"
#include "program/program.h"

#include <string>
#include <vector>

namespace hallway {

/// Several clash, and nothing is decided about them: which is fine, and the way to decide.
struct OpenChoice {
    PageText text; ///< "3 at the same time. Choose now, or at the door."
    Action compare;
    PageText name; ///< accessible, of the way there: "Compare at 11:00"
};

/// The one of a plan's groups that it belongs to, if any.
[[nodiscard]] const std::vector<OccurrenceIndex>* find_group(
    const Plan& plan, OccurrenceIndex occurrence);

[[nodiscard]] OpenChoice make_open_choice(
    const Program& program, const Language& language, const std::vector<OccurrenceIndex>& group);

} // namespace hallway
