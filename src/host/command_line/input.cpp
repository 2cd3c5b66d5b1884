#include "host/command_line/input.h"
#include "formats/import.h"
#include "host/headless/zones.h"

#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>
#include <system_error>

namespace hallway::command_line {
namespace {

std::string_view sentence_of(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileEmpty: return "the file is empty";
    case ErrorCode::FileTooLarge: return "the file is larger than 64 MB";
    case ErrorCode::FileNotText: return "the file is not UTF-8 text: save it as UTF-8";
    case ErrorCode::FileNotJson: return "not JSON (RFC 8259), or cut off";
    case ErrorCode::FileNotProgram: return "of no format that Hallway knows";
    case ErrorCode::FileTooDeep: return "nested deeper than any program";
    case ErrorCode::FileVersionNewer: return "of a newer version than this build knows: update it";
    case ErrorCode::FieldMissing: return "a field is missing";
    case ErrorCode::FieldWrong: return "a field has a value that cannot be used";
    case ErrorCode::ZoneUnknown: return "an unknown time zone: use a name as \"Europe/Berlin\"";
    case ErrorCode::FileIsWebPage: return "a web page, not a program file: save the file itself";
    case ErrorCode::FileNotXml: return "not well-formed XML, or cut off";
    case ErrorCode::FileHasEntities: return "XML with entities of its own is not read";
    default: return "cannot be used";
    }
}

} // namespace

std::optional<std::string> read_input(std::string_view path, std::istream& in)
{
    if (path == "-") return std::string(std::istreambuf_iterator<char>(in), {});
    std::error_code none;
    if (std::filesystem::is_directory(path, none)) return std::nullopt;
    std::ifstream file { std::string(path), std::ios::binary };
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Result<Program> read_program(std::string_view file)
{
    auto import = import_program(file, SystemZones());
    if (!import) return import.error();
    return Program::open(std::make_shared<Bytes>(std::move(import->pack)));
}

std::string describe_error(std::string_view path, const Error& error)
{
    std::string text(path);
    if (error.line) text += ':' + std::to_string(*error.line);
    text += ": ";
    text += sentence_of(error.code);
    if (!error.detail.empty()) text += ": " + error.detail;
    return text + " (Hallway " + std::to_string(static_cast<int>(error.code)) + ")";
}

} // namespace hallway::command_line
