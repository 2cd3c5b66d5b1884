#include "formats/speaker_page.h"

#include "base/bytes.h"
#include "fuzz/support_zones.h"
#include "support/walk_program.h"

using namespace hallway;

/// Whatever is given as a speaker's page: an error that can be told, or a program that is sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view file { reinterpret_cast<const char*>(data), size };
    auto result = read_speaker_page(file, test::OneZone {});
    if (!result.has_value()) {
        check(
            decode_error(encode_error(result.error())).has_value(), "an error that does not cross");
        return 0;
    }
    check(is_speaker_page(file), "a page that was read and is none");
    check(decode_report(encode_report(result->report)) == result->report,
        "a report that does not cross");
    const auto program = Program::open(std::make_shared<const Bytes>(std::move(result->pack)));
    test::walk_program(program.value());
    return 0;
}
