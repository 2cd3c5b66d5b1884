#pragma once
#include "base/error.h"
#include "formats/line_counter.h"
#include "program/import_report.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hallway {

/// One line of the table that says what an XML format has where. `in` and `what` are the reader's
/// own numbers, as in a `JsonRule`.
struct XmlRule {
    enum class Kind : std::uint8_t {
        Container, ///< an element that is looked into
        Text,      ///< an element of which the text counts
        Attribute,
        OwnText, ///< the text of the container itself; no name
    };
    static constexpr std::uint8_t ignored = 0; ///< as `what`: known to the format, of no use here

    std::uint8_t in;
    std::string_view name;
    Kind kind;
    std::uint8_t what; ///< the state inside a container, else the field
};

/// Reads an XML file by a table of what is where, and tells a format that derives from it of each
/// field, with its place in the file.
///
/// Elements and attributes that the table does not know are passed over and counted. What is blank
/// is the same as absent. Inside an element of which the text counts, tags are passed over.
class XmlReader {
public:
    virtual ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

protected:
    /// `rules` stand in the order of their states, and inside a state best as files have them.
    /// State 1 is the outermost element. No state is inside itself.
    explicit XmlReader(std::span<const XmlRule> rules);

    /// Reads the whole file, if its outermost element is `root`.
    ///
    /// Errors: `FileNotText`; `FileNotXml`, also for a second outermost element; `FileNotProgram`
    ///         for another outermost element; `FileTooDeep`; `FileTooLarge` for more tags than any
    ///         program has; `FileHasEntities`, since entities of its own can make a small file as
    ///         large as it likes. With byte, line and field.
    /// Source: XML 1.0 as pugixml follows it: not validated, nothing fetched, unknown entities stay
    ///         as written.
    std::optional<Error> read_xml(std::string_view file, std::string_view root);

    /// A container begins or ends.
    virtual void opened(std::uint8_t state) = 0;
    virtual void closed(std::uint8_t state) = 0;
    /// `text` has its references resolved and is not blank.
    virtual void found(std::uint8_t field, std::string_view text) = 0;
    /// Title or key of what is being read, for the report.
    [[nodiscard]] virtual std::string entry_name() const { return {}; }

    /// Where in the file reading is, as "schedule.day[1].room.event[12].date": an element that has
    /// siblings of its name is counted, from 0.
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::size_t byte_offset() const;
    [[nodiscard]] Error error_here(ErrorCode code);
    void skip_here(SkipReason reason);

    ImportReport report_;

private:
    struct Tree;

    std::optional<Error> check_tree();
    /// Tells what is in the container that is being read.
    void walk(std::uint8_t state);
    void walk_attributes(std::uint8_t state);
    void tell(std::uint8_t field, std::string_view text);
    /// What the table says about `name` in a state; `hint` is the rule to try first.
    [[nodiscard]] const XmlRule* find_rule(
        std::uint8_t state, std::string_view name, bool is_attribute, std::size_t& hint);

    std::span<const XmlRule> rules_;
    std::array<std::uint16_t, 64> first_rule_ {}; ///< by state
    std::unique_ptr<Tree> tree_;
    LineCounter lines_;
};

} // namespace hallway
