#pragma once
#include <string_view>

namespace hallway {

/// Ends the program with `message`: for our own bugs only, never for bad input (see `Result`). The
/// shell notices the stop, shows the HTML presentation with the saved choices and offers a reload.
[[noreturn]] void stop(std::string_view message);

/// States something that only a bug in this code base could make false.
inline void check(bool holds, std::string_view message)
{
    if (!holds) stop(message);
}

} // namespace hallway
