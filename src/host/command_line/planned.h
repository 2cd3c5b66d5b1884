#pragma once
#include "planner/best_plan.h"
#include "planner/conflicts.h"
#include "planner/plan_reasons.h"
#include "planner/plan_request.h"
#include "planner/proposals.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway::command_line {

/// All that `hallway plan` tells.
struct Planned {
    PlanSettings settings;
    PlanRequest request;
    std::vector<std::uint32_t> order;               ///< candidates in the order of attendances
    std::vector<Conflict> conflicts;                ///< indices into `order`
    std::vector<std::vector<std::uint32_t>> groups; ///< the same
    BestPlan plan;
    std::vector<LeftOut> left_out;
    std::vector<std::optional<OccurrenceIndex>> plan_b; ///< by position in `plan.chosen`
    std::vector<Gap> gaps;
    std::vector<std::string> unknown; ///< of the agenda, not in the program
};

[[nodiscard]] Planned make_planned(
    const Program& program, const Agenda& agenda, PlanSettings settings);

/// "2026-01-31T10:30", wall time of the conference.
[[nodiscard]] std::string written_time(const Program& program, Instant at);

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::string_view name_of(Knowledge knowledge);
[[nodiscard]] std::string_view name_of(LeftOutWhy why);

/// The shape is that of docs/planning.md, "What hallway plan --json prints".
[[nodiscard]] std::string write_json(const Program& program, const Planned& planned);
/// The same for people.
[[nodiscard]] std::string write_text(const Program& program, const Planned& planned);

} // namespace hallway::command_line
