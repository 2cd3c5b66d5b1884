#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace hallway {

void stop(std::string_view message)
{
    // No printf: it would be the only one in the planner, and it is large.
    std::fputs("hallway: ", stderr);
    std::fwrite(message.data(), 1, message.size(), stderr);
    std::fputs("\n", stderr);
    std::abort();
}

} // namespace hallway
