#include "app/compare_model.h"
#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/plan_settings.h"
#include "base/hash.h"
#include "planner/choices.h"
#include "planner/comparison.h"

#include <algorithm>
#include <optional>

namespace hallway {
namespace {

using Members = std::vector<OccurrenceIndex>;

class CompareMaker {
public:
    CompareMaker(const AppState& state, const Program& program) : state_(state), program_(program)
    {
    }

    [[nodiscard]] CompareModel::Package make(
        const std::vector<Comparison::Package>& packages, std::size_t at) const
    {
        const Members& members = packages[at].members;
        Members others;
        for (std::size_t i = 0; i < packages.size(); ++i)
            if (i != at)
                others.insert(others.end(), packages[i].members.begin(), packages[i].members.end());
        CompareModel::Package made;
        made.key = model_key("package", subject(members.front()));
        for (const OccurrenceIndex index : members)
            made.cards.push_back(make_session_card(state_, program_, index));
        add_lines(made, members, others);
        add_go(made, members);
        add_parts(made, members, others);
        return made;
    }

private:
    [[nodiscard]] std::string subject(OccurrenceIndex index) const
    {
        return occurrence_subject(program_, program_.occurrence(index));
    }
    [[nodiscard]] const pack::SessionRecord& session(OccurrenceIndex index) const
    {
        return program_.sessions()[program_.occurrence(index).session];
    }

    /// Only what is at the same time as one of the package is missed for it.
    [[nodiscard]] Members missed(const Members& members, const Members& others) const
    {
        Members found;
        for (const OccurrenceIndex other : others) {
            const pack::OccurrenceRecord& it = program_.occurrence(other);
            if (std::ranges::any_of(members, [&](OccurrenceIndex member) {
                    const pack::OccurrenceRecord& own = program_.occurrence(member);
                    return own.start < it.end && it.start < own.end;
                }))
                found.push_back(other);
        }
        return found;
    }

    void add_lines(CompareModel::Package& made, const Members& members, const Members& others) const
    {
        const Language& language = state_.language;
        const Members lost = missed(members, others);
        std::string titles;
        for (const OccurrenceIndex index : lost)
            language.add_to_list(titles, program_.text(session(index).title));
        if (lost.empty()) return;
        made.lines.push_back(language.text(Text::CompareMissed, { { "titles", titles } }));
        // Of several, nobody would know which one it is about.
        if (lost.size() > 1) return;
        if (const auto again = other_time(lost.front())) {
            const pack::OccurrenceRecord& it = program_.occurrence(*again);
            const WallTime wall = language.wall_time(it.start, program_.zone());
            made.lines.push_back(language.text(Text::CompareAgain,
                { { "day", language.day_short(wall.date) }, { "time", language.time(wall) } }));
        }
        if (session(lost.front()).recorded == pack::Tristate::Yes)
            made.lines.push_back(language.text(Text::CompareRecorded));
    }

    [[nodiscard]] std::optional<OccurrenceIndex> other_time(OccurrenceIndex index) const
    {
        if (session(index).again != pack::Again::Repeat) return std::nullopt;
        for (const OccurrenceIndex other : standing_occurrences(program_, session(index)))
            if (program_.occurrence(other).start != program_.occurrence(index).start) return other;
        return std::nullopt;
    }

    void add_go(CompareModel::Package& made, const Members& members) const
    {
        std::string subjects;
        bool all = true;
        for (const OccurrenceIndex index : members) {
            if (!subjects.empty()) subjects += '\n';
            subjects += subject(index);
            all &= is_pinned(program_, state_.agenda, index);
        }
        made.go.key = mix64(made.key, 1);
        made.go.on = all;
        made.go.saved = all && std::ranges::all_of(members, [&](OccurrenceIndex index) {
            return saved(index, ChoiceField::Going);
        });
        made.go.label = all
            ? state_.language.text(Text::ChoiceGoing)
            : state_.language.plural(Text::CompareGo, static_cast<std::int64_t>(members.size()));
        made.go.intent = GoOnly { std::move(subjects) };
    }

    [[nodiscard]] bool saved(OccurrenceIndex index, ChoiceField field) const
    {
        return is_saved(state_,
            { std::string(program_.text(program_.conference().key)), subject(index), field });
    }

    /// Leaving when another one starts, coming when another one has ended.
    void add_parts(CompareModel::Package& made, const Members& members, const Members& others) const
    {
        for (const OccurrenceIndex member : members) {
            const pack::OccurrenceRecord& own = program_.occurrence(member);
            const auto is_within = [&](std::int32_t at) { return own.start < at && at < own.end; };
            std::optional<std::int32_t> leaves, comes;
            for (const OccurrenceIndex index : others) {
                const pack::OccurrenceRecord& other = program_.occurrence(index);
                if (is_within(other.start)) leaves = std::max(leaves.value_or(0), other.start);
                if (is_within(other.end)) comes = std::min(comes.value_or(other.end), other.end);
            }
            if (leaves) add_part(made, member, ChoiceField::Leaves, *leaves);
            if (comes) add_part(made, member, ChoiceField::Comes, *comes);
        }
        if (!made.parts.empty()) made.part_label = state_.language.text(Text::ComparePart);
    }

    void add_part(CompareModel::Package& made, OccurrenceIndex member, ChoiceField field,
        std::int32_t at) const
    {
        const Language& language = state_.language;
        const std::string time = format_wall_time(program_.wall_time(at));
        const bool leaves = field == ChoiceField::Leaves;
        const std::string_view chosen = state_.agenda.value(
            { std::string(program_.text(program_.conference().key)), subject(member), field });
        ChoiceOption part;
        part.on = chosen == time;
        part.saved = part.on && saved(member, field);
        part.key = mix64(mix64(made.key, position(member)), leaves ? 2 : 3);
        part.label = language.text(leaves ? Text::CompareLeave : Text::CompareCome,
            { { "time", language.time(at, program_.zone()) } });
        part.intent = StayForPart { std::string(leaves ? "leaves " : "comes ")
            + (part.on ? "" : time) + " " + subject(member) };
        made.parts.push_back(std::move(part));
    }

    const AppState& state_;
    const Program& program_;
};

} // namespace

CompareModel make_compare_model(
    const AppState& state, const Program& program, std::string_view time, Layout layout)
{
    const Language& language = state.language;
    CompareModel model;
    model.key = model_key("compare", time);
    BackLink back = make_back_link(state, layout);
    model.back_label = std::move(back.label);
    model.back_href = std::move(back.href);
    std::string shown(time);
    if (const auto written = parse_date_time(time)) {
        const Instant at = program.zone().instant(written->wall);
        const Comparison comparison =
            compare_at(program, state.agenda, at, walk_settings(state.preferences));
        const CompareMaker maker(state, program);
        for (std::size_t i = 0; i < comparison.packages.size(); ++i)
            model.packages.push_back(maker.make(comparison.packages, i));
        const WallTime wall = language.wall_time(at.minutes, program.zone());
        model.day = language.day_short(wall.date);
        shown = language.time(wall);
    }
    model.title = language.text(Text::CompareTitle, { { "time", shown } });
    if (model.packages.empty())
        model.nothing = language.text(Text::CompareNothing, { { "time", shown } });
    return model;
}

} // namespace hallway
