#include "ui/views/views.h"

#include <charconv>

namespace hallway::ui {

namespace {

constexpr std::uint8_t title_line = 28;
constexpr std::uint8_t text_line = 20;
constexpr std::uint8_t name_line = 22;

} // namespace

void empty_ui(Ui& ui, const EmptyState& empty, std::string_view icon)
{
    auto group = ui.group(Style::Empty);
    ui.icon(icon);
    ui.leaf({ .role = Role::Heading,
        .style = Style::EmptyTitle,
        .name = empty.title,
        .line = title_line,
        .level = 2,
        .flags = FlagStrong });
    if (!empty.text.empty()) ui.paragraph(empty.text, Style::EmptyText, text_line);
    if (empty.actions.empty()) return;
    auto actions = ui.group(Style::Actions);
    Style style = Style::PrimaryButton;
    for (const Action& action : empty.actions) {
        action_ui(ui, action, style);
        style = Style::QuietButton; // At most one primary button on a screen.
    }
}

void loading_ui(Ui& ui, const LoadingModel& loading)
{
    auto group = ui.group(Style::Loading);
    ui.text(loading.title, Style::EmptyTitle, name_line, FlagStrong);
    ui.text(loading.text, Style::EmptyText, text_line);
    char digits[8];
    const auto end = std::to_chars(digits, digits + sizeof digits, loading.permille).ptr;
    ui.leaf({ .role = Role::Progress,
        .value = { digits, static_cast<std::size_t>(end - digits) },
        .label = loading.title });
}

} // namespace hallway::ui
