#include "formats/hallway_program.h"

#include "base/bytes.h"
#include "fuzz/support_zones.h"
#include "support/walk_program.h"

using namespace hallway;

/// Whatever is given as a file of Hallway's own format: an error that can be told, or a program
/// that is sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto result = read_hallway({ reinterpret_cast<const char*>(data), size }, test::OneZone {});
    if (!result.has_value()) {
        check(
            decode_error(encode_error(result.error())).has_value(), "an error that does not cross");
        return 0;
    }
    check(decode_report(encode_report(result->report)) == result->report,
        "a report that does not cross");
    const auto program = Program::open(std::make_shared<const Bytes>(std::move(result->pack)));
    test::walk_program(program.value());
    return 0;
}
