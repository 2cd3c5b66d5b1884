// The planner as the page sees it: one call per frame. See abi.h for what crosses.
#include "app/page_model.h"
#include "app/update.h"
#include "app/update_plan.h"
#include "app/update_preferences.h"
#include "host/planner_web/abi.h"
#include "host/planner_web/effects.h"
#include "host/planner_web/glyphs_web.h"
#include "host/planner_web/offers.h"
#include "ui/scene.h"

#include <emscripten/emscripten.h>

#include <charconv>

namespace hallway {
namespace {

struct Offered {
    abi::Offer kind;
    Bytes bytes;
};

class Planner {
public:
    abi::Input input {};

    Planner() : scene_(glyph_source()) { }

    void offer(abi::Offer kind, ByteView bytes)
    {
        offers_.push_back({ kind, Bytes(bytes.begin(), bytes.end()) });
    }

    /// Take input, update, run effects, make view models, draw.
    const abi::Output* frame()
    {
        output_ = {};
        take_offers();
        if (state_.language.tag().empty()) return &output_; // nothing has words yet
        take_activation();
        watch_plan(state_, effects_);
        hand_over_effects();
        make_page_if_changed();
        if (scene_.take(scene_input())) {
            const double from = emscripten_get_now();
            scene_.describe(page_);
            const double described = emscripten_get_now();
            hand_over_changes(scene_.changes());
            output_.views_us = microseconds(described - from);
            output_.diff_us = microseconds(emscripten_get_now() - described);
        }
        hand_over_condition();
        input.redraw = 0;
        page_changed_ = false;
        return &output_;
    }

private:
    static std::uint32_t microseconds(double ms) { return static_cast<std::uint32_t>(ms * 1000); }
    static std::uint64_t wide(std::uint32_t low, std::uint32_t high)
    {
        return static_cast<std::uint64_t>(high) << 32 | low;
    }

    void take_offers()
    {
        state_.now_ms = static_cast<std::int64_t>(wide(input.now_low, input.now_high));
        state_.shown_ms = static_cast<std::int64_t>(wide(input.shown_low, input.shown_high));
        state_.shown_is_local = input.shown_is_local != 0;
        state_.shown_is_set = input.shown_is_set != 0;
        state_.local_offset = input.local_offset;
        if (!has_writer_) {
            has_writer_ = true;
            state_.agenda = Agenda(wide(input.writer_low, input.writer_high));
        }
        for (Offered& offered : std::exchange(offers_, {})) take_offer(offered);
    }

    void take_offer(const Offered& offered)
    {
        ByteView bytes = offered.bytes;
        switch (offered.kind) {
        case abi::Offer::Language:
            if (auto language = Language::read(bytes))
                use_language(state_, *std::move(language));
            else
                stop("the language file belongs to another build");
            return;
        case abi::Offer::ProgramAddress: {
            const std::string_view address = take_text(bytes);
            start(state_, address, text_of(bytes), effects_);
            return;
        }
        case abi::Offer::FieldText: take_field_text(bytes); return;
        case abi::Offer::Shortcut:
            if (text_of(bytes) == "undo") update(state_, Undo {}, effects_);
            if (text_of(bytes) == "redo") update(state_, Redo {}, effects_);
            if (text_of(bytes).starts_with('#'))
                update(state_, OpenLink { std::string(text_of(bytes)) }, effects_);
            if (text_of(bytes) == "close") update(state_, CloseDialog {}, effects_);
            return;
        case abi::Offer::Settings: apply_settings(state_, bytes, effects_); return;
        default:
            if (const auto event = read_offer(offered.kind, bytes))
                receive(state_, *event, effects_);
        }
    }

    void take_field_text(ByteView bytes)
    {
        const std::string_view digits = take_text(bytes);
        ui::Handle handle = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), handle);
        if (const auto intent = scene_.intent_of(handle))
            type_into(state_, *intent, text_of(bytes), effects_);
    }

    void take_activation()
    {
        const ui::Handle activated = std::exchange(input.activated, 0);
        if (activated == 0) return;
        if (const auto intent = scene_.intent_of(activated)) activate(state_, *intent, effects_);
    }

    void hand_over_effects()
    {
        effect_bytes_ = ByteWriter();
        write_effects(effect_bytes_, std::exchange(effects_, {}));
    }

    /// The page depends on the state's and the agenda's revision, the layout, and on what the clock
    /// shows.
    void make_page_if_changed()
    {
        const Layout layout = ui::layout_of(input.viewport_w);
        const PageRevision revision { state_.revision, state_.agenda.revision(),
            page_condition(state_), layout };
        if (revision == page_revision_) return;
        page_revision_ = revision;
        const PageModel before = std::exchange(page_, make_page(state_, layout));
        if (page_.document_title != before.document_title)
            write_document_title(effect_bytes_, page_.document_title);
        page_changed_ = true;
    }

