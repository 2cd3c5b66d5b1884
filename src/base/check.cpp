#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace hallway {

void stop(std::string_view message)
{
    std::fprintf(stderr, "hallway: %.*s\n", static_cast<int>(message.size()), message.data());
    std::abort();
}

} // namespace hallway
