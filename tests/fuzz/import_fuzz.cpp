#include "formats/import.h"

#include "fuzz/support_zones.h"
#include "support/walk_import.h"

using namespace hallway;

/// Whatever is given as a file of any format: the sniffer and the reader it chooses end in good
/// order.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    test::walk_import(
        import_program({ reinterpret_cast<const char*>(data), size }, test::OneZone {}));
    return 0;
}
