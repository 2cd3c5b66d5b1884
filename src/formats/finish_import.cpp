#include "formats/finish_import.h"

#include "program/pack_check.h"

namespace hallway {

Import finish_import(ProgramBuilder& builder, ImportReport report)
{
    Import import { builder.build(), std::move(report) };
    import.report.session_count = static_cast<std::uint32_t>(
        pack::records<pack::SessionRecord>(import.pack, pack::Section::Sessions).size());
    import.report.occurrence_count = static_cast<std::uint32_t>(
        pack::records<pack::OccurrenceRecord>(import.pack, pack::Section::Occurrences).size());
    return import;
}

} // namespace hallway
