#include "formats/import.h"

#include "base/hash.h"
#include "formats/support/imports.h"
#include "support/files.h"
#include "support/skip.h"

#include <doctest/doctest.h>

using namespace hallway;
using test::error_of, test::read_and_walk;

TEST_SUITE_BEGIN("formats/import");

namespace {

constexpr std::string_view small_files[] = { "programs/c3voc-small.json",
    "programs/hallway-small.json", "programs/schedule-pentabarf.xml", "programs/schedule-frab.xml",
    "programs/schedule-wafer.xml", "programs/schedule-merged.xml",
    "programs/schedule-pretalx.xml" };

/// What a file of that name is if it is cut off.
ErrorCode broken_code(std::string_view name)
{
    return name.ends_with(".xml") ? ErrorCode::FileNotXml : ErrorCode::FileNotJson;
}

/// Whether a reader may end so: with a program, or with an error of a file.
bool is_code(int code)
{
    return code == 0
        || (code >= static_cast<int>(ErrorCode::FileEmpty)
            && code <= static_cast<int>(ErrorCode::FileHasEntities)
            && code != static_cast<int>(ErrorCode::ReaderStopped));
}

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

} // namespace

TEST_CASE("what cannot be a program is refused with a number of its own")
{
    struct Row {
        const char* what;
        std::string file;
        ErrorCode code;
    };
    const std::string hallway =
        R"({"format": "hallway-program/1", "conference": {"title": "T"}, "sessions": [)";
    const std::string c3voc = R"({"schedule": {"conference": {"title": "T", "days": [)";
    const Row rows[] = {
        { "nothing", "", ErrorCode::FileEmpty },
        { "white space", " \r\n\t ", ErrorCode::FileEmpty },
        { "only a byte order mark", "\xEF\xBB\xBF", ErrorCode::FileEmpty },
        { "too large", std::string(program_bytes_max + 1, ' '), ErrorCode::FileTooLarge },
        { "a web page", "<!DOCTYPE html><html><body>404</body></html>", ErrorCode::FileIsWebPage },
        { "a web page, shouting", "\n <!doctype HTML PUBLIC>", ErrorCode::FileIsWebPage },
        { "a web page behind a comment", "<!-- hi --><HTML lang=en>", ErrorCode::FileIsWebPage },
        { "XML", "<?xml version=\"1.0\"?><schedule/>", ErrorCode::FileNotProgram },
        { "XML cut off", "<?xml version=\"1.0\"?><schedule>", ErrorCode::FileNotXml },
        { "a calendar", "BEGIN:VCALENDAR\r\n", ErrorCode::FileNotProgram },
        { "prose", "hello", ErrorCode::FileNotProgram },
        { "a number", "42", ErrorCode::FileNotProgram },
        { "a picture", "\x89PNG\r\n\x1A\n", ErrorCode::FileNotText },
        { "UTF-16", std::string("\xFF\xFE{\0", 4), ErrorCode::FileNotText },
        { "other JSON", R"({"hello": "world"})", ErrorCode::FileNotProgram },
        { "a list", "[1, 2, 3]", ErrorCode::FileNotProgram },
        { "an empty object", "{}", ErrorCode::FileNotProgram },
        { "format of another type", R"({"format": ["hallway-program/1"]})",
            ErrorCode::FileNotProgram },
        { "another format", R"({"format": "other/1"})", ErrorCode::FileNotProgram },
        { "schedule of another type", R"({"schedule": []})", ErrorCode::FileNotProgram },
        { "not JSON", R"({"hello": world})", ErrorCode::FileNotJson },
        { "JSON cut off", R"({"hello": "wor)", ErrorCode::FileNotJson },
        { "single quotes", "{'a': 1}", ErrorCode::FileNotJson },
        { "comments", "{/* no */}", ErrorCode::FileNotJson },
        { "trailing comma", "{\"a\": 1,}", ErrorCode::FileNotJson },
        { "more behind it", "{} {}", ErrorCode::FileNotJson },
        { "a control character in a text", "{\"a\": \"\n\"}", ErrorCode::FileNotJson },
        { "a number beyond all numbers", "{\"a\": 1e999}", ErrorCode::FileNotJson },
        { "half a surrogate", R"({"a": "\uD800"})", ErrorCode::FileNotJson },
        { "Latin-1", "{\"a\": \"M\xFCnchen\"}", ErrorCode::FileNotText },
        { "Latin-1 in a program", hallway + "{\"id\": \"x\", \"title\": \"M\xFCnchen\"}]}",
            ErrorCode::FileNotText },
        { "overlong UTF-8 in a schedule", c3voc + "{\"date\": \"\xC0\xAF\"}]}}}",
            ErrorCode::FileNotText },
        { "newer", R"({"format": "hallway-program/2"})", ErrorCode::FileVersionNewer },
        { "much newer", R"({"format": "hallway-program/10.1"})", ErrorCode::FileVersionNewer },
        { "a version that never was", R"({"format": "hallway-program/one"})",
            ErrorCode::FieldWrong },
        { "a program without sessions", hallway + "]}", ErrorCode::FieldMissing },
        { "a schedule without days", c3voc + "]}}}", ErrorCode::FieldMissing },
        { "deep arrays", repeated("[", 100'000), ErrorCode::FileTooDeep },
        { "deep objects", repeated("{\"a\":", 100'000), ErrorCode::FileTooDeep },
        { "deep in a program", hallway + repeated("{\"links\":[", 100'000),
            ErrorCode::FileTooDeep },
        { "deep in a schedule", c3voc + repeated("[", 100'000) + repeated("]", 100'000) + "]}}}",
            ErrorCode::FileTooDeep },
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(error_of(row.file).code == row.code);
    }
}

TEST_CASE("an error says line, byte and field")
{
    struct Row {
        std::string file;
        std::uint32_t line;
        std::string_view bytes; ///< with which the file goes on there
        const char* field;
    };
    const Row rows[] = {
        { "{\n\"format\": \"hallway-program/1\",\n\"sessions\": [\n{\"title\": nonsense}]}", 4,
            "onsense", "sessions[0].title" },
        { "{\"format\": \"hallway-program/1\",\n\n\n\"conference\": {\"title\": \"\xFF\"}}", 4,
            "\xFF\"", "conference.title" },
        { "\xEF\xBB\xBF{\n\"schedule\": {\"conference\": {\"days\": [{}, {\"rooms\": {\"One\": "
          "[{\"guid\": tru}]}}]}}}",
            2, "}]}}]}}}", "schedule.conference.days[1].rooms.One[0].guid" },
        { "{\n\"format\":\n\"hallway-program/one\"}", 3, "\"}", "format" },
    };
    for (const Row& row : rows) {
        INFO(row.field);
        const Error error = error_of(row.file);
        CHECK(error.detail == row.field);
        CHECK(error.line.value_or(0) == row.line);
        const auto at = static_cast<std::size_t>(error.byte_offset.value_or(0));
        CHECK(std::string_view(row.file).substr(at).starts_with(row.bytes));
    }
}

TEST_CASE("a byte order mark and white space around are passed over")
{
    for (const auto name : small_files) {
        const std::string file = test::read_fixture(name);
        CHECK(read_and_walk("\xEF\xBB\xBF \n" + file + "\n\n") == 0);
    }
}

TEST_CASE("a file cut at any byte is an error, never a crash and never half a program")
{
    for (const auto name : small_files) {
        const std::string file = test::read_fixture(name);
        const std::size_t end = file.find_last_of("}>");
        for (std::size_t size = 0; size < end; ++size) {
            const int code = read_and_walk(std::string_view(file).substr(0, size));
            const bool clear = code == static_cast<int>(broken_code(name))
                || code == static_cast<int>(ErrorCode::FileEmpty);
            if (!clear) FAIL_CHECK(name << " cut at " << size << ": " << code);
        }
        CHECK(read_and_walk(std::string_view(file).substr(0, end + 1)) == 0);
    }
}

TEST_CASE("a real file cut at any of a hundred places ends in a program or a numbered error")
{
    const std::vector<std::string> names = test::shared_file_names("programs");
    if (names.empty()) return test::skip("no ../shared/programs");
    for (const std::string& name : names) {
        const std::string file = test::find_shared_file("programs/" + name).value();
        const bool has_end = name.ends_with(".xml") || name.ends_with(".json");
        std::uint64_t seed = 12;
        for (int i = 0; i < 100; ++i) {
            seed = mix64(seed, 1);
            const std::size_t size = 1 + seed % (file.size() - 16);
            const int code = read_and_walk(std::string_view(file).substr(0, size));
            const bool in_character = code == static_cast<int>(ErrorCode::FileNotText);
            const bool clear =
                has_end ? code == static_cast<int>(broken_code(name)) : is_code(code);
            if (!clear && !in_character) FAIL_CHECK(name << " cut at " << size << ": " << code);
        }
    }
}

TEST_CASE("a file with any byte replaced is an error or a program, never a crash")
{
    constexpr std::string_view bytes = "\0\"\\{}[],:0-\x80\xFF<&";
    for (const auto name : small_files) {
        const std::string file = test::read_fixture(name);
        for (std::size_t i = 0; i < file.size(); i += 3) {
            std::string changed = file;
            changed[i] = bytes[(i / 3) % 15];
            const int code = read_and_walk(changed);
            if (!is_code(code)) FAIL_CHECK("byte " << i << ": " << code);
        }
    }
}

TEST_CASE("keys that occur twice, numbers of any size, and dates at the end of time do no harm")
{
    const char* sessions[] = {
        R"({"id": "a", "id": "b", "title": "T", "title": "U", "times": [],
            "times": [{"start": "2027-01-01T10:00"}]})",
        R"({"id": 123456789012345678901234567890, "title": "T"})",
        R"({"id": 1e308, "title": "T"})",
        R"({"id": -9223372036854775808, "title": "T"})",
        R"({"id": "a", "title": "T", "start": "6000-12-31T23:59", "minutes": 10080})",
        R"({"id": "a", "title": "T", "start": "0001-01-01T00:00Z", "end": "6000-01-01T00:00Z"})",
        R"({"id": "a", "title": "T", "start": "0001-01-01T00:00+23:59"})",
        R"({"id": "a", "title": "T", "start": "6000-12-31T23:59-23:59", "minutes": 10080})",
        R"({"id": "a", "title": "T", "start": "6001-01-01T00:00"})",
        R"({"id": "a", "title": "T", "minutes": 1e300, "number": -1e300})",
    };
    for (const char* session : sessions) {
        INFO(session);
        for (const char* zone : { "Europe/Berlin", "Pacific/Kiritimati", "" })
            CHECK(read_and_walk(
                      R"({"format": "hallway-program/1", "format": "hallway-program/1",
                    "conference": {"title": "T", "zone": ")"
                      + std::string(zone) + R"("}, "conference": {"id": "x"}, "sessions": [)"
                      + session + "]}")
                == 0);
    }
}

TEST_CASE("every field of a schedule survives every type")
{
    const std::string file = test::read_fixture("programs/c3voc-small.json");
    constexpr std::string_view values[] = { "null", "true", "-7", "1.5", "\"x\"", "[]", "{}",
        "[[1]]", "{\"a\":[{}]}" };
    // Each value of the file in turn is replaced: what follows a colon, up to the end of that
    // value.
    int replaced = 0;
    for (std::size_t at = file.find(": "); at != std::string::npos; at = file.find(": ", at + 1)) {
        std::size_t end = at + 2;
        if (file[end] == '"') {
            end = file.find('"', end + 1) + 1;
        } else if (file[end] == '{' || file[end] == '[') {
            int depth = 0;
            do {
                if (file[end] == '{' || file[end] == '[') ++depth;
                if (file[end] == '}' || file[end] == ']') --depth;
                ++end;
            } while (depth > 0);
        } else {
            end = file.find_first_of(",}]\n", end);
        }
        for (const std::string_view value : values) {
            const int code =
                read_and_walk(file.substr(0, at + 2) + std::string(value) + file.substr(end));
            const bool clear = code == 0 || code == static_cast<int>(ErrorCode::FieldMissing)
                || code == static_cast<int>(ErrorCode::FileNotProgram)
                || code == static_cast<int>(ErrorCode::FileNotJson);
            if (!clear) FAIL_CHECK(file.substr(at - 20, 40) << " as " << value << ": " << code);
            ++replaced;
        }
    }
    CHECK(replaced > 1000);
}

TEST_CASE("scripts, tags and control characters come out as harmless text")
{
    const std::string file = R"json({"schedule": {"conference": {
        "title": "<script>alert(1)</script>",
        "days": [{"date": "2027-01-01", "rooms": {"<img src=x>": [{
            "guid": "g", "title": "<b>T</b>\u0000\u202E", "date": "2027-01-01T10:00:00Z",
            "abstract": "<p onclick=a()>Read<script>b()</script> <a href='javascript:c'>me</a></p>",
            "links": ["javascript:alert(4)", "JAVASCRIPT:alert(5)", "\tjava\nscript:alert(6)"],
            "url": "data:text/html,<script>alert(7)</script>"}]}}]}}})json";
    const auto imported = test::import_file(file);
    const Program& program = imported.program;
    CHECK(program.text(program.conference().title)
        == "<script>alert(1)</script>"); // one line of text
    CHECK(test::paragraphs_of_session(program, "g") == test::Lines { "Read me" });
    const auto& session = test::session_of(program, "g");
    CHECK(program.links(session.links).empty());
    CHECK(program.text(session.url).empty());
    CHECK(imported.report.skipped_count == 4);
}

TEST_CASE("very many of one thing are read in time that is in proportion")
{
    const std::string head =
        R"({"format": "hallway-program/1", "conference": {"title": "T"}, "sessions": [)";
    const std::string pieces[] = { R"({"title":"T"},)",
        R"({"id":"a","title":"T","start":"2027-01-01T10:00"},)", "{},", "[],", "1,",
        R"({"id":"a","id":"a","times":[{},{},{},{},{},{},{},{},{}]},)" };
    for (const std::string& piece : pieces) {
        INFO(piece);
        // A megabyte tells a quadratic reader, and is bearable under the sanitizers.
        const std::string file =
            head + repeated(piece, program_bytes_max / 64 / piece.size()) + R"({"title":"End"}]})";
        CHECK(read_and_walk(file) == 0);
    }
    CHECK(read_and_walk(R"({"format": "hallway-program/1", "conference": {"title": ")"
              + std::string(8'000'000, 'x') + R"("}, "sessions": [{"title": "T"}]})")
        == 0);
}

TEST_SUITE_END();
