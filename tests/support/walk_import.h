#pragma once
#include "formats/import.h"
#include "support/walk_program.h"

namespace hallway::test {

/// Looks at all that a reader gave, an error or a program; gives the error's number, or 0.
inline int walk_import(Result<Import> result)
{
    if (!result.has_value()) {
        const auto decoded = decode_error(encode_error(result.error()));
        check(decoded && decoded->detail == result.error().detail, "an error that does not cross");
        return static_cast<int>(result.error().code);
    }
    check(decode_report(encode_report(result->report)) == result->report,
        "a report that does not cross");
    const auto program = Program::open(std::make_shared<const Bytes>(std::move(result->pack)));
    check(program.has_value(), "the reader made a damaged pack");
    walk_program(*program);
    return 0;
}

} // namespace hallway::test
