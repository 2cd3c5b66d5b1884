#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t title_line = 28;
constexpr std::uint8_t label_line = 20;
constexpr std::uint8_t small_line = 16;

void chip_ui(Ui& ui, const FilterChip& chip)
{
    const bool value = chip.kind == FilterChip::Kind::Value;
    const int flags = chip.on ? FlagPressed | FlagStrong : 0;
    auto node = ui.open({ .role = value ? Role::Toggle : Role::Button,
        .style = chip.kind == FilterChip::Kind::OpensWide ? Style::ChipWide : Style::Chip,
        .key = chip.key,
        .line = label_line,
        .flags = static_cast<std::uint16_t>(flags),
        .intent = chip.intent });
    if (chip.on)
        ui.icon("check");
    else if (!chip.icon.empty())
        ui.icon(chip.icon);
    ui.text(chip.label, Style::ChipLabel, label_line);
    if (!chip.count.empty()) ui.text(chip.count, Style::ChipCount, label_line, FlagTabular);
    if (!value) ui.icon("chevron-down", Style::ChipEnd);
}

void group_ui(Ui& ui, const FilterSheet::Group& group)
{
    auto part = ui.group(Style::FilterGroup, {}, group.key);
    if (!group.title.empty()) section_head_ui(ui, 3, group.title, group.key);
    auto values = ui.group(Style::Chips);
    for (const FilterChip& chip : group.values) chip_ui(ui, chip);
    if (!group.more_label.empty())
        ui.button(group.more_label, Style::QuietButton, group.key, group.more);
}

} // namespace

void filter_button_ui(Ui& ui, const FilterBar& bar)
{
    if (!bar.has_any) return;
    auto button = ui.open({ .role = Role::Button,
        .style = Style::FilterButton,
        .label = bar.open_name,
        .line = label_line,
        .intent = OpenFilters {} });
    ui.icon("filter");
    ui.text(bar.open_label, Style::ChipLabel, label_line);
    if (!bar.on_count.empty())
        ui.text(after_blank(bar.on_count), Style::Badge, small_line, FlagTabular | FlagStrong);
}

void filter_chips_ui(Ui& ui, const FilterBar& bar)
{
    for (const FilterChip& chip : bar.chips) chip_ui(ui, chip);
}

void dialog_head_ui(Ui& ui, std::string_view title, std::string_view close_label)
{
    auto head = ui.group(Style::DialogHead);
    ui.leaf({ .role = Role::Heading,
        .style = Style::DialogTitle,
        .name = title,
        .line = title_line,
        .level = 2,
        .flags = FlagStrong });
    auto close = ui.open({ .role = Role::Button,
        .style = Style::IconButton,
        .label = close_label,
        .intent = CloseDialog {} });
    ui.icon("close");
}

void filter_sheet_ui(Ui& ui, const FilterSheet& sheet, Pane& pane)
{
    auto dialog = ui.pane(pane, { .label = sheet.title });
    dialog_head_ui(ui, sheet.title, sheet.close_label);
    {
        auto body = ui.group(Style::DialogBody);
        for (const FilterSheet::Group& group : sheet.groups) group_ui(ui, group);
    }
    auto foot = ui.group(Style::DialogFoot);
    if (!sheet.clear_label.empty())
        ui.button(sheet.clear_label, Style::QuietButton, 0, DropFilters {});
    ui.button(sheet.show_label, Style::PrimaryButton, 0, CloseDialog {});
}

} // namespace hallway::ui
