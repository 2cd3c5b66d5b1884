#include "app/best_plan_model.h"
#include "app/best_plan_job.h"
#include "app/describe_session.h"
#include "app/page_model.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/plan_reasons.h"

#include <algorithm>

namespace hallway {
namespace {

class BestPlanMaker {
public:
    BestPlanMaker(const AppState& state, const Program& program, const BestPlanJob& job,
        const PlanSolution& solution)
        : program_(program), state_(state), language_(state.language), job_(job),
          problem_(job.request.problem), plan_(solution.plan),
          reasons_(explain_left_out(program, job.request, solution))
    {
        for (const LeftOut& left : reasons_) left_out_.push_back(left.occurrence);
    }

    void fill(BestPlanModel& model)
    {
        if (asked_for().empty()) {
            model.empty = make_no_stars(language_, false);
            return;
        }
        add_lines(model);
        add_days(model);
        add_left_out(model);
        if (job_.decisions.empty())
            model.lines.push_back(language_.text(Text::BestNothingOpen));
        else
            add_use(model);
    }

private:
    [[nodiscard]] std::string_view title_of(std::uint32_t candidate) const
    {
        const auto& it = program_.occurrence(job_.request.occurrences[candidate]);
        return program_.text(program_.sessions()[it.session].title);
    }

    void add_use(BestPlanModel& model) const
    {
        if (!job_.picking) {
            model.use = make_action(language_, Text::BestUse, UsePlan {});
            model.pick = make_action(language_, Text::BestPick, PickPlan {});
            return;
        }
        const auto count = std::ranges::count_if(
            job_.decisions, [&](OccurrenceIndex index) { return !is_left_open(job_, index); });
        if (count == 0) return;
        model.use = make_action(language_, Text::BestUse, UsePlan {});
        model.use->label = language_.plural(Text::BestUsePicked, count);
    }

    [[nodiscard]] std::optional<ChoiceOption> make_pick(OccurrenceIndex index) const
    {
        if (!job_.picking || std::ranges::find(job_.decisions, index) == job_.decisions.end())
            return std::nullopt;
        const std::string subject = occurrence_subject(program_, program_.occurrence(index));
        ChoiceOption pick;
        pick.key = model_key("pick", subject);
        pick.label = language_.text(Text::BestTake);
        pick.name = language_.text(Text::BestTakeName,
            { { "title",
                program_.text(program_.sessions()[program_.occurrence(index).session].title) } });
        pick.on = !is_left_open(job_, index);
        pick.intent = TogglePick { subject };
        return pick;
    }

    struct Count {
        std::size_t sessions = 0, musts = 0;
    };
    /// Sessions that are starred, each once, whatever it is given at and under which keys.
    [[nodiscard]] Count count(const std::vector<OccurrenceIndex>& occurrences) const
    {
        std::vector<Keenness> keenest(program_.sessions().size(), Keenness::None);
        const std::string_view conference = program_.text(program_.conference().key);
        for (const OccurrenceIndex index : occurrences) {
            const std::uint32_t session = program_.occurrence(index).session;
            const Keenness own = keenness_of(
                state_.agenda, conference, program_.text(program_.sessions()[session].key));
            Keenness& all = keenest[first_of_same(program_, session)];
            if (is_starred(own)) all = std::max(all, own);
        }
        Count found;
        for (const Keenness keenness : keenest) {
            found.sessions += keenness != Keenness::None ? 1 : 0;
            found.musts += keenness == Keenness::Must ? 1 : 0;
        }
        return found;
    }

    /// What has begun or is cancelled is asked for, too.
    [[nodiscard]] std::vector<OccurrenceIndex> asked_for() const
    {
        std::vector<OccurrenceIndex> all = job_.request.occurrences;
        for (const BarredOccurrence& it : job_.request.barred) all.push_back(it.occurrence);
        return all;
    }

    void add_lines(BestPlanModel& model) const
    {
        const Count asked = count(asked_for()), left = count(left_out_);
        const PlanValue& value = plan_.value;
        const bool every_must = asked.musts > 0 && left.musts == 0;
        model.lines.push_back(language_.text(every_must ? Text::BestFitsMusts : Text::BestFits,
            { { "n", std::to_string(asked.sessions - left.sessions) },
                { "m", std::to_string(asked.sessions) } }));
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
        std::vector<OccurrenceIndex> shown;
        for (const std::uint32_t i : plan_.chosen) {
            const std::string title =
                language_.day_long(Date { program_.days()[problem_.candidates[i].day].date });
            if (model.days.empty() || model.days.back().title != title)
                model.days.push_back({ model_key("best day", title), title, {} });
            const OccurrenceIndex index = job_.request.occurrences[i];
            // One from which the attendee goes away in between is chosen twice.
            if (std::ranges::find(shown, index) != shown.end()) continue;
            shown.push_back(index);
            model.days.back().entries.push_back(
                { make_session_card(state_, program_, index), make_pick(index) });
        }
    }

    /// A session that could not be planned at any of its times is told once.
    void add_left_out(BestPlanModel& model) const
    {
        std::vector<bool> told(program_.sessions().size(), false);
        for (const LeftOut& left : reasons_) {
            const std::uint32_t session = program_.occurrence(left.occurrence).session;
            if (told[session]) continue;
            told[session] = true;
            SessionCard card = make_session_card(state_, program_, left.occurrence);
            card.marks = card.marks.where([](const SessionCard::Mark& mark) {
                return mark.kind == SessionCard::Mark::Kind::Night;
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
        case LeftOutWhy::Appointment:
            return { Kind::Overlap,
                language_.text(Text::BestOverlaps,
                    { { "title", job_.request.appointments[left.appointment].event.title } }) };
        case LeftOutWhy::Walk:
            return { Kind::Late, language_.text(Text::BestFar, { { "title", other } }) };
        case LeftOutWhy::Cancelled: return { Kind::Cancelled, language_.text(Text::BestCancelled) };
        case LeftOutWhy::Begun: return { Kind::Over, language_.text(Text::BestBegun) };
        case LeftOutWhy::DayIsFull: return { Kind::Over, language_.text(Text::BestDayFull) };
        case LeftOutWhy::Block: return { Kind::Over, language_.text(Text::BestNoLunch) };
        case LeftOutWhy::OutOfHours: return { Kind::Over, language_.text(Text::BestOutOfHours) };
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
    std::vector<LeftOut> reasons_;
    std::vector<OccurrenceIndex> left_out_; ///< of `reasons_`
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
    const BestPlanJob* job = state.best_plan.get();
    if (job && job->solution) {
        BestPlanMaker(state, program, *job, *job->solution).fill(model);
    } else if (job && job->failed) {
        model.failed = language.text(Text::BestFailed);
        model.retry = make_action(language, Text::NoticeTryAgain, RetryPlan {});
    } else {
        constexpr std::uint32_t permille_in_percent = 10;
        const std::uint32_t permille = job ? job->permille : 0;
        model.searching = language.text(
            Text::BestSearching, { { "n", std::to_string(permille / permille_in_percent) } });
    }
    return model;
}

} // namespace hallway
