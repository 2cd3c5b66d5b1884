#pragma once
#include "planner/keenness.h"
#include "planner/search.h"
#include "program/program.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// What a list can be filtered by.
enum class Facet : std::uint8_t {
    Starred,
    Unseen, ///< neither starred nor passed over nor "not for me"
    Hidden, ///< "not for me": left out of lists unless this is chosen
    Track,
    Area,
    Room,
    Kind,
    Language,
    Difficulty,
    Recorded,
    Access,
};
inline constexpr std::size_t facet_count = 11;

/// "track", "room": as addresses write it.
[[nodiscard]] std::string_view facet_name(Facet facet);
[[nodiscard]] std::optional<Facet> find_facet(std::string_view name);

/// One value of a filter: a track's name; the key of an area or a room; a kind as the file names
/// it; a language tag; "beginner", "captions"; "yes" or "no". A track that is empty: no track.
struct FilterValue {
    Facet facet = Facet::Starred;
    std::string key;
    friend auto operator<=>(const FilterValue&, const FilterValue&) = default;
};
inline constexpr std::string_view filter_yes = "yes";
inline constexpr std::string_view filter_no = "no";

/// The values that were chosen: in order, each once. Those of one facet are "or", facets are "and".
using Filters = std::vector<FilterValue>;
/// More of them are not taken from an address.
inline constexpr std::size_t filters_max = 64;
/// Shape:  gives whether the value is chosen now.
bool toggle_filter(Filters& filters, const FilterValue& value);
void clear_facet(Filters& filters, Facet facet);
[[nodiscard]] bool has_filter(const Filters& filters, const FilterValue& value);
[[nodiscard]] bool has_facet(const Filters& filters, Facet facet);

/// What the attendee thinks of each session, by position.
struct Opinions {
    std::vector<bool> starred, hidden, seen;
    std::vector<Keenness> keenness;
};
/// Shape:  as long as `program.sessions()`; one pass over the choices.
[[nodiscard]] Opinions read_opinions(const Program& program, const Agenda& agenda);

/// A row of a list: an occurrence, or a session that has none.
struct FilterRow {
    std::uint32_t session = 0;
    std::uint32_t occurrence = pack::none;
};

/// A value that a facet can take in this program, or that is chosen though the program lacks it.
struct FacetValue {
    std::string key;
    std::string name; ///< in the program's words; empty where it has none
    std::size_t total = 0;
    /// Rows that are left if this value were chosen, and no other one of its facet.
    std::size_t count = 0;
    bool chosen = false;
};

/// Filters and what they leave.
struct FilterResult {
    /// By facet. Empty: the facet decides nothing here, since the file says nothing or the same of
    /// all.
    std::array<std::vector<FacetValue>, facet_count> facets;
    std::vector<bool> shown; ///< by row
    std::size_t shown_count = 0;
    /// By facet: rows that are left if nothing of it were chosen.
    std::array<std::size_t, facet_count> without = {};
};

/// A kind or language that is one of more than these is not offered: the file fills the field with
/// something else.
inline constexpr std::size_t worded_values_max = 200;

/// Filters `rows`, which `found` has for each session whether the search finds it. One pass over
/// the rows for all facets and all values.
/// Errors: none.
[[nodiscard]] FilterResult apply_filters(const Program& program, const Opinions& opinions,
    const std::vector<bool>& found, const std::vector<FilterRow>& rows, const Filters& filters);

} // namespace hallway
