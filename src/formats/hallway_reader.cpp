#include "formats/hallway_reader.h"
namespace hallway {
Result<Import> read_hallway(std::string_view, const ZoneSource&)
{
    return Error { ErrorCode::FileNotProgram, {}, {}, {} };
}
}
