#pragma once
#include "program/builder.h"

#include <vector>

namespace hallway {

/// Proposes areas where the file has none: the letters that room names begin with, as H, K and UA
/// of "H.1301 (Cornil)", "K.1.105" and "UA2.114". Puts the rooms into them; a room that is named
/// otherwise, as "Janson", stays in none.
///
/// A wrong area is worse than none, so only names of buildings in front of room numbers count: one
/// to three capital letters, then digits and dots, at least two digits behind the last dot. "Saal
/// 1", "Hall C.2", "R3", "A.1" and "E142" have none. There are no areas at all if there would be
/// one alone or more than `proposed_areas_max`, if each had one room, if fewer than half of the
/// rooms had one, or if letters seem to stand for floors, as beside "1.05" and in "EG.12".
///
/// Shape:  `areas` is empty before; key and name of a proposed one are the letters, in the order of
///         the rooms.
/// Source: a guess from how universities number rooms, and from the programs that were at hand;
///         tests/program/propose_areas_test.cpp lists them.
void propose_areas(std::vector<RoomDraft>& rooms, std::vector<AreaDraft>& areas);

inline constexpr std::size_t proposed_areas_max = 32;

} // namespace hallway
