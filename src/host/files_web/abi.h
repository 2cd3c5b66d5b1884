#pragma once
#include <cstdint>

/// The boundary between files.wasm and its worker; scripts/make_abi.mjs makes generated/abi.ts from
/// it.
namespace hallway::abi {

enum class FilesStatus : std::uint32_t {
    Done = 0,      ///< there is a pack, and a report on what was left out
    Failed = 1,    ///< the report is an encoded error
    Unchanged = 2, ///< the file is the one that the caller has: nothing was read
};

/// `program_bytes_max`.
inline constexpr int file_bytes_max = 67108864;

/// What `files_import` answers. The addresses hold until the next call.
struct FilesReply {
    std::uint32_t status;                  ///< FilesStatus
    std::uint32_t digest_low, digest_high; ///< checksum and size of the file
    std::uint32_t report_at, report_size;
    std::uint32_t pack_at, pack_size;
    std::uint32_t title_at, title_size; ///< of the conference
};

/// Room for the answer of `host_zone_rules`, in pairs of numbers: more changes than any zone has
/// had in the years that one program can span.
inline constexpr int zone_pairs_max = 128;

} // namespace hallway::abi
