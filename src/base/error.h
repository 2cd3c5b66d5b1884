#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// Every way in which input can be unusable. The numbers are part of what users see and report
/// ("Hallway 102"), so a number is never given to another meaning.
///
/// 1xx: a file could not be read. 2xx: a stored program could not be read. 3xx: fetching failed.
/// 4xx: the browser refused to store something.
enum class ErrorCode : std::uint16_t {
    FileEmpty = 101,        ///< No bytes, or white space only.
    FileTooLarge = 102,     ///< Larger than `program_bytes_max`.
    FileNotText = 103,      ///< Not UTF-8.
    FileNotJson = 104,      ///< Not JSON (RFC 8259), or cut off.
    FileNotProgram = 105,   ///< Readable, but of no format that is known here.
    FileTooDeep = 106,      ///< Nested deeper than `nesting_max`.
    FileVersionNewer = 107, ///< A format version that this build does not know yet.
    FieldMissing = 108,     ///< A field that the whole program needs is absent.
    FieldWrong = 109,       ///< A field that the whole program needs has an unusable value.
    ZoneUnknown = 110,      ///< A time zone that neither the file nor the host can resolve.
    FileIsWebPage = 111,    ///< HTML where a program file was expected.
    ReaderStopped = 112,    ///< The reader crashed or exceeded its time or memory.
    FileNotXml = 113,       ///< Begins like XML but is not well-formed, or cut off.
    FileHasEntities = 114,  ///< XML that defines entities of its own, which could grow at will.

    PackDamaged = 201, ///< Checksum or structure of a stored program is wrong.
    PackVersion = 202, ///< A stored program of another version: it is read again from its source.

    FetchRefused = 301, ///< Network error or CORS: the browser does not tell which.
    FetchStatus = 302,  ///< An HTTP status other than success.
    FetchAddress = 303, ///< Not an http or https URL.
    FileNotKept = 304,  ///< A program from disk that is not stored any more: only the user has it.

    StoreQuota = 401,   ///< No space left.
    StoreRefused = 402, ///< The browser does not let this page store anything.
    StoreFailed = 403,  ///< A write failed for another reason.
};

/// Why input is unusable: what, and where. The words for people are made from `code` by the view;
/// `detail` is the field, the status or the name that the words need, in no language.
struct Error {
    ErrorCode code;
    std::string detail;
    /// Distance from the start of the file, in bytes, where that is known.
    std::optional<std::uint64_t> byte_offset;
    /// Line in the file, counted from 1, where that is known.
    std::optional<std::uint32_t> line;
};

} // namespace hallway
