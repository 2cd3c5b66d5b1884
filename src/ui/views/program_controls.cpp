#include "base/hash.h"
#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t field_line = 22;
constexpr std::uint8_t label_line = 20;
constexpr std::uint8_t small_line = 16;

void search_ui(Ui& ui, const ProgramModel& program)
{
    auto search = ui.group(Style::Search);
    ui.icon("search");
    ui.leaf({ .role = Role::SearchField,
        .style = Style::Field,
        .name = program.search_hint,
        .value = program.query,
        .label = program.search_label,
        .line = field_line,
        .intent = SetQuery {} });
}

void jump_ui(Ui& ui, const Action& jump)
{
    auto button = ui.open({ .role = Role::Button,
        .style = Style::Chip,
        .key = jump.key,
        .line = label_line,
        .intent = jump.intent });
    ui.icon("now");
    ui.text(jump.label, Style::None, label_line);
}

void chips_ui(Ui& ui, const ProgramModel& program)
{
    if (!program.filters.has_any && !program.jump) return;
    auto chips = ui.group(Style::Chips);
    filter_button_ui(ui, program.filters);
    filter_chips_ui(ui, program.filters);
    if (program.jump) jump_ui(ui, *program.jump);
}

} // namespace

void day_step_ui(Ui& ui, const std::optional<BackLink>& step, std::string_view icon)
{
    if (!step) return;
    auto link = ui.open({ .role = Role::Link,
        .style = Style::IconButton,
        .key = hash64(icon),
        .value = step->href,
        .label = step->label,
        .intent = OpenLink { step->href } });
    ui.icon(icon);
}

void day_menu_ui(Ui& ui, const DayMenu& menu)
{
    day_step_ui(ui, menu.previous, "chevron-left");
    {
        auto button = ui.open({ .role = Role::Button,
            .style = Style::DayMenu,
            .label = menu.name,
            .line = label_line,
            .intent = OpenDays {} });
        ui.text(menu.label, Style::DayLabel, label_line, FlagStrong);
        ui.icon("chevron-up");
    }
    day_step_ui(ui, menu.next, "chevron-right");
}

void day_link_ui(Ui& ui, const DayTab& day, Style style)
{
    auto link = ui.open({ .role = Role::Link,
        .style = style,
        .key = day.key,
        .value = day.href,
        .label = day.full_label,
        .line = label_line,
        .flags = day.current ? static_cast<std::uint16_t>(FlagCurrent) : std::uint16_t { 0 },
        .intent = OpenLink { day.href } });
    ui.text(day.label, Style::DayLabel, label_line, FlagStrong);
    // The blank is for those who get the text without its style.
    if (!day.count.empty())
        ui.text(after_blank(day.count), Style::DayCount, small_line, FlagTabular);
}

void days_ui(Ui& ui, const DayTabs& tabs)
{
    if (tabs.days.empty()) return;
    auto days = ui.navigation(Style::Days, tabs.label);
    if (tabs.menu) return day_menu_ui(ui, *tabs.menu);
    for (const DayTab& day : tabs.days) day_link_ui(ui, day, Style::DayTab);
}

void day_sheet_ui(Ui& ui, const PageModel::DaySheet& sheet, Pane& pane)
{
    auto dialog = ui.pane(pane, { .label = sheet.title });
    dialog_head_ui(ui, sheet.title, sheet.close_label);
    auto body = ui.group(Style::DialogBody);
    auto days = ui.list(Style::Menu, {});
    for (const DayTab& day : sheet.days) {
        auto item = ui.item(day.key, Style::None, {});
        day_link_ui(ui, day, Style::DayRow);
    }
}

void zone_ui(Ui& ui, const DayTabs& tabs)
{
    if (tabs.zone_note.empty()) return;
    if (!tabs.zone_action) return ui.text(tabs.zone_note, Style::ZoneNote, small_line);
    auto strip = ui.group(Style::ZoneStrip);
    ui.text(tabs.zone_note, Style::StripText, small_line);
    action_ui(ui, *tabs.zone_action, Style::QuietButton);
}

void program_controls_ui(Ui& ui, const PageModel& page, Pane& pane)
{
    const ProgramModel& program = *page.program;
    auto controls = ui.pane(pane, {});
    const bool phone = ui.style().layout == Layout::Phone;
    // What is on stands above what the thumb reaches for.
    if (phone && (!program.filters.chips.empty() || program.jump)) {
        auto chips = ui.group(Style::Chips);
        filter_chips_ui(ui, program.filters);
        if (program.jump) jump_ui(ui, *program.jump);
    }
    if (phone) days_ui(ui, program.days);
    search_ui(ui, program);
    if (phone) {
        lists_ui(ui, page);
        return filter_button_ui(ui, program.filters);
    }
    days_ui(ui, program.days);
    chips_ui(ui, program);
    zone_ui(ui, program.days);
}

void plan_controls_ui(Ui& ui, const PlanModel& plan, Pane& pane)
{
    auto controls = ui.pane(pane, {});
    days_ui(ui, plan.days);
    if (ui.style().layout != Layout::Phone) zone_ui(ui, plan.days);
}

} // namespace hallway::ui
