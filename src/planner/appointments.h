#pragma once
#include "agenda/personal_event.h"
#include "program/program.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

/// A personal event where it lies in the program. Half-open, Instants.
struct Appointment {
    PersonalEvent event;
    std::uint32_t day = 0;  ///< event day: that of its start, else the nearest one
    bool elsewhere = false; ///< its start lies on no event day of the program
    std::int32_t start = 0, end = 0;
};

/// Shape:  in order of start, then of end, then by id; none in a program without days.
[[nodiscard]] std::vector<Appointment> find_appointments(
    const Program& program, const Agenda& agenda);

/// By how much two spells meet; 0: not at all.
[[nodiscard]] Minutes overlap_of(
    std::int32_t start, std::int32_t end, const Appointment& appointment);

} // namespace hallway
