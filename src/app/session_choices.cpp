#include "agenda/agenda_record.h"
#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/plan_settings.h"
#include "app/shown_time.h"
#include "base/hash.h"
#include "planner/choices.h"
#include "planner/equivalents.h"
#include "planner/plan.h"

namespace hallway {
namespace {

constexpr int rating_max = 5;

class ChoicesMaker {
public:
    ChoicesMaker(const AppState& state, const Program& program, const pack::SessionRecord& session)
        : state_(state), program_(program), language_(state.language), session_(session),
          conference_(program.text(program.conference().key)), key_(program.text(session.key)),
          keenness_(keenness_of(state.agenda, conference_, key_))
    {
    }

    SessionChoices make()
    {
        add_keenness();
        add_times();
        add_sign_up();
        add_note();
        if (has_ended()) add_rating();
        return std::move(choices_);
    }

private:
    [[nodiscard]] bool is_durable(std::string_view subject, ChoiceField field) const
    {
        return is_saved(state_, { std::string(conference_), std::string(subject), field });
    }

    [[nodiscard]] ChoiceOption option(Text label, Intent intent) const
    {
        ChoiceOption made;
        made.key = mix64(hash64(key_), static_cast<std::uint64_t>(label));
        made.label = language_.text(label);
        made.intent = intent;
        return made;
    }

    [[nodiscard]] ChoiceOption keenness_option(Text label, Keenness keenness, Keenness next) const
    {
        ChoiceOption made = option(
            label, SetKeenness { std::string(keenness_value(next)) + " " + std::string(key_) });
        made.keenness = keenness;
        made.on = keenness_ == keenness;
        made.saved = made.on && is_durable(key_, ChoiceField::Keenness);
        return made;
    }

    /// Of a session without a star only "not for me" can be taken back.
    void add_keenness()
    {
        choices_.keenness_label = language_.text(Text::ChoiceKeenness);
        const auto add = [&](Text label, Keenness keenness) {
            choices_.keenness.push_back(keenness_option(label, keenness, keenness));
        };
        if (is_starred(keenness_)) {
            add(Text::ChoiceMust, Keenness::Must);
            add(Text::ChoiceWant, Keenness::Want);
            add(Text::ChoiceMaybe, Keenness::Maybe);
        }
        if (keenness_ != Keenness::None)
            choices_.not_for_me = keenness_option(Text::ChoiceNo, Keenness::No,
                keenness_ == Keenness::No ? Keenness::None : Keenness::No);
    }

    /// Nothing where there is no choice to make and none was made.
    [[nodiscard]] std::optional<ChoiceOption> going(const Plan& plan, OccurrenceIndex index) const
    {
        const bool on = is_pinned(program_, state_.agenda, index);
        const bool asked = is_starred(keenness_) && has_alternative(program_, plan, index);
        if (!on && !asked) return std::nullopt;
        const pack::OccurrenceRecord& occurrence = program_.occurrence(index);
        const std::string subject = occurrence_subject(program_, occurrence);
        ChoiceOption made =
            option(on ? Text::ChoiceGoing : Text::ChoiceGo, ToggleGoing { subject });
        made.key = mix64(hash64(subject), 1);
        made.name = language_.text(
            Text::ChoiceGoingWhen, { { "when", when_text(program_, language_, occurrence) } });
        made.on = on;
        made.saved = on && is_durable(subject, ChoiceField::Going);
        return made;
    }

    void add_times()
    {
        const auto occurrences = program_.occurrences_of(session_);
        if (occurrences.empty()) return;
        const Plan plan = make_own_plan(state_, program_);
        if (occurrences.size() == 1) {
            choices_.going = going(plan, OccurrenceIndex { occurrences[0] });
            return;
        }
        const std::vector<Rivalry> rivalries = find_rivalries(plan);
        if (session_.again == pack::Again::Repeat)
            choices_.times_title = language_.plural(
                Text::SessionRepeats, static_cast<std::int64_t>(occurrences.size()));
        choices_.times_label = language_.text(Text::SessionChooseTime);
        for (const std::uint32_t index : occurrences) {
            const pack::OccurrenceRecord& occurrence = program_.occurrences()[index];
            SessionChoices::Time time;
            time.key = hash64(occurrence_subject(program_, occurrence));
            time.when = when_text(program_, language_, occurrence);
            time.place = place_text(program_, language_, occurrence);
            time.cancelled = (occurrence.flags & pack::OccurrenceCancelled) != 0;
            if (time.cancelled) {
                time.place = language_.listed(language_.text(Text::RowCancelled), time.place);
            }
            time.going = going(plan, OccurrenceIndex { index });
            if (is_starred(keenness_) && !time.cancelled)
                time.clash = clash_text(
                    program_, language_, rivalries_of(rivalries, OccurrenceIndex { index }));
            choices_.times.push_back(std::move(time));
        }
    }

