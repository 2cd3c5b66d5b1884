#include "app/grid_model.h"

#include "app/describe_session.h"
#include "app/listed_days.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "base/hash.h"
#include "base/sort.h"
#include "planner/choices.h"
#include "planner/listing.h"
#include "program/event_days.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace hallway {
namespace {

constexpr std::int32_t hour = 60;
constexpr std::int32_t marks_apart = 30;
/// A moment is shown as long as this, and takes up the room that long.
constexpr std::int32_t length_min = 5;

/// Columns of those who have no room, after all rooms.
constexpr std::uint32_t online = pack::none - 1;
constexpr std::uint32_t announced_later = pack::none;

struct Span {
    std::int32_t from = 0, to = 0;
    [[nodiscard]] bool overlaps(Span other) const { return from < other.to && other.from < to; }
};

/// What is known of a column while sessions are put into it.
struct Draft {
    std::uint32_t room = announced_later;
    std::vector<const pack::OccurrenceRecord*> occurrences;
};

/// What is open for so long beside what is shorter, as an exhibition, is a strip.
constexpr std::int32_t strip_length_min = 4 * hour;

/// Returns how many there are: each has a lane of its own.
std::uint16_t find_strips(std::span<GridModel::Block> blocks)
{
    std::uint16_t count = 0;
    const auto is_long = [](const GridModel::Block& it) { return it.length >= strip_length_min; };
    for (GridModel::Block& block : blocks) {
        const Span span { block.start, block.start + block.length };
        block.strip =
            is_long(block) && std::ranges::any_of(blocks, [&](const GridModel::Block& other) {
                return !is_long(other)
                    && span.overlaps({ other.start, other.start + other.length });
            });
        if (block.strip) block.lane = count++;
    }
    return count;
}

/// Gives each block of a column that is no strip its lane: those that overlap stand beside each
/// other, each in the first lane that is free.
void set_lanes(std::span<GridModel::Block> blocks)
{
    std::vector<std::uint32_t> group; // Those that overlap, one by one.
    std::vector<std::int32_t> lane_ends;
    std::int32_t group_end = std::numeric_limits<std::int32_t>::min();
    const auto close_group = [&] {
        bool same_time = true;
        for (const std::uint32_t i : group)
            same_time &= blocks[i].start == blocks[group.front()].start
                && blocks[i].length == blocks[group.front()].length;
        for (const std::uint32_t i : group) {
            blocks[i].lanes = static_cast<std::uint16_t>(lane_ends.size());
            blocks[i].same_time = same_time;
        }
        group.clear();
        lane_ends.clear();
    };
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        GridModel::Block& block = blocks[i];
        if (block.strip) continue;
        if (block.start >= group_end) close_group();
        const auto lane = std::find_if(lane_ends.begin(), lane_ends.end(),
            [&](std::int32_t end) { return end <= block.start; });
        block.lane = static_cast<std::uint16_t>(lane - lane_ends.begin());
        const std::int32_t end = block.start + block.length;
        if (lane == lane_ends.end())
            lane_ends.push_back(end);
        else
            *lane = end;
        group_end = std::max(group_end, end);
        group.push_back(i);
    }
    close_group();
}

/// Builds the grid of one event day.
class GridMaker {
public:
    GridMaker(const AppState& state, const Program& program, std::size_t day, GridModel& model)
        : state_(state), program_(program), language_(state.language), model_(model),
          day_(program.days()[day]), conference_(program.text(program.conference().key)),
          rivalries_(find_rivalries(make_own_plan(state, program)))
    {
        const std::int32_t next_day = day_.date + 1;
        day_end_ =
            program.zone().instant({ { next_day }, program.conference().day_boundary }).minutes;
    }

    void make()
    {
        find_length();
        if (model_.length == 0) return;
        collect();
        place_breaks();
        write_columns();
        add_marks();
    }

private:
    [[nodiscard]] Span span_of(const pack::OccurrenceRecord& occurrence) const
    {
        // What starts after the boundary that the file gives is nevertheless of this day.
        const std::int32_t last = std::max(day_end_, occurrence.start + length_min);
        const std::int32_t end = std::max(occurrence.end, occurrence.start + length_min);
        return { occurrence.start, std::min(end, last) };
    }

