#pragma once
#include "base/bytes.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace hallway {

// What `update` asks of the host. Each answer, if there is one, comes back as a HostEvent.

struct SaveRecord {
    std::uint64_t choice_id = 0;
    Bytes record;
}; ///< answered by RecordSaved or SaveFailed
struct SaveSnapshot {
    Bytes records;
}; ///< stands for every record handed over so far
struct PushRoute {
    std::string href;
};
struct ReplaceRoute {
    std::string href;
};
struct LoadProgram {
    std::string source;
};                          ///< answered by ProgramArrived, ProgramUnchanged or LoadFailed
struct LoadLastProgram { }; ///< answered as LoadProgram, or by NothingStored
struct PickFile { };        ///< answered as LoadProgram, or not at all
struct Download {
    std::string name, type;
    Bytes bytes;
};
struct RetryWrites { };
struct SaveSettings {
    Bytes settings;
};
struct RememberSource {
    std::string source;
}; ///< what LoadLastProgram opens

using AppEffect = std::variant<SaveRecord, SaveSnapshot, PushRoute, ReplaceRoute, LoadProgram,
    LoadLastProgram, PickFile, Download, RetryWrites, SaveSettings, RememberSource>;
using Effects = std::vector<AppEffect>;

} // namespace hallway
