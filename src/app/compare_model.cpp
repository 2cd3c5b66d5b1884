#include "app/compare_model.h"
#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "base/hash.h"
#include "planner/attendances.h"
#include "planner/choices.h"
#include "planner/comparison.h"
#include "planner/equivalents.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace hallway {
namespace {

using Members = std::vector<OccurrenceIndex>;

class CompareMaker {
public:
    CompareMaker(const AppState& state, const Program& program) : state_(state), program_(program)
    {
    }

    [[nodiscard]] CompareModel::Package make(
        const Comparison::Package& package, std::size_t number) const
    {
        const auto& [members, missed] = package;
        CompareModel::Package made;
        made.key = model_key("package", subjects(members));
        made.letter = std::string(1, static_cast<char>('A' + number));
        for (const OccurrenceIndex index : members) {
            made.cards.push_back(make_session_card(state_, program_, index));
            // It may stand in another package, too.
            SessionCard& card = made.cards.back();
            card.key = mix64(made.key, card.key);
        }
        if (std::ranges::all_of(
                members, [&](OccurrenceIndex index) { return is_past(state_, program_, index); }))
            return made;
        add_lines(made, members, missed);
        add_go(made, members);
        add_parts(made, members, missed);
        return made;
    }

private:
    [[nodiscard]] std::string subject(OccurrenceIndex index) const
    {
        return occurrence_subject(program_, program_.occurrence(index));
    }
    /// One a line.
    [[nodiscard]] std::string subjects(const Members& members) const
    {
        std::string all;
        for (const OccurrenceIndex index : members) {
            if (!all.empty()) all += '\n';
            all += subject(index);
        }
        return all;
    }
    [[nodiscard]] const pack::SessionRecord& session(OccurrenceIndex index) const
    {
        return program_.sessions()[program_.occurrence(index).session];
    }

    /// How much of `lost` goes by while one is at `members`, and on the way.
    [[nodiscard]] Minutes missed(const Members& members, OccurrenceIndex lost) const
    {
        const pack::OccurrenceRecord& it = program_.occurrence(lost);
        Minutes sum = 0;
        for (const OccurrenceIndex member : members) {
            const pack::OccurrenceRecord& own = program_.occurrence(member);
            const std::int32_t from = std::max(it.start, own.start - walk(lost, member));
            const std::int32_t to = std::min(it.end, own.end + walk(member, lost));
            sum += std::max(to - from, 0);
        }
        return sum;
    }

    /// Its title, and how much of it one would miss where that is not all.
    [[nodiscard]] std::string loss(const Members& members, OccurrenceIndex lost) const
    {
        const std::string_view title = program_.text(session(lost).title);
        const pack::OccurrenceRecord& it = program_.occurrence(lost);
        const Minutes minutes = missed(members, lost), length = it.end - it.start;
        if (minutes <= 0 || minutes >= length) return std::string(title);
        return state_.language.text(Text::CompareMissedPart,
            { { "title", title }, { "n", std::to_string(minutes) },
                { "m", std::to_string(length) } });
    }

    void add_lines(CompareModel::Package& made, const Members& members, const Members& lost) const
    {
        const Language& language = state_.language;
        std::string titles;
        for (const OccurrenceIndex index : lost)
            if (!is_past(state_, program_, index))
                titles = language.listed(titles, loss(members, index));
        if (titles.empty()) return;
        made.lines.push_back(
            { "overlap", language.text(Text::CompareMissed, { { "titles", titles } }) });
        // Of several, nobody would know which one it is about.
        if (lost.size() > 1) return;
        if (const auto again = other_time(lost.front())) {
            const pack::OccurrenceRecord& it = program_.occurrence(*again);
            const WallTime wall = language.wall_time(it.start, program_.zone());
            made.lines.push_back({ "repeat",
                language.text(Text::CompareAgain,
                    { { "day", language.day_short(wall.date) },
                        { "time", language.time(wall) } }) });
        }
        if (session(lost.front()).recorded == pack::Tristate::Yes)
            made.lines.push_back({ "video", language.text(Text::CompareRecorded) });
    }

    [[nodiscard]] std::optional<OccurrenceIndex> other_time(OccurrenceIndex index) const
    {
        if (session(index).again != pack::Again::Repeat) return std::nullopt;
        for (const OccurrenceIndex other : given_times(program_, session(index)))
            if (program_.occurrence(other).start != program_.occurrence(index).start) return other;
        return std::nullopt;
    }

    void add_go(CompareModel::Package& made, const Members& members) const
    {
        const bool all = std::ranges::all_of(members,
            [&](OccurrenceIndex index) { return is_pinned(program_, state_.agenda, index); });
        ChoiceOption& go = made.go.emplace();
        go.key = mix64(made.key, 1);
        go.on = all;
        go.saved = all && std::ranges::all_of(members, [&](OccurrenceIndex index) {
            return saved(index, ChoiceField::Going);
        });
        go.label = all
            ? state_.language.text(Text::ChoiceGoing)
            : state_.language.plural(Text::CompareGo, static_cast<std::int64_t>(members.size()));
        go.intent = GoOnly { subjects(members) };
    }

    [[nodiscard]] bool saved(OccurrenceIndex index, ChoiceField field) const
    {
        return is_saved(state_,
            { std::string(program_.text(program_.conference().key)), subject(index), field });
    }

