#include "app/grid_model.h"
#include "generated/tokens.h"
#include "support/snapshot.h"
#include "support/ui_test.h"
#include "ui/support/models.h"
#include "ui/support/tree_text.h"
#include "ui/views/grid_layout.h"

#include <doctest/doctest.h>

#include <memory>

using namespace hallway;
using namespace hallway::ui;
using namespace hallway::test;

namespace {

constexpr UiTest::Size phone { 390, 844 };
constexpr UiTest::Size desktop { 1440, 900 };
constexpr UiTest::Size phone_view { 390, 700 };
constexpr UiTest::Size desktop_view { 1352, 800 };

PageModel page_of(GridModel grid)
{
    PageModel page = program_page(0);
    page.program.reset();
    page.grid = std::make_shared<GridModel>(std::move(grid));
    return page;
}

struct GridTest : UiTest {
    GridTest(GridModel grid, Size size, Size view) : UiTest(page_of(std::move(grid)), size)
    {
        show(view, 0, 0);
    }
    void show(Size view, std::int32_t x, std::int32_t y)
    {
        input.panes.clear();
        input.panes.push_back({ PaneKind::List, Presentation::Canvas, view.w, view.h, x, y });
    }
    [[nodiscard]] bool is_full(std::string_view name) const
    {
        const Handle link = page.find(Role::Link, name);
        return link && !(page.element(page.element(link).parent).flags & FlagUntilFound);
    }
};

std::string name_of(std::size_t room, std::size_t session)
{
    const std::string key = std::to_string(1 + room * 100'000 + session);
    return "Session " + key + " about something that is long, 10:00";
}

} // namespace

TEST_SUITE("ui/grid")
{
    TEST_CASE("snapshot: the program by room on a phone, with a break, the present and every size")
    {
        GridModel grid = room_grid(2, 3);
        grid.now = GridModel::Mark { 40, "10:40" };
        grid.blocks[0].saved = true;
        grid.blocks[0].keenness = Keenness::Want;
        grid.blocks[1].cancelled = true;
        grid.blocks[2].length = 5;
        grid.blocks[3].people = {};
        GridModel::Block coffee = grid.blocks[0];
        coffee.key = 99;
        coffee.title = "Coffee";
        coffee.link_label = "Coffee, 11:30";
        coffee.start = 90;
        grid.bands.push_back({ coffee, 0, 2 });
        UiTest ui(page_of(grid), phone);
        ui.settle();
        CHECK(difference_to_snapshot(
                  "tests/ui/snapshots/grid-phone.txt", text_of_tree(ui.scene.tree()))
            == "");
    }

    TEST_CASE("one column of a phone stands beside the times, with a part of the next")
    {
        const GridLayout layout = lay_out_grid(room_grid(3, 2), 390);
        CHECK(layout.phone);
        CHECK(layout.columns[0].x == 56);
        CHECK(layout.columns[1].x == 56 + 282 + 8);
        CHECK(layout.columns[1].x + 44 == 390);
        // The last one can stand where the first did.
        CHECK(layout.w - 390 == layout.columns[2].x - layout.columns[0].x);
    }

    TEST_CASE("columns of a desktop fill it, none narrower than 160")
    {
        const GridLayout layout = lay_out_grid(room_grid(30, 2), 1352);
        CHECK_FALSE(layout.phone);
        CHECK(layout.columns[0].x == 64);
        CHECK(layout.columns[0].w == 161);
        CHECK(lay_out_grid(room_grid(4, 2), 1352).columns[0].w == 322);
        CHECK(lay_out_grid(room_grid(4, 2), 1352).w == 1352);
    }

    TEST_CASE("what is longer than an hour has its words in a sticky strip, as far away as near")
    {
        GridModel grid = room_grid(30, 30);
        grid.blocks[0].length = 180;
        GridTest ui(grid, desktop, desktop_view);
        ui.settle();
        const auto strip_of = [&](std::string_view name) {
            const Handle link = ui.page.find(Role::Link, name);
            return ui.page.element(ui.page.element(link).parent);
        };
        const Handle link = ui.page.find(Role::Link, name_of(0, 0));
        CHECK(strip_of(name_of(0, 0)).role == Role::Group);
        CHECK((strip_of(name_of(0, 0)).flags & FlagSticky) != 0);
        CHECK(strip_of(name_of(0, 1)).role == Role::Item);
        CHECK(ui.page.find(Role::Toggle, "Star: " + std::string(grid.blocks[0].title)) != 0);
        // Far away only its title is left, in the same place.
        ui.show(desktop_view, 4000, 0);
        ui.settle();
        CHECK(ui.page.find(Role::Toggle, "Star: " + std::string(grid.blocks[0].title)) == 0);
        CHECK(ui.page.find(Role::Link, name_of(0, 0)) == link);
    }

    TEST_CASE("strips stand at the end of their column")
    {
        GridModel grid = room_grid(2, 3);
        grid.blocks[0].length = 300;
        grid.blocks[0].strip = true;
        grid.columns[0].strips = 1;
        const GridLayout layout = lay_out_grid(grid, 1352);
        const Rect strip = layout.rect_of(grid.blocks[0], layout.columns[0]);
        const Rect beside = layout.rect_of(grid.blocks[1], layout.columns[0]);
        CHECK(strip.w == 44);
        CHECK(strip.h > 1000);
        CHECK(strip.x == beside.x + beside.w + 4);
    }

    TEST_CASE("on a phone strips have rows above the times, in which their words lie")
    {
        GridModel grid = room_grid(2, 8);
        const std::int32_t before = lay_out_grid(grid, 390).y_of(0);
        for (const std::size_t strips : { std::size_t { 2 }, std::size_t { 6 } }) {
            for (std::size_t i = 0; i < strips; ++i) {
                grid.blocks[i].strip = true;
                grid.blocks[i].lane = static_cast<std::uint16_t>(i);
            }
            grid.columns[0].strips = static_cast<std::uint16_t>(strips);
            const GridLayout layout = lay_out_grid(grid, 390);
            CHECK(layout.columns[0].w == layout.columns[1].w);
            std::int32_t bottom = 0;
            for (std::size_t i = 0; i < strips; ++i) {
                const Rect rect = layout.rect_of(grid.blocks[i], layout.columns[0]);
                CHECK(rect.w == (strips == 2 ? 282 : 139));
                CHECK(rect.x + rect.w <= 282);
                CHECK(rect.h == 56);
                bottom = std::max(bottom, rect.y + rect.h);
            }
            CHECK(bottom <= layout.y_of(0) - layout.head_h);
            CHECK(layout.y_of(0) > before);
        }
    }

    TEST_CASE("what shares a time in rows says when it is, whatever else has no room")
    {
        GridModel grid = room_grid(1, 8);
        grid.length = 90;
        for (std::uint16_t i = 0; i < 8; ++i) {
            GridModel::Block& block = grid.blocks[i];
            block.start = 0, block.length = 90;
            block.lane = i, block.lanes = 8;
            block.same_time = true;
        }
        GridTest ui(grid, phone, phone_view);
        ui.settle();
        std::size_t times = 0;
        for (const Node& node : ui.scene.tree().nodes) {
            if (node.style != Style::BlockTime) continue;
            ++times;
            CHECK(node.rect.h == 16);
        }
        CHECK(times == 8);
    }

    TEST_CASE("a day opens before now, else where something is picked, else where anything begins")
    {
        const auto opening = [](const GridModel& grid, std::int32_t w) {
            return grid.marks[opening_mark(grid, lay_out_grid(grid, w), w)].minute;
        };
        GridModel grid = room_grid(3, 4);
        for (GridModel::Block& block : grid.blocks) block.start += 120;
        for (std::int32_t minute = 30; minute <= 600; minute += 30)
            if (minute > grid.marks.back().minute) grid.marks.push_back({ minute, "later" });
        CHECK(opening(grid, 390) == 120);
        // Of the second room only a part is in view on a phone.
        grid.blocks[4 + 1].keenness = Keenness::Want;
        CHECK(opening(grid, 390) == 120);
        const std::int32_t picked = grid.blocks[4 + 1].start;
        REQUIRE(picked >= 150);
        CHECK(opening(grid, 1352) == picked / 30 * 30);
        grid.now = GridModel::Mark { 75, "now" };
        CHECK(opening(grid, 390) == 60);
        grid.now = GridModel::Mark { 5, "now" };
        CHECK(opening(grid, 390) == 0);
    }

    TEST_CASE("a day that was not looked at before is scrolled to where it opens, once")
    {
        GridModel grid = room_grid(3, 12);
        grid.now = GridModel::Mark { 75, "11:15" };
        GridTest ui(grid, phone, phone_view);
        ui.frame();
        CHECK(ui.page.scrolled_to != 0);
        CHECK(ui.page.opened_there);
        ui.page.scrolled_to = 0;
        ui.settle();
        CHECK(ui.page.scrolled_to == 0);
    }

    TEST_CASE("lanes make their column wider rather than unreadable")
    {
        GridModel grid = room_grid(2, 80);
        for (std::size_t i = 0; i < 80; ++i) {
            grid.blocks[i].start = 0;
            grid.blocks[i].lane = static_cast<std::uint16_t>(i);
            grid.blocks[i].lanes = 80;
        }
        const GridLayout layout = lay_out_grid(grid, 1352);
        const Rect last = layout.rect_of(grid.blocks[79], layout.columns[0]);
        CHECK(last.w >= 110);
        CHECK(last.x + last.w <= layout.columns[0].w);
        const Rect before = layout.rect_of(grid.blocks[78], layout.columns[0]);
        CHECK(before.x + before.w < last.x);
    }

    TEST_CASE(
        "what is at the same time, as posters are, stands in rows, each high enough for a finger")
    {
        GridModel grid = room_grid(2, 9);
        for (std::size_t i = 0; i < 9; ++i) {
            grid.blocks[i].start = 0;
            grid.blocks[i].length = 90;
            grid.blocks[i].lane = static_cast<std::uint16_t>(i);
            grid.blocks[i].lanes = 9;
            grid.blocks[i].same_time = true;
        }
        for (const std::int32_t view_w : { 390, 820, 1352 }) {
            CAPTURE(view_w);
            const GridLayout layout = lay_out_grid(grid, view_w);
            CHECK(layout.columns[0].w <= view_w - layout.axis_w);
            Rect before;
            for (std::size_t i = 0; i < 9; ++i) {
                const Rect at = layout.rect_of(grid.blocks[i], layout.columns[0]);
                CHECK(at.h >= 40);
                CHECK(at.w >= 110);
                CHECK(at.x + at.w <= layout.columns[0].w);
                const bool in_row = at.x > before.x && at.y == before.y;
                const bool in_next_row = at.y >= before.y + before.h && at.x <= before.x;
                CHECK((i == 0 || in_row || in_next_row));
                before = at;
            }
            CHECK(before.y + before.h <= layout.y_of(90) - layout.head_h);
        }
    }

    TEST_CASE("only what is near the view is full, along both axes")
    {
        GridTest ui(room_grid(40, 30), desktop, desktop_view);
        ui.settle();
        CHECK(ui.is_full(name_of(0, 0)));
        CHECK(ui.is_full(name_of(9, 8)));
        CHECK_FALSE(ui.is_full(name_of(39, 0)));
        CHECK_FALSE(ui.is_full(name_of(0, 29)));
        ui.show(desktop_view, 6504 - 1352, 2000);
        ui.settle();
        CHECK(ui.is_full(name_of(39, 29)));
        CHECK_FALSE(ui.is_full(name_of(0, 29)));
    }

    TEST_CASE("the picture lies ahead of a sideways motion, and is drawn anew only when it must be")
    {
        GridTest ui(room_grid(40, 30), desktop, desktop_view);
        ui.settle();
        int drawn = 0, frames = 0;
        for (std::int32_t x = 0; x <= 2400; x += 60) {
            ui.show(desktop_view, x, 0);
            ++frames;
            if (!ui.frame(Refresh::IfNeeded)) continue;
            if (ui.output->pictures.empty()) continue;
            ++drawn;
            const Rect at = ui.output->pictures[0].at;
            CHECK(at.x <= x);
            CHECK(at.x + at.w >= x + desktop_view.w);
        }
        CHECK(drawn > 2);
        CHECK(drawn < frames / 3);
    }

    TEST_CASE("from right to left the first column is on the right")
    {
        PageModel page = page_of(room_grid(40, 30));
        page.right_to_left = true;
        UiTest ui(std::move(page), desktop);
        const std::int32_t w = lay_out_grid(*ui.model.grid, desktop_view.w).w;
        ui.input.panes.push_back({ PaneKind::List, Presentation::Canvas, desktop_view.w,
            desktop_view.h, w - desktop_view.w, 0 });
        ui.settle();
        const auto full = [&](std::size_t room) {
            const Handle link = ui.page.find(Role::Link, name_of(room, 0));
            return link && !(ui.page.element(ui.page.element(link).parent).flags & FlagUntilFound);
        };
        CHECK(full(0));
        CHECK_FALSE(full(39));
    }

    TEST_CASE("the buttons page, on a phone beside the rooms, on a desktop beside the days")
    {
        GridTest on_phone(room_grid(3, 2), phone, phone_view);
        on_phone.settle();
        CHECK(on_phone.find(Role::Button, "Next room").activate() == TurnRooms { "next" });
        GridTest few(room_grid(3, 2), desktop, desktop_view);
        few.settle();
        CHECK_FALSE(few.try_find(Role::Button, "Next room"));
        GridTest many(room_grid(12, 2), desktop, desktop_view);
        many.settle();
        CHECK(many.try_find(Role::Button, "Next room"));
    }
}
