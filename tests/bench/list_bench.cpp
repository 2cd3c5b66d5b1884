// How long a frame of the list, or of the grid, takes while it is scrolled: views with their
// picture, then the diff.
// With glyphs of fixed metrics, so the browser's own share (rasterising, DOM, GPU) is not in it.
#include "support/ui_test.h"
#include "ui/support/models.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

using namespace hallway;
using namespace hallway::test;
using namespace hallway::ui;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point from)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

double share(std::vector<double> values, double part)
{
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

struct Figures {
    std::vector<double> views, diff, both;
    std::size_t nodes = 0;
    double first = 0;
};

void measure_frame(UiTest& ui, Refresh refresh, Figures& figures)
{
    ui.input.refresh = refresh;
    if (!ui.scene.take(ui.input)) return;
    const Clock::time_point start = Clock::now();
    ui.scene.describe(ui.model);
    const double views = milliseconds_since(start);
    const SceneOutput& output = ui.scene.changes();
    const double both = milliseconds_since(start);
    figures.views.push_back(views);
    figures.diff.push_back(both - views);
    figures.both.push_back(both);
    figures.nodes = ui.scene.tree().nodes.size();
    ui.output = &output;
}

void bench_scrolling(std::size_t rows, UiTest::Size size, int step, Refresh refresh)
{
    UiTest ui(program_page(rows), { size.w, size.h });
    ui.show_picture(PaneKind::List, size);
    Figures start, figures;
    do measure_frame(ui, Refresh::Views, start);
    while (ui.output->busy);
    constexpr int frames = 600;
    int y = 0;
    for (int frame = 0; frame < frames; ++frame) {
        y += frame < frames / 2 ? step : -step;
        ui.show_picture(PaneKind::List, size, std::max(0, y));
        measure_frame(ui, refresh, figures);
    }
    std::printf(
        "%5zu rows, %4d x %4d, %4d px a frame, %s: %3zu of %d frames, %5zu nodes, first %.2f ms, "
        "p50 %.2f, p95 %.2f, max %.2f ms (views p95 %.2f, diff p95 %.2f)\n",
        rows, size.w, size.h, step, refresh == Refresh::Views ? "each frame" : "as needed ",
        figures.both.size(), frames, figures.nodes, start.both[0], share(figures.both, 0.5),
        share(figures.both, 0.95), share(figures.both, 1), share(figures.views, 0.95),
        share(figures.diff, 0.95));
}

/// By room, along both axes at once.
void bench_grid(std::size_t rooms, std::size_t sessions, UiTest::Size size, int step)
{
    PageModel page = program_page(0);
    page.program.reset();
    page.grid = std::make_shared<GridModel>(room_grid(rooms, sessions));
    UiTest ui(page, { size.w, size.h });
    ui.show_picture(PaneKind::List, size);
    Figures start, figures;
    do measure_frame(ui, Refresh::Views, start);
    while (ui.output->busy);
    constexpr int frames = 400;
    int at = 0;
    for (int frame = 0; frame < frames; ++frame) {
        at += frame / 40 % 2 == 0 ? step : -step;
        ui.input.panes.clear();
        ui.input.panes.push_back({ PaneKind::List, Presentation::Canvas, size.w, size.h,
            std::max(0, at), std::max(0, at / 2) });
        measure_frame(ui, Refresh::IfNeeded, figures);
    }
    std::printf("%3zu rooms, %4d x %4d, %4d px a frame: %3zu of %d frames, %5zu nodes, p50 %.2f, "
                "p95 %.2f, max %.2f ms (views p95 %.2f, diff p95 %.2f)\n",
        rooms, size.w, size.h, step, figures.both.size(), frames, figures.nodes,
        share(figures.both, 0.5), share(figures.both, 0.95), share(figures.both, 1),
        share(figures.views, 0.95), share(figures.diff, 0.95));
}

} // namespace

int main()
{
    for (const UiTest::Size size : { UiTest::Size { 390, 700 }, UiTest::Size { 1352, 800 } })
        for (const int step : { 60, 120 }) bench_grid(30, 17, size, step);
    for (const std::size_t rows : { 400u, 1000u, 5000u })
        for (const UiTest::Size size : { UiTest::Size { 390, 700 }, UiTest::Size { 680, 800 } })
            for (const Refresh refresh : { Refresh::IfNeeded, Refresh::Views })
                bench_scrolling(rows, size, 60, refresh);
    return 0;
}
