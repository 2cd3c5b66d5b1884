#include "app/update.h"

#include "agenda/agenda_record.h"
#include "app/address.h"
#include "app/grid_model.h"
#include "app/shown_time.h"
#include "app/source.h"
#include "app/star_notice.h"
#include "app/update_choices.h"
#include "app/update_events.h"
#include "app/update_filter.h"
#include "app/update_plan.h"
#include "app/update_preferences.h"
#include "base/sort.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace hallway {
namespace {

void note_durable(AppState& state, std::uint64_t id, const Stamp& stamp)
{
    Stamp& latest = state.durable[id];
    latest = std::max(latest, stamp);
}

void drop_notices(AppState& state, Notice::Kind kind)
{
    std::erase_if(state.notices, [kind](const Notice& notice) { return notice.kind == kind; });
}

/// Says what was just done, and is over with the next thing.
bool is_passing(const Notice& notice) { return notice.kind >= Notice::Kind::NothingChanged; }

/// What interrupts comes first, then what was just done.
int place_of(const Notice& notice)
{
    if (notice.kind == Notice::Kind::SaveFailed) return 0;
    return is_passing(notice) ? 1 : 2;
}

void tell(AppState& state, Notice notice)
{
    std::erase_if(state.notices, [&](const Notice& other) {
        return other.kind == notice.kind && other.subject == notice.subject;
    });
    const auto at = std::ranges::find_if(
        state.notices, [&](const Notice& other) { return place_of(other) > place_of(notice); });
    state.notices.insert(at, std::move(notice));
}

/// From a session to its speaker and on to another session: each step can be taken back.
void keep_trail(AppState& state, const Route& next)
{
    if (!is_detail(next.screen)) return state.trail.clear();
    const auto passed = std::find(state.trail.begin(), state.trail.end(), next);
    if (passed != state.trail.end())
        state.trail.erase(passed, state.trail.end());
    else if (is_detail(state.route.screen) && state.route != next)
        state.trail.push_back(state.route);
}

/// A star that is given in the grid moves no column: what stands first is seen to when a day opens.
void order_rooms(AppState& state)
{
    const bool in_grid = state.program && state.list_screen == Route::Screen::Grid;
    state.first_rooms =
        in_grid ? find_starred_rooms(state, *state.program) : std::vector<std::string>();
}

/// A program without any time has no now, and one room is no grid.
void leave_what_is_absent(AppState& state)
{
    if (!state.program) return;
    const bool no_now =
        state.list_screen == Route::Screen::Now && state.program->occurrences().empty();
    const bool no_grid = state.list_screen == Route::Screen::Grid && !has_grid(*state.program);
    if (no_now || no_grid) state.list_screen = Route::Screen::Program;
}

void go_to(AppState& state, const Route& route)
{
    keep_trail(state, route);
    state.route = route;
    state.asks_to_delete = false;
    const bool was_grid = state.list_screen == Route::Screen::Grid;
    const auto day_before = state.day;
    if (!is_detail(route.screen) && route.screen != Route::Screen::Open)
        state.list_screen = route.screen;
    leave_what_is_absent(state);
    if (route.day) state.day = route.day;
    state.route_is_open = false;
    if (route.screen == Route::Screen::Program) state.filters = route.filters;
    state.dialog.reset();
    if (!was_grid || state.day != day_before) order_rooms(state);
}

/// Puts the list beside an opened session on the session's day, if that was not decided otherwise.
void follow_session_day(AppState& state)
{
    if (!state.program || state.route.screen != Route::Screen::Session || state.day) return;
    const auto index = state.program->find_session(state.route.key);
    if (!index) return;
    const auto occurrences = state.program->occurrences_of(state.program->session(*index));
    if (occurrences.empty()) {
        state.day = Unscheduled {};
        return;
    }
    const std::uint32_t day = state.program->occurrences()[occurrences[0]].day;
    state.day = Date { state.program->days()[day].date };
}

enum class Step : std::uint8_t { Undo, Redo };

void take_step(AppState& state, Step step, Effects& effects)
{
    if (!state.program) return;
    const std::string_view conference = state.program->text(state.program->conference().key);
    const std::vector<Choice> choices = step == Step::Undo
        ? state.agenda.undo(state.now_ms, conference)
        : state.agenda.redo(state.now_ms, conference);
    if (choices.empty()) return;
    for (const Choice& choice : choices) save_choice(state, choice, effects);
    const Text words = step == Step::Undo ? Text::StatusUndone : Text::StatusRedone;
    state.status = state.language.text(words,
        { { "title", (step == Step::Undo ? choices.back() : choices.front()).context.title } });
}

/// Day, search and filters are of one program.
void leave_view(AppState& state)
{
    state.day.reset();
    state.query.clear();
    state.filters.clear();
    state.open_gap.reset();
    state.full_occurrence.clear();
}

void load(AppState& state, std::string source, Effects& effects,
    LoadProgram::How how = LoadProgram::How::FromStore)
{
    state.loading = AppState::Loading { source, 0, how == LoadProgram::How::Check };
    state.load_failure.reset();
    drop_notices(state, Notice::Kind::LoadFailed);
    effects.emplace_back(LoadProgram { std::move(source), how });
}

void check_for_changes(AppState& state, Effects& effects)
{
    if (!state.program || is_file(state.program_source)) return;
    load(state, state.program_source, effects, LoadProgram::How::Check);
}

/// The same page as before the first program was opened. Choices stay.
void close_program(AppState& state)
{
    state.program.reset();
    state.program_source.clear();
    state.program_read = {};
    state.report.reset();
    state.nothing_stored = true;
    leave_view(state);
    drop_notices(state, Notice::Kind::LoadFailed);
    drop_notices(state, Notice::Kind::EntriesSkipped);
}

void remove_program(AppState& state, std::string_view source, Effects& effects)
{
    const auto at = std::ranges::find(state.shelf, source, &ShelfChanged::Entry::source);
    if (at == state.shelf.end()) return;
    std::string name =
        at->title.empty() ? place_of_source(state.language, source) : std::move(at->title);
    state.shelf.erase(at);
    // Loading it ends with it, too.
    if (state.loading && state.loading->source == source) state.loading.reset();
    if (state.program_source == source) close_program(state);
    tell(state, { Notice::Kind::ProgramRemoved, 0, {}, {}, std::move(name) });
    effects.emplace_back(ForgetProgram { std::string(source) });
}

void open_link(AppState& state, std::string_view href, Effects& effects)
{
    const Route route = parse_route(href);
    const bool elsewhere = route != state.route;
    go_to(state, route);
    if (elsewhere) effects.emplace_back(PushRoute { make_href(route) });
}

void fail_load(AppState& state, std::string source, const Error& error)
{
    state.loading.reset();
    // What is on the screen stays: the program, or the question which one to open.
    const bool stays =
        state.program || state.nothing_stored || state.route.screen == Route::Screen::Open;
    if (stays)
        tell(state, { Notice::Kind::LoadFailed, 0, error, {}, std::move(source) });
    else
        state.load_failure = AppState::LoadFailure { std::move(source), error };
}

void open_address(AppState& state, std::string_view typed, Effects& effects)
{
    if (trim(typed).empty()) return;
    if (auto address = read_address(typed))
        load(state, *std::move(address), effects);
    else
        fail_load(state, std::string(typed), { ErrorCode::FetchAddress, {}, {}, {} });
}

/// During the event the question is what to do now, else what there is.
Route first_route(const AppState& state, const Program& program)
{
    return { is_event_on(state, program) ? Route::Screen::Now : Route::Screen::Program, {}, {} };
}

void jump_to_now(AppState& state, Effects& effects)
{
    const auto date = state.program ? today(state, *state.program) : std::nullopt;
    if (!date) return;
    ++state.jump_count;
    if (state.day != ListedDay(*date)) open_link(state, program_href(*date), effects);
}

/// A file of the same name may be of another conference.
bool is_another(const AppState& state, const Program& program, std::string_view source)
{
    if (!state.program || state.program_source != source) return true;
    return state.program->text(state.program->conference().key)
        != program.text(program.conference().key);
}

/// A program that replaces another starts with a clean view; a new state of the same one, or the
/// first one that the page opens, keeps the place that the address names. `asked`: the attendee
/// chose it just now.
void show_program(
    AppState& state, Program program, const ProgramArrived& arrival, bool asked, Effects& effects)
{
    const bool another = is_another(state, program, arrival.source);
    const bool replaces = another && state.program;
    if (replaces) leave_view(state);
    state.program = std::move(program);
    state.program_source = arrival.source;
    state.program_read = arrival.read;
    state.report = arrival.report;
    state.load_failure.reset();
    drop_notices(state, Notice::Kind::LoadFailed);
    drop_notices(state, Notice::Kind::EntriesSkipped);
    if (another) {
        const std::string_view title = state.program->text(state.program->conference().title);
        effects.emplace_back(RememberSource { arrival.source, std::string(title) });
    }
    // A day or a session of the other program means nothing here.
    const bool leaves = replaces || (asked && state.route.screen == Route::Screen::Open);
    if (leaves || state.route_is_open) {
        const Route before = std::exchange(state.route, {});
        go_to(state, first_route(state, *state.program));
        if (leaves || state.route != before)
            effects.emplace_back(ReplaceRoute { make_href(state.route) });
    }
    take_zones(state, effects);
    leave_what_is_absent(state);
    follow_session_day(state);
    if (!state.day) state.day = today(state, *state.program);
    order_rooms(state);
}

// --- what takes more than a line -----------------------------------------------------------------

void star(AppState& state, std::string_view session_key, Effects& effects)
{
    toggle_star(state, session_key, effects);
    if (auto notice = find_star_notice(state, session_key)) tell(state, *std::move(notice));
}

void use_best_plan(AppState& state, Effects& effects)
{
    const std::uint32_t count = use_plan(state, effects);
    if (count == 0) return;
    tell(state, { Notice::Kind::PlanUsed, count, {}, {} });
    open_link(state, screen_href(Route::Screen::Plan), effects);
}

void toggle_gap(AppState& state, std::string_view gap)
{
    std::int32_t start = 0;
    if (std::from_chars(gap.data(), gap.data() + gap.size(), start).ec != std::errc {}) return;
    const bool open = state.open_gap == Instant { start };
    state.open_gap = open ? std::nullopt : std::optional(Instant { start });
}

void toggle_full(AppState& state, std::string_view occurrence)
{
    if (state.full_occurrence == occurrence)
        state.full_occurrence.clear();
    else
        state.full_occurrence = occurrence;
}

void go_instead_of_full(AppState& state, std::string_view occurrences, Effects& effects)
{
    const std::size_t line = occurrences.find('\n');
    if (line == std::string_view::npos) return;
    const std::string_view taken = occurrences.substr(0, line);
    if (!go_instead(state, taken, occurrences.substr(line + 1), effects)) return;
    state.full_occurrence.clear();
    tell(state, { Notice::Kind::GoneInstead, 0, {}, {}, std::string(taken) });
}

void dismiss_notice(AppState& state)
{
    if (!state.notices.empty()) state.notices.erase(state.notices.begin());
}

void save_copy(const AppState& state, Effects& effects)
{
    effects.emplace_back(
        Download { std::string(state.language.text(Text::FileCopyName)) + ".hallway",
            "application/octet-stream", encode_records(state.agenda.writes()) });
}

void clear_filters(AppState& state, Effects& effects)
{
    state.query.clear();
    drop_filters(state, {}, effects);
}

void toggle_plain_page(AppState& state, Effects& effects)
{
    const bool on = !state.preferences.plain_page;
    set_preference(state, on ? "plain-page=on" : "plain-page=off", effects);
}

void do_intent(AppState& state, const Intent& intent, Effects& effects)
{
    using enum IntentKind;
    const std::string_view subject = intent.subject;
    switch (intent.kind) {
    case None:
    case SetNote: // comes as typed text
        return;
    case OpenLink: return open_link(state, subject, effects);
    case ToggleStar: return star(state, subject, effects);
    case SetKeenness: return set_keenness(state, subject, effects);
    case ToggleGoing: return toggle_going(state, subject, effects);
    case GoOnly: return go_only(state, subject, effects);
    case StayForPart: return stay_for_part(state, subject, effects);
    case UsePlan: return use_best_plan(state, effects);
    case RetryPlan: return retry_plan(state);
    case PickPlan: return pick_plan(state);
    case TogglePick: return toggle_pick(state, subject);
    case ToggleGap: return toggle_gap(state, subject);
    case ToggleFull: return toggle_full(state, subject);
    case GoInstead: return go_instead_of_full(state, subject, effects);
    case TogglePlace: return toggle_place(state, subject, effects);
    case ToggleAttended: return toggle_choice(state, ChoiceField::Attended, subject, effects);
    case PassOver: return toggle_choice(state, ChoiceField::Seen, subject, effects);
    case SetRating: return set_rating(state, subject, effects);
    case ToggleFilter: return change_filter(state, subject, effects);
    case DropFilters: return drop_filters(state, subject, effects);
    case OpenFilters: return open_filters(state, subject);
    case OpenDays: state.dialog = Dialog { Dialog::Kind::DaySheet }; return;
    case CloseDialog: state.dialog.reset(); return;
    case SetQuery: state.query = subject; return;
    case ClearFilters: return clear_filters(state, effects);
    case Undo: return take_step(state, Step::Undo, effects);
    case Redo: return take_step(state, Step::Redo, effects);
    case OpenAddress: return open_address(state, subject, effects);
    case SetAddress: state.address = subject; return;
    case OpenProgram: return load(state, std::string(subject), effects);
    case RemoveProgram: return remove_program(state, subject, effects);
    case CheckForChanges: return check_for_changes(state, effects);
    case ToggleRunning: state.shows_running = !state.shows_running; return;
    case ToggleSoon: state.shows_soon = !state.shows_soon; return;
    case JumpToNow: return jump_to_now(state, effects);
    case ShowRealTime: effects.emplace_back(LeaveSetTime {}); return;
    case OpenEvent: return open_event(state, subject);
    case SetEventTitle:
    case SetEventPlace:
    case SetEventStart:
    case SetEventEnd: return type_event(state, intent.kind, subject);
    case SetEventDay: return set_event_day(state, subject);
    case SaveEvent: return save_event(state, effects);
    case RemoveEvent: return remove_event(state, effects);
    case TurnRooms: effects.emplace_back(ScrollRooms { std::string(subject) }); return;
    case ChooseFile: effects.emplace_back(PickFile {}); return;
    case OpenSample: return load(state, std::string(sample_source), effects);
    case OpenChooser: return open_link(state, screen_href(Route::Screen::Open), effects);
    case DismissNotice: return dismiss_notice(state);
    case SaveCopy: return save_copy(state, effects);
    case RetrySave: effects.emplace_back(RetryWrites {}); return;
    case TogglePlainPage: return toggle_plain_page(state, effects);
    case SetPreference: return set_preference(state, subject, effects);
    case DeleteData: return delete_data(state, subject, effects);
    case RestoreData: return restore_data(state, effects);
    }
}

struct HostUpdate {
    AppState& state;
    Effects& effects;

