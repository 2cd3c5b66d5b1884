#include "formats/import.h"

#include "base/bytes.h"
#include "fuzz/support_zones.h"
#include "support/walk_program.h"

using namespace hallway;

/// Whatever is given as a file of any format: the sniffer and the reader it chooses end in good
/// order.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto result = import_program({ reinterpret_cast<const char*>(data), size }, test::OneZone {});
    if (!result.has_value()) return 0;
    const auto program = Program::open(std::make_shared<const Bytes>(std::move(result->pack)));
    test::walk_program(program.value());
    return 0;
}