    ui::SceneInput scene_input() const
    {
        ui::SceneInput scene;
        scene.viewport_w = input.viewport_w;
        scene.viewport_h = input.viewport_h;
        scene.density_permille = static_cast<std::int32_t>(input.density_permille);
        scene.texture_max = static_cast<std::int32_t>(input.texture_max);
        scene.theme = input.dark != 0 ? ui::Theme::Dark : ui::Theme::Light;
        const std::uint32_t colors = std::min<std::uint32_t>(input.color_count, abi::colors_max);
        scene.colors.assign(input.colors, input.colors + colors);
        if ((input.redraw & abi::RedrawPictures) != 0)
            scene.refresh = ui::Refresh::Pictures;
        else if (input.redraw != 0 || page_changed_)
            scene.refresh = ui::Refresh::Views;
        scene.hovered = input.hovered;
        scene.pressed = input.pressed;
        scene.focused = input.focused;
        const std::uint32_t count = std::min<std::uint32_t>(input.pane_count, abi::panes_max);
        for (std::uint32_t i = 0; i < count; ++i) {
            const abi::PaneInput& pane = input.panes[i];
            const auto presentation =
                pane.canvas != 0 ? ui::Presentation::Canvas : ui::Presentation::Html;
            scene.panes.push_back({ static_cast<ui::PaneKind>(pane.kind), presentation, pane.w,
                pane.h, pane.scroll_x, pane.scroll_y });
        }
        return scene;
    }

    static std::uint32_t address(const void* at)
    {
        return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at));
    }

    void hand_over_changes(const ui::SceneOutput& shown)
    {
        output_.ops = address(shown.ops.data());
        output_.op_words = static_cast<std::uint32_t>(shown.ops.size());
        output_.text = address(shown.text.data());
        rows_wait_ = shown.busy;
        output_.clear_color = shown.clear_color;
        hand_over_textures(shown.textures);
        hand_over_pictures(shown.pictures);
    }

    void hand_over_textures(std::span<const ui::TextureUpdate> textures)
    {
        words_.clear();
        for (const ui::TextureUpdate& texture : textures) {
            words_.insert(words_.end(),
                { texture.id, static_cast<std::uint32_t>(texture.kind), texture.w, texture.h,
                    address(texture.pixels), static_cast<std::uint32_t>(texture.parts.size()) });
            for (const ui::TextureRect& part : texture.parts)
                words_.insert(words_.end(), { part.x, part.y, part.w, part.h });
        }
        output_.textures = address(words_.data());
        output_.texture_words = static_cast<std::uint32_t>(words_.size());
    }

    void hand_over_pictures(std::span<const ui::DrawnPicture> pictures)
    {
        check(pictures.size() <= abi::pictures_max, "more pictures than a route may have");
        for (const ui::DrawnPicture& picture : pictures) {
            std::vector<std::uint32_t>& words = commands_[output_.picture_count];
            words.assign({ address(picture.vertices.data()),
                static_cast<std::uint32_t>(picture.vertices.size()),
                address(picture.indices.data()), static_cast<std::uint32_t>(picture.indices.size()),
                static_cast<std::uint32_t>(picture.commands.size()) });
            for (const ui::DrawCommand& c : picture.commands)
                words.insert(words.end(),
                    { c.x0, c.y0, c.x1, c.y1, c.elements, c.index_offset, c.vertex_offset,
                        c.texture });
            output_.pictures[output_.picture_count++] = { picture.pane, picture.at.x, picture.at.y,
                picture.at.w, picture.at.h, static_cast<std::uint32_t>(picture.density_permille),
                address(words.data()) };
        }
    }

    void hand_over_condition()
    {
        output_.effects = address(effect_bytes_.view().data());
        output_.effects_size = static_cast<std::uint32_t>(effect_bytes_.view().size());
        const auto wake = static_cast<std::uint64_t>(page_wakes_at(state_));
        output_.wake_low = static_cast<std::uint32_t>(wake);
        output_.wake_high = static_cast<std::uint32_t>(wake >> 32);
        output_.pending =
            static_cast<std::uint32_t>(state_.unsaved.size()) + (state_.loading ? 1 : 0);
        output_.layout = static_cast<std::uint32_t>(ui::layout_of(input.viewport_w));
        output_.right_to_left = page_.right_to_left ? 1 : 0;
        output_.busy = rows_wait_ ? 1 : 0;
        output_.has_detail = is_detail(state_.route.screen) ? 1 : 0;
        output_.help_keys = state_.preferences.help_keys ? 1 : 0;
        output_.plain_page = state_.preferences.plain_page ? 1 : 0;
    }

    struct PageRevision {
        std::uint64_t state = 0, agenda = 0, condition = 0;
        Layout layout = Layout::Phone;
        friend bool operator==(const PageRevision&, const PageRevision&) = default;
    };

    AppState state_;
    Effects effects_;
    std::vector<Offered> offers_;
    bool has_writer_ = false;

    PageModel page_;
    PageRevision page_revision_;
    bool page_changed_ = false;
    bool rows_wait_ = false; ///< as the last description said: frames without one change nothing
    ui::Scene scene_;

    // What the last output points into.
    abi::Output output_ {};
    ByteWriter effect_bytes_;
    std::vector<std::uint32_t> words_;
    std::vector<std::uint32_t> commands_[abi::pictures_max];
};

Planner& planner()
{
    static Planner the_planner;
    return the_planner;
}

} // namespace
} // namespace hallway

extern "C" {

/// The struct that the page fills before each frame; stays at its address.
EMSCRIPTEN_KEEPALIVE hallway::abi::Input* planner_input() { return &hallway::planner().input; }

/// Hands over bytes; they are copied, and taken in by the next frame.
EMSCRIPTEN_KEEPALIVE void planner_offer(std::uint32_t kind, const std::byte* at, std::size_t size)
{
    hallway::planner().offer(static_cast<hallway::abi::Offer>(kind), { at, size });
}

/// What it gives, and all that it points to, holds until the next call.
EMSCRIPTEN_KEEPALIVE const hallway::abi::Output* planner_frame()
{
    return hallway::planner().frame();
}
}