    void operator()(const RouteChanged& change)
    {
        go_to(state, parse_route(change.href));
        follow_session_day(state);
    }
    void operator()(const ProgramArrived& arrival)
    {
        const bool checked = state.loading && state.loading->is_check;
        const bool asked = state.loading && !checked;
        if (!arrival.from_store) state.loading.reset();
        auto program = Program::open(arrival.pack);
        if (!program) {
            // A stored pack of another version or damaged is no loss: its source is being read
            // again.
            if (!arrival.from_store) (*this)(LoadFailed { arrival.source, program.error() });
            return;
        }
        show_program(state, *std::move(program), arrival, asked, effects);
        if (arrival.from_store) return;
        if (arrival.report && arrival.report->skipped_count > 0)
            tell(state,
                { Notice::Kind::EntriesSkipped, arrival.report->skipped_count, {},
                    arrival.report });
        if (checked) tell(state, { Notice::Kind::ProgramChanged, 0, {}, {} });
    }
    void operator()(const ProgramUnchanged& unchanged)
    {
        // The stored pack was damaged or of another version, so there is nothing that could be
        // unchanged.
        if (!state.program || state.program_source != unchanged.source) {
            effects.emplace_back(LoadProgram { unchanged.source, LoadProgram::How::Anew });
            return;
        }
        state.program_read = unchanged.read;
        if (state.loading && state.loading->is_check)
            tell(state, { Notice::Kind::NothingChanged, 0, {}, {} });
        state.loading.reset();
    }
    void operator()(const LoadProgress& progress)
    {
        if (!state.loading || state.loading->source != progress.source)
            state.loading = AppState::Loading { progress.source };
        state.loading->permille = progress.permille;
    }
    void operator()(const LoadFailed& failure) { fail_load(state, failure.source, failure.error); }
    void operator()(const NothingStored&) { state.nothing_stored = true, state.loading.reset(); }
    void operator()(const ShelfChanged& change)
    {
        const std::vector<ShelfChanged::Entry>& entries = change.entries;
        state.shelf.clear();
        const auto read_later = [&](std::uint32_t a, std::uint32_t b) {
            return entries[a].read.ms > entries[b].read.ms;
        };
        for (const std::uint32_t at : sorted_positions(entries.size(), read_later))
            state.shelf.push_back(entries[at]);
    }
    void operator()(const FilesKept& kept)
    {
        tell(state, { Notice::Kind::FilesKept, kept.count, {}, {} });
    }
    void operator()(const StoredRowsArrived& arrival)
    {
        std::vector<StoredRow> rows;
        for (const StoredRowsArrived::Row& row : arrival.rows)
            rows.push_back({ row.source, row.records });
        const StoredRowsReport report = read_stored_rows(state.agenda, rows);
        state.durable.clear();
        for (const auto& [key, choice] : state.agenda.choices())
            note_durable(state, choice_id(key), choice.stamp);
        for (const Choice& choice : report.journal_lacks)
            state.durable.erase(choice_id(choice.key));
        if (report.damaged_count > 0)
            tell(state, { Notice::Kind::RecordsDamaged, report.damaged_count, {}, {} });
        state.has_newer_records = report.newer_count > 0;
        if (state.has_newer_records)
            tell(state, { Notice::Kind::RecordsNewer, report.newer_count, {}, {} });
        mend_store(report, arrival);
    }
    void operator()(const RecordsArrived& arrival)
    {
        for (const Choice& choice : decode_records(arrival.records).choices) {
            state.agenda.merge(choice);
            if (arrival.durable) note_durable(state, choice_id(choice.key), choice.stamp);
        }
    }
    void operator()(const RecordSaved& saved)
    {
        const auto at = state.unsaved.find(saved.choice_id);
        // Writes of one choice may end in any order, so only the last to end tells of the latest.
        if (at != state.unsaved.end() && --at->second.writes == 0) {
            note_durable(state, at->first, at->second.latest);
            state.unsaved.erase(at);
        }
        if (state.unsaved.empty()) drop_notices(state, Notice::Kind::SaveFailed);
    }
    void operator()(const SaveFailed& failure)
    {
        tell(state, { Notice::Kind::SaveFailed, 0, failure.error, {} });
    }
    void operator()(const StorageWeak&) { tell(state, { Notice::Kind::StorageWeak, 0, {}, {} }); }
    void operator()(const ZoneDescribed& described)
    {
        state.device_zone_name = described.zone.name();
        state.device_zone = described.zone;
        take_zones(state, effects);
    }
    void operator()(const PlanNews& news) { hear_of_plan(state, news); }

