#pragma once
#include "host/headless/ui/glyphs.h"
#include "support/fake_page.h"
#include "ui/scene.h"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// Drives the user interface as a page does: `ui_test.find(Role::Button, "Undo").activate()`. For
/// tests that link the headless user interface. There is one at a time, as there is one scene.
namespace hallway::test {

class UiTest {
public:
    struct Size {
        std::int32_t w = 390, h = 844;
    };

    /// What `find` gives: a node that the page shows.
    class Found {
    public:
        Found(UiTest& test, ui::Handle handle) : test_(test), handle_(handle) { }
        [[nodiscard]] ui::Handle handle() const { return handle_; }
        [[nodiscard]] const FakeElement& element() const { return test_.page.element(handle_); }
        /// What a click means: the intent that goes to `update`.
        [[nodiscard]] Intent activate() const
        {
            const std::optional<Intent> intent = test_.scene.intent_of(handle_);
            if (!intent) stop("this node means nothing when it is activated");
            return *intent;
        }
        void focus() const { test_.input.focused = handle_; }
        void hover() const { test_.input.hovered = handle_; }

    private:
        UiTest& test_;
        ui::Handle handle_;
    };

    UiTest(PageModel shown, Size size) : model(std::move(shown)) { resize(size); }

    void resize(Size size)
    {
        input.viewport_w = size.w;
        input.viewport_h = size.h;
    }

    /// Shows a pane as a picture, as a page with WebGL would from the second frame on.
    void show_picture(ui::PaneKind kind, Size size, std::int32_t scroll_y = 0)
    {
        std::erase_if(input.panes, [&](const ui::PaneView& pane) { return pane.kind == kind; });
        input.panes.push_back({ kind, ui::Presentation::Canvas, size.w, size.h, 0, scroll_y });
    }
    void show_html(ui::PaneKind kind, Size size, std::int32_t scroll_y = 0)
    {
        std::erase_if(input.panes, [&](const ui::PaneView& pane) { return pane.kind == kind; });
        input.panes.push_back({ kind, ui::Presentation::Html, size.w, size.h, 0, scroll_y });
    }

    /// One frame; false: nothing was to be done.
    bool frame(ui::Refresh refresh = ui::Refresh::Views)
    {
        // Views show what is there and make nothing of a page.
        const PageMemory::Use no_memory(nullptr);
        input.refresh = refresh;
        if (!scene.take(input)) return false;
        scene.describe(model);
        output = &scene.changes();
        page.apply(output->ops, output->text);
        if (page.focused) input.focused = page.focused;
        return true;
    }

    /// Frames until nothing is left for idle time; how many there were.
    int settle()
    {
        int frames = 0;
        do {
            frame();
            ++frames;
        } while (output->busy && frames < frames_max);
        return frames;
    }

    /// The one node of this role and accessible name. Stops the test program if there is none.
    [[nodiscard]] Found find(ui::Role role, std::string_view name)
    {
        if (const auto found = try_find(role, name)) return *found;
        std::fprintf(stderr, "There is no node of role %d named \"%.*s\" in\n%s\n",
            static_cast<int>(role), static_cast<int>(name.size()), name.data(),
            page.text().c_str());
        std::abort();
    }
    [[nodiscard]] std::optional<Found> try_find(ui::Role role, std::string_view name)
    {
        const ui::Handle handle = page.find(role, name);
        if (!handle) return std::nullopt;
        return Found(*this, handle);
    }

    static constexpr int frames_max = 1000;

    headless::Glyphs glyphs;
    ui::Scene scene { glyphs };
    FakePage page;
    PageModel model;
    ui::SceneInput input;
    const ui::SceneOutput* output = nullptr;
};

}
