#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t title_line = 28;
constexpr std::uint8_t strip_line = 20;
constexpr std::uint8_t small_line = 16;

void tool_ui(Ui& ui, const Action& action, std::string_view icon)
{
    auto button = ui.open({ .role = Role::Button,
        .style = Style::IconButton,
        .key = action.key,
        .label = action.label,
        .intent = action.intent });
    ui.icon(icon);
}

void tools_ui(Ui& ui, const PageModel& page)
{
    auto tools = ui.group(Style::Tools);
    if (page.undo) tool_ui(ui, *page.undo, "undo");
    if (page.redo) tool_ui(ui, *page.redo, "redo");
    auto plain = ui.open({ .role = Role::Toggle,
        .style = Style::IconButton,
        .label = page.plain_page_label,
        .flags = page.plain_page ? static_cast<std::uint16_t>(FlagPressed) : std::uint16_t { 0 },
        .intent = TogglePlainPage {} });
    ui.icon("file");
}

void strip_ui(Ui& ui, std::string_view icon, std::string_view note,
    const std::optional<Action>& action, std::uint64_t key)
{
    auto strip = ui.group(Style::Strip, {}, key);
    ui.icon(icon);
    ui.text(note, Style::StripText, strip_line, FlagTabular);
    if (action) action_ui(ui, *action, Style::QuietButton);
}

} // namespace

void lists_ui(Ui& ui, const PageModel& page)
{
    if (page.lists.empty()) return;
    auto lists = ui.navigation(Style::ListSwitch, page.lists_label);
    for (const PageModel::View& view : page.lists) {
        auto link = ui.open({ .role = Role::Link,
            .style = Style::SwitchLink,
            .key = view.key,
            .value = view.href,
            .line = strip_line,
            .flags = static_cast<std::uint16_t>(view.current ? FlagCurrent | FlagStrong : 0),
            .intent = OpenLink { view.href } });
        ui.icon(view.icon);
        ui.text(view.label, Style::SwitchLabel, strip_line);
    }
}

void action_ui(Ui& ui, const Action& action, Style style, std::string_view name)
{
    const bool is_link = !action.href.empty();
    const bool leaves = is_link && action.href.front() != '#';
    Intent does = action.intent;
    if (is_link) does = leaves ? Intent {} : OpenLink { action.href };
    ui.leaf({ .role = is_link ? Role::Link : Role::Button,
        .style = style,
        .key = action.key,
        .name = action.label,
        .value = action.href,
        .label = name,
        .line = strip_line,
        .flags = static_cast<std::uint16_t>(leaves ? FlagStrong | FlagExternal : FlagStrong),
        .intent = does });
}

void open_choice_ui(Ui& ui, const OpenChoice& choice)
{
    ui.icon("overlap");
    ui.text(choice.text, Style::OpenGroupText, strip_line);
    action_ui(ui, choice.compare, Style::QuietButton, choice.name);
}

void unfold_ui(Ui& ui, const Unfolding& unfold, Style style)
{
    auto button = ui.open({ .role = Role::Button,
        .style = style,
        .key = unfold.key,
        .label = unfold.name,
        .line = strip_line,
        .flags =
            static_cast<std::uint16_t>(FlagStrong | FlagUnfolds | (unfold.open ? FlagUnfolded : 0)),
        .intent = unfold.toggle });
    ui.text(unfold.label, Style::None, strip_line, FlagStrong);
    ui.icon(unfold.open ? "chevron-up" : "chevron-down");
}

void header_ui(Ui& ui, const PageModel& page, Pane& pane)
{
    auto header = ui.pane(pane, {});
    ui.icon("logo", Style::Logo);
    if (page.back) {
        auto link = ui.open({ .role = Role::Link,
            .style = Style::IconButton,
            .value = page.back->href,
            .label = page.back->label,
            .intent = OpenLink { page.back->href } });
        ui.icon("back");
    }
    ui.leaf({ .role = Role::Heading,
        .style = Style::PageTitle,
        .name = page.heading,
        .line = title_line,
        .level = 1,
        .flags = FlagStrong });
    if (!page.heading_note.empty())
        ui.text(page.heading_note, Style::PageNote, title_line, FlagTabular);
    // On a phone the ways to look at it stand at the bottom, but the zone of all times at the top.
    if (ui.style().layout != Layout::Phone)
        lists_ui(ui, page);
    else if (const DayTabs* days = days_of(page))
        zone_ui(ui, *days);
    if (page.now) ui.text(page.now->zone_note, Style::ZoneNote, small_line);
    tools_ui(ui, page);
    if (page.sample_note) strip_ui(ui, "info", *page.sample_note, page.sample_action, 1);
    if (page.clock_note) strip_ui(ui, "clock", *page.clock_note, page.clock_action, 2);
}

void views_ui(Ui& ui, const PageModel& page, Pane& pane)
{
    auto bar = ui.pane(pane, { .label = page.views_label });
    for (const PageModel::View& view : page.views) {
        const int flags = view.current ? FlagCurrent | FlagStrong : 0;
        auto link = ui.open({ .role = Role::Link,
            .style = Style::ViewLink,
            .key = view.key,
            .value = view.href,
            .line = small_line,
            .flags = static_cast<std::uint16_t>(flags),
            .intent = OpenLink { view.href } });
        ui.icon(view.icon, Style::ViewItem);
        ui.text(view.label, Style::None, small_line);
    }
}

namespace {

/// The one status region is always there, so that a change of its text is spoken. It shows a notice
/// itself, except while it has something else to say.
void toast_ui(Ui& ui, const NoticeModel* notice, std::string_view status)
{
    const bool in_status = notice && !notice->interrupts && status.empty();
    auto toast = ui.group(notice ? Style::Toast : Style::None, {}, 1);
    ui.leaf({ .role = Role::Status,
        .style = in_status ? Style::ToastText : Style::VisuallyHidden,
        .key = 1,
        .name = in_status ? std::string_view(notice->text) : status,
        .line = strip_line });
    if (!notice) return;
    if (!in_status)
        ui.leaf({ .role = notice->interrupts ? Role::Alert : Role::Text,
            .style = Style::ToastText,
            .name = notice->text,
            .line = strip_line });
    for (const Action& action : notice->actions) action_ui(ui, action, Style::ToastButton);
}

} // namespace

void notices_ui(Ui& ui, const PageModel& page, Pane& pane)
{
    auto notices = ui.pane(pane, {});
    toast_ui(ui, page.notice ? &*page.notice : nullptr, page.status);
    const bool beside = !page.views.empty() || page.chooser || page.message;
    if (page.loading && beside) loading_ui(ui, *page.loading);
}

} // namespace hallway::ui
