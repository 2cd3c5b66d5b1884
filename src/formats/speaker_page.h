#pragma once
#include "base/time.h"
#include "formats/import.h"

#include <string_view>

namespace hallway {

/// Whether a text has what a speaker's page is made of: a line "Presentation: ..." or
/// "Biography: ...", or a sentence that announces a session.
[[nodiscard]] bool is_speaker_page(std::string_view file);

/// Reads a speaker's page of a conference, as plain text.
///
/// Shape:  `file` is the whole file. Blocks in any order, each from its first line to the next one:
///         "Presentation: title", "Track: ... / Time: ... / Location: ...", "Biography: name".
///         Without any such block, the session that the text announces in a sentence.
/// Errors: `FieldMissing`, with the line of the first block, for a page that names no session. What
///         is not UTF-8 is replaced.
/// Source: docs/speaker-page.md, made from pages of conferences of 2011 and 2012.
[[nodiscard]] Result<Import> read_speaker_page(std::string_view file, const ZoneSource& zones);

} // namespace hallway