    /// From the hour of the first start to that of the last end.
    void find_length()
    {
        const auto occurrences = program_.occurrences_of(day_);
        if (occurrences.empty()) return;
        std::int32_t last = occurrences.front().start;
        first_ = last;
        for (const pack::OccurrenceRecord& occurrence : occurrences) {
            first_ = std::min(first_, occurrence.start);
            last = std::max(last, span_of(occurrence).to);
        }
        first_ -= program_.wall_time(first_).minute_of_day % hour;
        model_.length = (last - first_ + hour - 1) / hour * hour;
    }

    [[nodiscard]] bool is_break(const pack::OccurrenceRecord& occurrence) const
    {
        return program_.sessions()[occurrence.session].kind == pack::SessionKind::Break;
    }

    /// A break in several rooms, or in none that the file names: where nothing else is, one band
    /// shows it.
    [[nodiscard]] bool is_common(const pack::OccurrenceRecord& occurrence) const
    {
        const bool elsewhere = (occurrence.flags & pack::OccurrenceOnline) != 0;
        const std::size_t rooms = program_.rooms_of(occurrence).size();
        return is_break(occurrence) && (rooms > 1 || (rooms == 0 && !elsewhere));
    }

    void collect()
    {
        std::vector<Draft> of_room(program_.rooms().size());
        Draft online_ones { online, {} }, roomless { announced_later, {} };
        std::vector<bool> used(program_.rooms().size());
        for (const pack::OccurrenceRecord& occurrence : program_.occurrences_of(day_)) {
            const auto rooms = program_.rooms_of(occurrence);
            for (const std::uint32_t room : rooms) used[room] = true;
            if (is_common(occurrence)) {
                breaks_.push_back(&occurrence);
                continue;
            }
            for (const std::uint32_t room : rooms) of_room[room].occurrences.push_back(&occurrence);
            if (!rooms.empty()) continue;
            const bool elsewhere = (occurrence.flags & pack::OccurrenceOnline) != 0;
            (elsewhere ? online_ones : roomless).occurrences.push_back(&occurrence);
        }
        for (const std::uint32_t room : rooms_in_order(used)) {
            of_room[room].room = room;
            room_count_ += 1;
            drafts_.push_back(std::move(of_room[room]));
        }
        for (Draft* rest : { &online_ones, &roomless })
            if (!rest->occurrences.empty()) drafts_.push_back(std::move(*rest));
    }

    /// Rooms with stars, then the others. Those of an area stand together, where the file has the
    /// first of them.
    [[nodiscard]] std::vector<std::uint32_t> rooms_in_order(const std::vector<bool>& used) const
    {
        const auto rooms = program_.rooms();
        std::vector<std::uint32_t> order, area_first(program_.areas().size(), pack::none);
        for (std::uint32_t room = 0; room < rooms.size(); ++room) {
            if (used[room]) order.push_back(room);
            if (rooms[room].area != pack::none)
                area_first[rooms[room].area] = std::min(area_first[rooms[room].area], room);
        }
        const auto place_of = [&](std::uint32_t room) {
            const std::uint32_t area = rooms[room].area;
            const std::string_view key = program_.text(rooms[room].key);
            const bool starred =
                std::ranges::find(state_.first_rooms, key) != state_.first_rooms.end();
            return std::tuple(!starred, area == pack::none ? room : area_first[area], room);
        };
        sort_positions(
            order, [&](std::uint32_t a, std::uint32_t b) { return place_of(a) < place_of(b); });
        return order;
    }

    [[nodiscard]] bool is_in(const pack::OccurrenceRecord& occurrence, const Draft& draft) const
    {
        return program_.rooms_of(occurrence).empty()
            || is_in_room(program_, occurrence, draft.room);
    }

    /// Where nothing else is at the time, a break is one band over all columns; else it is a band
    /// over those of its columns that are free and stand beside each other.
    void place_breaks()
    {
        for (const pack::OccurrenceRecord* occurrence : breaks_) {
            const Span span = span_of(*occurrence);
            std::vector<bool> busy;
            for (std::size_t i = 0; i < drafts_.size(); ++i) busy.push_back(is_busy(i, span));
            const bool everywhere = !drafts_.empty() && std::ranges::find(busy, true) == busy.end();
            if (everywhere) {
                add_band(*occurrence, 0, drafts_.size());
                continue;
            }
            place_in_runs(*occurrence, busy);
        }
    }

