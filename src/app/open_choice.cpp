#include "app/open_choice.h"
#include "app/page_model.h"

#include <algorithm>

namespace hallway {
namespace {

/// Whether no two of them overlap: it is the way that makes them clash. In order of start.
bool is_far_alone(const Program& program, const std::vector<OccurrenceIndex>& group)
{
    std::int32_t end = program.occurrence(group.front()).start;
    for (const OccurrenceIndex index : group) {
        if (program.occurrence(index).start < end) return false;
        end = std::max(end, program.occurrence(index).end);
    }
    return true;
}

} // namespace

const std::vector<OccurrenceIndex>* find_group(const Plan& plan, OccurrenceIndex occurrence)
{
    const auto found = std::ranges::find_if(plan.groups,
        [&](const auto& group) { return std::ranges::find(group, occurrence) != group.end(); });
    return found == plan.groups.end() ? nullptr : &*found;
}

OpenChoice make_open_choice(
    const Program& program, const Language& language, const std::vector<OccurrenceIndex>& group)
{
    const std::int32_t start = program.occurrence(group.front()).start;
    OpenChoice choice;
    choice.text =
        language.plural(is_far_alone(program, group) ? Text::PlanGroupFar : Text::PlanGroup,
            static_cast<std::int64_t>(group.size()));
    choice.compare.href = compare_href(program.wall_time(start));
    choice.compare.key = model_key("compare", choice.compare.href);
    choice.compare.label = language.text(Text::PlanCompare);
    choice.compare.intent = OpenLink { choice.compare.href };
    choice.name =
        language.text(Text::PlanCompareAt, { { "time", language.time(start, program.zone()) } });
    return choice;
}

} // namespace hallway
