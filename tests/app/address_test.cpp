#include <doctest/doctest.h>

#include "app/address.h"

using namespace hallway;

TEST_SUITE("app/address")
{
    TEST_CASE("an address on the web stays as it is, but for the space around it")
    {
        CHECK(read_address("https://conf.example/p.json") == "https://conf.example/p.json");
        CHECK(read_address("http://localhost:8000/p.json") == "http://localhost:8000/p.json");
        CHECK(read_address(" \tHTTPS://Conf.example/P.json\n") == "HTTPS://Conf.example/P.json");
    }

    TEST_CASE("what begins with a host is an address without its scheme")
    {
        for (const char* typed : { "conf.example", "conf.example/p.json", "conf.example?a=b",
                 "conf.example:8080/p.json", "192.0.2.1/p.json", "münchen.example/p.json" })
            CHECK(read_address(typed) == std::string("https://") + typed);
        CHECK(read_address("  conf.example/p.json ") == "https://conf.example/p.json");
    }

    TEST_CASE("what is no address on the web is none")
    {
        for (const char* typed : { "", "  ", "conference", "programs/p.json", "/p.json", "./p.json",
                 "../p.json", ".hidden/p.json", "two words.json", "conf.example.", "file:p.json",
                 "file:///etc/p.json", "ftp://conf.example/p.json", "javascript:alert(1)",
                 "data:text/plain,x", "mailto:someone@conf.example", "web.app:open",
                 "conf.example:", "someone@conf.example" })
            CHECK_FALSE(read_address(typed));
    }
}
