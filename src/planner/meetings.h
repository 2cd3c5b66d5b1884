#pragma once
#include "agenda/agenda.h"
#include "planner/conflicts.h"
#include "planner/places.h"
#include "program/program.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hallway {

/// Whether an occurrence asks for its whole time: one that is cancelled does not, nor do open
/// hours, which one drops into.
[[nodiscard]] bool takes_time(const Program& program, const pack::OccurrenceRecord& occurrence);

/// Whether an occurrence that somebody has chosen asks for time: it is not cancelled, not open
/// hours, no moment, and no other time of a session of which any is fine and to one of which the
/// attendee is going.
[[nodiscard]] bool asks_for_time(
    const Program& program, const Agenda& agenda, OccurrenceIndex occurrence);
/// Whether any one is enough, and the attendee is going to another one.
[[nodiscard]] bool is_given_elsewhere(
    const Program& program, const Agenda& agenda, OccurrenceIndex occurrence);

/// Occurrences that somebody would attend, in the order of attendances, and what lies between them.
/// One from which the attendee goes away in between is there twice. What takes no time is left out,
/// and so is another time of a session that is given again if the attendee is going to one of its
/// times.
class Meetings {
public:
    enum class Times : std::uint8_t {
        AsChosen, ///< the parts that the attendee stays for
        Whole,
    };
    Meetings(const Program& program, const Agenda& agenda,
        std::span<const OccurrenceIndex> occurrences, const WalkSettings& walks,
        const Allowance& allowance, Times times);

    struct Meeting {
        OccurrenceIndex occurrence {};
        Attendance attendance;
        std::string subject;
        bool going = false;
    };
    [[nodiscard]] const std::vector<Meeting>& order() const { return order_; }
    /// Indices into `order()`.
    [[nodiscard]] const std::vector<Conflict>& conflicts() const { return conflicts_; }
    [[nodiscard]] Judgement between(const Meeting& earlier, const Meeting& later) const;

private:
    Allowance allowance_;
    std::vector<Meeting> order_;
    TransferTable transfers_;
    std::vector<Conflict> conflicts_;
};

} // namespace hallway
