#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t title_line = 36;
constexpr std::uint8_t text_line = 22;
constexpr std::uint8_t head_line = 20;
constexpr std::uint8_t note_line = 16;

void shelf_ui(Ui& ui, const ShelfModel& shelf)
{
    ui.leaf({ .role = Role::Heading,
        .style = Style::SectionHead,
        .name = shelf.label,
        .line = head_line,
        .level = 3,
        .flags = FlagStrong });
    auto list = ui.list(Style::Shelf, {});
    for (const ShelfModel::Entry& entry : shelf.entries) {
        auto item = ui.item(entry.key, Style::ShelfItem, {});
        {
            auto open = ui.open({ .role = Role::Button,
                .style = Style::ShelfOpen,
                .intent = OpenProgram { entry.source } });
            ui.text(entry.title, Style::ShelfTitle, text_line, FlagStrong);
            ui.text(joined(entry.place, entry.read, ui.style().right_to_left), Style::ShelfNote,
                note_line);
        }
        auto remove = ui.open({ .role = Role::Button,
            .style = Style::IconButton,
            .label = entry.remove_label,
            .intent = RemoveProgram { entry.source } });
        ui.icon("close");
    }
}

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
    if (!chooser.shelf.entries.empty()) shelf_ui(ui, chooser.shelf);
    ui.paragraph(chooser.text, Style::EmptyText, text_line);
    {
        auto field = ui.group(Style::Field);
        ui.leaf({ .role = Role::AddressField,
            .style = Style::Field,
            .name = chooser.address_hint,
            .value = chooser.address,
            .label = chooser.address_label,
            .line = text_line,
            .intent = SetAddress {} });
        action_ui(ui, chooser.open, Style::PrimaryButton);
    }
    auto actions = ui.group(Style::Actions);
    action_ui(ui, chooser.choose_file, Style::OutlineButton);
    action_ui(ui, chooser.sample, Style::QuietButton);
    if (chooser.back) action_ui(ui, *chooser.back, Style::QuietButton);
}

} // namespace hallway::ui
