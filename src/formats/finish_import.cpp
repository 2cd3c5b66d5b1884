#include "formats/finish_import.h"

#include "program/pack_check.h"

namespace hallway {

std::optional<Error> settle_required(ConferenceDraft& conference, std::string_view title_path,
    std::size_t session_count, std::string_view sessions_path)
{
    if (conference.title.empty()) conference.title = conference.key;
    if (conference.title.empty())
        return Error { ErrorCode::FieldMissing, std::string(title_path), {}, {} };
    if (session_count == 0)
        return Error { ErrorCode::FieldMissing, std::string(sessions_path), {}, {} };
    return std::nullopt;
}

Import finish_import(ProgramBuilder& builder, ImportReport report)
{
    Import import { builder.build(), std::move(report), builder.conference.title };
    import.report.session_count = static_cast<std::uint32_t>(
        pack::records<pack::SessionRecord>(import.pack, pack::Section::Sessions).size());
    import.report.occurrence_count = static_cast<std::uint32_t>(
        pack::records<pack::OccurrenceRecord>(import.pack, pack::Section::Occurrences).size());
    return import;
}

} // namespace hallway
