#include "formats/schedule_xml.h"

#include "fuzz/support_zones.h"
#include "support/walk_import.h"

using namespace hallway;

/// Whatever is given as schedule.xml: an error that can be told, or a program that is sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    test::walk_import(
        read_schedule_xml({ reinterpret_cast<const char*>(data), size }, test::OneZone {}));
    return 0;
}
