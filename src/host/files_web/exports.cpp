// The readers as their worker sees them: bytes in, a pack or an error out. See abi.h for what
// crosses.
#include "base/hash.h"
#include "formats/import.h"
#include "host/files_web/abi.h"

#include <emscripten/emscripten.h>

#include <array>
#include <cstdlib>

using namespace hallway;

extern "C" {
/// Writes the rules of a zone as pairs of instant and offset, both in minutes, and gives their
/// count; a negative one for a zone that the browser does not know. In imports.js.
std::int32_t host_zone_rules(const char* name, std::uint32_t name_size, std::int32_t first_year,
    std::int32_t last_year, std::int32_t* pairs);
}

namespace {

static_assert(abi::file_bytes_max == program_bytes_max);

class BrowserZones final : public ZoneSource {
public:
    Result<ZoneRules> rules(
        std::string_view name, std::int32_t first_year, std::int32_t last_year) const override
    {
        std::array<std::int32_t, std::size_t { abi::zone_pairs_max } * 2> pairs {};
        const std::int32_t count = host_zone_rules(name.data(),
            static_cast<std::uint32_t>(name.size()), first_year, last_year, pairs.data());
        if (count < 1 || count > abi::zone_pairs_max)
            return Error { ErrorCode::ZoneUnknown, std::string(name), {}, {} };
        std::vector<ZoneRules::Transition> transitions;
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            const ZoneRules::Transition next { { pairs[2 * i] }, pairs[2 * i + 1] };
            const bool ascends = transitions.empty() || transitions.back().at < next.at;
            if (!ascends || std::abs(next.offset) > minutes_per_day)
                return Error { ErrorCode::ZoneUnknown, std::string(name), {}, {} };
            transitions.push_back(next);
        }
        return ZoneRules { std::string(name), std::move(transitions) };
    }
};

std::uint32_t address_of(const void* at)
{
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at));
}

/// What the last reply points at.
Bytes report;
Bytes pack;
std::string title;
abi::FilesReply reply;

} // namespace

extern "C" {

/// Reads a program file, unless its digest is the one given: then it is the file that the caller
/// has.
EMSCRIPTEN_KEEPALIVE const abi::FilesReply* files_import(const char* bytes, std::uint32_t size,
    std::uint32_t known_digest_low, std::uint32_t known_digest_high)
{
    const std::string_view file(bytes, size);
    reply = {};
    reply.digest_low = crc32(bytes_of(file));
    reply.digest_high = size;
    // No digest is known as 0, which is also an empty file's: that one is an error.
    if (size > 0 && reply.digest_low == known_digest_low
        && reply.digest_high == known_digest_high) {
        reply.status = static_cast<std::uint32_t>(abi::FilesStatus::Unchanged);
        return &reply;
    }

    auto import = import_program(file, BrowserZones {});
    if (import.has_value()) {
        report = encode_report(import->report);
        pack = std::move(import->pack);
        title = std::move(import->title);
        reply.status = static_cast<std::uint32_t>(abi::FilesStatus::Done);
    } else {
        report = encode_error(import.error());
        pack.clear();
        title.clear();
        reply.status = static_cast<std::uint32_t>(abi::FilesStatus::Failed);
    }
    reply.report_at = address_of(report.data());
    reply.report_size = static_cast<std::uint32_t>(report.size());
    reply.pack_at = address_of(pack.data());
    reply.pack_size = static_cast<std::uint32_t>(pack.size());
    reply.title_at = address_of(title.data());
    reply.title_size = static_cast<std::uint32_t>(title.size());
    return &reply;
}
}
