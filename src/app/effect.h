#pragma once
#include "app/preferences.h"
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
    enum class How : std::uint8_t {
        FromStore, ///< at once, where it is stored; then from its address
        Anew,      ///< from its address, even if the file is the one that was read before
        Check,     ///< from its address, unless the file is the one that is open
    };
    std::string source;
    How how = How::FromStore;
};
/// The program that was open last: answered as LoadProgram, or by NothingStored.
struct LoadLastProgram { };
/// What LoadLastProgram opens from now on, and what the shelf calls it.
struct RememberSource {
    std::string source;
    std::string title;
};
/// Off the shelf, and out of the store. Choices stay.
struct ForgetProgram {
    std::string source;
};
/// Any number of files; the first that can be read opens. Answered as LoadProgram, by FilesKept
/// where others are on the shelf now, or not at all.
struct PickFile { };

struct Download {
    std::string name, type;
    Bytes bytes;
};
/// The page once more, without the time that its address sets.
struct LeaveSetTime { };
struct SaveSettings {
    Bytes settings;
};

/// What the page shows by itself, now and before the first frame of the next start.
struct ShowLook {
    Preferences::Theme theme = Preferences::Theme::System;
    std::uint16_t text_percent = 100;
    bool left_hand = false;
    std::string language; ///< empty: the browser's. Its words come back as an offer
};
/// Answered by ZoneDescribed.
struct DescribeZone {
    std::int32_t first_year = 0, last_year = 0;
};
/// All choices but those in `rest`, from every place.
struct EraseChoices {
    Bytes rest;
    std::vector<std::uint64_t> kept_ids; ///< ids of the choices in `rest`
};
/// Answered by PlanNews of that number, until one has the solution or says that there is none.
/// It ends the search before.
struct FindPlan {
    std::uint32_t number = 0;
    Bytes problem; ///< as `encode_problem` gives it
};
struct EndPlanSearch { };
/// Scrolls the grid on by the rooms that are in view.
struct ScrollRooms {
    std::string way; ///< "next" or "previous"
};

using AppEffect = std::variant<SaveRecord, CopyRecord, SetAside, Compact, RetryWrites, PushRoute,
    ReplaceRoute, LoadProgram, LoadLastProgram, RememberSource, ForgetProgram, PickFile, Download,
    SaveSettings, ShowLook, DescribeZone, EraseChoices, LeaveSetTime, ScrollRooms, FindPlan,
    EndPlanSearch>;
using Effects = std::vector<AppEffect>;

} // namespace hallway
