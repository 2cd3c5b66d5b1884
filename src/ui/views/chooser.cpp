#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t title_line = 36;
constexpr std::uint8_t text_line = 22;

} // namespace

void chooser_ui(Ui& ui, const ChooserModel& chooser)
{
    auto group = ui.group(Style::Chooser);
    ui.icon("logo", Style::Logo);
    ui.leaf({ .role = Role::Heading,
        .style = Style::EmptyTitle,
        .name = chooser.title,
        .line = title_line,
        .level = 2,
        .flags = FlagStrong });
    ui.paragraph(chooser.text, Style::EmptyText, text_line);
    {
        auto field = ui.group(Style::Field);
        ui.leaf({ .role = Role::AddressField,
            .style = Style::Field,
            .name = chooser.address_hint,
            .value = chooser.address,
            .label = chooser.address_label,
            .line = text_line,
            .intent = intent<SetAddress>() });
        action_ui(ui, chooser.open, Style::PrimaryButton);
    }
    auto actions = ui.group(Style::Actions);
    action_ui(ui, chooser.choose_file, Style::OutlineButton);
    action_ui(ui, chooser.sample, Style::QuietButton);
    if (chooser.back) action_ui(ui, *chooser.back, Style::QuietButton);
}

} // namespace hallway::ui
