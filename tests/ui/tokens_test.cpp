#include "generated/tokens.h"

#include <cmath>
#include <doctest/doctest.h>
#include <set>

using namespace hallway::ui;

namespace {

/// Source: WCAG 2.2, relative luminance.
double luminance(std::uint32_t color)
{
    const auto channel = [&](int shift) {
        const double value = (color >> shift & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

/// Source: WCAG 2.2, contrast ratio.
double contrast(std::uint32_t a, std::uint32_t b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::uint32_t color_of(int theme, Token token)
{
    return theme_colors[theme][static_cast<int>(token)];
}

} // namespace

TEST_SUITE("ui/tokens")
{
    TEST_CASE("every text and mark has the contrast that it needs on every ground it stands on")
    {
        CHECK(std::size(contrast_pairs) == 256);
        for (const ContrastPair& pair : contrast_pairs) {
            const double ratio =
                contrast(color_of(pair.theme, pair.text), color_of(pair.theme, pair.ground));
            CAPTURE(static_cast<int>(pair.text));
            CAPTURE(static_cast<int>(pair.ground));
            CHECK(ratio >= pair.needed);
            CHECK(std::abs(ratio - pair.stated) < 0.01);
        }
    }

    TEST_CASE("text that is drawn in pressed rows has its contrast, too")
    {
        for (const int theme : { 0, 1 })
            for (const Token text : { Token::Text, Token::Text2, Token::Accent })
                CHECK(contrast(color_of(theme, text), color_of(theme, Token::Surface3)) >= 4.5);
    }

    TEST_CASE("a line height names one type size")
    {
        CHECK(em_of_line(16) == 13);
        CHECK(em_of_line(20) == 14);
        CHECK(em_of_line(22) == 16);
        CHECK(em_of_line(24) == 16);
        CHECK(em_of_line(28) == 20);
        CHECK(em_of_line(36) == 26);
        CHECK(em_of_line(21) == 0);
    }

    TEST_CASE("a row's height is the sum of its parts")
    {
        // DESIGN section 2: 82 with a title of one line.
        CHECK(
            2 * row_phone_title_y + 22 + row_phone_meta_gap + 20 + row_phone_third_gap + 16 == 82);
        CHECK(row_wide_title_y + 22 == row_wide_meta_y);
        CHECK(row_wide_meta_y + 20 == row_wide_h - row_wide_title_y);
        CHECK(2 * row_wide_star_y + star_box == row_wide_h);
    }

    TEST_CASE("icons have one name each")
    {
        const std::set<std::string_view> names(std::begin(icon_names), std::end(icon_names));
        CHECK(names.size() == icon_count);
        CHECK(icon_names[static_cast<int>(Icon::StarFilled)] == "star-filled");
        CHECK(icon_mirrored[static_cast<int>(Icon::Back)]);
        CHECK(!icon_mirrored[static_cast<int>(Icon::Star)]);
    }
}
