#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t label_line = 20;
constexpr std::uint8_t text_line = 22;

/// Its label stands above it for the eye; the field is named by it.
void field_ui(Ui& ui, const EventForm::Field& field, Role role)
{
    auto part = ui.group(Style::FormField, {}, field.key);
    ui.text(field.label, Style::FormLabel, label_line, FlagStrong);
    ui.leaf({ .role = role,
        .style = Style::Field,
        .key = field.key,
        .name = field.hint,
        .value = field.value,
        .label = field.label,
        .line = text_line,
        .intent = field.intent });
}

} // namespace

void event_form_ui(Ui& ui, const EventForm& form, Pane& pane)
{
    auto dialog = ui.pane(pane, { .label = form.title });
    dialog_head_ui(ui, form.title, form.close_label);
    {
        auto body = ui.group(Style::DialogBody);
        field_ui(ui, form.what, Role::TextField);
        if (!form.days.empty()) {
            auto part = ui.group(Style::FormField);
            ui.text(form.days_label, Style::FormLabel, label_line, FlagStrong);
            segment_ui(ui, form.days_label, form.days);
        }
        {
            auto times = ui.group(Style::FormTimes);
            field_ui(ui, form.start, Role::TimeField);
            field_ui(ui, form.end, Role::TimeField);
        }
        if (!form.zone_note.empty()) ui.paragraph(form.zone_note, Style::FormNote, label_line);
        field_ui(ui, form.place, Role::TextField);
        if (!form.fault.empty())
            ui.leaf({ .role = Role::Alert,
                .style = Style::FormFault,
                .name = form.fault,
                .line = label_line });
    }
    auto foot = ui.group(Style::DialogFoot);
    if (form.remove) action_ui(ui, *form.remove, Style::QuietButton);
    action_ui(ui, form.save, Style::PrimaryButton);
}

} // namespace hallway::ui
