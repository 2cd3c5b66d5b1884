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

/// Whether there is a time at which all of them are on; else they hang together one by one.
bool is_at_once(const Program& program, const std::vector<OccurrenceIndex>& group)
{
    std::int32_t start = program.occurrence(group.front()).start;
    std::int32_t end = program.occurrence(group.front()).end;
    for (const OccurrenceIndex index : group) {
        start = std::max(start, program.occurrence(index).start);
        end = std::min(end, program.occurrence(index).end);
    }
    return start < end;
}

Text group_text(const Program& program, const std::vector<OccurrenceIndex>& group)
{
    if (is_far_alone(program, group)) return Text::PlanGroupFar;
    return is_at_once(program, group) ? Text::PlanGroup : Text::PlanGroupChain;
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
        language.plural(group_text(program, group), static_cast<std::int64_t>(group.size()));
    choice.compare.href = compare_href(program.wall_time(start));
    choice.compare.key = model_key("compare", choice.compare.href);
    choice.compare.label = language.text(Text::PlanCompare);
    choice.compare.intent = OpenLink { choice.compare.href };
    choice.name =
        language.text(Text::PlanCompareAt, { { "time", language.time(start, program.zone()) } });
    return choice;
}

} // namespace hallway
