#include "base/text.h"
#include "generated/tokens.h"
#include "support/ui_test.h"
#include "ui/support/models.h"

#include <cstring>
#include <doctest/doctest.h>
#include <map>

using namespace hallway;
using namespace hallway::ui;
using namespace hallway::test;

namespace {

struct Vertex {
    float x, y, u, v;
    std::uint32_t color;
};

std::vector<Vertex> vertices_of(const DrawnPicture& picture)
{
    std::vector<Vertex> vertices(picture.vertices.size() / sizeof(Vertex));
    std::memcpy(vertices.data(), picture.vertices.data(), picture.vertices.size());
    return vertices;
}

struct Extent {
    float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
    int count = 0;
};
/// Where a token's colour is drawn.
Extent extent_of(const DrawnPicture& picture, Token token, Theme theme = Theme::Light)
{
    Extent extent;
    const std::uint32_t color = theme_colors[static_cast<int>(theme)][static_cast<int>(token)];
    for (const Vertex& vertex : vertices_of(picture)) {
        if (vertex.color != color) continue;
        ++extent.count;
        extent.x0 = std::min(extent.x0, vertex.x);
        extent.y0 = std::min(extent.y0, vertex.y);
        extent.x1 = std::max(extent.x1, vertex.x);
        extent.y1 = std::max(extent.y1, vertex.y);
    }
    return extent;
}

/// What a page does with textures: knows their sizes, and that updates stay within them.
struct FakeRenderer {
    std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> textures;

    void take(const SceneOutput& output)
    {
        for (const TextureUpdate& update : output.textures) {
            if (update.kind == TextureUpdate::Kind::Destroy) {
                CHECK(textures.erase(update.id) == 1);
                continue;
            }
            CHECK(update.pixels != nullptr);
            if (update.kind == TextureUpdate::Kind::Create)
                textures[update.id] = { update.w, update.h };
            else
                CHECK(textures.contains(update.id));
            for (const TextureRect& part : update.parts) {
                CHECK(part.x + part.w <= update.w);
                CHECK(part.y + part.h <= update.h);
            }
        }
        for (const DrawnPicture& picture : output.pictures) check_picture(picture);
    }

    void check_picture(const DrawnPicture& picture)
    {
        const std::size_t indices = picture.indices.size() / 2;
        const std::size_t vertices = picture.vertices.size() / sizeof(Vertex);
        CHECK(!picture.commands.empty());
        for (const DrawCommand& command : picture.commands) {
            CHECK(textures.contains(command.texture));
            CHECK(command.index_offset + command.elements <= indices);
            CHECK(command.x0 < command.x1);
            CHECK(command.y0 < command.y1);
            for (std::uint32_t i = 0; i < command.elements; ++i) {
                std::uint16_t index = 0;
                std::memcpy(&index, picture.indices.data() + 2 * (command.index_offset + i), 2);
                CHECK(command.vertex_offset + index < vertices);
            }
        }
    }
};

struct DrawnTest : UiTest {
    explicit DrawnTest(PageModel shown, std::int32_t w = 390) : UiTest(std::move(shown), { w, 844 })
    {
        show_picture(PaneKind::List, { w, 700 });
    }
};

} // namespace

