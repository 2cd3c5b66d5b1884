#include "base/hash.h"
#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t text_line = 20;

void package_ui(Ui& ui, const CompareModel::Package& package)
{
    auto item = ui.item(package.key, Style::Package, {});
    session_cards_ui(ui, package.cards, CardForm::Timed);
    if (!package.lines.empty()) {
        auto lines = ui.group(Style::PackageLines);
        std::uint64_t number = 0;
        for (const PageText& line : package.lines)
            ui.paragraph(line, Style::PackageLine, text_line, mix64(package.key, ++number));
    }
    if (!package.ended.empty()) ui.paragraph(package.ended, Style::PackageLine, text_line);
    if (package.go) choice_ui(ui, *package.go, "pin-filled");
    if (package.parts.empty()) return;
    auto parts =
        ui.open({ .role = Role::Group, .style = Style::PackageParts, .label = package.part_label });
    ui.text(package.part_label, Style::None, text_line);
    for (const ChoiceOption& part : package.parts) choice_ui(ui, part, "check");
}

} // namespace

void compare_ui(Ui& ui, const CompareModel& compare, Pane& pane)
{
    auto detail = ui.pane(pane, { .label = compare.title, .scroll_key = compare.key });
    detail_head_ui(ui, { compare.back_label, compare.back_href }, compare.day);
    auto body = ui.group(Style::None, {}, compare.key);
    detail_title_ui(ui, compare.title);
    if (!compare.nothing.empty()) {
        ui.paragraph(compare.nothing, Style::None, text_line);
        return;
    }
    auto list = ui.list(Style::Cards, {}, compare.title);
    for (const CompareModel::Package& package : compare.packages) package_ui(ui, package);
}

} // namespace hallway::ui
