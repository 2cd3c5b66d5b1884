#include "ui/placement.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace hallway::ui;

namespace {

constexpr Scroller phone { 390, 700, 0, 0, 390, 40000 };

bool covers(const Placement& placement, const Scroller& scroller)
{
    return placement.at.y <= scroller.scroll_y
        && placement.at.y + placement.at.h >= scroller.scroll_y + scroller.view_h;
}

} // namespace

TEST_SUITE("ui/placement")
{
    TEST_CASE(
        "the overscan is 600 where nothing limits it, and 0 along an axis that does not scroll")
    {
        const PictureLimits limits = picture_limits(phone, 1000, 8192);
        CHECK(limits.overscan_x == 0);
        CHECK(limits.overscan_y == 600);
        CHECK(limits.density_permille == 1000);
        const PictureLimits still = picture_limits({ 390, 700, 0, 0, 390, 500 }, 1000, 8192);
        CHECK(still.overscan_y == 0);
    }

    TEST_CASE("the texture limit of an old phone leaves 260 at three device px for one")
    {
        const PictureLimits limits = picture_limits({ 390, 844, 0, 0, 390, 40000 }, 3000, 4096);
        CHECK(limits.overscan_y == 260);
        CHECK(limits.density_permille == 3000);
    }

    TEST_CASE("no picture has more than 8 million device px or a side beyond the limit")
    {
        for (const std::int32_t density : { 1000, 1250, 1500, 2000, 3000, 4000 })
            for (const std::int32_t w : { 320, 390, 680, 1440, 2560 })
                for (const std::int32_t h : { 500, 844, 1180, 1440 })
                    for (const std::int32_t content_w : { w, 3 * w }) {
                        const PictureLimits limits =
                            picture_limits({ w, h, 0, 0, content_w, 40000 }, density, 4096);
                        if (limits.overscan_y == 0) continue; // The view alone may be larger.
                        const double scale = limits.density_permille / 1000.0;
                        const double pixels = (w + 2 * limits.overscan_x) * scale
                            * (h + 2 * limits.overscan_y) * scale;
                        CHECK(pixels <= 8e6 + 1);
                        CHECK((h + 2 * limits.overscan_y) * scale <= 4096);
                        CHECK(limits.overscan_y <= 600);
                    }
    }

    TEST_CASE("where less than 150 would be left, the density is lowered")
    {
        const PictureLimits limits = picture_limits({ 1400, 1300, 0, 0, 1400, 40000 }, 3000, 4096);
        CHECK(limits.density_permille <= 2000);
        CHECK(limits.overscan_y >= 100);
        // It is never raised.
        CHECK(
            picture_limits({ 3000, 3000, 0, 0, 3000, 40000 }, 1000, 4096).density_permille == 1000);
    }

    TEST_CASE("a first look makes a picture around the view")
    {
        Placement placement;
        Scroller scroller = phone;
        const PictureLimits limits { 0, 600, 1000 };
        CHECK(place(placement, scroller, limits));
        CHECK(placement.at == Rect { 0, 0, 390, 1900 });
        CHECK(!place(placement, scroller, limits));
    }

    TEST_CASE("small movements draw nothing; near the edge the picture goes ahead of the motion")
    {
        Placement placement;
        Scroller scroller = phone;
        const PictureLimits limits { 0, 600, 1000 };
        scroller.scroll_y = 5000;
        place(placement, scroller, limits);
        place(placement, scroller, limits);
        const Rect before = placement.at;
        for (scroller.scroll_y = 5010; scroller.scroll_y < 5100; scroller.scroll_y += 10)
            CHECK(!place(placement, scroller, limits));
        CHECK(placement.at == before);
        int redraws = 0;
        for (; scroller.scroll_y < 9000; scroller.scroll_y += 60) {
            if (place(placement, scroller, limits)) {
                ++redraws;
                // It lies ahead: more of it is below the view than above.
                const int above = scroller.scroll_y - placement.at.y;
                CHECK(placement.at.h - above - 700 > above);
            }
            CHECK(covers(placement, scroller));
        }
        CHECK(redraws > 2);
        CHECK(redraws < 12);
    }

    TEST_CASE("hard flings: the view is in the picture in every frame up to the overscan's speed")
    {
        Placement placement;
        Scroller scroller = phone;
        const PictureLimits limits { 0, 600, 1000 };
        place(placement, scroller, limits);
        for (int frame = 0; frame < 200; ++frame) {
            const int step = frame < 100 ? 150 : -150; // 9,000 px a second
            scroller.scroll_y = std::max(0, scroller.scroll_y + step);
            place(placement, scroller, limits);
            CHECK(covers(placement, scroller));
        }
    }

    TEST_CASE(
        "a picture stays within its content, also when that shrinks or the page scrolls beyond")
    {
        Placement placement;
        Scroller scroller = phone;
        const PictureLimits limits { 0, 600, 1000 };
        scroller.scroll_y = 39300;
        place(placement, scroller, limits);
        CHECK(placement.at.y + placement.at.h == 40000);
        scroller.content_h = 900; // A filter; the browser still tells the old position.
        CHECK(place(placement, scroller, limits));
        CHECK(placement.at == Rect { 0, 0, 390, 900 });
        scroller.scroll_y = -80; // Overscroll.
        CHECK(!place(placement, scroller, limits));
    }

    TEST_CASE("where both axes scroll, the one that moves has more than the one that rests")
    {
        Placement placement;
        Scroller scroller { 1000, 700, 4000, 4000, 9000, 9000 };
        const PictureLimits limits { 600, 600, 1000 };
        place(placement, scroller, limits);
        place(placement, scroller, limits);
        const auto step = [&](std::int32_t x, std::int32_t y) {
            scroller.scroll_x += x;
            scroller.scroll_y += y;
            return place(placement, scroller, limits);
        };
        while (!step(0, 250)) { }
        CHECK(placement.at.w == 1000 + 2 * 300);
        CHECK(placement.at.h == 700 + 2 * 600);
        const Rect moved = placement.at;
        CHECK(!step(0, 0)); // Ending a motion draws nothing.
        CHECK(placement.at == moved);
        while (!step(-250, 0)) { }
        CHECK(placement.at.w == 1000 + 2 * 600);
        CHECK(placement.at.h == 700 + 2 * 300);
    }

    TEST_CASE("where both axes scroll, the view is in the picture in every frame")
    {
        Placement placement;
        Scroller scroller { 1000, 700, 4000, 4000, 9000, 9000 };
        const PictureLimits limits { 600, 600, 1000 };
        place(placement, scroller, limits);
        for (int frame = 0; frame < 300; ++frame) {
            const std::int32_t along_x = frame % 100 < 30 ? 0 : 60,
                               along_y = frame < 150 ? 120 : -90;
            scroller.scroll_x = std::min(scroller.scroll_x + along_x, 8000);
            scroller.scroll_y = std::clamp(scroller.scroll_y + along_y, 0, 8300);
            place(placement, scroller, limits);
            CHECK(covers(placement, scroller));
            CHECK(placement.at.x <= scroller.scroll_x);
            CHECK(placement.at.x + placement.at.w >= scroller.scroll_x + 1000);
        }
    }
}
