#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/personal_events.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "base/hash.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/meetings.h"
#include "planner/now_next.h"
#include "planner/plan.h"
#include "planner/proposals.h"

#include <algorithm>

namespace hallway {
namespace {

/// So long before and after a session begins its room can turn out to be full.
constexpr Minutes full_minutes_max = 10;

class NowMaker {
public:
    NowMaker(const AppState& state, const Program& program)
        : state_(state), program_(program), language_(state.language),
          now_(shown_instant(state, program)), settings_(plan_settings(state.preferences)),
          plan_(make_own_plan(state, program)),
          appointments_(find_appointments(program, state.agenda)),
          found_(make_now_next(program, plan_, now_))
    {
    }

    NowModel make()
    {
        add_title();
        for (const OccurrenceIndex index : found_.mine_running) add_current(index);
        for (const Appointment& it : appointments_)
            if (it.start <= now_.minutes && it.end > now_.minutes) add_current(it);
        switch (found_.phase) {
        case EventPhase::Undated: break;
        case EventPhase::Before: add_pause_or_next(Text::NowBegins); break;
        case EventPhase::Between: add_pause_or_next(Text::NowGoesOn); break;
        case EventPhase::During: add_next(); break;
        case EventPhase::After: add_end(); break;
        }
        add_groups();
        return std::move(model_);
    }

private:
    [[nodiscard]] const pack::OccurrenceRecord& of(OccurrenceIndex index) const
    {
        return program_.occurrence(index);
    }
    [[nodiscard]] std::string time(std::int32_t instant) const
    {
        return language_.time(instant, program_.zone());
    }
    /// The event day is said where it is another one than today: what comes after midnight is still
    /// today's.
    [[nodiscard]] std::string time_with_day(OccurrenceIndex index) const
    {
        return time_on({ program_.days()[of(index).day].date }, starts(index));
    }
    [[nodiscard]] std::string time_on(Date day, std::int32_t instant) const
    {
        if (day == shown_event_day(state_, program_)) return time(instant);
        return language_.text(
            Text::SessionWhen, { { "day", language_.day_short(day) }, { "time", time(instant) } });
    }
    [[nodiscard]] static bool is_end_guessed(const pack::OccurrenceRecord& occurrence)
    {
        return (occurrence.flags & pack::OccurrenceEndMissing) != 0;
    }

    void add_title()
    {
        model_.title = language_.text(Text::ViewsNow);
        const WallTime wall = program_.wall_time(now_.minutes);
        const bool during =
            found_.phase == EventPhase::During || found_.phase == EventPhase::Between;
        model_.time = during
            ? language_.time(wall)
            : language_.text(Text::SessionWhen,
                { { "day", language_.day_short(wall.date) }, { "time", language_.time(wall) } });
        model_.zone_note = zone_text(program_, language_);
        if (model_.zone_note.empty()) model_.zone_note = language_.text(Text::TimeAsPrinted);
    }

    /// One occurrence may stand at several places of the page.
    [[nodiscard]] SessionCard card(OccurrenceIndex index, std::string_view place) const
    {
        SessionCard card = make_session_card(state_, program_, index);
        card.key = mix64(card.key, hash64(place));
        return card;
    }

    void add_current(OccurrenceIndex index)
    {
        const pack::OccurrenceRecord& occurrence = of(index);
        NowModel::Current current;
        current.card = card(index, "current");
        const bool has_room = !program_.rooms_of(occurrence).empty();
        current.place = has_room
            ? language_.text(Text::NowInRoom, { { "room", current.card.place } })
            : language_.text(Text::NowNoRoom);
        const Minutes length = occurrence.end - occurrence.start;
        if (length > 0) {
            const Minutes passed = now_.minutes - occurrence.start;
            current.permille = static_cast<std::uint32_t>(std::int64_t { passed } * 1000 / length);
            current.left =
                language_.text(is_end_guessed(occurrence) ? Text::NowLeftAbout : Text::NowLeft,
                    { { "length", language_.length(length - passed) } });
            current.start = current.card.start;
            current.end = current.card.end;
        }
        if (takes_time(program_, occurrence) && now_.minutes - starts(index) <= full_minutes_max)
            current.full = full(index);
        model_.current.push_back(std::move(current));
    }

    void add_current(const Appointment& appointment)
    {
        NowModel::Current current;
        current.card = make_event_card(state_, program_, appointment);
        current.place = appointment.event.place.empty()
            ? std::string(language_.text(Text::NowNoRoom))
            : language_.text(Text::NowInRoom, { { "room", appointment.event.place } });
        current.start = current.card.start;
        current.end = current.card.end;
        const Minutes length = appointment.end - appointment.start;
        const Minutes passed = now_.minutes - appointment.start;
        current.permille = static_cast<std::uint32_t>(std::int64_t { passed } * 1000 / length);
        current.left =
            language_.text(Text::NowLeft, { { "length", language_.length(length - passed) } });
        model_.current.push_back(current);
    }

