#include "ui/scene.h"
#include "generated/tokens.h"
#include "ui/canvas.h"
#include "ui/glyphs.h"
#include "ui/text_setting.h"
#include "ui/ui.h"
#include "ui/views/views.h"

#include <algorithm>

namespace hallway::ui {

namespace {

// Before the page has told the list's width, as at the first paint.
constexpr std::int32_t rail_w = 88;
constexpr std::int32_t list_share_percent = 47;

std::int32_t expected_list_width(std::int32_t viewport_w)
{
    switch (layout_of(viewport_w)) {
    case Layout::Phone: return viewport_w;
    case Layout::Tablet: return viewport_w - rail_w;
    case Layout::Desktop: return std::max(row_wide_from, viewport_w * list_share_percent / 100);
    }
    return viewport_w;
}

} // namespace

Layout layout_of(std::int32_t viewport_w)
{
    if (viewport_w < phone_below) return Layout::Phone;
    return viewport_w < desktop_from ? Layout::Tablet : Layout::Desktop;
}

struct Scene::State {
    explicit State(GlyphSource& glyphs)
        : fonts(canvas.atlas(), glyphs), text(fonts), ui(canvas, fonts, text, mirror)
    {
        for (int kind = 0; kind < pane_kind_count; ++kind)
            panes[kind].kind = static_cast<PaneKind>(kind);
    }

    bool take_panes();
    bool take_interaction();
    [[nodiscard]] NodeKey in_picture(Handle handle) const;
    [[nodiscard]] bool leaves_picture(const Pane& pane) const;
    [[nodiscard]] std::int32_t density() const;
    void make_room(std::int32_t density_permille);
    void describe_panes(const PageModel& page, bool pictures, Tree& tree);
    void describe_main(const PageModel& page, Pane& pane);
    void describe_detail(const PageModel& page, Pane& pane);
    void collect_pictures();
    [[nodiscard]] std::span<const std::uint32_t> colors() const
    {
        const std::span<const std::uint32_t> own = theme_colors[static_cast<int>(input.theme)];
        return input.colors.size() == own.size() ? input.colors : own;
    }
    Pane& pane(PaneKind kind) { return panes[static_cast<int>(kind)]; }

