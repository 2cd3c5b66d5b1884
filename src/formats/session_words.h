#pragma once
#include "program/pack.h"

#include <string>
#include <string_view>

namespace hallway {

/// What the file's own word for a kind means to the planner: a break, a poster, an exhibition, or
/// anything else, which is attended like a talk.
[[nodiscard]] pack::SessionKind kind_of_word(std::string_view kind_name);

/// Whether a title is that of a break and nothing else: "Lunch", "Coffee break", "Mittagspause".
[[nodiscard]] bool is_break_title(std::string_view title);

/// Whether a title begins with a note that the session is cancelled, the only place where most
/// tools say it: "CANCELLED! Soldering", "[abgesagt] Soldering", "Abgesagt: Soldering".
[[nodiscard]] bool is_cancelled_title(std::string_view title);

/// A list of languages in any form ("de, en", "EN", "de_DE", "english") as BCP 47 tags joined by a
/// comma. What is no language is left out.
[[nodiscard]] std::string language_list(std::string_view text);

/// A link as it can be followed: relative ones against `base_url`, "www.example.org" with its
/// scheme, white space escaped. What is unsafe stays so: see `is_safe_url`.
[[nodiscard]] std::string absolute_url(std::string_view url, std::string_view base_url);

/// "#rrggbb" or "#rgb" as 0xFFRRGGBB; 0 for anything else.
[[nodiscard]] std::uint32_t color_of(std::string_view text);

} // namespace hallway