    /// One that comes before the next session of mine.
    [[nodiscard]] const Appointment* next_appointment() const
    {
        for (const Appointment& it : appointments_) {
            if (it.start <= now_.minutes) continue;
            const bool first =
                found_.mine_next.empty() || it.start < starts(found_.mine_next.front());
            return first ? &it : nullptr;
        }
        return nullptr;
    }

    void add_next_appointment_card()
    {
        if (const Appointment* appointment = next_appointment())
            model_.next.push_back(make_event_card(state_, program_, *appointment));
    }

    void add_next(const Appointment& appointment)
    {
        model_.next.push_back(make_event_card(state_, program_, appointment));
        const Date day = appointment.elsewhere ? appointment.event.start.date
                                               : Date { program_.days()[appointment.day].date };
        const std::string when = time_on(day, appointment.start);
        const bool is_soon = appointment.start - now_.minutes <= soon_minutes;
        if (!is_soon && model_.current.empty()) {
            model_.headline = language_.text(Text::NowNothingUntil, { { "time", when } });
            return add_see_action();
        }
        model_.headline = appointment.event.place.empty()
            ? language_.text(Text::NowNextNoRoom, { { "time", when } })
            : language_.text(
                Text::NowNext, { { "room", appointment.event.place }, { "time", when } });
        if (is_soon) model_.note = in_text(appointment.start);
    }

    /// What of mine comes next, however far away.
    void add_next_cards()
    {
        for (const OccurrenceIndex index : found_.mine_next)
            model_.next.push_back(card(index, "next"));
        if (found_.mine_next.empty()) return;
        if (const auto* group = find_group(plan_, found_.mine_next.front()))
            model_.choice = make_open_choice(program_, language_, *group);
    }

    void add_next()
    {
        if (const Appointment* appointment = next_appointment()) {
            add_next(*appointment);
            return add_next_cards();
        }
        add_next_cards();
        const bool idle = model_.current.empty();
        if (found_.mine_next.empty()) {
            if (idle) {
                model_.headline = language_.text(Text::NowNothing);
                model_.note = language_.text(Text::EmptyStarredText);
                add_see_action();
            }
            return;
        }
        const OccurrenceIndex first = found_.mine_next.front();
        const auto asking = std::ranges::count_if(found_.mine_next,
            [&](OccurrenceIndex index) { return takes_time(program_, of(index)); });
        const bool alone = asking == 1 || found_.mine_next.size() == 1;
        // Nobody leaves for what is attended from afar.
        const auto departure = alone && !state_.preferences.online
            ? find_departure(program_, plan_, first, settings_.allowance)
            : std::nullopt;
        const std::int32_t start = starts(first);
        const std::int32_t leaves = departure ? departure->at.minutes : start;
        const bool is_soon = std::min(leaves, start) - now_.minutes <= soon_minutes;
        if (asking == 1 && start - now_.minutes <= full_minutes_max) model_.full = full(first);
        if (departure && is_soon) {
            add_departure(first, *departure);
            return;
        }
        if (idle && !is_soon) {
            model_.headline =
                language_.text(Text::NowNothingUntil, { { "time", time_with_day(first) } });
            add_see_action();
            return;
        }
        model_.headline = next_text(first);
        if (is_soon) model_.note = in_text(start);
    }

    /// When the attendee comes.
    [[nodiscard]] std::int32_t starts(OccurrenceIndex index) const
    {
        const PlanEntry* entry = find_entry(program_, plan_, index);
        return entry ? entry->attendance.start : of(index).start;
    }

    void add_departure(OccurrenceIndex index, const Departure& departure)
    {
        const pack::OccurrenceRecord& next = of(index);
        const bool known = departure.way.knowledge == Knowledge::Known;
        const std::string room = place_text(program_, language_, next);
        const std::string walk = std::to_string(departure.way.minutes);
        const std::string starts = time_with_day(index);
        const Minutes wait = departure.at.minutes - now_.minutes;
        if (wait > 0) {
            model_.headline = language_.text(known ? Text::NowLeave : Text::NowLeaveAbout,
                { { "length", language_.length(wait) }, { "room", room } });
            model_.note = language_.text(known ? Text::NowWalkStarts : Text::NowWalkStartsAbout,
                { { "n", walk }, { "time", starts } });
            return;
        }
        model_.headline = language_.text(
            known ? Text::NowGo : Text::NowGoAbout, { { "room", room }, { "n", walk } });
        model_.note = language_.text(Text::NowStartsAt, { { "time", starts } });
    }