TEST_SUITE("ui/scene")
{
    TEST_CASE("the first frame is HTML; a picture comes when the page asks for it")
    {
        UiTest ui(program_page(20), { 390, 844 });
        CHECK(ui.frame());
        CHECK(ui.output->pictures.empty());
        ui.settle();
        ui.show_picture(PaneKind::List, { 390, 700 });
        CHECK(ui.frame(Refresh::IfNeeded));
        CHECK(ui.output->pictures.size() == 1);
        CHECK(ui.page.counts.all() == 0); // The tree is the same in both presentations.
        const DrawnPicture& picture = ui.output->pictures[0];
        CHECK(ui.page.element(picture.pane).role == Role::Pane);
        CHECK(picture.at.w == 390);
        CHECK(picture.density_permille == 1000);
        CHECK(ui.output->clear_color == theme_colors[0][static_cast<int>(Token::Bg)]);
    }

    TEST_CASE("while nothing changes there is nothing to do")
    {
        DrawnTest ui(program_page(20));
        ui.settle();
        CHECK(!ui.frame(Refresh::IfNeeded));
        ui.frame(Refresh::Views);
        CHECK(ui.output->ops.empty());
        CHECK(ui.output->pictures.empty());
        CHECK(ui.output->textures.empty());
    }

    TEST_CASE("every view is drawn or described in both themes, at all densities, from either side")
    {
        const auto everything = [](bool right_to_left) {
            PageModel page = program_page(60);
            page.program->rows[3].title = "مرحبا بالعالم ";
            page.program->rows[4].title = "नमस्ते दुनिया 😀 日本語";
            page.program->rows[5].title = "Mixed שלום line";
            page.program->rows[6].cancelled = true;
            page.session = std::make_unique<SessionModel>(full_session());
            page.notice = std::make_unique<NoticeModel>(NoticeModel { "Saved.", false, {} });
            page.loading = std::make_unique<LoadingModel>(LoadingModel { "Opening", "x", 5 });
            page.right_to_left = right_to_left;
            return page;
        };
        for (const bool right_to_left : { false, true })
            for (const std::int32_t density : { 1000, 1250, 1500, 2000, 3000 })
                for (const std::int32_t w : { 390, 820 }) {
                    DrawnTest ui(everything(right_to_left), w);
                    FakeRenderer renderer;
                    ui.input.density_permille = density;
                    for (const Theme theme : { Theme::Light, Theme::Dark }) {
                        ui.input.theme = theme;
                        ui.frame();
                        renderer.take(*ui.output);
                        CHECK(ui.output->pictures.size() == 1);
                    }
                    ui.model = chooser_page();
                    ui.frame();
                    renderer.take(*ui.output);
                    CHECK(ui.output->pictures.empty());
                }
    }

    TEST_CASE("rows are drawn where their nodes are")
    {
        DrawnTest ui(program_page(1));
        ui.model.program->rows[0].track_color = 3;
        ui.settle();
        const DrawnPicture& picture = ui.output->pictures[0];
        const Extent bar = extent_of(picture, Token::Track3);
        CHECK(bar.x0 == doctest::Approx(row_phone_bar_x).epsilon(0.1));
        CHECK(bar.x1 == doctest::Approx(row_phone_bar_x + bar_w).epsilon(0.1));
        CHECK(bar.y0 == doctest::Approx(slot_head_h + row_phone_bar_inset).epsilon(0.05));
        const Extent title = extent_of(picture, Token::Text);
        CHECK(title.x0 == row_phone_text_x);
        CHECK(title.y0 >= slot_head_h + row_phone_title_y);
        CHECK(title.y1 <= slot_head_h + row_phone_title_y + 22);
        // The star is the only thing in the third text colour that far to the right.
        const Extent star = extent_of(picture, Token::Text3);
        CHECK(star.x1 == 390 - row_phone_star_end - (star_box - star_icon) / 2);
    }

    TEST_CASE("right to left everything is mirrored, but text is not")
    {
        constexpr Token tokens[] = { Token::Track3, Token::Surface, Token::Line, Token::Text };
        Extent extents[2][4];
        Rect stars[2];
        for (const bool right_to_left : { false, true }) {
            PageModel page = program_page(1);
            page.program->rows[0].track_color = 3;
            page.right_to_left = right_to_left;
            DrawnTest ui(std::move(page));
            ui.settle();
            for (int i = 0; i < 4; ++i)
                extents[right_to_left][i] = extent_of(ui.output->pictures[0], tokens[i]);
            stars[right_to_left] =
                ui.find(Role::Toggle, ui.model.program->rows[0].star_label).element().rect;
        }
        for (int i = 0; i < 3; ++i) {
            const Extent &here = extents[0][i], &there = extents[1][i];
            CHECK(here.count == there.count);
            CHECK(there.x0 == doctest::Approx(390 - here.x1));
            CHECK(there.x1 == doctest::Approx(390 - here.x0));
            CHECK(there.y0 == here.y0);
        }
        CHECK(extents[0][3].x0 == row_phone_text_x);
        CHECK(extents[1][3].x1 == doctest::Approx(390 - row_phone_text_x).epsilon(0.01));
        // Nodes are logical: their places do not change with the direction.
        CHECK(stars[0] == stars[1]);
    }

    TEST_CASE("the pointer's row is drawn anew, with another ground; elsewhere it makes no frame")
    {
        DrawnTest ui(program_page(20));
        ui.settle();
        const Handle link = ui.page.find(Role::Link, "Democratise the Fediverse 0");
        const Handle heading = ui.page.element(link).parent;
        ui.input.hovered = ui.page.element(heading).parent;
        CHECK(ui.frame(Refresh::IfNeeded));
        CHECK(ui.output->pictures.size() == 1);
        CHECK(extent_of(ui.output->pictures[0], Token::Surface2).count > 0);
        CHECK(ui.page.counts.all() == 0);
        CHECK(!ui.frame(Refresh::IfNeeded));
        ui.input.pressed = ui.input.hovered;
        CHECK(ui.frame(Refresh::IfNeeded));
        CHECK(extent_of(ui.output->pictures[0], Token::Surface3).count > 0);
        ui.input.hovered = ui.input.pressed = 0;
        ui.frame(Refresh::IfNeeded);
        ui.input.hovered = ui.find(Role::Toggle, "Starred 19").handle(); // HTML has its own hover.
        CHECK(!ui.frame(Refresh::IfNeeded));
    }

    TEST_CASE("a star is drawn in the accent colour when it is set")
    {
        DrawnTest ui(program_page(3));
        ui.settle();
        CHECK(extent_of(ui.output->pictures[0], Token::Accent).count == 0);
        ui.model.program->rows[0].keenness = Keenness::Want;
        ui.frame();
        const Extent star = extent_of(ui.output->pictures[0], Token::Accent);
        CHECK(star.count == 4);
        CHECK(star.x1 - star.x0 == star_icon);
    }

    TEST_CASE("another theme or density makes all glyphs anew")
    {
        DrawnTest ui(program_page(10));
        FakeRenderer renderer;
        ui.settle();
        renderer.take(*ui.output);
        const int rasterized = ui.glyphs.rasterized;
        ui.input.theme = Theme::Dark;
        CHECK(ui.frame(Refresh::IfNeeded));
        renderer.take(*ui.output);
        CHECK(ui.glyphs.rasterized > rasterized);
        CHECK(ui.output->pictures.size() == 1);
        CHECK(extent_of(ui.output->pictures[0], Token::Text, Theme::Dark).count > 0);
        ui.input.density_permille = 2000;
        CHECK(ui.frame(Refresh::IfNeeded));
        renderer.take(*ui.output);
        CHECK(ui.output->pictures[0].density_permille == 2000);
        CHECK(
            extent_of(ui.output->pictures[0], Token::Text, Theme::Dark).x0 == 2 * row_phone_text_x);
    }

    TEST_CASE("a new context gets whole textures and every picture")
    {
        DrawnTest ui(program_page(10));
        ui.settle();
        ui.frame(Refresh::Views);
        CHECK(ui.output->pictures.empty());
        ui.frame(Refresh::Pictures);
        CHECK(ui.output->pictures.size() == 1);
        CHECK(!ui.output->textures.empty());
        for (const TextureUpdate& update : ui.output->textures)
            CHECK(update.kind == TextureUpdate::Kind::Create);
    }

    TEST_CASE("the atlas grows and is emptied without a picture that names a lost texture")
    {
        DrawnTest ui(program_page(0));
        FakeRenderer renderer;
        for (int page = 0; page < 60; ++page) {
            ui.model = program_page(40);
            // Each page has other letters: thousands of CJK glyphs and slots in all.
            for (std::size_t i = 0; i < ui.model.program->rows.size(); ++i) {
                std::string title;
                for (std::size_t k = 0; k < 20; ++k)
                    append_code_point(title,
                        static_cast<char32_t>(
                            0x4E00 + (static_cast<std::size_t>(page) * 800 + i * 20 + k) % 20000));
                ui.model.program->rows[i].title = title;
                ui.model.program->rows[i].people =
                    "שלום" + std::to_string(page * 1000 + static_cast<int>(i));
            }
            ui.frame();
            renderer.take(*ui.output);
        }
        CHECK(ui.glyphs.slot_count() < 4096);
        CHECK(renderer.textures.size() <= 3);
    }

    TEST_CASE("another day starts at its top, and its picture with it")
    {
        DrawnTest ui(program_page(300));
        ui.settle();
        ui.show_picture(PaneKind::List, { 390, 700 }, 9000);
        ui.frame(Refresh::IfNeeded);
        CHECK(ui.output->pictures[0].at.y > 7000);
        ui.model.program->scroll_key = 99;
        ui.model.program->rows[0].title = "Another";
        ui.frame();
        CHECK(ui.output->pictures[0].at.y == 0);
        const auto pane = ui.page.all(Role::Pane)[3];
        CHECK(ui.page.element(pane).value == "0000000000000063");
    }

    TEST_CASE("a pane that is hidden keeps its rows and draws nothing")
    {
        DrawnTest ui(program_page(30));
        ui.settle();
        ui.show_picture(PaneKind::List, { 0, 0 });
        ui.frame(Refresh::Views);
        CHECK(ui.output->pictures.empty());
        CHECK(ui.page.counts.all() == 0);
    }

    TEST_CASE("what a page with a different number of panes shows has no leftovers")
    {
        const auto with_session = [] {
            PageModel page = program_page(5);
            page.session = std::make_unique<SessionModel>(full_session());
            return page;
        };
        UiTest ui(with_session(), { 1440, 900 });
        ui.settle();
        CHECK(ui.page.all(Role::Pane).size() == 6);
        ui.model = chooser_page();
        ui.settle();
        CHECK(ui.page.all(Role::Pane).size() == 3);
        ui.model = with_session();
        ui.settle();
        const auto panes = ui.page.top();
        for (std::size_t i = 0; i < panes.size(); ++i) CHECK(ui.page.element(panes[i]).level == i);
    }
}
