#pragma once
#include "app/page_model.h"
#include "app/update.h"
#include "program/builder.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A small conference, made for tests: two days in Brussels, three rooms, a session past midnight,
/// a repeat, one without a time, one cancelled.
namespace hallway::test {

[[nodiscard]] Language english();
[[nodiscard]] std::shared_ptr<const Bytes> small_program(
    std::string_view title = "Small Conf 2026");

/// The app with a host that does nothing but remember.
struct World {
    AppState state;
    Effects effects;

    World();
    void open(std::string_view source = "small.json", std::string_view title = "Small Conf 2026");
    [[nodiscard]] ReadTime minutes_ago(int minutes) const;
    void act(const Intent& intent) { update(state, intent, effects); }
    void hear(const HostEvent& event) { receive(state, event, effects); }
    /// Has the best plan found, as the host does, if the screen that shows it is open.
    void find_plan();
    /// What it shows lasts until the program ends, so that a part of it can be looked at alone.
    [[nodiscard]] PageModel page(Layout layout = Layout::Phone) const;
    /// Takes the effects of one kind out of what has gathered.
    template <class Kind> std::vector<Kind> take()
    {
        std::vector<Kind> found;
        for (const AppEffect& effect : effects)
            if (const Kind* one = std::get_if<Kind>(&effect)) found.push_back(*one);
        std::erase_if(
            effects, [](const AppEffect& effect) { return std::holds_alternative<Kind>(effect); });
        return found;
    }
};

/// The row of that title in the list; stops the test program if there is none.
[[nodiscard]] const SessionRow& row_of(const PageModel& page, std::string_view title);
[[nodiscard]] std::vector<std::string> titles_of(const PageModel& page);
[[nodiscard]] std::vector<std::string> texts_of(const PageList<PageText>& list);

} // namespace hallway::test
