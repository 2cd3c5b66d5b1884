#pragma once
#include "planner/transfer.h"

#include <cstdint>
#include <optional>

namespace hallway {

/// Something that is attended, or would be: an occurrence, or the part of it that the attendee
/// stays for.
struct Attendance {
    std::int32_t start = 0; ///< Instant
    std::int32_t end = 0;   ///< Instant, exclusive; after `start`
    std::uint32_t place = 0;
    friend bool operator==(const Attendance&, const Attendance&) = default;
};

/// What the attendee allows between two sessions.
struct Allowance {
    Minutes buffer = 0;    ///< wanted on top of each way that is not unknown
    Minutes tolerance = 5; ///< may be missed of a session
};

/// From so many minutes on a session's beginning counts as missed.
inline constexpr Minutes missed_minutes_min = 5;

enum class Verdict : std::uint8_t {
    Fits,
    StraightAfter, ///< one begins when the other ends; the normal case
    Tight,         ///< less time than the way takes, but little is missed, or the way is a guess
    Missed,        ///< the beginning would be missed: the way is known
    Overlaps,
};

/// What lies between two attendances, the earlier one first.
struct Judgement {
    Verdict verdict = Verdict::Fits;
    Minutes gap = 0; ///< from the end of the earlier to the start of the later; negative: overlap
    Transfer transfer;
    /// Of `Overlaps`: what both share. Of `Missed` and `Tight`: what is missing for the way.
    /// Of `Fits`: what is to spare; nothing where the way is unknown, and for `StraightAfter`.
    std::optional<Minutes> minutes;
    /// Both can be attended within the tolerance.
    bool compatible = true;
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// Judges two attendances, of which `earlier` does not start after `later`. The rules are those of
/// docs/planning.md, "Verdicts".
[[nodiscard]] Judgement judge(const Attendance& earlier, const Attendance& later,
    const Transfer& transfer, const Allowance& allowance);

/// The same without the details, for searches that ask it for each pair.
[[nodiscard]] bool is_compatible(const Attendance& earlier, const Attendance& later,
    const Transfer& transfer, const Allowance& allowance);

} // namespace hallway