    /// Both stores end up with every choice; damaged rows stand aside; a long journal becomes a
    /// snapshot.
    void mend_store(const StoredRowsReport& report, const StoredRowsArrived& arrival)
    {
        constexpr std::size_t surplus_max = 200;
        if (!report.damaged.empty())
            effects.emplace_back(SetAside { arrival.batch, report.damaged, report.rescued });
        if (!arrival.complete) return;
        for (const Choice& choice : report.journal_lacks) save_choice(state, choice, effects);
        for (const Choice& choice : report.copy_lacks)
            effects.emplace_back(CopyRecord { choice_id(choice.key), encode_record(choice) });
        const std::vector<Choice> writes = state.agenda.writes();
        if (report.replaceable.size() > 2 * writes.size() + surplus_max)
            effects.emplace_back(
                Compact { arrival.batch, report.replaceable, encode_records(writes) });
    }
};

} // namespace

void update(AppState& state, const Intent& intent, Effects& effects)
{
    state.status.clear();
    // Closing the notice is no next thing: another one would be closed instead.
    if (intent.kind != IntentKind::DismissNotice) std::erase_if(state.notices, is_passing);
    state.agenda.begin_step();
    do_intent(state, intent, effects);
    ++state.revision;
}

namespace {

/// A field whose text is the state's as it is typed.
bool is_typed(IntentKind kind)
{
    return kind == IntentKind::SetQuery || kind == IntentKind::SetAddress || is_of_event_form(kind);
}

} // namespace

