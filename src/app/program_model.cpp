#include "app/describe_session.h"
#include "app/listed_days.h"
#include "app/make_filters.h"
#include "app/page_model.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "base/hash.h"
#include "planner/choices.h"
#include "planner/listing.h"

#include <algorithm>

namespace hallway {
namespace {

/// Builds the list for one day, or for the sessions without a time.
class ListMaker {
public:
    ListMaker(
        const AppState& state, const Program& program, const Listing& listing, ProgramModel& model)
        : state_(state), program_(program), language_(state.language), listing_(listing),
          model_(model), conference_(program.text(program.conference().key)),
          rivalries_(find_rivalries(make_own_plan(state, program))),
          is_event_on_(is_event_on(state, program)), now_(shown_instant(state, program)),
          today_(today(state, program))
    {
    }

    void add_day(std::size_t day)
    {
        const Date date { program_.days()[day].date };
        for (const OccurrenceIndex index : listing_.days[day]) {
            const pack::OccurrenceRecord& occurrence = program_.occurrence(index);
            if (model_.slots.empty() || occurrence.start != slot_start_)
                open_slot(occurrence, date);
            add_row(program_.sessions()[occurrence.session], occurrence.session, &occurrence);
            if ((occurrence.flags & pack::OccurrenceCancelled) == 0)
                running_until_.push_back(occurrence.end);
            if (today_ == date) find_now(occurrence);
        }
        close_slot();
        // What went on when a slot began is of no use any more when it has passed.
        for (std::size_t i = 0; i < model_.slots.size(); ++i)
            if (today_ != date || i >= model_.now_slot)
                add_still_running(model_.slots[i], running_[i]);
        // Who searches looks through all that is found.
        if (!state_.query.empty()) model_.now_slot = 0;
    }

    void add_unscheduled()
    {
        std::string_view slot_time;
        for (const SessionIndex index : listing_.unscheduled) {
            const pack::SessionRecord& session = program_.session(index);
            const std::string_view time = program_.text(session.written_time);
            if (model_.slots.empty() || time != slot_time) open_slot(time, index);
            slot_time = time;
            add_row(session, position(index), nullptr);
        }
        close_slot();
    }

private:
    void open_slot(const pack::OccurrenceRecord& occurrence, Date day)
    {
        close_slot();
        slot_start_ = occurrence.start;
        TimeSlot slot;
        slot.key = mix64(model_key("slot", ""), static_cast<std::uint64_t>(occurrence.start));
        slot.time = language_.time(occurrence.start, program_.zone());
        slot.note = other_date_text(program_, language_, occurrence.start, day);
        std::erase_if(running_until_, [this](std::int32_t end) { return end <= slot_start_; });
        running_.push_back(static_cast<std::int32_t>(running_until_.size()));
        slot.first_row = model_.rows.size();
        model_.slots.push_back(std::move(slot));
    }

    /// "Now" is in the slot that began last, or, when all in it is over, in the one after it.
    void find_now(const pack::OccurrenceRecord& occurrence)
    {
        const std::size_t slot = model_.slots.size() - 1;
        std::size_t& target = model_.now_slot;
        const bool begun = occurrence.start <= now_.minutes;
        if (begun) {
            goes_on_ = (goes_on_ && slot == target) || occurrence.end > now_.minutes;
            target = slot;
        } else if (!goes_on_ && slot == target + 1) {
            target = slot;
            goes_on_ = true;
        }
    }

    /// What began before a slot and goes on.
    void add_still_running(TimeSlot& slot, std::int32_t count)
    {
        if (count == 0) return;
        std::string text = language_.plural(Text::SlotStillRunning, count);
        slot.note = slot.note.empty()
            ? std::move(text)
            : language_.text(Text::SlotNotes, { { "note", slot.note }, { "more", text } });
    }

    /// A slot of sessions that stand on no day, under the time in the file's own words, if any.
    void open_slot(std::string_view written_time, SessionIndex first)
    {
        close_slot();
        TimeSlot slot;
        slot.key = model_key("slot", "unscheduled");
        // The same words may come again further down.
        if (!model_.slots.empty()) slot.key = mix64(slot.key, position(first));
        slot.time = written_time;
        if (slot.time.empty()) slot.time = language_.text(Text::SlotUnscheduled);
        slot.first_row = model_.rows.size();
        model_.slots.push_back(std::move(slot));
    }

    void close_slot()
    {
        if (model_.slots.empty() || model_.slots.back().row_count > 0) return;
        TimeSlot& slot = model_.slots.back();
        slot.row_count = model_.rows.size() - slot.first_row;
        const auto rows = model_.rows.begin() + static_cast<std::ptrdiff_t>(slot.first_row);
        const auto starred = std::count_if(rows, model_.rows.end(),
            [](const SessionRow& row) { return is_starred(row.keenness); });
        const auto count = static_cast<std::int64_t>(slot.row_count);
        slot.count = starred == 0 ? language_.plural(Text::SlotSessions, count)
                                  : language_.plural(Text::SlotSessionsStarred, count,
                                      { { "starred", std::to_string(starred) } });
    }

