#include <doctest/doctest.h>

#include "planner/related.h"

#include "planner/support/small_program.h"

using namespace hallway;
using namespace hallway::test;

namespace {

SmallEntry titled(const std::string& key, const std::string& title,
    const std::vector<std::string>& people = {}, const std::string& track = {})
{
    return { key, 0, 30, "", 0, {}, "", people, track, title };
}

std::vector<std::string> related(const Program& program, const std::string& key)
{
    std::vector<std::string> keys;
    for (const SessionIndex index : Related(program).most_related(*program.find_session(key), 3))
        keys.emplace_back(program.text(program.session(index).key));
    return keys;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_SUITE("related")
{
    TEST_CASE("rare words in common before frequent ones")
    {
        const Program program =
            small_program({ titled("a", "Rust in the kernel"), titled("b", "The kernel's year"),
                titled("c", "Rust in the browser"), titled("d", "Rust in the large"),
                titled("e", "Rust in the small"), titled("f", "Cooking") });
        CHECK(related(program, "a").front() == "b");
        CHECK(related(program, "f").empty());
    }

    TEST_CASE("the same people before the same track; accents and case make no difference")
    {
        const Program program =
            small_program({ titled("a", "Café", { "Ada" }, "web"), titled("b", "Tea", { "Ada" }),
                titled("c", "Milk", {}, "web"), titled("d", "CAFE two") });
        CHECK(related(program, "a") == Keys { "b", "d", "c" });
    }

    TEST_CASE("the same again is not related, and neither is what is cancelled")
    {
        SmallEntry off = titled("off", "Compilers");
        off.flags = pack::OccurrenceCancelled;
        SmallEntry again = titled("again", "Compilers", { "Ada" });
        again.start = 60;
        again.end = 90;
        const Program program =
            small_program({ titled("a", "Compilers", { "Ada" }), again, off, titled("z", "Zen") });
        CHECK(related(program, "a").empty());
    }
}