    [[nodiscard]] ChoiceOption tick(Text label, ChoiceField field, Intent intent) const
    {
        ChoiceOption made = option(label, intent);
        made.on = is_chosen(program_, state_.agenda, session_, field);
        made.saved = made.on && is_durable(key_, field);
        return made;
    }

    void add_sign_up()
    {
        const bool full = session_.sign_up == pack::SignUp::Full;
        if (!full && session_.sign_up != pack::SignUp::Required) return;
        SessionChoices::SignUp made;
        std::string text(language_.text(Text::SessionSignUp));
        if (full) text.append(" ").append(language_.text(Text::SessionSignUpFull));
        made.text = text;
        made.note = program_.text(session_.sign_up_note);
        if (session_.sign_up_url.size > 0)
            made.link = Action { model_key("link", program_.text(session_.sign_up_url)),
                language_.text(Text::SessionSignUpAction), {},
                program_.text(session_.sign_up_url) };
        made.place = tick(Text::ChoicePlace, ChoiceField::Place, TogglePlace { key_ });
        choices_.sign_up = std::move(made);
    }

    void add_note()
    {
        SessionChoices::Note& note = choices_.note;
        note.title = language_.text(Text::ChoiceNote);
        note.hint = language_.text(Text::ChoiceNoteHint);
        note.session_key = key_;
        const auto& typed = state_.long_note;
        if (typed && typed->conference == conference_ && typed->session_key == key_) {
            note.text = typed->text;
            note.warning = language_.text(Text::ChoiceNoteLong);
            return;
        }
        note.text =
            state_.agenda.value({ std::string(conference_), std::string(key_), ChoiceField::Note });
        note.saved = is_durable(key_, ChoiceField::Note);
    }

    /// Whether one of its times is over.
    [[nodiscard]] bool has_ended() const
    {
        const Instant now = shown_instant(state_, program_);
        for (const OccurrenceIndex index : standing_occurrences(program_, session_))
            if (program_.occurrence(index).end <= now.minutes) return true;
        return false;
    }

    void add_rating()
    {
        static constexpr Text words[rating_max] = { Text::ChoiceRating1, Text::ChoiceRating2,
            Text::ChoiceRating3, Text::ChoiceRating4, Text::ChoiceRating5 };
        const std::string_view rated = state_.agenda.value(
            { std::string(conference_), std::string(key_), ChoiceField::Rating });
        SessionChoices::Rating made;
        made.attended = tick(Text::ChoiceAttended, ChoiceField::Attended, ToggleAttended { key_ });
        made.title = language_.text(Text::ChoiceRating);
        for (int mark = 1; mark <= rating_max; ++mark) {
            const std::string number = std::to_string(mark);
            ChoiceOption one =
                option(words[mark - 1], SetRating { number + " " + std::string(key_) });
            one.name =
                language_.text(Text::ChoiceRatingLabel, { { "n", number }, { "word", one.label } });
            one.on = rated == number;
            one.saved = one.on && is_durable(key_, ChoiceField::Rating);
            made.marks.push_back(std::move(one));
        }
        if (!rated.empty())
            made.take_back =
                make_action(language_, Text::ChoiceUnrate, SetRating { " " + std::string(key_) });
        choices_.rating = std::move(made);
    }

    const AppState& state_;
    const Program& program_;
    const Language& language_;
    const pack::SessionRecord& session_;
    std::string_view conference_, key_;
    Keenness keenness_;
    SessionChoices choices_;
};

} // namespace

SessionChoices make_session_choices(
    const AppState& state, const Program& program, const pack::SessionRecord& session)
{
    return ChoicesMaker(state, program, session).make();
}

} // namespace hallway
