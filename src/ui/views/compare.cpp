#include "base/hash.h"
#include "ui/views/views.h"

namespace hallway::ui {

namespace {

constexpr std::uint8_t text_line = 20;

// The strip, CSS px.
constexpr std::int32_t bar_h = 24;
constexpr std::int32_t bar_gap = 4;
constexpr std::uint8_t bar_line = 16;

void strip_ui(Ui& ui, const CompareModel& compare)
{
    const CompareModel::Strip& strip = compare.strip;
    const auto rows = static_cast<std::int32_t>(compare.packages.size());
    const std::int32_t h = rows * (bar_h + bar_gap) + bar_line;
    constexpr std::int32_t whole = 1000;
    const auto permille = [&](std::int32_t minutes) { return minutes * whole / strip.length; };
    auto group = ui.group(Style::CompareStrip, { 0, 0, 0, h });
    const auto leaf = [&](Style style, std::string_view text, Rect rect, int flags) {
        const auto key =
            static_cast<std::uint64_t>(rect.x) << 16 | static_cast<std::uint64_t>(rect.y);
        ui.leaf({ .role = Role::Extent,
                    .style = style,
                    .key = key + 1,
                    .name = text,
                    .line = bar_line,
                    .flags = static_cast<std::uint16_t>(flags) },
            rect);
    };
    for (const CompareModel::Strip::Mark& mark : strip.marks)
        leaf(Style::CompareMark, mark.time, { permille(mark.minute), 0, 0, h }, FlagTabular);
    for (const CompareModel::Strip::Bar& bar : strip.bars) {
        const auto row = static_cast<std::int32_t>(bar.package);
        const int going = compare.packages[bar.package].is_chosen() ? FlagCurrent : 0;
        leaf(Style::CompareBar, bar.text,
            { permille(bar.from), row * (bar_h + bar_gap), permille(bar.length), bar_h },
            FlagStrong | going);
    }
}

void parts_ui(Ui& ui, const CompareModel::Parts& parts)
{
    auto group = ui.open({ .role = Role::Group,
        .style = Style::PackageParts,
        .key = parts.key,
        .label = parts.label });
    ui.text(parts.label, Style::None, text_line);
    for (const ChoiceOption& option : parts.options) choice_ui(ui, option, "check");
}

void package_ui(Ui& ui, const CompareModel::Package& package)
{
    auto item = ui.item(package.key, Style::Package, {}, 0, package.is_chosen() ? FlagCurrent : 0);
    ui.text(package.letter, Style::PackageLetter, text_line, FlagStrong);
    session_cards_ui(ui, package.cards, CardForm::Timed);
    if (!package.lines.empty()) {
        auto lines = ui.group(Style::PackageLines);
        std::uint64_t number = 0;
        for (const CompareModel::Line& line : package.lines) {
            auto paragraph = ui.open({ .role = Role::Paragraph,
                .style = Style::PackageLine,
                .key = mix64(package.key, ++number) });
            ui.icon(line.icon);
            ui.text(line.text, Style::None, text_line);
        }
    }
    if (package.go) choice_ui(ui, *package.go, "pin-filled");
    for (const CompareModel::Parts& parts : package.parts) parts_ui(ui, parts);
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
    strip_ui(ui, compare);
    {
        auto list = ui.list(Style::Cards, {}, compare.title);
        for (const CompareModel::Package& package : compare.packages) package_ui(ui, package);
    }
    ui.leaf({ .role = Role::Link,
        .style = Style::QuietButton,
        .name = compare.open_label,
        .value = compare.back_href,
        .line = text_line,
        .flags = FlagStrong,
        .intent = OpenLink { compare.back_href } });
}

} // namespace hallway::ui
