#include "host/command_line/planned.h"
#include "planner/choices.h"

#include <nlohmann/json.hpp>

namespace hallway::command_line {
namespace {

using Json = nlohmann::ordered_json;

class JsonWriter {
public:
    JsonWriter(const Program& program, const Planned& planned)
        : program_(program), planned_(planned), problem_(planned.request.problem)
    {
    }

    Json write()
    {
        const PlanSettings& settings = planned_.settings;
        Json out;
        out["format"] = "hallway-plan/1";
        out["conference"] = text(program_.conference().key);
        out["zone"] = program_.zone().name();
        out["settings"] = { { "pace_percent", settings.walks.pace_percent },
            { "step_free", settings.walks.step_free }, { "buffer", settings.allowance.buffer },
            { "tolerance", settings.allowance.tolerance },
            { "minutes_per_day_max",
                settings.minutes_per_day_max ? Json(*settings.minutes_per_day_max) : Json() } };
        out["candidates"] = candidates();
        out["wishes"] = wishes();
        out["transfers"] = transfers();
        out["together"] = Json::array();
        for (const auto& [a, b] : problem_.together) out["together"].push_back({ key(a), key(b) });
        out["blocks"] = Json::array();
        for (const PlanBlock& block : problem_.blocks)
            out["blocks"].push_back({ { "from", time(block.from) }, { "until", time(block.until) },
                { "minutes", block.minutes } });
        out["conflicts"] = conflicts();
        out["groups"] = Json::array();
        for (const auto& group : planned_.groups) {
            Json& members = out["groups"].emplace_back(Json::array());
            for (const std::uint32_t i : group) members.push_back(key(planned_.order[i]));
        }
        out["plan"] = plan();
        out["left_out"] = left_out();
        out["gaps"] = gaps();
        out["unscheduled"] = Json::array();
        for (const SessionIndex index : planned_.request.unscheduled)
            out["unscheduled"].push_back(text(program_.session(index).key));
        out["unknown"] = planned_.unknown;
        return out;
    }

private:
    [[nodiscard]] std::string text(pack::StringRef ref) const
    {
        return std::string(program_.text(ref));
    }
    [[nodiscard]] const std::string& key(std::uint32_t candidate) const
    {
        return problem_.candidates[candidate].key;
    }
    [[nodiscard]] std::string subject(OccurrenceIndex index) const
    {
        return occurrence_subject(program_, program_.occurrence(index));
    }
    [[nodiscard]] std::string time(std::int32_t at) const { return written_time(program_, { at }); }

    [[nodiscard]] Json candidates() const
    {
        Json out = Json::array();
        for (const std::uint32_t i : planned_.order) {
            const PlanCandidate& it = problem_.candidates[i];
            const pack::OccurrenceRecord& occurrence =
                program_.occurrence(planned_.request.occurrences[i]);
            out.push_back({ { "key", it.key },
                { "title", text(program_.sessions()[occurrence.session].title) },
                { "start", time(it.attendance.start) }, { "end", time(it.attendance.end) },
                { "start_minute", it.attendance.start }, { "end_minute", it.attendance.end },
                { "day", it.day }, { "place", it.attendance.place }, { "wish", it.wish },
                { "going", it.going } });
        }
        return out;
    }

    [[nodiscard]] Json wishes() const
    {
        Json out = Json::array();
        for (const PlanWish& wish : problem_.wishes) {
            Json keys = Json::array();
            for (const std::uint32_t i : wish.candidates) keys.push_back(key(i));
            out.push_back({ { "keenness", keenness_value(wish.keenness) }, { "all", wish.all },
                { "candidates", keys } });
        }
        return out;
    }

    [[nodiscard]] Json transfers() const
    {
        Json out = Json::array();
        const TransferTable& table = problem_.transfers;
        for (std::uint32_t from = 0; from < table.places(); ++from) {
            Json row = Json::array();
            for (std::uint32_t to = 0; to < table.places(); ++to)
                row.push_back(way(table.between(from, to)));
            out.push_back(row);
        }
        return out;
    }

    [[nodiscard]] static Json way(const Transfer& transfer)
    {
        const bool unknown = transfer.knowledge == Knowledge::Unknown;
        return { { "minutes", unknown ? Json() : Json(transfer.minutes) },
            { "knowledge", name_of(transfer.knowledge) } };
    }

    [[nodiscard]] Json conflicts() const
    {
        Json out = Json::array();
        for (const Conflict& conflict : planned_.conflicts) {
            const Judgement& it = conflict.judgement;
            out.push_back({ { "earlier", key(planned_.order[conflict.earlier]) },
                { "later", key(planned_.order[conflict.later]) },
                { "verdict", name_of(it.verdict) },
                { "minutes", it.minutes ? Json(*it.minutes) : Json() }, { "gap", it.gap },
                { "transfer", way(it.transfer) }, { "compatible", it.compatible } });
        }
        return out;
    }

    [[nodiscard]] static Json value(const PlanValue& value)
    {
        return { { "musts", value.musts }, { "wants", value.wants }, { "maybes", value.maybes },
            { "walking", value.walking } };
    }

    [[nodiscard]] Json plan() const
    {
        const BestPlan& plan = planned_.plan;
        Json chosen = Json::array();
        for (std::size_t i = 0; i < plan.chosen.size(); ++i) {
            const auto& other = planned_.plan_b[i];
            chosen.push_back({ { "key", key(plan.chosen[i]) },
                { "plan_b", other ? Json(subject(*other)) : Json() } });
        }
        Json clashing = Json::array(), dropped = Json::array();
        for (const auto& [a, b] : plan.clashing_goings) clashing.push_back({ key(a), key(b) });
        for (const std::uint32_t i : plan.dropped_blocks) dropped.push_back(i);
        return { { "chosen", chosen }, { "value", value(plan.value) },
            { "bound", value(plan.bound) }, { "proven", plan.proven },
            { "clashing_goings", clashing }, { "dropped_blocks", dropped } };
    }

    [[nodiscard]] Json left_out() const
    {
        Json out = Json::array();
        for (const LeftOut& it : planned_.left_out)
            out.push_back({ { "key", subject(it.occurrence) }, { "why", name_of(it.why) },
                { "other", it.other ? Json(subject(*it.other)) : Json() },
                { "minutes", it.other ? Json(it.minutes) : Json() } });
        return out;
    }

    [[nodiscard]] Json gaps() const
    {
        Json out = Json::array();
        for (const Gap& gap : planned_.gaps) {
            Json proposals = Json::array();
            for (const OccurrenceIndex index : gap.proposals) proposals.push_back(subject(index));
            out.push_back({ { "from", time(gap.from.minutes) },
                { "until", time(gap.until.minutes) }, { "proposals", proposals } });
        }
        return out;
    }

    const Program& program_;
    const Planned& planned_;
    const PlanProblem& problem_;
};

} // namespace

std::string write_json(const Program& program, const Planned& planned)
{
    constexpr int indent = 1;
    return JsonWriter(program, planned)
               .write()
               .dump(indent, ' ', false, Json::error_handler_t::replace)
        + "\n";
}

} // namespace hallway::command_line
