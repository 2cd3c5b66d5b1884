#pragma once
#include "base/bytes.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace hallway {

// What `update` asks of the host. Each answer, if there is one, comes back as a HostEvent.

/// Answered by RecordSaved once it is durable, or by SaveFailed.
struct SaveRecord {
    std::uint64_t choice_id = 0;
    Bytes record;
};
/// For the local copy alone: the journal has it.
struct CopyRecord {
    std::uint64_t choice_id = 0;
    Bytes record;
};
/// Damaged rows, never deleted; what was sound in them is written anew in the same step.
struct SetAside {
    std::uint32_t batch = 0; ///< of StoredRowsArrived; `rows` are positions in it
    std::vector<std::uint32_t> rows;
    Bytes rescued;
};
/// Rows that one snapshot replaces, in one step.
struct Compact {
    std::uint32_t batch = 0;
    std::vector<std::uint32_t> rows;
    Bytes records;
};
struct RetryWrites { };

struct PushRoute {
    std::string href;
};
struct ReplaceRoute {
    std::string href;
};

/// Answered by ProgramArrived, ProgramUnchanged or LoadFailed; LoadProgress on the way.
struct LoadProgram {
    std::string source;
    bool anew = false; ///< from its address, even if the file is the one that was read before
};
/// The program that was open last: answered as LoadProgram, or by NothingStored.
struct LoadLastProgram { };
/// What LoadLastProgram opens from now on.
struct RememberSource {
    std::string source;
};
/// Answered as LoadProgram, or not at all.
struct PickFile { };

struct Download {
    std::string name, type;
    Bytes bytes;
};
struct SaveSettings {
    Bytes settings;
};

using AppEffect = std::variant<SaveRecord, CopyRecord, SetAside, Compact, RetryWrites, PushRoute,
    ReplaceRoute, LoadProgram, LoadLastProgram, RememberSource, PickFile, Download, SaveSettings>;
using Effects = std::vector<AppEffect>;

} // namespace hallway
