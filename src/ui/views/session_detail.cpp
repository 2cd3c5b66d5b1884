#include "base/hash.h"
#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t title_line_phone = 28;
constexpr std::uint8_t title_line_desktop = 36;
constexpr std::uint8_t subtitle_line = 22;
constexpr std::uint8_t prose_line = 24;
constexpr std::uint8_t text_line = 20;
constexpr std::uint8_t note_line = 16;

// Parts of a session's page that occur once or are counted, as keys.
constexpr std::uint64_t about_part = 1;
constexpr std::uint64_t people_part = 2;
constexpr std::uint64_t links_part = 3;
constexpr std::uint64_t facts_part = 1 << 8;
constexpr std::uint64_t persons_part = 1 << 16;

void head_ui(Ui& ui, const SessionModel& session)
{
    auto head = ui.group(Style::DetailHead);
    // On a desktop the list stands beside it: there is nothing to go back to, only something to
    // close.
    const bool beside = ui.style().layout == Layout::Desktop;
    {
        auto back = ui.open({ .role = Role::Link,
            .style = Style::IconButton,
            .value = session.back_href,
            .label = session.back_label,
            .intent = intent<OpenLink>(session.back_href) });
        ui.icon(beside ? "close" : "back");
    }
    ui.text(session.when, Style::DetailWhen, text_line);
}

void facts_ui(Ui& ui, const SessionModel& session)
{
    auto facts = ui.open({ .role = Role::TermList, .style = Style::Facts });
    std::uint64_t part = facts_part;
    for (const Fact& fact : session.facts) {
        auto group =
            ui.group(fact.wide ? Style::FactWide : Style::Fact, {}, mix64(session.key, part++));
        {
            auto term = ui.open({ .role = Role::Term });
            ui.icon(fact.icon);
            ui.text(fact.label, Style::VisuallyHidden, note_line);
        }
        ui.leaf({ .role = Role::Definition,
            .style = Style::FactText,
            .name = fact.text,
            .line = text_line,
            .flags = FlagStrong | FlagTabular });
        if (!fact.note.empty())
            ui.leaf({ .role = Role::Definition,
                .style = Style::FactNote,
                .name = fact.note,
                .line = note_line });
    }
}

/// What the button says is a part of its name, so that it can be called by voice; what it means
/// stands beside it.
void star_line_ui(Ui& ui, const SessionModel& session)
{
    auto line = ui.group(Style::StarLine);
    const int flags = (session.starred ? FlagPressed : 0) | (session.saved ? FlagSaved : 0);
    {
        auto star = ui.open({ .role = Role::Toggle,
            .style = Style::StarButton,
            .label = session.star_label,
            .line = text_line,
            .flags = static_cast<std::uint16_t>(flags | FlagStrong),
            .intent = intent<ToggleStar>(session.session_key) });
        ui.icon(session.starred ? "star-filled" : "star");
        ui.text(session.star_word, Style::None, text_line);
    }
    ui.text(session.star_hint, Style::StarHint, text_line);
}

void section_head_ui(Ui& ui, int level, std::string_view text, std::uint64_t key)
{
    ui.leaf({ .role = Role::Heading,
        .style = Style::SectionHead,
        .key = key,
        .name = text,
        .line = text_line,
        .level = static_cast<std::uint8_t>(level),
        .flags = FlagStrong });
}

void prose_ui(Ui& ui, const std::vector<std::string>& paragraphs, std::string_view language)
{
    if (paragraphs.empty()) return;
    auto prose = ui.group(Style::Prose);
    std::uint64_t number = 0;
    for (const std::string& text : paragraphs)
        ui.paragraph(text, Style::None, prose_line, mix64(ui.current_key(), ++number), language);
}

void people_ui(Ui& ui, const SessionModel& session)
{
    if (session.people.empty()) return;
    section_head_ui(ui, 3, session.people_label, mix64(session.key, people_part));
    std::uint64_t part = persons_part;
    for (const SessionModel::Person& person : session.people) {
        auto group = ui.group(Style::Person, {}, mix64(session.key, part++));
        ui.leaf({ .role = Role::Heading,
            .name = person.name,
            .line = subtitle_line,
            .level = 4,
            .flags = FlagStrong });
        prose_ui(ui, person.biography, session.language);
    }
}

void links_ui(Ui& ui, const SessionModel& session)
{
    if (session.links.empty()) return;
    section_head_ui(ui, 3, session.links_label, mix64(session.key, links_part));
    auto links = ui.list(Style::Links, {});
    for (const Action& link : session.links) {
        auto item = ui.item(link.key, Style::None, {});
        action_ui(ui, link, Style::None);
    }
}

} // namespace

void session_detail_ui(Ui& ui, const SessionModel& session, Pane& pane)
{
    auto detail = ui.pane(pane, { .label = session.title, .scroll_key = session.key });
    head_ui(ui, session);
    // Everything below belongs to this session: with another one, all of it is new.
    auto body = ui.group(Style::None, {}, session.key);
    if (!session.track.empty())
        ui.leaf({ .role = Role::Text,
            .style = Style::DetailTrack,
            .name = session.track,
            .line = text_line,
            .level = session.track_color,
            .flags = FlagStrong });
    const bool desktop = ui.style().layout == Layout::Desktop;
    const int struck = session.cancelled ? FlagStruck : 0;
    ui.leaf({ .role = Role::Heading,
        .style = Style::DetailTitle,
        .name = session.title,
        .language = session.language,
        .line = desktop ? title_line_desktop : title_line_phone,
        .level = 2,
        .flags = static_cast<std::uint16_t>(FlagStrong | struck) });
    if (!session.subtitle.empty())
        ui.paragraph(session.subtitle, Style::DetailSubtitle, subtitle_line, 0, session.language);
    if (session.cancelled) ui.paragraph(session.cancelled_text, Style::Cancelled, text_line);
    facts_ui(ui, session);
    star_line_ui(ui, session);
    if (!session.about.empty()) {
        section_head_ui(ui, 3, session.about_label, mix64(session.key, about_part));
        prose_ui(ui, session.about, session.language);
    }
    people_ui(ui, session);
    links_ui(ui, session);
}

} // namespace hallway::ui
