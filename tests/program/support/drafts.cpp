#include "drafts.h"

namespace hallway::test {

Instant december(int day, int hour, int minute)
{
    return floating_instant({ date_of({ 2025, 12, day }), hour * 60 + minute });
}

SessionDraft session_draft(std::string key, std::string title)
{
    SessionDraft draft;
    draft.key = std::move(key);
    draft.title = std::move(title);
    return draft;
}

OccurrenceDraft occurrence_draft(Instant start, Minutes minutes, std::vector<std::uint32_t> rooms)
{
    OccurrenceDraft draft;
    draft.start = start;
    draft.end = start + minutes;
    draft.rooms = std::move(rooms);
    return draft;
}

Program open_built(ProgramBuilder& builder)
{
    auto program = Program::open(std::make_shared<const Bytes>(builder.build()));
    return std::move(program.value());
}

const pack::SessionRecord& session_of(const Program& program, std::string_view key)
{
    const auto found = program.find_session(key);
    if (!found) stop("there is no session " + std::string(key));
    return program.session(*found);
}

} // namespace hallway::test