    void place_in_runs(const pack::OccurrenceRecord& occurrence, const std::vector<bool>& busy)
    {
        const bool roomless = program_.rooms_of(occurrence).empty();
        bool placed = false;
        for (std::size_t i = 0; i < drafts_.size();) {
            std::size_t end = i;
            while (end < drafts_.size() && !busy[end] && is_in(occurrence, drafts_[end])) ++end;
            if (end > i + 1 || (end > i && roomless)) {
                add_band(occurrence, i, end - i);
                placed = true;
            } else if (!roomless && is_in(occurrence, drafts_[i])) {
                insert_by_start(drafts_[i].occurrences, occurrence);
            }
            i = std::max(end, i + 1);
        }
        if (!roomless || placed) return;
        if (drafts_.empty() || drafts_.back().room != announced_later)
            drafts_.push_back({ announced_later, {} });
        insert_by_start(drafts_.back().occurrences, occurrence);
    }

    static void insert_by_start(std::vector<const pack::OccurrenceRecord*>& occurrences,
        const pack::OccurrenceRecord& occurrence)
    {
        const auto later = std::ranges::find_if(occurrences,
            [&](const pack::OccurrenceRecord* other) { return other->start > occurrence.start; });
        occurrences.insert(later, &occurrence);
    }

    [[nodiscard]] bool is_busy(std::size_t column, Span span) const
    {
        for (const pack::OccurrenceRecord* other : drafts_[column].occurrences)
            if (span_of(*other).overlaps(span)) return true;
        return std::ranges::any_of(model_.bands, [&](const GridModel::Band& band) {
            const Span taken { first_ + band.block.start,
                first_ + band.block.start + band.block.length };
            return column >= band.first_column && column < band.first_column + band.column_count
                && taken.overlaps(span);
        });
    }

    void add_band(const pack::OccurrenceRecord& occurrence, std::size_t from, std::size_t count)
    {
        model_.bands.push_back({ make_block(occurrence, from), from, count });
    }

    void write_columns()
    {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            const Draft& draft = drafts_[i];
            GridModel::Column column = make_column(draft, i);
            column.first_block = model_.blocks.size();
            column.block_count = draft.occurrences.size();
            for (const pack::OccurrenceRecord* occurrence : draft.occurrences)
                model_.blocks.push_back(make_block(*occurrence, draft.room));
            const auto blocks =
                std::span(model_.blocks).subspan(column.first_block, column.block_count);
            column.strips = find_strips(blocks);
            set_lanes(blocks);
            model_.columns.push_back(std::move(column));
        }
    }

    [[nodiscard]] GridModel::Column make_column(const Draft& draft, std::size_t number) const
    {
        GridModel::Column column;
        if (!draft.occurrences.empty())
            column.count = language_.plural(
                Text::SlotSessions, static_cast<std::int64_t>(draft.occurrences.size()));
        if (draft.room == online || draft.room == announced_later) {
            column.name =
                language_.text(draft.room == online ? Text::RowOnline : Text::RowPlaceUnknown);
            column.key = model_key("no room", column.name);
            return column;
        }
        const pack::RoomRecord& room = program_.rooms()[draft.room];
        const std::string_view key = program_.text(room.key);
        column.key = model_key("column", key);
        column.name = program_.text(room.name);
        column.href = room_href(key);
        column.area = room_area_text(program_, language_, room);
        column.place = language_.text(Text::GridPlace,
            { { "n", std::to_string(number + 1) }, { "count", std::to_string(room_count_) } });
        return column;
    }

    /// `place`: tells the same session in several rooms apart.
    [[nodiscard]] GridModel::Block make_block(
        const pack::OccurrenceRecord& occurrence, std::uint64_t place) const
    {
        const pack::SessionRecord& session = program_.sessions()[occurrence.session];
        GridModel::Block block;
        block.session_key = program_.text(session.key);
        block.key = mix64(
            mix64(model_key("block", block.session_key), hash64(program_.text(occurrence.key))),
            place);
        block.href = session_href(block.session_key);
        block.title = program_.text(session.title);
        block.language = title_language(program_, session);
        block.link_label = language_.text(Text::GridSession,
            { { "title", block.title },
                { "time", language_.time(occurrence.start, program_.zone()) } });
        block.people = people_text(program_, session);
        block.span = span_text(program_, language_, occurrence);
        block.duration = length_text(language_, occurrence);
        block.star_label = language_.text(Text::RowStar, { { "title", block.title } });
        const Span span = span_of(occurrence);
        block.start = span.from - first_;
        block.length = span.to - span.from;
        block.track_color = track_color(session);
        block.keenness = keenness_of(state_.agenda, conference_, block.session_key);
        block.saved = is_saved(state_, conference_, block.session_key);
        block.current =
            state_.route.screen == Route::Screen::Session && state_.route.key == block.session_key;
        block.cancelled = (occurrence.flags & pack::OccurrenceCancelled) != 0;
        if (block.cancelled) {
            block.span = with_before(block.span, language_.text(Text::RowCancelled));
            return block;
        }
        const OccurrenceIndex index = program_.index_of(occurrence);
        block.going = is_pinned(program_, state_.agenda, index);
        block.people = with_before(block.people,
            block.going ? std::string(language_.text(Text::ChoiceGoing))
                        : clash_text(program_, language_, rivalries_of(rivalries_, index)));
        return block;
    }

    void add_marks()
    {
        for (std::int32_t minute = 0; minute <= model_.length; minute += marks_apart)
            model_.marks.push_back({ minute, time_at(minute) });
        const std::int32_t now = shown_instant(state_, program_).minutes - first_;
        if (now >= 0 && now <= model_.length) model_.now = { now, time_at(now) };
    }

    [[nodiscard]] std::string time_at(std::int32_t minute) const
    {
        return language_.time_brief(language_.wall_time(first_ + minute, program_.zone()));
    }

    const AppState& state_;
    const Program& program_;
    const Language& language_;
    GridModel& model_;
    const pack::DayRecord& day_;
    std::string_view conference_;
    std::vector<Rivalry> rivalries_;
    std::int32_t day_end_ = 0, first_ = 0;
    std::vector<Draft> drafts_;
    std::vector<const pack::OccurrenceRecord*> breaks_;
    std::size_t room_count_ = 0;
};