    Canvas canvas;
    Fonts fonts;
    TextSetter text;
    TreeMirror mirror;
    Ui ui;
    SceneInput input;
    Interaction interaction;
    Pane panes[pane_kind_count];
    Tree trees[2]; ///< the one that the page shows, and the one being made
    int shown = 0;
    NodeKey moves_focus_to = 0;
    std::int32_t density_permille = 0; ///< of the glyphs; 0: all have to be made anew
    bool all_textures = false;         ///< a context is new: it has none of them
    SceneOutput output;
    std::vector<DrawnPicture> pictures;
    std::vector<TextureUpdate> textures;
};

Scene::Scene(GlyphSource& glyphs) : state_(std::make_unique<State>(glyphs)) { }

Scene::~Scene() = default;

// --- input ---------------------------------------------------------------------------------------

bool Scene::State::take_panes()
{
    bool changed = false;
    for (Pane& pane : panes) {
        const auto view = std::find_if(input.panes.begin(), input.panes.end(),
            [&](const PaneView& candidate) { return candidate.kind == pane.kind; });
        const bool known = view != input.panes.end();
        const bool visible = known && view->w > 0 && view->h > 0;
        const Presentation presentation = known ? view->presentation : Presentation::Html;
        changed |= visible != pane.visible || presentation != pane.presentation;
        pane.visible = visible;
        pane.presentation = presentation;
        if (presentation == Presentation::Html) pane.picture.commands_hash.reset();
        if (!visible) continue;
        changed |= view->w != pane.w || view->h != pane.h;
        pane.w = view->w;
        pane.h = view->h;
        pane.scroll_x = view->scroll_x;
        pane.scroll_y = view->scroll_y;
    }
    Pane& list = pane(PaneKind::List);
    if (list.w == 0) list.w = expected_list_width(input.viewport_w);
    if (list.h == 0) list.h = input.viewport_h;
    return changed;
}

/// The node, if it is drawn in a picture: only then the core shows that the pointer is over it.
NodeKey Scene::State::in_picture(Handle handle) const
{
    const std::optional<std::size_t> index = mirror.index_of(handle);
    if (!index) return 0;
    const Tree& tree = trees[shown];
    const Node* node = &tree.nodes[*index];
    while (node->parent) node = &tree.nodes[node->parent - 1];
    if (node->role != Role::Pane || !(node->flags & FlagDrawn)) return 0;
    if (panes[node->level].presentation != Presentation::Canvas) return 0;
    return mirror.key_of(handle);
}

bool Scene::State::take_interaction()
{
    const Interaction before = interaction;
    interaction = { in_picture(input.hovered), in_picture(input.pressed),
        mirror.key_of(input.focused) };
    return before.hovered != interaction.hovered || before.pressed != interaction.pressed;
}

bool Scene::State::leaves_picture(const Pane& pane) const
{
    if (!pane.drawn || !pane.visible) return false;
    // What is not full yet is needed half a page before it comes into view.
    const auto comes_near = [](std::int32_t scroll, std::int32_t view, std::int32_t content,
                                std::int32_t full_from, std::int32_t full_to) {
        return (full_from > 0 && scroll - view / 2 < full_from)
            || (full_to < content && scroll + view + view / 2 > full_to);
    };
    const FullPart& full = pane.full;
    if (comes_near(pane.scroll_y, pane.h, pane.content_h, full.top, full.bottom)) return true;
    if (comes_near(pane.scroll_x, pane.w, pane.content_w, full.left, full.right)) return true;
    if (pane.presentation != Presentation::Canvas) return false;
    Placement would_be = pane.picture.placement;
    return place(would_be, pane.scroller(),
        picture_limits(pane.scroller(), density_permille, input.texture_max));
}

/// The page's density, or less where a picture of some pane would be too large.
std::int32_t Scene::State::density() const
{
    std::int32_t density = input.density_permille;
    for (const Pane& pane : panes) {
        if (pane.presentation != Presentation::Canvas || !pane.visible) continue;
        Scroller scroller = pane.scroller();
        scroller.content_h = std::max(scroller.content_h, pane.h + 1); // As if it scrolled.
        const PictureLimits limits = picture_limits(scroller, density, input.texture_max);
        density = limits.density_permille;
    }
    return density;
}

bool Scene::take(const SceneInput& given)
{
    State& s = *state_;
    const bool first = s.trees[s.shown].nodes.empty();
    const bool resized = given.viewport_w != s.input.viewport_w
        || given.viewport_h != s.input.viewport_h
        || given.density_permille != s.input.density_permille
        || given.texture_max != s.input.texture_max || given.theme != s.input.theme
        || given.colors != s.input.colors;
    const Theme theme_before = s.input.theme;
    s.input = given;
    bool wanted = first || resized || given.refresh != Refresh::IfNeeded;
    wanted |= s.take_panes();
    wanted |= s.take_interaction();
    if (given.refresh == Refresh::Pictures) {
        s.all_textures = true;
        for (Pane& pane : s.panes) pane.picture.commands_hash.reset();
    }
    // Ink is rasterised for the theme's text colour, so that strokes are as thick as the DOM's.
    if (theme_before != given.theme) s.density_permille = 0;
    for (const Pane& pane : s.panes) wanted |= s.leaves_picture(pane);
    return wanted;
}

// --- views ---------------------------------------------------------------------------------------

/// Empties what is too full, or of another density or theme. Between frames only.
void Scene::State::make_room(std::int32_t density)
{
    if (density != density_permille) {
        density_permille = density;
        fonts.use(static_cast<float>(density) / 1000, input.texture_max);
        fonts.flush();
        text.flush();
    } else if (fonts.is_nearly_full() || text.is_nearly_full()) {
        fonts.flush();
        text.forget_lines();
    }
}

void Scene::State::describe_main(const PageModel& page, Pane& pane)
{
    if (page.message) {
        auto main = ui.pane(pane, {});
        empty_ui(ui, *page.message, "info");
    } else if (page.chooser) {
        auto main = ui.pane(pane, {});
        chooser_ui(ui, *page.chooser);
    } else if (page.now) {
        now_ui(ui, *page.now, pane);
    } else if (page.program) {
        program_list_ui(ui, *page.program, pane);
    } else if (page.grid) {
        grid_ui(ui, *page.grid, pane);
    } else if (page.plan) {
        plan_ui(ui, *page.plan, pane);
    } else if (page.best_plan) {
        best_plan_ui(ui, *page.best_plan, pane);
    } else if (page.speakers) {
        speakers_ui(ui, *page.speakers, pane);
    } else if (page.more) {
        more_ui(ui, *page.more, pane);
    } else if (page.about) {
        about_ui(ui, *page.about, pane);
    } else if (page.settings) {
        settings_ui(ui, *page.settings, pane);
    } else if (page.keys) {
        keys_ui(ui, *page.keys, pane);
    } else if (page.triage) {
        triage_ui(ui, *page.triage, pane);
    } else {
        auto main = ui.pane(pane, {});
        if (page.loading) loading_ui(ui, *page.loading);
    }
}

void Scene::State::describe_detail(const PageModel& page, Pane& pane)
{
    if (page.session) {
        session_detail_ui(ui, *page.session, pane);
    } else if (page.speaker) {
        speaker_detail_ui(ui, *page.speaker, pane);
    } else if (page.room) {
        room_detail_ui(ui, *page.room, pane);
    } else if (page.compare) {
        compare_ui(ui, *page.compare, pane);
    } else if (page.detail_hint) {
        auto detail = ui.pane(pane, {});
        empty_ui(ui, *page.detail_hint, "list");
    }
}

void Scene::State::describe_panes(const PageModel& page, bool pictures_too, Tree& tree)
{
    tree.clear();
    ui.begin({ .colors = colors(),
                 .layout = layout_of(input.viewport_w),
                 .right_to_left = page.right_to_left,
                 .left_hand = page.left_hand && layout_of(input.viewport_w) == Layout::Phone,
                 .pictures = pictures_too,
                 .texture_max = input.texture_max,
                 .language = page.language },
        interaction, tree);
    header_ui(ui, page, pane(PaneKind::Header));
    if (!page.views.empty()) views_ui(ui, page, pane(PaneKind::Views));
    if (page.program)
        program_controls_ui(ui, page, pane(PaneKind::Controls));
    else if (page.grid)
        grid_controls_ui(ui, page, pane(PaneKind::List), pane(PaneKind::Controls));
    else if (page.plan)
        plan_controls_ui(ui, *page.plan, pane(PaneKind::Controls));
    describe_main(page, pane(PaneKind::List));
    describe_detail(page, pane(PaneKind::Detail));
    notices_ui(ui, page, pane(PaneKind::Notices));
    if (page.day_sheet) day_sheet_ui(ui, *page.day_sheet, pane(PaneKind::Dialog));
    if (page.event_form) event_form_ui(ui, *page.event_form, pane(PaneKind::Dialog));
    if (page.filter_sheet) filter_sheet_ui(ui, *page.filter_sheet, pane(PaneKind::Dialog));
}

void Scene::describe(const PageModel& page)
{
    State& s = *state_;
    s.make_room(s.density());
    for (Pane& pane : s.panes) pane.picture.list = nullptr;
    Tree& tree = s.trees[1 - s.shown];
    s.canvas.begin_frame();
    s.describe_panes(page, true, tree);
    // Content that scrolls along both axes takes a larger picture than what was there before.
    const Tree::Scroll scroll = tree.scroll; // It is asked for once.
    if (s.density() < s.density_permille) {
        s.make_room(s.density());
        s.canvas.begin_frame();
        s.describe_panes(page, true, tree);
        tree.scroll = scroll;
    }
    // Where the focused node has gone, another gets the focus and its row must be full: once more,
    // the tree alone.
    s.moves_focus_to = s.mirror.successor(tree, s.input.focused);
    if (!s.moves_focus_to) return;
    s.interaction.focused = s.moves_focus_to;
    s.describe_panes(page, false, tree);
    tree.scroll = scroll;
}

// --- output --------------------------------------------------------------------------------------

void Scene::State::collect_pictures()
{
    pictures.clear();
    for (Pane& pane : panes) {
        Picture& picture = pane.picture;
        if (!picture.list) continue;
        DrawnPicture drawn;
        drawn.at = picture.placement.at;
        drawn.density_permille = picture.density_permille;
        const std::uint64_t hash = Canvas::take_commands(*picture.list, drawn);
        // A slice that only made nodes, or a change elsewhere on the page, leaves the picture
        // alone.
        std::optional<std::uint64_t> vertices;
        if (!picture.moved && picture.commands_hash) vertices = canvas.hash_vertices(pane.kind);
        if (vertices && hash == picture.commands_hash && vertices == picture.vertices_hash)
            continue;
        picture.moved = false;
        picture.commands_hash = hash;
        picture.vertices_hash = vertices;
        drawn.pane = mirror.handle_of(Ui::pane_key(pane.kind));
        pictures.push_back(std::move(drawn));
    }
}

const SceneOutput& Scene::changes()
{
    State& s = *state_;
    const Tree& tree = s.trees[1 - s.shown];
    s.mirror.diff(tree, s.mirror.handle_of(s.moves_focus_to));
    s.moves_focus_to = 0;
    s.shown = 1 - s.shown;
    s.collect_pictures();
    s.textures.clear();
    s.canvas.take_textures(s.all_textures, s.textures);
    s.all_textures = false;
    s.output = { .ops = s.mirror.ops(),
        .text = tree.text,
        .pictures = s.pictures,
        .textures = s.textures,
        .busy = s.ui.is_busy(),
        .clear_color = s.colors()[static_cast<int>(Token::Bg)] };
    return s.output;
}

std::optional<Intent> Scene::intent_of(Handle handle) const
{
    const std::optional<std::size_t> index = state_->mirror.index_of(handle);
    if (!index) return std::nullopt;
    const Tree& tree = state_->trees[state_->shown];
    const std::uint32_t number = tree.nodes[*index].intent;
    if (!number) return std::nullopt;
    const StoredIntent& stored = tree.intents[number - 1];
    return Intent { stored.kind, tree.str(stored.subject) };
}

const Tree& Scene::tree() const { return state_->trees[state_->shown]; }

Handle Scene::handle_of(NodeKey key) const { return state_->mirror.handle_of(key); }

} // namespace hallway::ui
