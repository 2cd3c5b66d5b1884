#include "formats/c3voc.h"

#include "fuzz/support_zones.h"
#include "support/walk_import.h"

using namespace hallway;

/// Whatever is given as schedule.json: an error that can be told, or a program that is sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    test::walk_import(read_c3voc({ reinterpret_cast<const char*>(data), size }, test::OneZone {}));
    return 0;
}
