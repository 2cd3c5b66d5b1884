#include "program/pack_writer.h"

#include "base/hash.h"
#include "program/builder.h"
#include "program/pack_check.h"

#include <cstddef>
#include <cstring>

namespace hallway::pack {
namespace {

constexpr std::size_t shared_text_bytes_max = 64;

struct SectionBytes {
    const void* from;
    std::size_t count;
};

std::size_t aligned(std::size_t at) { return (at + 7) & ~std::size_t { 7 }; }

} // namespace

StringRef Writer::text(std::string_view text)
{
    if (text.empty()) return {};
    StringRef* recent = nullptr;
    if (text.size() <= shared_text_bytes_max) {
        recent = &recent_[hash64(text) % recent_.size()];
        if (text_at(*recent) == text) return *recent;
    }
    const StringRef ref { static_cast<std::uint32_t>(text_.size()),
        static_cast<std::uint32_t>(text.size()) };
    text_ += text;
    if (recent) *recent = ref;
    return ref;
}

Range Writer::index_list(const std::vector<std::uint32_t>& list)
{
    const Range range { static_cast<std::uint32_t>(indices.size()),
        static_cast<std::uint32_t>(list.size()) };
    indices.insert(indices.end(), list.begin(), list.end());
    return range;
}

Range Writer::block_list(const RichText& list)
{
    const Range range { static_cast<std::uint32_t>(blocks.size()),
        static_cast<std::uint32_t>(list.size()) };
    for (const RichBlock& block : list) {
        const auto first_mark = static_cast<std::uint32_t>(marks.size());
        for (const RichMark& mark : block.marks) {
            const bool is_link = is_safe_url(mark.url);
            if (!is_link && mark.flags == 0) continue;
            marks.push_back(
                { mark.at, mark.size, is_link ? text(mark.url) : StringRef {}, mark.flags });
        }
        const auto mark_count = static_cast<std::uint32_t>(marks.size()) - first_mark;
        blocks.push_back({ text(block.text), { first_mark, mark_count }, block.kind, block.depth,
            block.number });
    }
    return range;
}

Bytes Writer::finish() const
{
    const SectionBytes sections[] = {
        { text_.data(), text_.size() },
        { conference.data(), conference.size() },
        { transitions.data(), transitions.size() },
        { days.data(), days.size() },
        { tracks.data(), tracks.size() },
        { areas.data(), areas.size() },
        { rooms.data(), rooms.size() },
        { walks.data(), walks.size() },
        { people.data(), people.size() },
        { sessions.data(), sessions.size() },
        { occurrences.data(), occurrences.size() },
        { links.data(), links.size() },
        { blocks.data(), blocks.size() },
        { marks.data(), marks.size() },
        { indices.data(), indices.size() },
        { sessions_by_key.data(), sessions_by_key.size() },
    };
    static_assert(std::size(sections) == static_cast<std::size_t>(Section::Count));

    PackHeader header;
    std::size_t at = aligned(sizeof header);
    for (std::uint32_t i = 0; i < std::size(sections); ++i) {
        header.sections[i] = { static_cast<std::uint32_t>(at),
            static_cast<std::uint32_t>(sections[i].count) };
        at = aligned(at + sections[i].count * record_size(static_cast<Section>(i)));
    }
    header.size = static_cast<std::uint32_t>(at);

    Bytes pack(at);
    for (std::uint32_t i = 0; i < std::size(sections); ++i) {
        const std::size_t size = sections[i].count * record_size(static_cast<Section>(i));
        if (size > 0) std::memcpy(pack.data() + header.sections[i].at, sections[i].from, size);
    }
    constexpr std::size_t checksum_end = offsetof(PackHeader, sections);
    std::memcpy(pack.data(), &header, sizeof header);
    header.checksum = crc32(ByteView(pack).subspan(checksum_end));
    std::memcpy(pack.data(), &header, sizeof header);
    return pack;
}

} // namespace hallway::pack
