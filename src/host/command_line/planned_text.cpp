#include "host/command_line/planned.h"

#include <map>

namespace hallway::command_line {
namespace {

std::string count(std::size_t n, std::string_view one, std::string_view many)
{
    return std::to_string(n) + ' ' + std::string(n == 1 ? one : many);
}

class TextWriter {
public:
    TextWriter(const Program& program, const Planned& planned)
        : program_(program), planned_(planned), problem_(planned.request.problem)
    {
    }

    std::string write()
    {
        groups();
        plan();
        left_out();
        gaps();
        for (const SessionIndex index : planned_.request.unscheduled)
            out_ += "Without a time: " + std::string(program_.text(program_.session(index).title))
                + "\n";
        for (const std::string& unknown : planned_.unknown)
            out_ += "Not in this program: " + unknown + "\n";
        return std::move(out_);
    }

private:
    /// Groups, not pairs: of ten sessions at the same time there are 45.
    void groups()
    {
        for (const std::vector<std::uint32_t>& group : planned_.groups) {
            out_ += count(group.size(), "session", "sessions") + " of which some clash:\n";
            for (const std::uint32_t i : group)
                out_ += "  " + session(occurrence(planned_.order[i])) + '\n';
            out_ += '\n';
        }
    }

    void plan()
    {
        const BestPlan& plan = planned_.plan;
        out_ += "Plan: " + value(plan.value);
        if (!plan.proven) out_ += "; there may be a better one, at most " + value(plan.bound);
        out_ += '\n';
        std::string day;
        for (const std::uint32_t i : plan.chosen) {
            const PlanCandidate& it = problem_.candidates[i];
            const pack::DayRecord& of = program_.days()[it.day];
            if (std::string date = format_date({ of.date }); date != day) {
                day = std::move(date);
                out_ += "  " + day + '\n';
            }
            out_ += "    " + session(planned_.request.occurrences[i])
                + (it.going ? "  (going)" : "") + '\n';
        }
        for (const auto& [a, b] : plan.clashing_goings)
            out_ += "  You are going to both: " + session(occurrence(a)) + " and "
                + session(occurrence(b)) + '\n';
        for (const std::uint32_t i : plan.dropped_blocks)
            out_ += "  No time for " + std::to_string(problem_.blocks[i].minutes)
                + " min without sessions from "
                + written_time(program_, { problem_.blocks[i].from }) + '\n';
        out_ += '\n';
    }

    void left_out()
    {
        if (planned_.left_out.empty()) return;
        out_ += "Left out:\n";
        for (const LeftOut& it : planned_.left_out) {
            out_ += "  " + session(it.occurrence) + ": " + std::string(name_of(it.why));
            if (it.other) {
                out_ += it.why == LeftOutWhy::Overlaps ? " " : " to or from ";
                out_ += session(*it.other) + " (" + std::to_string(it.minutes) + " min)";
            }
            out_ += '\n';
        }
        out_ += '\n';
    }

    void gaps()
    {
        for (const Gap& gap : planned_.gaps) {
            out_ += "Free from " + written_time(program_, gap.from) + " to "
                + written_time(program_, gap.until).substr(time_at) + '\n';
            for (const OccurrenceIndex index : gap.proposals)
                out_ += "  could fit: " + session(index) + '\n';
        }
    }

    static constexpr std::size_t time_at = sizeof "2026-01-31T" - 1;

    [[nodiscard]] OccurrenceIndex occurrence(std::uint32_t candidate) const
    {
        return planned_.request.occurrences[candidate];
    }

    /// "10:30-11:20 Opening".
    [[nodiscard]] std::string session(OccurrenceIndex index) const
    {
        const pack::OccurrenceRecord& it = program_.occurrence(index);
        return written_time(program_, { it.start }).substr(time_at) + '-'
            + written_time(program_, { it.end }).substr(time_at) + ' '
            + std::string(program_.text(program_.sessions()[it.session].title));
    }

    [[nodiscard]] static std::string value(const PlanValue& value)
    {
        return count(value.musts, "must", "musts") + ", " + count(value.wants, "want", "wants")
            + ", " + count(value.maybes, "maybe", "maybes") + ", " + std::to_string(value.walking)
            + " min of walking";
    }

    const Program& program_;
    const Planned& planned_;
    const PlanProblem& problem_;
    std::string out_;
};

} // namespace

std::string write_text(const Program& program, const Planned& planned)
{
    return TextWriter(program, planned).write();
}

} // namespace hallway::command_line