void activate(AppState& state, const Intent& intent, Effects& effects)
{
    if (is_of_event_form(intent.kind)) return update(state, SaveEvent {}, effects);
    if (intent.kind != IntentKind::SetAddress) return update(state, intent, effects);
    const std::string address = state.address;
    update(state, OpenAddress { address }, effects);
}

void type_into(AppState& state, const Intent& intent, std::string_view text, Effects& effects)
{
    if (is_typed(intent.kind)) update(state, { intent.kind, text }, effects);
    if (intent.kind == IntentKind::SetNote) {
        state.agenda.begin_step();
        write_note(state, intent.subject, text, effects);
        ++state.revision;
    }
}

void receive(AppState& state, const HostEvent& event, Effects& effects)
{
    std::visit(HostUpdate { state, effects }, event);
    ++state.revision;
}

void start(AppState& state, std::string_view address, std::string_view hash, Effects& effects)
{
    go_to(state, parse_route(hash));
    state.route_is_open = hash.empty();
    if (address.empty())
        effects.emplace_back(LoadLastProgram {});
    else
        load(state, std::string(address), effects);
    ++state.revision;
}

void apply_settings(AppState& state, ByteView settings, Effects& effects)
{
    if (const auto preferences = decode_preferences(settings))
        use_preferences(state, *preferences, effects);
}

} // namespace hallway
