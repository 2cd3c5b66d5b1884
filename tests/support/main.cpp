#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "support/skip.h"

#include <cstdio>

namespace hallway::test {
namespace {

bool case_is_skipped = false;

struct Counts {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

Counts counts;

/// Counts test cases for scripts/test, which sums over all programs. doctest itself knows no
/// skipping at run time.
struct Counter : doctest::IReporter {
    explicit Counter(const doctest::ContextOptions&) { }

    void report_query(const doctest::QueryData&) override { }
    void test_run_start() override { }
    void test_run_end(const doctest::TestRunStats&) override { }
    void test_case_start(const doctest::TestCaseData&) override { case_is_skipped = false; }
    void test_case_reenter(const doctest::TestCaseData&) override { }
    void test_case_end(const doctest::CurrentTestCaseStats& stats) override
    {
        if (stats.failure_flags != 0)
            ++counts.failed;
        else if (case_is_skipped)
            ++counts.skipped;
        else
            ++counts.passed;
    }
    void test_case_exception(const doctest::TestCaseException&) override { }
    void subcase_start(const doctest::SubcaseSignature&) override { }
    void subcase_end() override { }
    void log_assert(const doctest::AssertData&) override { }
    void log_message(const doctest::MessageData&) override { }
    void test_case_skipped(const doctest::TestCaseData&) override { }
};

REGISTER_LISTENER("counter", 1, Counter);

}

void skip(const char* reason)
{
    case_is_skipped = true;
    std::printf("[skipped] %s\n", reason);
}

}

int main(int argc, char** argv)
{
    doctest::Context context(argc, argv);
    context.setOption("no-intro", true);
    context.setOption("no-version", true);
    const int status = context.run();
    const auto& counts = hallway::test::counts;
    std::printf("[counted] %d passed, %d failed, %d skipped\n", counts.passed, counts.failed,
        counts.skipped);
    return status;
}
