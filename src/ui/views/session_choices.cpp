#include "base/hash.h"
#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t text_line = 20;
constexpr std::uint8_t note_line = 16;
constexpr std::uint8_t field_line = 22;

// Parts that occur once on a session's page, as keys.
constexpr std::uint64_t times_part = 5;
constexpr std::uint64_t sign_up_part = 6;
constexpr std::uint64_t sign_up_note_part = 7;

std::uint16_t flags_of(const ChoiceOption& option, int more = 0)
{
    return static_cast<std::uint16_t>(
        (option.on ? FlagPressed : 0) | (option.saved ? FlagSaved : 0) | more);
}

void shape_ui(Ui& ui, Keenness keenness)
{
    switch (keenness) {
    case Keenness::None: return;
    case Keenness::Maybe: return ui.icon("star-half", Style::StarMaybe);
    case Keenness::Want: return ui.icon("star-filled");
    case Keenness::Must: return ui.icon("star-filled", Style::StarMust);
    case Keenness::No: return ui.icon("hide");
    }
}

/// Tab goes to the one that is chosen; where none is, to the first.
int tab_stop(std::span<const ChoiceOption> options, const ChoiceOption& option)
{
    for (const ChoiceOption& other : options)
        if (other.on) return &other == &option ? FlagTabStop : 0;
    return &option == &options.front() ? FlagTabStop : 0;
}

void keenness_ui(Ui& ui, const SessionChoices& choices)
{
    if (choices.keenness.empty()) return;
    auto group = ui.open(
        { .role = Role::RadioGroup, .style = Style::KeenChoices, .label = choices.keenness_label });
    for (const ChoiceOption& option : choices.keenness) {
        auto radio = ui.open({ .role = Role::Radio,
            .style = Style::KeenChoice,
            .key = option.key,
            .line = text_line,
            .flags = flags_of(option, tab_stop(choices.keenness, option)),
            .intent = option.intent });
        shape_ui(ui, option.keenness);
        ui.text(option.label, Style::None, text_line);
    }
}

void decisions_ui(Ui& ui, const SessionChoices& choices)
{
    if (!choices.not_for_me && !choices.going) return;
    auto line = ui.group(Style::Decisions);
    if (choices.not_for_me) choice_ui(ui, *choices.not_for_me, {});
    if (choices.going) choice_ui(ui, *choices.going, "pin-filled");
}

void times_ui(Ui& ui, const SessionChoices& choices)
{
    if (choices.times.empty()) return;
    if (!choices.times_title.empty()) section_head_ui(ui, 3, choices.times_title, times_part);
    auto list = ui.list(Style::Times, {}, choices.times_label);
    for (const SessionChoices::Time& time : choices.times) {
        auto item = ui.item(time.key, Style::TimeRow, {});
        {
            auto text = ui.group(Style::TimeText);
            const int flags = FlagStrong | FlagTabular | (time.cancelled ? FlagStruck : 0);
            ui.text(time.when, Style::TimeWhen, text_line, static_cast<std::uint16_t>(flags));
            ui.text(time.place, Style::TimePlace, note_line);
            if (!time.clash.empty()) ui.text(time.clash, Style::TimePlace, note_line, FlagStrong);
        }
        if (time.going) choice_ui(ui, *time.going, "pin-filled");
    }
}

void sign_up_ui(Ui& ui, const SessionChoices::SignUp& sign_up)
{
    auto box = ui.group(Style::SignUp);
    ui.paragraph(sign_up.text, Style::SignUpText, text_line, sign_up_part);
    if (!sign_up.note.empty())
        ui.paragraph(sign_up.note, Style::SignUpNote, text_line, sign_up_note_part);
    if (sign_up.link) action_ui(ui, *sign_up.link, Style::OutlineButton);
    choice_ui(ui, sign_up.place, "check");
}

} // namespace

void choice_ui(Ui& ui, const ChoiceOption& option, std::string_view icon)
{
    auto button = ui.open({ .role = Role::Toggle,
        .style = Style::ChoiceButton,
        .key = option.key,
        .label = option.name,
        .line = text_line,
        .flags = flags_of(option, FlagStrong),
        .intent = option.intent });
    if (option.keenness != Keenness::None)
        shape_ui(ui, option.keenness);
    else if (option.on)
        ui.icon(icon);
    ui.text(option.label, Style::None, text_line);
}

void choices_ui(Ui& ui, const SessionChoices& choices)
{
    keenness_ui(ui, choices);
    decisions_ui(ui, choices);
    if (choices.sign_up) sign_up_ui(ui, *choices.sign_up);
    times_ui(ui, choices);
}

void note_ui(Ui& ui, const SessionChoices::Note& note)
{
    auto box = ui.group(Style::Note);
    section_head_ui(ui, 3, note.title, 0);
    ui.text(note.hint, Style::NoteHint, note_line);
    ui.leaf({ .role = Role::TextArea,
        .style = Style::NoteField,
        .value = note.text,
        .label = note.title,
        .line = field_line,
        .flags = static_cast<std::uint16_t>(note.saved ? FlagSaved : 0),
        .intent = SetNote { note.session_key } });
    if (!note.warning.empty())
        ui.leaf({ .role = Role::Alert,
            .style = Style::NoteWarning,
            .name = note.warning,
            .line = text_line });
}

void rating_ui(Ui& ui, const SessionChoices::Rating& rating)
{
    auto box = ui.group(Style::Rating);
    section_head_ui(ui, 3, rating.title, 0);
    {
        auto group = ui.open(
            { .role = Role::RadioGroup, .style = Style::RatingMarks, .label = rating.title });
        int number = 0;
        for (const ChoiceOption& mark : rating.marks) {
            auto radio = ui.open({ .role = Role::Radio,
                .style = Style::RatingMark,
                .key = mark.key,
                .label = mark.name,
                .flags = flags_of(mark, tab_stop(rating.marks, mark)),
                .intent = mark.intent });
            ui.text(std::to_string(++number), Style::RatingNumber, field_line, FlagStrong);
            ui.text(mark.label, Style::RatingWord, note_line);
        }
    }
    choice_ui(ui, rating.attended, "check");
    if (rating.take_back) action_ui(ui, *rating.take_back, Style::QuietButton);
}

} // namespace hallway::ui
