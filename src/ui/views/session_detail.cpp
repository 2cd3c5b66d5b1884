#include "base/hash.h"
#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t subtitle_line = 22;
constexpr std::uint8_t text_line = 20;

// Parts of a session's page that occur once or are counted, as keys.
constexpr std::uint64_t about_part = 1;
constexpr std::uint64_t people_part = 2;
constexpr std::uint64_t children_part = 4;
constexpr std::uint64_t clashes_part = 8;
constexpr std::uint64_t related_part = 9;
constexpr std::uint64_t persons_part = 1 << 16;

/// What the button says is a part of its name, so that it can be called by voice; what it means
/// stands beside it.
void star_line_ui(Ui& ui, const SessionModel& session)
{
    auto line = ui.group(Style::StarLine);
    const int flags = (session.star.on ? FlagPressed : 0) | (session.star.saved ? FlagSaved : 0);
    {
        auto star = ui.open({ .role = Role::Toggle,
            .style = Style::StarButton,
            .label = session.star.label,
            .line = text_line,
            .flags = static_cast<std::uint16_t>(flags | FlagStrong),
            .intent = ToggleStar { session.session_key } });
        ui.icon(session.star.on ? "star-filled" : "star");
        ui.text(session.star_word, Style::None, text_line);
    }
    if (!session.star_hint.empty()) ui.text(session.star_hint, Style::StarHint, text_line);
}

void clashes_ui(Ui& ui, const SessionModel& session)
{
    if (session.clashes.empty()) return;
    section_head_ui(ui, 3, session.clashes_label, mix64(session.key, clashes_part));
    session_cards_ui(ui, session.clashes, CardForm::Dated);
    if (!session.compare) return;
    auto actions = ui.group(Style::AboutActions);
    action_ui(ui, *session.compare, Style::OutlineButton);
}

void people_ui(Ui& ui, const SessionModel& session)
{
    if (session.people.empty()) return;
    section_head_ui(ui, 3, session.people_label, mix64(session.key, people_part));
    std::uint64_t part = persons_part;
    for (const SessionModel::Person& person : session.people) {
        auto group = ui.group(Style::Person, {}, mix64(session.key, part++));
        {
            auto name = ui.open({ .role = Role::Heading, .line = subtitle_line, .level = 4 });
            ui.leaf({ .role = Role::Link,
                .name = person.name,
                .value = person.href,
                .line = subtitle_line,
                .flags = FlagStrong,
                .intent = OpenLink { person.href } });
        }
        prose_ui(ui, person.biography, 5, session.language);
    }
}

} // namespace

void session_detail_ui(Ui& ui, const SessionModel& session, Pane& pane)
{
    auto detail = ui.pane(pane, { .label = session.title, .scroll_key = session.key });
    detail_head_ui(ui, session.back, session.when);
    // Everything below belongs to this session: with another one, all of it is new.
    auto body = ui.group(Style::None, {}, session.key);
    if (!session.track.empty())
        ui.leaf({ .role = Role::Text,
            .style = Style::DetailTrack,
            .name = session.track,
            .line = text_line,
            .level = session.track_color,
            .flags = FlagStrong });
    detail_title_ui(ui, session.title, session.language,
        session.cancelled ? std::uint16_t { FlagStruck } : std::uint16_t { 0 });
    if (!session.subtitle.empty())
        ui.paragraph(session.subtitle, Style::DetailSubtitle, subtitle_line, 0, session.language);
    if (session.cancelled) ui.paragraph(session.cancelled_text, Style::Cancelled, text_line);
    facts_ui(ui, session.facts, session.key);
    if (session.join) {
        auto actions = ui.group(Style::AboutActions);
        action_ui(ui, *session.join, Style::PrimaryButton);
    }
    star_line_ui(ui, session);
    choices_ui(ui, session.choices);
    clashes_ui(ui, session);
    if (!session.about.empty()) {
        section_head_ui(ui, 3, session.about_label, mix64(session.key, about_part));
        prose_ui(ui, session.about, 4, session.language);
    }
    people_ui(ui, session);
    if (!session.children.empty()) {
        section_head_ui(ui, 3, session.children_label, mix64(session.key, children_part));
        session_cards_ui(ui, session.children, CardForm::Dated);
    }
    if (session.choices.rating) rating_ui(ui, *session.choices.rating);
    note_ui(ui, session.choices.note);
    if (!session.related.empty()) {
        section_head_ui(ui, 3, session.related_label, mix64(session.key, related_part));
        session_cards_ui(ui, session.related, CardForm::Dated);
    }
    links_ui(ui, session.links_label, session.links);
}

} // namespace hallway::ui
