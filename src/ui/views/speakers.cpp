#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t letter_line = 20;
constexpr std::uint8_t name_line = 22;
constexpr std::uint8_t note_line = 20;
constexpr std::uint64_t speakers_scroll_key = 2;

void person_ui(Ui& ui, const SpeakersModel::Person& person)
{
    const int flags = person.current ? FlagCurrent : 0;
    auto item = ui.item(person.key, Style::PersonRow, {}, 0, static_cast<std::uint16_t>(flags));
    ui.leaf({ .role = Role::Link,
        .style = Style::PersonName,
        .name = person.name,
        .value = person.href,
        .line = name_line,
        .flags = FlagStrong,
        .intent = OpenLink { person.href } });
    ui.text(person.note, Style::PersonNote, note_line);
}

} // namespace

void speakers_ui(Ui& ui, const SpeakersModel& speakers, Pane& pane)
{
    auto list = ui.pane(pane, { .label = speakers.title, .scroll_key = speakers_scroll_key });
    auto page = ui.group(Style::Page);
    list_note_ui(ui, speakers.count);
    for (const SpeakersModel::Group& group : speakers.groups) {
        auto section = ui.group(Style::LetterGroup, {}, group.key);
        ui.leaf({ .role = Role::Heading,
            .style = Style::Letter,
            .name = group.letter,
            .line = letter_line,
            .level = 2,
            .flags = FlagStrong });
        auto people = ui.list(Style::People, {});
        for (const SpeakersModel::Person& person : group.people) person_ui(ui, person);
    }
}

void speaker_detail_ui(Ui& ui, const SpeakerModel& speaker, Pane& pane)
{
    auto detail = ui.pane(pane, { .label = speaker.name, .scroll_key = speaker.key });
    detail_head_ui(ui, speaker.back, speaker.kind);
    auto body = ui.group(Style::None, {}, speaker.key);
    detail_title_ui(ui, speaker.name);
    // What can be attended is what the page is opened for; a life may be long.
    if (!speaker.sessions.empty()) {
        section_head_ui(ui, 3, speaker.sessions_label, 0);
        session_cards_ui(ui, speaker.sessions, CardForm::Dated);
    }
    prose_ui(ui, speaker.biography, 3, {});
    links_ui(ui, speaker.links_label, speaker.links);
}

} // namespace hallway::ui
