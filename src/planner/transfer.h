#pragma once
#include "base/time.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hallway {

/// Where the length of a way comes from. Only what is known may say that somebody would miss
/// something.
enum class Knowledge : std::uint8_t {
    Unknown,
    Guessed, ///< from positions, floors, areas or the default numbers
    Known,   ///< from the organiser or the attendee
};

/// The way from one place to another at the attendee's pace.
struct Transfer {
    Minutes minutes = 0; ///< 0 where it is unknown, which does not mean that there is no way
    Knowledge knowledge = Knowledge::Unknown;
    friend bool operator==(const Transfer&, const Transfer&) = default;
};

/// Ways between numbered places; the way back may differ.
class TransferTable {
public:
    /// Shape:  `transfers` has `places` rows of `places` columns: from the row, to the column.
    TransferTable(std::size_t places, std::vector<Transfer> transfers)
        : places_(places), transfers_(std::move(transfers))
    {
    }
    TransferTable() = default;

    [[nodiscard]] std::size_t places() const { return places_; }
    [[nodiscard]] const Transfer& between(std::uint32_t from, std::uint32_t to) const
    {
        return transfers_[from * places_ + to];
    }

private:
    std::size_t places_ = 0;
    std::vector<Transfer> transfers_;
};

} // namespace hallway
