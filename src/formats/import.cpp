#include "formats/import.h"

#include "base/text.h"
#include "formats/c3voc.h"
#include "formats/hallway_program.h"
#include "formats/json_reader.h"
#include "formats/schedule_xml.h"
#include "formats/sniffer.h"
#include "formats/speaker_page.h"

#include <algorithm>

namespace hallway {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_web_page(std::string_view text)
{
    const std::string head = fold(text.substr(0, 1024));
    return head.starts_with('<')
        && (head.find("<html") != std::string::npos
            || head.find("<!doctype html") != std::string::npos);
}

/// A file that is neither JSON nor XML nor a web page: text to read, or no text at all.
Result<Import> import_text(std::string_view file, const ZoneSource& zones)
{
    if (const auto at = find_invalid_utf8(file))
        return Error { ErrorCode::FileNotText, {}, *at, LineCounter(file).line_at(*at) };
    if (is_speaker_page(file)) return read_speaker_page(file, zones);
    return Error { ErrorCode::FileNotProgram, {}, {}, {} };
}

} // namespace

Result<Import> import_program(std::string_view file, const ZoneSource& zones)
{
    if (file.size() > program_bytes_max) return Error { ErrorCode::FileTooLarge, {}, {}, {} };
    std::string_view text = file;
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    text = trim(text);
    if (text.empty()) return Error { ErrorCode::FileEmpty, {}, {}, {} };
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return Error { ErrorCode::FileNotText, {}, 0, 1 }; // UTF-16
    if (is_web_page(text)) return Error { ErrorCode::FileIsWebPage, {}, {}, {} };
    if (text.front() == '<') return read_schedule_xml(file, zones); // no other XML is known
    if (text.front() != '{' && text.front() != '[') return import_text(file, zones);

    const auto format = sniff_format(file);
    if (!format.has_value()) return format.error();
    switch (*format) {
    case Format::C3voc: return read_c3voc(file, zones);
    case Format::Hallway: return read_hallway(file, zones);
    }
    return Error { ErrorCode::FileNotProgram, {}, {}, {} };
}

} // namespace hallway
