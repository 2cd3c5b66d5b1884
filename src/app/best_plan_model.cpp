#include "app/best_plan_model.h"
#include "app/best_plan_job.h"
#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/update_plan.h"
#include "planner/plan_reasons.h"

#include <algorithm>

namespace hallway {
namespace {

class BestPlanMaker {
public:
    BestPlanMaker(const AppState& state, const Program& program, const BestPlanJob& job)
        : program_(program), state_(state), language_(state.language), job_(job),
          problem_(job.request.problem), plan_(job.search->best())
    {
    }

    void fill(BestPlanModel& model)
    {
        add_lines(model);
        add_days(model);
        add_left_out(model);
        if (const std::size_t open = decisions_of(job_).size(); open > 0)
            model.use = make_action(language_, Text::BestUse, UsePlan {});
        else
            model.lines.push_back(language_.text(Text::BestNothingOpen));
    }

private:
    [[nodiscard]] std::string_view title_of(std::uint32_t candidate) const
    {
        const auto& it = program_.occurrence(job_.request.occurrences[candidate]);
        return program_.text(program_.sessions()[it.session].title);
    }

    void add_lines(BestPlanModel& model) const
    {
        std::uint32_t wishes = 0, musts = 0;
        for (const PlanWish& wish : problem_.wishes) {
            wishes += is_starred(wish.keenness) ? 1 : 0;
            musts += wish.keenness == Keenness::Must ? 1 : 0;
        }
        const PlanValue& value = plan_.value;
        const bool every_must = musts > 0 && value.musts == musts;
        model.lines.push_back(language_.text(every_must ? Text::BestFitsMusts : Text::BestFits,
            { { "n", std::to_string(value.musts + value.wants + value.maybes) },
                { "m", std::to_string(wishes) } }));
        if (value.walking > 0)
            model.lines.push_back(
                language_.text(Text::BestWalking, { { "n", std::to_string(value.walking) } }));
        if (!plan_.proven) model.lines.push_back(language_.text(Text::BestMaybe));
        for (const auto& [a, b] : plan_.clashing_goings)
            model.lines.push_back(language_.text(
                Text::BestBoth, { { "title", title_of(a) }, { "other", title_of(b) } }));
    }

    void add_days(BestPlanModel& model) const
    {
        for (const std::uint32_t i : plan_.chosen) {
            const std::string title =
                language_.day_long(Date { program_.days()[problem_.candidates[i].day].date });
            if (model.days.empty() || model.days.back().title != title)
                model.days.push_back({ model_key("best day", title), title, {} });
            model.days.back().cards.push_back(
                make_session_card(state_, program_, job_.request.occurrences[i]));
        }
    }

    /// A session that could not be planned at any of its times is told once.
    void add_left_out(BestPlanModel& model) const
    {
        std::vector<bool> told(program_.sessions().size(), false);
        for (const LeftOut& left : explain_left_out(program_, job_.request, plan_)) {
            const std::uint32_t session = program_.occurrence(left.occurrence).session;
            if (told[session]) continue;
            told[session] = true;
            SessionCard card = make_session_card(state_, program_, left.occurrence);
            std::erase_if(card.marks, [](const SessionCard::Mark& mark) {
                return mark.kind == SessionCard::Mark::Kind::Cancelled;
            });
            card.marks.push_back(reason(left));
            model.left_out.push_back(std::move(card));
        }
        if (!model.left_out.empty()) model.left_out_title = language_.text(Text::BestLeftOut);
    }

    [[nodiscard]] SessionCard::Mark reason(const LeftOut& left) const
    {
        using Kind = SessionCard::Mark::Kind;
        std::string_view other;
        if (left.other)
            other =
                program_.text(program_.sessions()[program_.occurrence(*left.other).session].title);
        switch (left.why) {
        case LeftOutWhy::Overlaps:
            return { Kind::Overlap, language_.text(Text::BestOverlaps, { { "title", other } }) };
        case LeftOutWhy::Walk:
            return { Kind::Late, language_.text(Text::BestFar, { { "title", other } }) };
        case LeftOutWhy::Cancelled: return { Kind::Cancelled, language_.text(Text::BestCancelled) };
        case LeftOutWhy::Begun: return { Kind::Over, language_.text(Text::BestBegun) };
        case LeftOutWhy::DayIsFull:
        case LeftOutWhy::Block:
        case LeftOutWhy::OutOfHours:
        case LeftOutWhy::Displaced: break;
        }
        return { Kind::Over, language_.text(Text::BestDisplaced) };
    }

    const Program& program_;
    const AppState& state_;
    const Language& language_;
    const BestPlanJob& job_;
    const PlanProblem& problem_;
    const BestPlan& plan_;
};

} // namespace

BestPlanModel make_best_plan_model(const AppState& state, const Program& program)
{
    const Language& language = state.language;
    BestPlanModel model;
    model.title = language.text(Text::PlanFind);
    model.scroll_key = model_key("best plan", "");
    model.not_now =
        make_action(language, Text::BestNotNow, OpenLink { screen_href(Route::Screen::Plan) });
    model.not_now.href = screen_href(Route::Screen::Plan);
    if (!state.best_plan || !state.best_plan->done) {
        constexpr int permille_in_percent = 10;
        const int permille = state.best_plan ? state.best_plan->search->progress_permille() : 0;
        model.searching = language.text(
            Text::BestSearching, { { "n", std::to_string(permille / permille_in_percent) } });
        return model;
    }
    BestPlanMaker(state, program, *state.best_plan).fill(model);
    return model;
}

} // namespace hallway
