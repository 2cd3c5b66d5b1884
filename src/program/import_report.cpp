#include "program/import_report.h"

namespace hallway {
namespace {

constexpr std::uint8_t report_version = 1;

void write_optional(ByteWriter& out, std::optional<std::uint64_t> value)
{
    out.number(static_cast<std::uint8_t>(value.has_value()));
    out.number(value.value_or(0));
}

std::optional<std::uint64_t> read_optional(ByteReader& in)
{
    const bool present = in.number<std::uint8_t>() != 0;
    const auto value = in.number<std::uint64_t>();
    return present ? std::optional(value) : std::nullopt;
}

std::optional<std::uint32_t> narrow(std::optional<std::uint64_t> value)
{
    return value ? std::optional(static_cast<std::uint32_t>(*value)) : std::nullopt;
}

} // namespace

void ImportReport::skip(SkippedEntry entry)
{
    ++skipped_count;
    if (lists_more()) skipped.push_back(std::move(entry));
}

Bytes encode_report(const ImportReport& report)
{
    ByteWriter out;
    out.number(report_version);
    out.text(report.format);
    out.number(report.session_count);
    out.number(report.occurrence_count);
    out.number(report.skipped_count);
    out.number(report.unknown_field_count);
    out.number(static_cast<std::uint32_t>(report.skipped.size()));
    for (const SkippedEntry& entry : report.skipped) {
        out.number(entry.reason);
        out.text(entry.entry);
        out.text(entry.field);
        write_optional(out, entry.line);
    }
    return out.take();
}

std::optional<ImportReport> decode_report(ByteView bytes)
{
    ByteReader in(bytes);
    if (in.number<std::uint8_t>() != report_version) return std::nullopt;
    ImportReport report;
    report.format = in.text();
    report.session_count = in.number<std::uint32_t>();
    report.occurrence_count = in.number<std::uint32_t>();
    report.skipped_count = in.number<std::uint32_t>();
    report.unknown_field_count = in.number<std::uint32_t>();
    const auto listed = in.number<std::uint32_t>();
    if (listed > ImportReport::skipped_listed_max) return std::nullopt;
    for (std::uint32_t i = 0; i < listed && !in.failed(); ++i) {
        SkippedEntry entry;
        entry.reason = static_cast<SkipReason>(in.number<std::uint8_t>());
        if (entry.reason > SkipReason::NotPublic) return std::nullopt;
        entry.entry = in.text();
        entry.field = in.text();
        entry.line = narrow(read_optional(in));
        report.skipped.push_back(std::move(entry));
    }
    if (in.failed() || in.left() != 0) return std::nullopt;
    return report;
}

Bytes encode_error(const Error& error)
{
    ByteWriter out;
    out.number(error.code);
    out.text(error.detail);
    write_optional(out, error.byte_offset);
    write_optional(out, error.line);
    return out.take();
}

std::optional<Error> decode_error(ByteView bytes)
{
    ByteReader in(bytes);
    Error error { static_cast<ErrorCode>(in.number<std::uint16_t>()), std::string(in.text()), {},
        {} };
    error.byte_offset = read_optional(in);
    error.line = narrow(read_optional(in));
    if (in.failed() || in.left() != 0) return std::nullopt;
    return error;
}

} // namespace hallway
