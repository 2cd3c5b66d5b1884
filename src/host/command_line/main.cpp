#include "host/command_line/command_line.h"

#include <iostream>
#include <vector>

int main(int argc, char** argv)
{
    using namespace hallway::command_line;
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    std::ios::sync_with_stdio(false);
    return static_cast<int>(run(arguments, { std::cin, std::cout, std::cerr }));
}
