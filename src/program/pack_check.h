#pragma once
#include "base/bytes.h"
#include "base/error.h"
#include "program/pack.h"

#include <cstring>
#include <optional>
#include <span>

namespace hallway::pack {

/// Bytes of one record of `section`.
[[nodiscard]] std::uint32_t record_size(Section section);

/// Looks for anything in a pack that could lead astray: a wrong checksum, sections and references
/// outside the pack, numbers that no record may hold, circles of parents. `Program` relies on it
/// for every later access.
///
/// Errors: `PackVersion` for a pack of another version, else `PackDamaged`; `detail` names the
///         section.
[[nodiscard]] std::optional<Error> find_damage(ByteView pack);

/// The header of a pack that is long enough to have one.
[[nodiscard]] inline PackHeader read_header(ByteView pack)
{
    PackHeader header;
    std::memcpy(static_cast<void*>(&header), pack.data(), sizeof header);
    return header;
}

/// The records of a section of a sound pack, read in place.
template <class Record>
[[nodiscard]] std::span<const Record> records(ByteView pack, Section section)
{
    const auto* header = reinterpret_cast<const PackHeader*>(pack.data());
    const SectionPlace place = header->sections[static_cast<std::uint32_t>(section)];
    return { reinterpret_cast<const Record*>(pack.data() + place.at), place.count };
}

} // namespace hallway::pack
