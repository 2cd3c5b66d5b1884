#include "formats/xml_reader.h"

#include "base/text.h"
#include "formats/import.h"
#include "formats/text_blocks.h"

#include <pugixml.hpp>

#include <algorithm>
#include <vector>

namespace hallway {

namespace {

/// The largest real program has a twentieth of it. Each costs memory, however little it says.
constexpr std::ptrdiff_t tags_max = 4'000'000;
/// Names in the path of an error: what is deeper says no more.
constexpr std::size_t path_names_max = 12;
constexpr unsigned int parse_options = pugi::parse_cdata | pugi::parse_escapes
    | pugi::parse_wconv_attribute | pugi::parse_eol | pugi::parse_doctype;

bool is_element(pugi::xml_node node) { return node.type() == pugi::node_element; }
bool is_text(pugi::xml_node node)
{
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// The node after `node` in the order of the file, inside `top`; nothing after the last. Without
/// recursion: files may be nested as deep as they are long.
pugi::xml_node next_inside(pugi::xml_node node, pugi::xml_node top, int& depth)
{
    if (const pugi::xml_node child = node.first_child()) {
        ++depth;
        return child;
    }
    while (node != top) {
        if (const pugi::xml_node sibling = node.next_sibling()) return sibling;
        node = node.parent();
        --depth;
    }
    return {};
}

/// The text of an element; `buffer` holds it where it stands in several pieces.
std::string_view text_of(pugi::xml_node element, std::string& buffer)
{
    const pugi::xml_node first = element.first_child();
    if (!first) return {};
    if (is_text(first) && !first.next_sibling()) return first.value();
    buffer.clear();
    int depth = 0;
    for (pugi::xml_node node = element; node; node = next_inside(node, element, depth))
        if (is_text(node)) buffer += node.value();
    return buffer;
}

/// Names are the file's own: of any length, with any character.
std::string short_name(std::string_view name) { return clean_line(name.substr(0, 40)); }

void append_name(std::string& path, pugi::xml_node element)
{
    if (!path.empty()) path += '.';
    path += short_name(element.name());
    std::size_t before = 0;
    for (auto other = element.previous_sibling(element.name()); other;
         other = other.previous_sibling(element.name()))
        ++before;
    if (before > 0 || element.next_sibling(element.name()))
        path.append("[").append(std::to_string(before)).append("]");
}

} // namespace

struct XmlReader::Tree {
    pugi::xml_document document;
    pugi::xml_node at;          ///< what is being read
    std::string_view attribute; ///< of `at`; empty: `at` itself
    std::string text;           ///< of an element that has it in pieces
};

XmlReader::XmlReader(std::span<const XmlRule> rules) : rules_(rules)
{
    for (std::size_t i = rules.size(); i-- > 0;)
        first_rule_[rules[i].in] = static_cast<std::uint16_t>(i);
}

XmlReader::~XmlReader() = default;

std::optional<Error> XmlReader::read_xml(std::string_view file, std::string_view root)
{
    lines_ = LineCounter(file);
    if (const auto bad = find_invalid_utf8(file))
        return Error { ErrorCode::FileNotText, {}, *bad, lines_.line_at(*bad + 1) };
    if (std::count(file.begin(), file.end(), '<') > tags_max)
        return Error { ErrorCode::FileTooLarge, {}, {}, {} };

    tree_ = std::make_unique<Tree>();
    const pugi::xml_parse_result result =
        tree_->document.load_buffer(file.data(), file.size(), parse_options, pugi::encoding_utf8);
    if (auto error = check_tree()) return error;
    if (!result) {
        // Up to what was read last.
        for (tree_->at = tree_->document.document_element(); is_element(tree_->at.last_child());)
            tree_->at = tree_->at.last_child();
        const auto offset = static_cast<std::size_t>(result.offset);
        return Error { ErrorCode::FileNotXml, path(), offset, lines_.line_at(offset + 1) };
    }
    tree_->at = tree_->document.document_element();
    if (tree_->at.name() != root) return error_here(ErrorCode::FileNotProgram);
    walk(1);
    return std::nullopt;
}

std::optional<Error> XmlReader::check_tree()
{
    const pugi::xml_document& document = tree_->document;
    for (const pugi::xml_node node : document) {
        tree_->at = node;
        const bool has_definitions = node.type() == pugi::node_doctype
            && std::string_view(node.value()).find('[') != std::string_view::npos;
        if (has_definitions) {
            Error error = error_here(ErrorCode::FileHasEntities);
            error.detail = "DOCTYPE";
            return error;
        }
        if (is_element(node) && node != document.document_element())
            return error_here(ErrorCode::FileNotXml);
    }
    int depth = 0;
    for (pugi::xml_node node = document; node; node = next_inside(node, document, depth)) {
        if (depth <= nesting_max) continue;
        tree_->at = node;
        return error_here(ErrorCode::FileTooDeep);
    }
    return std::nullopt;
}

void XmlReader::walk(std::uint8_t state)
{
    const pugi::xml_node node = tree_->at;
    opened(state);
    walk_attributes(state);
    std::size_t hint = first_rule_[state];
    for (const pugi::xml_node child : node) {
        if (!is_element(child)) continue;
        const XmlRule* rule = find_rule(state, child.name(), false, hint);
        if (!rule || rule->what == XmlRule::ignored) continue;
        tree_->at = child;
        if (rule->kind == XmlRule::Kind::Container)
            walk(rule->what);
        else
            tell(rule->what, text_of(child, tree_->text));
    }
    tree_->at = node;
    closed(state);
}

void XmlReader::walk_attributes(std::uint8_t state)
{
    const pugi::xml_node node = tree_->at;
    std::size_t hint = first_rule_[state];
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        // Names of XML's own, and of other vocabularies, say nothing about a program.
        if (name.starts_with("xmlns") || name.find(':') != std::string_view::npos) continue;
        const XmlRule* rule = find_rule(state, name, true, hint);
        if (!rule || rule->what == XmlRule::ignored) continue;
        tree_->attribute = name;
        tell(rule->what, attribute.value());
    }
    tree_->attribute = {};
    for (std::size_t i = first_rule_[state]; i < rules_.size() && rules_[i].in == state; ++i)
        if (rules_[i].kind == XmlRule::Kind::OwnText)
            tell(rules_[i].what, text_of(node, tree_->text));
}

void XmlReader::tell(std::uint8_t field, std::string_view text)
{
    if (!trim(text).empty()) found(field, text);
}

const XmlRule* XmlReader::find_rule(
    std::uint8_t state, std::string_view name, bool is_attribute, std::size_t& hint)
{
    const std::size_t first = first_rule_[state];
    std::size_t end = first;
    while (end < rules_.size() && rules_[end].in == state) ++end;
    for (std::size_t i = 0, at = hint; i < end - first; ++i, ++at) {
        if (at >= end) at = first;
        const XmlRule& rule = rules_[at];
        if (rule.name != name || (rule.kind == XmlRule::Kind::Attribute) != is_attribute) continue;
        hint = at + 1;
        return &rule;
    }
    ++report_.unknown_field_count;
    return nullptr;
}

std::string XmlReader::path() const
{
    std::vector<pugi::xml_node> names;
    for (pugi::xml_node node = tree_->at; is_element(node); node = node.parent())
        names.push_back(node);
    std::string path;
    for (std::size_t i = 0; i < std::min(names.size(), path_names_max); ++i)
        append_name(path, names[names.size() - 1 - i]);
    if (!tree_->attribute.empty()) path.append(".").append(short_name(tree_->attribute));
    return path;
}

std::size_t XmlReader::byte_offset() const
{
    const std::ptrdiff_t offset = tree_->at.offset_debug();
    return offset < 0 ? 0 : static_cast<std::size_t>(offset);
}

Error XmlReader::error_here(ErrorCode code)
{
    const std::size_t offset = byte_offset();
    return { code, path(), offset, lines_.line_at(offset + 1) };
}

void XmlReader::skip_here(SkipReason reason)
{
    if (!report_.lists_more()) return report_.skip({});
    report_.skip({ reason, entry_name(), path(), lines_.line_at(byte_offset() + 1) });
}

} // namespace hallway
