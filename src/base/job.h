#pragma once
#include <cstdint>
#include <functional>

namespace hallway {

/// Work that may take more than 4 ms, cut into slices: the planner has no threads and must not make
/// the page wait. A job is cancelled by destroying it.
///
/// `advance()` works until `keep_going()` says no, and gives true once the work is complete.
/// Between two calls the rest of the program runs, so a job owns or shares everything it reads.
class Job {
public:
    using KeepGoing = std::function<bool()>;

    virtual ~Job() = default;
    [[nodiscard]] virtual bool advance(const KeepGoing& keep_going) = 0;
    /// Share of the work that is done, 0 to 1000.
    [[nodiscard]] virtual std::uint32_t progress_permille() const = 0;
};

} // namespace hallway