    /// Leaving in time for another one, coming from another one that has ended, or both.
    void add_parts(CompareModel::Package& made, const Members& members, const Members& others) const
    {
        for (const OccurrenceIndex member : members) {
            const pack::OccurrenceRecord& own = program_.occurrence(member);
            const auto is_within = [&](std::int32_t at) { return own.start < at && at < own.end; };
            std::optional<std::int32_t> leaves, comes;
            std::vector<std::pair<std::int32_t, std::int32_t>> away;
            for (const OccurrenceIndex index : others) {
                const pack::OccurrenceRecord& other = program_.occurrence(index);
                const std::int32_t start = other.start - walk(member, index);
                const std::int32_t end = other.end + walk(index, member);
                if (is_within(start)) leaves = std::max(leaves.value_or(0), start);
                if (is_within(end)) comes = std::min(comes.value_or(end), end);
                if (is_within(start) && is_within(end)) away.emplace_back(start, end);
            }
            CompareModel::Parts parts;
            parts.key = mix64(made.key, position(member));
            if (leaves) add_part(parts, member, ChoiceField::Leaves, *leaves);
            if (comes) add_part(parts, member, ChoiceField::Comes, *comes);
            for (const auto& [start, end] : away) add_away(parts, member, start, end);
            if (parts.options.empty()) continue;
            parts.label = members.size() == 1
                ? std::string(state_.language.text(Text::ComparePart))
                : state_.language.text(
                    Text::ComparePartOf, { { "title", program_.text(session(member).title) } });
            made.parts.push_back(parts);
        }
    }

    /// Minutes from one to the other; 0 where nobody knows.
    [[nodiscard]] Minutes walk(OccurrenceIndex from, OccurrenceIndex to) const
    {
        const Transfer way = find_way(program_, from, to, plan_settings(state_.preferences).walks);
        return way.knowledge == Knowledge::Unknown ? 0 : way.minutes;
    }

    void add_part(
        CompareModel::Parts& made, OccurrenceIndex member, ChoiceField field, std::int32_t at) const
    {
        const bool leaves = field == ChoiceField::Leaves;
        add_option(made, member, field, format_wall_time(program_.wall_time(at)),
            state_.language.text(leaves ? Text::CompareLeave : Text::CompareCome,
                { { "time", state_.language.time(at, program_.zone()) } }));
    }

    /// Slipping out for another one, and back.
    void add_away(CompareModel::Parts& made, OccurrenceIndex member, std::int32_t start,
        std::int32_t end) const
    {
        const Language& language = state_.language;
        add_option(made, member, ChoiceField::Leaves,
            format_leaving({ program_.wall_time(start), program_.wall_time(end) }),
            language.text(Text::CompareAway,
                { { "start", language.time(start, program_.zone()) },
                    { "end", language.time(end, program_.zone()) } }));
    }

    void add_option(CompareModel::Parts& made, OccurrenceIndex member, ChoiceField field,
        const std::string& value, std::string label) const
    {
        const bool leaves = field == ChoiceField::Leaves;
        const std::string_view chosen = state_.agenda.value(
            { std::string(program_.text(program_.conference().key)), subject(member), field });
        ChoiceOption part;
        part.on = chosen == value;
        part.saved = part.on && saved(member, field);
        part.key = mix64(made.key, mix64(hash64(value), leaves ? 2 : 3));
        part.label = std::move(label);
        part.intent = StayForPart { std::string(leaves ? "leaves " : "comes ")
            + (part.on ? "" : value) + " " + subject(member) };
        made.options.push_back(part);
    }

    const AppState& state_;
    const Program& program_;
};

} // namespace

namespace {

/// So many times stand below the strip at most, on a phone too.
constexpr std::int32_t strip_marks_max = 6;

CompareModel::Strip make_strip(const AppState& state, const Program& program,
    const Comparison& comparison, const PageList<CompareModel::Package>& packages)
{
    CompareModel::Strip strip;
    std::int32_t start = std::numeric_limits<std::int32_t>::max(), end = 0;
    for (const Comparison::Package& package : comparison.packages)
        for (const OccurrenceIndex index : package.members) {
            start = std::min(start, program.occurrence(index).start);
            end = std::max(end, program.occurrence(index).end);
        }
    std::int32_t step = 15;
    while ((end - start) / step >= strip_marks_max - 1) step *= 2;
    // The marks stand at round times of the conference.
    start -= program.wall_time(start).minute_of_day % step;
    strip.length = (end - start + step - 1) / step * step;
    for (std::int32_t minute = 0; minute <= strip.length; minute += step)
        strip.marks.push_back({ minute, state.language.time(start + minute, program.zone()) });
    for (std::size_t i = 0; i < packages.size(); ++i) {
        // What is walked past in one place has one bar: the others would lie on top of it.
        CompareModel::Strip::Bar* bar = nullptr;
        for (const OccurrenceIndex index : comparison.packages[i].members) {
            const pack::OccurrenceRecord& it = program.occurrence(index);
            const std::string_view title = program.text(program.sessions()[it.session].title);
            const std::int32_t from = it.start - start, until = it.end - start;
            if (bar != nullptr && bar->from == from) {
                bar->length = std::max(bar->length, until - from);
                bar->text = state.language.listed(bar->text, title);
                continue;
            }
            strip.bars.push_back({ i, from, until - from,
                std::string(packages[i].letter) + " " + std::string(title) });
            bar = &strip.bars.back();
        }
    }
    return strip;
}

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
        const PlanSettings settings = plan_settings(state.preferences);
        const Comparison comparison =
            compare_at(program, state.agenda, at, settings.walks, settings.allowance);
        const CompareMaker maker(state, program);
        for (const Comparison::Package& package : comparison.packages)
            model.packages.push_back(maker.make(package, model.packages.size()));
        if (!model.packages.empty()) {
            model.strip = make_strip(state, program, comparison, model.packages);
            model.open_label = language.text(Text::CompareOpen);
        }
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