    [[nodiscard]] std::string subject(OccurrenceIndex index) const
    {
        return occurrence_subject(program_, of(index));
    }

    [[nodiscard]] NowModel::Full full(OccurrenceIndex lost) const
    {
        NowModel::Full made;
        made.key = model_key("full", subject(lost));
        made.unfold = { mix64(made.key, 1), language_.text(Text::NowFull),
            language_.text(Text::NowFullName,
                { { "title", program_.text(program_.sessions()[of(lost).session].title) } }),
            state_.full_occurrence == subject(lost), ToggleFull { subject(lost) } };
        if (!made.unfold.open) return made;
        made.title = language_.text(Text::NowWithinReach);
        // What is to be chosen among is no plan yet: it can be offered.
        const std::vector<Rivalry> rivalries = find_rivalries(plan_);
        std::vector<OccurrenceIndex> kept;
        for (const std::vector<PlanEntry>& day : plan_.days)
            for (const PlanEntry& entry : day)
                if (entry.occurrence == lost || is_going(program_, state_.agenda, entry.occurrence)
                    || (!entry.ruled_out && rivalries_of(rivalries, entry.occurrence).empty()))
                    kept.push_back(entry.occurrence);
        // Who stands at a door is there, whatever the hours for planning are.
        PlanSettings settings = settings_;
        settings.hours.reset();
        const Proposals proposals(program_, state_.agenda, settings, std::move(kept));
        for (const OccurrenceIndex index : proposals.when_full(lost, now_))
            made.offers.push_back(offer(index, lost));
        if (made.offers.empty()) made.nothing = language_.text(Text::NowOutOfReach);
        add_lost(made, lost);
        return made;
    }

    [[nodiscard]] NowModel::Full::Offer offer(OccurrenceIndex index, OccurrenceIndex lost) const
    {
        const pack::OccurrenceRecord& occurrence = of(index);
        NowModel::Full::Offer made;
        made.card = card(index, "instead");
        const bool begun = occurrence.start <= now_.minutes;
        made.card.when = begun ? running_text(occurrence) : soon_text(occurrence);
        if (std::string walk = walk_text(lost, index); !walk.empty())
            made.card.when =
                language_.text(Text::SlotNotes, { { "note", made.card.when }, { "more", walk } });
        made.go = make_action(
            language_, Text::NowGoThere, GoInstead { subject(index) + '\n' + subject(lost) });
        made.go.key = model_key("instead", subject(index));
        made.name = language_.text(Text::NowGoThereName, { { "title", made.card.title } });
        return made;
    }

    /// From one room to the other; empty where it is the same.
    [[nodiscard]] std::string walk_text(OccurrenceIndex from, OccurrenceIndex to) const
    {
        const Transfer way = find_way(program_, from, to, settings_.walks);
        const std::string minutes = std::to_string(way.minutes);
        if (way.knowledge == Knowledge::Unknown)
            return std::string(language_.text(Text::NowAwayUnknown));
        if (way.minutes == 0) return {};
        return language_.text(
            way.knowledge == Knowledge::Known ? Text::NowAway : Text::NowAwayAbout,
            { { "n", minutes } });
    }

    void add_lost(NowModel::Full& made, OccurrenceIndex lost) const
    {
        const pack::SessionRecord& session = program_.sessions()[of(lost).session];
        made.lines.push_back(
            language_.text(Text::NowLost, { { "title", program_.text(session.title) } }));
        for (const OccurrenceIndex other : given_times(program_, session)) {
            if (of(other).start <= of(lost).start) continue;
            const WallTime wall = language_.wall_time(of(other).start, program_.zone());
            made.lines.push_back(language_.text(Text::CompareAgain,
                { { "day", language_.day_short(wall.date) }, { "time", language_.time(wall) } }));
            break;
        }
        if (session.recorded == pack::Tristate::Yes)
            made.lines.push_back(language_.text(Text::CompareRecorded));
    }

    [[nodiscard]] std::string next_text(OccurrenceIndex index) const
    {
        const pack::OccurrenceRecord& next = of(index);
        const std::string when = time_with_day(index);
        const std::size_t count = found_.mine_next.size();
        if (count > 1)
            return language_.plural(
                Text::NowNextSeveral, static_cast<std::int64_t>(count), { { "time", when } });
        if (program_.rooms_of(next).empty())
            return language_.text(Text::NowNextNoRoom, { { "time", when } });
        return language_.text(
            Text::NowNext, { { "room", place_text(program_, language_, next) }, { "time", when } });
    }

    /// "In 25 min"; from one calendar day on "In 2 days".
    [[nodiscard]] std::string in_text(std::int32_t start) const
    {
        const Minutes wait = start - now_.minutes;
        if (wait < minutes_per_day)
            return language_.text(Text::NowInMinutes, { { "length", language_.length(wait) } });
        const std::int32_t days =
            program_.wall_time(start).date.days - program_.wall_time(now_.minutes).date.days;
        return language_.plural(Text::NowInDays, days);
    }