/// The event day that the grid shows: where the list shows what has no time, the first.
std::optional<std::size_t> grid_day(const AppState& state, const Program& program)
{
    if (program.days().empty()) return std::nullopt;
    const std::size_t day = shown_day(state, program);
    return day < program.days().size() ? day : 0;
}

} // namespace

bool has_grid(const Program& program)
{
    return program.rooms().size() > 1 && !program.days().empty();
}

std::vector<std::string> find_starred_rooms(const AppState& state, const Program& program)
{
    std::vector<std::string> keys;
    const auto day = grid_day(state, program);
    if (!day) return keys;
    const std::string_view conference = program.text(program.conference().key);
    std::vector<bool> found(program.rooms().size());
    for (const pack::OccurrenceRecord& occurrence : program.occurrences_of(program.days()[*day])) {
        const std::string_view session = program.text(program.sessions()[occurrence.session].key);
        if (!is_starred(state.agenda, conference, session)) continue;
        for (const std::uint32_t room : program.rooms_of(occurrence)) found[room] = true;
    }
    for (std::size_t room = 0; room < found.size(); ++room)
        if (found[room]) keys.emplace_back(program.text(program.rooms()[room].key));
    return keys;
}

GridModel make_grid_model(const AppState& state, const Program& program, Layout layout)
{
    const Language& language = state.language;
    const bool phone = layout == Layout::Phone;
    GridModel model;
    std::vector<std::size_t> counts;
    for (const pack::DayRecord& day : program.days()) counts.push_back(day.occurrence_count);
    model.days = make_day_tabs(
        state, program, layout, Route::Screen::Grid, counts, program.unscheduled().size());
    model.previous_label = language.text(phone ? Text::GridPrevious : Text::GridPreviousMany);
    model.next_label = language.text(phone ? Text::GridNext : Text::GridNextMany);
    model.bands_label = language.text(Text::GridBands);
    const auto day = grid_day(state, program);
    if (!day) {
        model.empty = EmptyState { language.text(Text::EmptyProgramTitle),
            language.text(Text::EmptyProgramText), {} };
        return model;
    }
    for (std::size_t i = 0; i < model.days.days.size(); ++i) model.days.days[i].current = i == *day;
    model.list_label =
        language.text(Text::GridLabel, { { "day", day_name(program, language, *day) } });
    model.scroll_key = mix64(model_key("grid", ""), *day);
    GridMaker(state, program, *day, model).make();
    return model;
}

} // namespace hallway
