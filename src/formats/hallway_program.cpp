#include "formats/hallway_program.h"
namespace hallway {
Result<Import> read_hallway(std::string_view, const ZoneSource&)
{
    return Error { ErrorCode::FileNotProgram, {}, {}, {} };
}
}