    /// On the morning of a day its first session of mine is what counts.
    void add_pause_or_next(Text words)
    {
        const auto soon = [&](std::int32_t start) { return start - now_.minutes <= soon_minutes; };
        const Appointment* appointment = next_appointment();
        const bool is_soon = (appointment != nullptr && soon(appointment->start))
            || (!found_.mine_next.empty() && soon(starts(found_.mine_next.front())));
        if (is_soon)
            add_next();
        else
            add_pause(words);
    }

    /// Nothing is on until a later day.
    void add_pause(Text words)
    {
        const pack::OccurrenceRecord& next = of(*found_.next);
        const Date day { program_.days()[next.day].date };
        model_.headline = language_.text(
            words, { { "day", language_.day_long(day) }, { "time", time(next.start) } });
        model_.note = in_text(next.start);
        add_next_appointment_card();
        add_next_cards();
        if (model_.next.empty()) add_link(Text::PlanBrowse, Route::Screen::Program);
    }

    void add_end()
    {
        model_.headline = language_.text(
            Text::NowOver, { { "conference", program_.text(program_.conference().title) } });
        model_.note = language_.text(Text::NowOverText);
        add_next_appointment_card();
        add_link(Text::ViewsPlan, Route::Screen::Plan);
    }

    void add_link(Text label, Route::Screen screen)
    {
        const std::string href = screen_href(screen);
        Action action = make_action(language_, label, OpenLink { href });
        action.href = href;
        model_.actions.push_back(std::move(action));
    }

    /// Unfolds the first list that has something, unless one is unfolded already.
    void add_see_action()
    {
        const std::size_t count = found_.running.size() + found_.soon.size();
        const bool shows_running = state_.shows_running && !found_.running.empty();
        const bool shows_soon = state_.shows_soon && !found_.soon.empty();
        if (count == 0 || shows_running || shows_soon) return;
        const Intent unfold =
            found_.running.empty() ? Intent { ToggleSoon {} } : Intent { ToggleRunning {} };
        Action action = make_action(language_, Text::NowSee, unfold);
        action.label = language_.text(Text::NowSee, { { "n", std::to_string(count) } });
        model_.actions.push_back(std::move(action));
    }

    [[nodiscard]] std::string running_text(const pack::OccurrenceRecord& occurrence) const
    {
        const Minutes passed = now_.minutes - occurrence.start;
        if (occurrence.end == occurrence.start) return std::string(language_.text(Text::NowMoment));
        const bool about = is_end_guessed(occurrence);
        const Text words = passed == 0 ? (about ? Text::NowStartingAbout : Text::NowStarting)
                                       : (about ? Text::NowStartedAbout : Text::NowStarted);
        return language_.text(
            words, { { "length", language_.length(passed) }, { "time", time(occurrence.end) } });
    }

    [[nodiscard]] std::string soon_text(const pack::OccurrenceRecord& occurrence) const
    {
        return language_.text(Text::NowStarts,
            { { "length", language_.length(occurrence.start - now_.minutes) },
                { "span", span_text(program_, language_, occurrence) } });
    }

    void add_groups()
    {
        add_group(Text::NowRunning, found_.running, state_.shows_running, ToggleRunning {},
            &NowMaker::running_text);
        add_group(
            Text::NowSoon, found_.soon, state_.shows_soon, ToggleSoon {}, &NowMaker::soon_text);
    }

    void add_group(Text words, const std::vector<OccurrenceIndex>& list, bool open, Intent toggle,
        std::string (NowMaker::*when)(const pack::OccurrenceRecord&) const)
    {
        if (list.empty()) return;
        NowModel::Group group;
        group.key = model_key("now", std::to_string(static_cast<int>(words)));
        group.label = language_.plural(words, static_cast<std::int64_t>(list.size()));
        group.open = open;
        const std::string_view toggled = words == Text::NowRunning ? "running" : "soon";
        group.toggle = toggle;
        for (const OccurrenceIndex index : list) {
            if (!open) break;
            group.cards.push_back(card(index, toggled));
            group.cards.back().when = (this->*when)(of(index));
        }
        model_.groups.push_back(std::move(group));
    }

    const AppState& state_;
    const Program& program_;
    const Language& language_;
    Instant now_;
    PlanSettings settings_;
    Plan plan_;
    std::vector<Appointment> appointments_;
    NowNext found_;
    NowModel model_;
};

} // namespace

NowModel make_now_model(const AppState& state, const Program& program)
{
    return NowMaker(state, program).make();
}

} // namespace hallway
