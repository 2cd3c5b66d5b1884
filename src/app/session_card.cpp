#include "app/describe_session.h"
#include "app/page_model.h"
#include "app/shown_time.h"
#include "base/hash.h"
#include "planner/listing.h"

namespace hallway {

Star make_star(const AppState& state, const Program& program, const pack::SessionRecord& session)
{
    const std::string_view conference = program.text(program.conference().key);
    const std::string_view title = program.text(session.title);
    Star star;
    star.session_key = program.text(session.key);
    star.label = state.language.text(Text::RowStar, { { "title", title } });
    star.keenness = keenness_of(state.agenda, conference, star.session_key);
    star.on = is_starred(star.keenness);
    star.saved = is_saved(state, conference, star.session_key);
    return star;
}

SessionCard make_undated_card(
    const AppState& state, const Program& program, const pack::SessionRecord& session)
{
    SessionCard card;
    card.star = make_star(state, program, session);
    card.key = model_key("card", card.star.session_key);
    card.href = session_href(card.star.session_key);
    card.title = program.text(session.title);
    card.language = title_language(program, session);
    card.when = program.text(session.written_time);
    if (card.when.empty()) card.when = state.language.text(Text::SessionNoTime);
    card.place = program.text(session.written_place);
    card.people = people_text(program, session);
    card.track_color = track_color(session);
    card.current =
        state.route == Route { Route::Screen::Session, std::string(card.star.session_key), {} };
    return card;
}

SessionCard make_session_card(const AppState& state, const Program& program, OccurrenceIndex index)
{
    const Language& language = state.language;
    const pack::OccurrenceRecord& occurrence = program.occurrence(index);
    const Date day { program.days()[occurrence.day].date };
    SessionCard card = make_undated_card(state, program, program.sessions()[occurrence.session]);
    card.key = mix64(card.key, hash64(program.text(occurrence.key)));
    card.day = language.day_short(day);
    card.start = language.time(occurrence.start, program.zone());
    if ((occurrence.flags & pack::OccurrenceEndMissing) == 0 && occurrence.end > occurrence.start)
        card.end = language.time(occurrence.end, program.zone());
    card.when = when_text(program, language, occurrence);
    card.place = place_text(program, language, occurrence);
    card.cancelled = (occurrence.flags & pack::OccurrenceCancelled) != 0;
    if (card.cancelled)
        card.marks.push_back(
            { SessionCard::Mark::Kind::Cancelled, language.text(Text::RowCancelled) });
    std::string other_date = other_date_text(program, language, occurrence.start, day);
    if (!other_date.empty())
        card.marks.push_back({ SessionCard::Mark::Kind::Night, std::move(other_date) });
    if (is_past(state, program, index))
        card.marks.push_back({ SessionCard::Mark::Kind::Over, language.text(Text::RowOver) });
    return card;
}

} // namespace hallway