    /// What the attendee has to know of it here, of what is in my plan; that it is cancelled says
    /// all.
    [[nodiscard]] std::string mark_text(
        const SessionRow& row, const pack::OccurrenceRecord& occurrence) const
    {
        if (row.cancelled) return {};
        if (row.going) return std::string(language_.text(Text::ChoiceGoing));
        return clash_text(
            program_, language_, rivalries_of(rivalries_, program_.index_of(occurrence)));
    }

    void add_row(const pack::SessionRecord& session, std::uint32_t index,
        const pack::OccurrenceRecord* occurrence)
    {
        SessionRow row;
        row.session_key = program_.text(session.key);
        row.key = model_key("row", row.session_key);
        if (occurrence != nullptr) row.key = mix64(row.key, hash64(program_.text(occurrence->key)));
        row.href = session_href(row.session_key);
        row.title = program_.text(session.title);
        row.language = title_language(program_, session);
        row.people = people_text(program_, session);
        row.track =
            session.track == pack::none ? "" : program_.text(program_.tracks()[session.track].name);
        row.track_color = track_color(session);
        row.star_label = language_.text(Text::RowStar, { { "title", row.title } });
        row.keenness = listing_.opinions.keenness[index];
        row.saved = is_saved(state_, conference_, row.session_key);
        row.current =
            state_.route.screen == Route::Screen::Session && state_.route.key == row.session_key;
        if (occurrence != nullptr) {
            row.room = place_text(program_, language_, *occurrence);
            row.length = length_text(language_, *occurrence);
            row.cancelled = (occurrence->flags & pack::OccurrenceCancelled) != 0;
            // A struck title alone says nothing to a screen reader.
            if (row.cancelled)
                row.track = with_before(row.track, language_.text(Text::RowCancelled));
            row.over = is_event_on_ && can_be_over(*occurrence) && occurrence->end <= now_.minutes;
            // Nor does a pale one.
            if (row.over) row.track = with_before(row.track, language_.text(Text::RowOver));
            row.going = !row.cancelled
                && is_pinned(program_, state_.agenda, program_.index_of(*occurrence));
            row.mark = mark_text(row, *occurrence);
        } else {
            row.room = program_.text(session.written_place);
        }
        model_.rows.push_back(std::move(row));
    }

    const AppState& state_;
    const Program& program_;
    const Language& language_;
    const Listing& listing_;
    ProgramModel& model_;
    std::string_view conference_;
    std::vector<Rivalry> rivalries_;
    bool is_event_on_ = false;
    Instant now_;
    std::int32_t slot_start_ = 0;
    std::optional<Date> today_;               ///< of the event
    bool goes_on_ = true;                     ///< something in the slot that `find_now` found
    std::vector<std::int32_t> running_;       ///< by slot: how much began before and goes on
    std::vector<std::int32_t> running_until_; ///< ends of what began before, as instants
};

} // namespace

void add_program_list(PageModel& page, const AppState& state, const Program& program, Layout layout)
{
    const Language& language = state.language;
    const Listing listing =
        make_listing(program, state.agenda, { Query(state.query), state.filters });
    const std::size_t day = shown_day(state, program);

    page.program = std::make_unique<ProgramModel>();
    ProgramModel& model = *page.program;
    model.search_label = language.text(Text::SearchLabel);
    model.search_hint = language.text(
        Text::SearchHint, { { "conference", program.text(program.conference().title) } });
    model.query = state.query;
    std::vector<std::size_t> counts;
    for (const auto& of_day : listing.days) counts.push_back(of_day.size());
    model.days = make_day_tabs(
        state, program, layout, Route::Screen::Program, counts, listing.unscheduled.size());
    model.filters = make_filter_bar(state, listing, layout == Layout::Phone);
    model.list_label = list_label(program, language, day);
    if (today(state, program)) model.jump = make_action(language, Text::ProgramJump, JumpToNow {});
    model.jump_number = state.jump_count;

    ListMaker list(state, program, listing, model);
    if (day < program.days().size())
        list.add_day(day);
    else
        list.add_unscheduled();
    if (model.rows.empty()) model.empty = make_no_hits(state, program, listing, day);

    model.scroll_key = mix64(hash64(make_href({ {}, {}, {}, state.filters })), day);
    model.scroll_key = mix64(hash64(state.query), model.scroll_key);
    if (state.dialog && state.dialog->kind == Dialog::Kind::FilterSheet)
        page.filter_sheet = std::make_unique<FilterSheet>(
            make_filter_sheet(state, listing, find_facet(state.dialog->subject)));
}

std::optional<Instant> next_listed_end(const AppState& state, const Program& program)
{
    const std::size_t day = shown_day(state, program);
    if (day >= program.days().size() || !is_event_on(state, program)) return std::nullopt;
    const std::int32_t now = shown_instant(state, program).minutes;
    const pack::DayRecord& record = program.days()[day];
    std::optional<Instant> next;
    for (std::uint32_t i = 0; i < record.occurrence_count; ++i) {
        const auto& it = program.occurrences()[record.first_occurrence + i];
        if (can_be_over(it) && it.end > now && (!next || it.end < next->minutes))
            next = Instant { it.end };
    }
    return next;
}

} // namespace hallway
