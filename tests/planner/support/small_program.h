#pragma once
#include "agenda/agenda.h"
#include "planner/plan_request.h"
#include "program/builder.h"
#include "program/program.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway::test {

/// One occurrence of a small conference; those of one key are one session.
struct SmallEntry {
    std::string key;
    int start = 0, end = 0; ///< minutes after 9:00 of the first day; a negative start: no time
    std::string room = {};
    std::uint32_t flags = 0;
    std::optional<pack::Again> again = {};
    std::string parent = {};
    std::vector<std::string> people = {};
    std::string track = {};
    std::string title = {}; ///< empty: the key
    pack::SessionKind kind = pack::SessionKind::Talk;
};

/// Brussels, 31 January and 1 February 2026; days begin at 4:00. `builder` may have rooms and walks
/// already.
[[nodiscard]] Program small_program(
    const std::vector<SmallEntry>& entries, ProgramBuilder builder = {});
/// 9:00 of the first day.
[[nodiscard]] Instant nine_o_clock();

/// Stars all of them, as keen as said.
[[nodiscard]] Agenda starring(
    const std::vector<std::string>& keys, std::string_view value = "want");
/// Makes one choice more.
void choose(Agenda& agenda, std::string_view subject, ChoiceField field, std::string_view value);
/// Keys of the candidates of the best plan, in order.
[[nodiscard]] std::vector<std::string> planned(const PlanRequest& request);

/// The first occurrence of that session, or the one that starts at `start`.
[[nodiscard]] OccurrenceIndex occurrence_at(
    const Program& program, std::string_view key, std::optional<int> start = {});

} // namespace hallway::test
