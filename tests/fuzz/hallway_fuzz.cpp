#include "formats/hallway_program.h"

#include "fuzz/support_zones.h"
#include "support/walk_import.h"

using namespace hallway;

/// Whatever is given as a file of Hallway's own format: an error that can be told, or a program
/// that is sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    test::walk_import(
        read_hallway({ reinterpret_cast<const char*>(data), size }, test::OneZone {}));
    return 0;
}
