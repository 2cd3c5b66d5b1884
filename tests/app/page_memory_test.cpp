#include "app/page_list.h"
#include "app/page_text.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace hallway;

namespace {

std::vector<int> numbers(const PageList<int>& list) { return { list.begin(), list.end() }; }

}

TEST_SUITE("app/page memory")
{
    TEST_CASE("a text outlives what it was made of")
    {
        PageMemory memory;
        const PageMemory::Use use(&memory);
        std::string source = "Ten minutes";
        const PageText text = source;
        source.assign(source.size(), 'x');
        CHECK(text == "Ten minutes");
        CHECK(PageText("").empty());
        CHECK(std::string(PageText()).empty());
    }

    TEST_CASE("a list keeps what is put into it, however much")
    {
        PageMemory memory;
        const PageMemory::Use use(&memory);
        PageList<PageText> list;
        for (int i = 0; i < 10'000; ++i) list.push_back(std::to_string(i));
        REQUIRE(list.size() == 10'000);
        CHECK(list.front() == "0");
        CHECK(list[4711] == "4711");
        CHECK(list.back() == "9999");
    }

    TEST_CASE("a text longer than a block has its place")
    {
        PageMemory memory;
        const PageMemory::Use use(&memory);
        const std::string length(100'000, 'a');
        const PageText text = length;
        const PageText after = "after";
        CHECK(text == length);
        CHECK(after == "after");
    }

    TEST_CASE("copies of a list grow apart")
    {
        PageMemory memory;
        const PageMemory::Use use(&memory);
        PageList<int> list { 1, 2 };
        PageList<int> copy = list;
        list.push_back(3);
        copy.push_back(4);
        CHECK(numbers(list) == std::vector { 1, 2, 3 });
        CHECK(numbers(copy) == std::vector { 1, 2, 4 });
    }

    TEST_CASE("a choice of elements is a list of its own")
    {
        PageMemory memory;
        const PageMemory::Use use(&memory);
        const PageList<int> list { 1, 2, 3, 4 };
        PageList<int> odd = list.where([](int number) { return number % 2 == 1; });
        odd.push_back(5);
        CHECK(numbers(odd) == std::vector { 1, 3, 5 });
        CHECK(numbers(list) == std::vector { 1, 2, 3, 4 });
    }

    TEST_CASE("elements stand where their type wants to be")
    {
        PageMemory memory;
        const PageMemory::Use use(&memory);
        const PageText odd = "abc";
        PageList<double> list { 1.5 };
        CHECK(reinterpret_cast<std::uintptr_t>(list.data()) % alignof(double) == 0);
        CHECK(odd == "abc");
    }

    TEST_CASE("the memory before is used again when a page is made within another")
    {
        PageMemory outer;
        const PageMemory::Use use(&outer);
        {
            PageMemory inner;
            const PageMemory::Use use_inner(&inner);
            CHECK(&PageMemory::current() == &inner);
        }
        CHECK(&PageMemory::current() == &outer);
    }
}
