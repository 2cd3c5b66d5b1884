#include "program/import_report.h"

#include <doctest/doctest.h>

using namespace hallway;

TEST_SUITE_BEGIN("program/import_report");

namespace {

ImportReport sample_report()
{
    ImportReport report;
    report.format = "c3voc schedule.json";
    report.session_count = 3;
    report.occurrence_count = 4;
    report.unknown_field_count = 5;
    report.skip({ SkipReason::BadTime, "Opening", "sessions[12].start", 40 });
    report.skip({ SkipReason::NotPublic, "", "", {} });
    return report;
}

} // namespace

TEST_CASE("a report survives its encoding")
{
    const ImportReport report = sample_report();
    CHECK(report.skipped_count == 2);
    const auto decoded = decode_report(encode_report(report));
    REQUIRE(decoded.has_value());
    CHECK(*decoded == report);
}

TEST_CASE("entries beyond the listed ones are still counted")
{
    ImportReport report;
    for (std::size_t i = 0; i < ImportReport::skipped_listed_max + 7; ++i)
        report.skip({ SkipReason::NoTitle, std::to_string(i), "", {} });
    CHECK(report.skipped_count == ImportReport::skipped_listed_max + 7);
    CHECK(report.skipped.size() == ImportReport::skipped_listed_max);
    const auto decoded = decode_report(encode_report(report));
    REQUIRE(decoded.has_value());
    CHECK(*decoded == report);
}

TEST_CASE("a report cut at any byte, or with more behind it, is not read")
{
    const Bytes bytes = encode_report(sample_report());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(decode_report(ByteView(bytes).first(size)).has_value());
    Bytes longer = bytes;
    longer.push_back(std::byte {});
    CHECK_FALSE(decode_report(longer).has_value());
}

TEST_CASE("a report of another version is not read")
{
    Bytes bytes = encode_report(sample_report());
    bytes[0] = std::byte { 2 };
    CHECK_FALSE(decode_report(bytes).has_value());
}

TEST_CASE("an error survives its encoding, with and without a place")
{
    const Error errors[] = { { ErrorCode::FieldWrong, "sessions[12].start", 123456789012, 7 },
        { ErrorCode::FileEmpty, "", {}, {} } };
    for (const Error& error : errors) {
        const Bytes bytes = encode_error(error);
        const auto decoded = decode_error(bytes);
        REQUIRE(decoded.has_value());
        CHECK(decoded->code == error.code);
        CHECK(decoded->detail == error.detail);
        CHECK(decoded->byte_offset == error.byte_offset);
        CHECK(decoded->line == error.line);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            CHECK_FALSE(decode_error(ByteView(bytes).first(size)).has_value());
    }
}

TEST_SUITE_END();
