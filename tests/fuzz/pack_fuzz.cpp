#include "base/hash.h"
#include "program/builder.h"
#include "program/pack_check.h"
#include "program/program.h"

#include <cstring>

using namespace hallway;

namespace {

Bytes sound_pack()
{
    ProgramBuilder builder;
    builder.conference.title = "Sound";
    builder.zone =
        ZoneRules("Europe/Berlin", { { Instant {}, 60 }, { Instant { 29'000'000 }, 120 } });
    const auto area = builder.add_area({ "a", "Area" });
    const auto hall = builder.room("Hall");
    builder.room_draft(hall).area = area;
    builder.add_walk({ hall, builder.room("Attic"), false, 4, 6 });
    const auto person = builder.person("p", "Ada");
    builder.person_draft(person).biography = { { .text = "One." } };
    for (int i = 0; i < 4; ++i) {
        SessionDraft draft;
        draft.key = std::string(1, static_cast<char>('a' + i));
        draft.title = "Session " + draft.key;
        draft.people = { person };
        draft.abstract = { { .text = "Long." },
            { .text = "Longer.", .marks = { { 0, 4, pack::MarkStrong, {} } } } };
        draft.links = { { "Link", "https://example.org" } };
        draft.track = builder.track("Track");
        if (i > 0) draft.parent_key = std::string(1, static_cast<char>('a' + i - 1));
        for (int day = 0; day < i; ++day) {
            OccurrenceDraft occurrence;
            occurrence.start = { 29'000'000 + day * minutes_per_day + i * 60 };
            occurrence.rooms = { hall };
            draft.occurrences.push_back(std::move(occurrence));
        }
        builder.add_session(std::move(draft));
    }
    return builder.build();
}

void seal(Bytes& pack)
{
    const std::uint32_t sum = crc32(ByteView(pack).subspan(offsetof(pack::PackHeader, sections)));
    std::memcpy(pack.data() + offsetof(pack::PackHeader, checksum), &sum, sizeof sum);
}

/// Reads everything that a program offers.
std::size_t read_all(const Program& program)
{
    std::size_t sum = program.text(program.conference().title).size();
    for (const auto& session : program.sessions()) {
        sum += program.text(session.title).size() + program.links(session.links).size();
        for (const auto index : program.occurrences_of(session))
            sum += program.rooms_of(program.occurrence(OccurrenceIndex { index })).size();
        for (const auto& block : program.blocks(session.abstract))
            for (const auto& mark : program.marks(block.marks))
                sum += program.text(block.text).substr(mark.at, mark.size).size();
        for (std::uint32_t up = session.parent; up != pack::none;
             up = program.sessions()[up].parent)
            ++sum;
        if (session.track != pack::none)
            sum += program.text(program.tracks()[session.track].name).size();
    }
    for (const auto& day : program.days())
        for (const auto& occurrence : program.occurrences_of(day))
            sum += static_cast<std::size_t>(program.wall_time(occurrence.end).minute_of_day);
    for (const char* key : { "", "a", "c", "zz" })
        if (const auto found = program.find_session(key))
            sum += program.session(*found).people.count;
    return sum;
}

} // namespace

/// The input is a list of changes to a sound pack, whose checksum is then made right again: what
/// opens is safe in every access.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Bytes sound = sound_pack();
    auto pack = std::make_shared<Bytes>(sound);
    for (; size >= 6; data += 6, size -= 6) {
        const std::size_t at = (data[0] | data[1] << 8) % (pack->size() - 3);
        std::memcpy(pack->data() + at, data + 2, 4);
    }
    seal(*pack);
    const auto program = Program::open(std::move(pack));
    return program.has_value() && read_all(*program) == SIZE_MAX ? 1 : 0;
}
