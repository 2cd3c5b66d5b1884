#pragma once
#include "formats/import.h"
#include "program/builder.h"

namespace hallway {

/// What no program can be without. A conference without a title is called by its key.
///
/// Errors: `FieldMissing` without a title or sessions, with the path that the format has for it.
[[nodiscard]] std::optional<Error> settle_required(ConferenceDraft& conference,
    std::string_view title_path, std::size_t session_count, std::string_view sessions_path);

/// Builds the pack and completes the report with what is in it.
[[nodiscard]] Import finish_import(ProgramBuilder& builder, ImportReport report);

} // namespace hallway
