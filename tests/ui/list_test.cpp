#include "generated/tokens.h"
#include "support/ui_test.h"
#include "ui/support/models.h"

#include <doctest/doctest.h>

using namespace hallway;
using namespace hallway::ui;
using namespace hallway::test;

namespace {

constexpr UiTest::Size view { 390, 700 };

struct ListTest : UiTest {
    explicit ListTest(std::size_t rows, std::int32_t scroll_y = 0)
        : UiTest(program_page(rows), { 390, 844 })
    {
        show_picture(PaneKind::List, view, scroll_y);
    }
};

struct RowCounts {
    int full = 0, found = 0;
};
RowCounts count_rows(const UiTest& ui)
{
    RowCounts counts;
    for (const Handle item : ui.page.all(Role::Item)) {
        const FakeElement& element = ui.page.element(item);
        if (element.flags & FlagUntilFound)
            ++counts.found;
        else
            ++counts.full;
    }
    return counts;
}

bool overlap(const Rect& a, const Rect& b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

Handle row_of(const UiTest& ui, std::string_view title)
{
    const Handle heading = ui.page.element(ui.page.find(Role::Link, title)).parent;
    return ui.page.element(heading).parent;
}

/// What stands in a row: a heading has no place of its own, but its link does.
std::vector<Handle> parts_of(const UiTest& ui, const FakeElement& row)
{
    std::vector<Handle> parts;
    for (const Handle child : row.children) {
        const FakeElement& element = ui.page.element(child);
        parts.push_back(element.role == Role::Heading ? element.children[0] : child);
    }
    return parts;
}

/// Of a row, in the list's content.
std::int32_t content_y(const UiTest& ui, Handle item)
{
    const FakeElement& row = ui.page.element(item);
    const FakeElement& list = ui.page.element(row.parent);
    return ui.page.element(list.parent).rect.y + list.rect.y + row.rect.y;
}

} // namespace

TEST_SUITE("ui/list")
{
    TEST_CASE("the first frame makes about 50 rows, idle slices the rest of up to 400")
    {
        ListTest ui(400);
        ui.frame();
        CHECK(ui.output->busy);
        CHECK(count_rows(ui).full <= 62);
        CHECK(count_rows(ui).full >= 45);
        CHECK(ui.page.counts.created < 700);
        int worst = 0, slices = 0;
        while (ui.output->busy && slices < 50) {
            ui.frame();
            ++slices;
            worst = std::max(worst, ui.page.counts.created);
            CHECK(ui.output->pictures.empty()); // Making nodes draws nothing.
        }
        CHECK(worst <= 440); // At 8 us each below 4 ms.
        CHECK(slices < 10);
        CHECK(count_rows(ui).full == 400);
        CHECK(count_rows(ui).found == 0);
    }

    TEST_CASE(
        "of 1,000 rows those near the view are full, of the rest there is what find-in-page needs")
    {
        ListTest ui(1000);
        const int frames = ui.settle();
        CHECK(frames < 20);
        const RowCounts counts = count_rows(ui);
        CHECK(counts.full + counts.found == 1000);
        CHECK(counts.full < 80);
        CHECK(ui.scene.tree().nodes.size() < 4000);
    }

    TEST_CASE("a list that is to be scrolled to a slot has its rows at once, and scrolls once")
    {
        for (const std::size_t rows : { std::size_t { 300 }, std::size_t { 2000 } }) {
            ListTest ui(rows);
            ui.settle();
            CHECK(ui.page.scrolled_to == 0);
            ui.model.program->jump_number = 1;
            ui.model.program->now_slot = 30;
            ui.frame();
            const Handle slot = ui.page.scrolled_to;
            REQUIRE(slot != 0);
            CHECK_FALSE(ui.page.opened_there);
            const Rect& place = ui.page.element(slot).rect;
            const TimeSlot& wanted = ui.model.program->slots[30];
            CHECK(ui.page.find(Role::Heading, wanted.time) != 0);
            const Handle first = row_of(ui, ui.model.program->rows[wanted.first_row].title);
            CHECK(!(ui.page.element(first).flags & FlagUntilFound));
            CHECK(content_y(ui, first) == place.y + slot_head_h);
            REQUIRE(ui.output->pictures.size() == 1);
            const Rect& picture = ui.output->pictures[0].at;
            CHECK(picture.y <= place.y);
            CHECK(picture.y + picture.h >= place.y + view.h);

            ui.page.scrolled_to = 0;
            ui.show_picture(PaneKind::List, view, 0);
            ui.settle();
            CHECK(ui.page.scrolled_to == 0);
        }
    }

    TEST_CASE("another list, scrolled to a slot, is shown there at once")
    {
        ListTest ui(600);
        ui.settle();
        ProgramModel& program = *ui.model.program;
        ++program.scroll_key;
        for (SessionRow& row : program.rows) row.key = mix64(row.key, 1);
        for (TimeSlot& slot : program.slots) slot.key = mix64(slot.key, 1);
        program.jump_number = 1;
        program.now_slot = 60;
        ui.frame();
        REQUIRE(ui.page.scrolled_to != 0);
        CHECK_FALSE(ui.page.opened_there);
        const Handle first = row_of(ui, program.rows[program.slots[60].first_row].title);
        CHECK(!(ui.page.element(first).flags & FlagUntilFound));
    }

    TEST_CASE("a list of today opens at now, where the page was not scrolled before")
    {
        ListTest ui(600);
        ui.settle();
        ProgramModel& program = *ui.model.program;
        program.now_slot = 40;
        ui.frame();
        CHECK(ui.page.scrolled_to == 0); // It is open already.
        ++program.scroll_key;
        ui.frame();
        REQUIRE(ui.page.scrolled_to != 0);
        CHECK(ui.page.opened_there);
        const Handle first = row_of(ui, program.rows[program.slots[40].first_row].title);
        CHECK(!(ui.page.element(first).flags & FlagUntilFound));
    }

    TEST_CASE("5,000 rows: no frame makes more than a slice, and the tree stays affordable")
    {
        ListTest ui(5000);
        int worst = 0, frames = 0;
        do {
            ui.frame();
            worst = std::max(worst, ui.page.counts.created);
        } while (ui.output->busy && ++frames < 500);
        CHECK(worst < 700);
        CHECK(count_rows(ui).full + count_rows(ui).found == 5000);
        CHECK(ui.scene.tree().nodes.size() < 20000);
    }

    TEST_CASE("a row that is only there to be found has the full row's item, heading and link")
    {
        ListTest ui(1000);
        ui.settle();
        const Handle link = ui.page.find(Role::Link, "Democratise the Fediverse 500");
        const FakeElement before = ui.page.element(link);
        const Handle heading = before.parent;
        const Handle item = ui.page.element(heading).parent;
        CHECK((ui.page.element(item).flags & FlagUntilFound));
        ui.show_picture(PaneKind::List, view, content_y(ui, item) - 100);
        ui.settle();
        CHECK(!(ui.page.element(item).flags & FlagUntilFound));
        const FakeElement& after = ui.page.element(link);
        CHECK(after.parent == heading);
        CHECK(after.name == before.name);
        CHECK(after.rect == before.rect);
        CHECK(ui.page.element(item).children[0] == heading);
    }

    TEST_CASE(
        "scrolling: what comes into view is full before it is seen, what is far away is let go")
    {
        ListTest ui(2000);
        ui.settle();
        for (int y = 0; y < 60000; y += 500) {
            ui.show_picture(PaneKind::List, view, y);
            ui.frame(Refresh::IfNeeded);
            for (const Handle rows : ui.page.all(Role::List))
                for (const Handle item : ui.page.element(rows).children) {
                    const std::int32_t top = content_y(ui, item);
                    if (top + 82 > y && top < y + view.h)
                        CHECK(ui.page.element(item).children.size() >= 4);
                }
        }
        CHECK(count_rows(ui).full < 150);
    }

    TEST_CASE("small scrolling within the picture makes no frame")
    {
        ListTest ui(1000);
        ui.settle();
        ui.show_picture(PaneKind::List, view, 40);
        CHECK(!ui.frame(Refresh::IfNeeded));
    }

    TEST_CASE("scrolling a day of HTML makes no frame")
    {
        UiTest ui(program_page(300), { 390, 844 });
        ui.show_html(PaneKind::List, view);
        ui.settle();
        ui.show_html(PaneKind::List, view, 20000);
        CHECK(!ui.frame(Refresh::IfNeeded));
    }

    TEST_CASE("a focused row stays full and keeps its elements when it is scrolled far away")
    {
        ListTest ui(1000);
        ui.settle();
        const auto star = ui.find(Role::Toggle, "Star: Democratise the Fediverse 0");
        star.focus();
        ui.show_picture(PaneKind::List, view, 50000);
        ui.settle();
        CHECK(ui.page.has(star.handle()));
        CHECK(!(ui.page.element(star.element().parent).flags & FlagUntilFound));
    }

    TEST_CASE(
        "a filter that takes the focused row away gives the focus to the next one, which is full")
    {
        ListTest ui(1000);
        ui.settle();
        const Handle row = row_of(ui, "Democratise the Fediverse 505");
        ui.show_picture(PaneKind::List, view, content_y(ui, row) - 100);
        ui.settle();
        const auto star = ui.find(Role::Toggle, "Star: Democratise the Fediverse 505");
        star.focus();
        filter_rows(*ui.model.program, 100);
        ui.model.program->scroll_key = 32;
        ui.frame();
        CHECK(ui.page.counts.focuses == 1);
        CHECK(ui.page.accessible_name(ui.page.focused) == "Democratise the Fediverse 600");
        CHECK(!(ui.page.element(ui.page.element(ui.page.focused).parent).flags & FlagUntilFound));
    }

    TEST_CASE(
        "filtering and unfiltering keeps a row that stays: same elements, not moved, focus kept")
    {
        ListTest ui(300);
        ui.settle();
        const auto link = ui.find(Role::Link, "Democratise the Fediverse 10");
        link.focus();
        const ProgramModel all = *ui.model.program;
        filter_rows(*ui.model.program, 10);
        ui.settle();
        CHECK(ui.page.has(link.handle()));
        CHECK(ui.page.focused == 0); // Nobody moved it.
        *ui.model.program = all;
        ui.settle();
        CHECK(ui.page.has(link.handle()));
        CHECK(count_rows(ui).full == 300);
    }

    TEST_CASE("a star changes two elements and moves nothing")
    {
        ListTest ui(300);
        ui.settle();
        ui.model.program->rows[3].keenness = Keenness::Want;
        ui.model.program->slots[0].count = "8 sessions, 1 starred";
        ui.frame();
        CHECK(ui.page.counts.puts == 2);
        CHECK(ui.page.counts.all() == 2);
        CHECK(ui.output->pictures.size() == 1);
    }

    TEST_CASE("rows touch each other, and nothing in a row overlaps")
    {
        for (const std::int32_t w : { 320, 360, 390, 479, 480, 600, 732, 1000 }) {
            UiTest ui(program_page(60), { w, 844 });
            ui.show_picture(PaneKind::List, { w, 700 });
            ui.settle();
            std::int32_t bottom = 0;
            for (const Handle list : ui.page.all(Role::List)) {
                const Rect& slot = ui.page.element(ui.page.element(list).parent).rect;
                CHECK(slot.y == bottom);
                std::int32_t y = 0;
                for (const Handle item : ui.page.element(list).children) {
                    const FakeElement& row = ui.page.element(item);
                    CHECK(row.rect.y == y);
                    CHECK(row.rect.w == w);
                    y += row.rect.h;
                    const std::vector<Handle> parts = parts_of(ui, row);
                    for (const Handle a : parts) {
                        const Rect& rect = ui.page.element(a).rect;
                        CHECK(rect.w > 0);
                        CHECK(rect.x >= 0);
                        CHECK(rect.x + rect.w <= w);
                        CHECK(rect.y + rect.h <= row.rect.h);
                        for (const Handle b : parts)
                            if (a < b) CHECK(!overlap(rect, ui.page.element(b).rect));
                    }
                }
                CHECK(slot.h == slot_head_h + y);
                bottom += slot.h;
            }
            for (const Handle pane : ui.page.all(Role::Pane))
                if (ui.page.element(pane).level == static_cast<int>(PaneKind::List))
                    CHECK(ui.page.element(pane).rect == Rect { 0, 0, w, bottom });
        }
    }

    TEST_CASE("a star's row is the phone's or the wide one by the list's own width")
    {
        UiTest ui(program_page(3), { 1440, 900 });
        ui.show_html(PaneKind::List, { 470, 800 });
        ui.settle();
        CHECK(ui.page.element(row_of(ui, "Democratise the Fediverse 0")).style == Style::RowPhone);
        const Handle star = ui.find(Role::Toggle, "Star: Democratise the Fediverse 0").handle();
        ui.show_html(PaneKind::List, { 680, 800 });
        ui.frame(Refresh::IfNeeded);
        CHECK(ui.page.element(row_of(ui, "Democratise the Fediverse 0")).style == Style::RowWide);
        CHECK(ui.page.has(star)); // The same node, so the focus stays.
    }
}
