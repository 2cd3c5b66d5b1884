#include "planner/filter.h"

#include "base/text.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace hallway {
namespace {

constexpr std::string_view names[] = { "starred", "unseen", "hidden", "track", "area", "room",
    "kind", "language", "difficulty", "recorded", "access" };
static_assert(std::size(names) == facet_count);

/// In the order of `pack::Difficulty`, from Beginner.
constexpr std::string_view difficulties[] = { "beginner", "intermediate", "advanced" };
/// In the order of `pack::AccessFlag`.
constexpr std::string_view accesses[] = { "captions", "sign-language", "hearing-loop",
    "audio-description", "step-free" };

constexpr std::size_t index_of(Facet facet) { return static_cast<std::size_t>(facet); }
constexpr std::uint32_t bit_of(Facet facet) { return 1u << index_of(facet); }

/// The values that one row has, of all facets.
class RowValues {
public:
    void clear() { count_ = 0; }
    struct Value {
        Facet facet = Facet::Starred;
        std::uint32_t value = 0; ///< position among the facet's values
        friend bool operator==(const Value&, const Value&) = default;
    };
    void add(Facet facet, std::size_t position)
    {
        const Value value { facet, static_cast<std::uint32_t>(position) };
        if (count_ == std::size(values_) || std::find(begin(), end(), value) != end()) return;
        values_[count_++] = value;
    }
    [[nodiscard]] const Value* begin() const { return values_; }
    [[nodiscard]] const Value* end() const { return values_ + count_; }

private:
    Value values_[48]; ///< rooms and languages of one session beyond it do not count
    std::size_t count_ = 0;
};

/// Knows the values of each facet, and which of them a row has.
class Values {
public:
    Values(const Program& program, const Opinions& opinions)
        : program_(program), opinions_(opinions)
    {
        for (const Facet flag : { Facet::Starred, Facet::Unseen, Facet::Hidden })
            add(flag, filter_yes);
        for (const auto& track : program.tracks())
            add(Facet::Track, program.text(track.name), program.text(track.name));
        add(Facet::Track, {});
        for (const auto& area : program.areas())
            add(Facet::Area, program.text(area.key), program.text(area.name));
        for (const auto& room : program.rooms())
            add(Facet::Room, program.text(room.key), program.text(room.name));
        for (const std::string_view key : difficulties) add(Facet::Difficulty, key);
        add(Facet::Recorded, filter_yes);
        add(Facet::Recorded, filter_no);
        for (const std::string_view key : accesses) add(Facet::Access, key);
    }

    std::vector<FacetValue>& of(Facet facet) { return of_[index_of(facet)]; }

    void read(const FilterRow& row, RowValues& values)
    {
        values.clear();
        const pack::SessionRecord& session = program_.sessions()[row.session];
        if (opinions_.starred[row.session]) values.add(Facet::Starred, 0);
        if (!opinions_.seen[row.session]) values.add(Facet::Unseen, 0);
        if (opinions_.hidden[row.session]) values.add(Facet::Hidden, 0);
        values.add(
            Facet::Track, session.track == pack::none ? program_.tracks().size() : session.track);
        if (row.occurrence != pack::none) read_rooms(row.occurrence, values);
        if (session.kind_name.size > 0)
            add_word(Facet::Kind, program_.text(session.kind_name), values);
        read_languages(program_.text(session.language), values);
        if (session.difficulty != pack::Difficulty::Unknown)
            values.add(Facet::Difficulty, static_cast<std::size_t>(session.difficulty) - 1);
        if (session.recorded != pack::Tristate::Unknown)
            values.add(Facet::Recorded, session.recorded == pack::Tristate::Yes ? 0 : 1);
        for (std::uint32_t flags = session.access; flags != 0; flags &= flags - 1) {
            const auto flag = static_cast<std::size_t>(std::countr_zero(flags));
            if (flag < std::size(accesses)) values.add(Facet::Access, flag);
        }
    }

private:
    void add(Facet facet, std::string_view key, std::string_view name = {})
    {
        of(facet).push_back({ std::string(key), std::string(name) });
    }

    void read_rooms(std::uint32_t occurrence, RowValues& values)
    {
        for (const std::uint32_t room : program_.rooms_of(program_.occurrences()[occurrence])) {
            values.add(Facet::Room, room);
            const std::uint32_t area = program_.rooms()[room].area;
            if (area != pack::none) values.add(Facet::Area, area);
        }
    }

    /// "de, en"
    void read_languages(std::string_view tags, RowValues& values)
    {
        while (!tags.empty()) {
            const std::size_t end = tags.find(',');
            const std::string_view tag = trim(tags.substr(0, end));
            if (!tag.empty()) add_word(Facet::Language, tag, values);
            tags = end == std::string_view::npos ? std::string_view {} : tags.substr(end + 1);
        }
    }

    /// Files have few kinds and languages, mostly the same one again.
    void add_word(Facet facet, std::string_view word, RowValues& values)
    {
        std::vector<FacetValue>& known = of(facet);
        const auto at = std::ranges::find(known, word, &FacetValue::key);
        if (at == known.end() && known.size() > worded_values_max) return;
        const auto position = static_cast<std::size_t>(at - known.begin());
        if (at == known.end()) add(facet, word, facet == Facet::Kind ? word : std::string_view {});
        values.add(facet, position);
    }

    const Program& program_;
    const Opinions& opinions_;
    std::array<std::vector<FacetValue>, facet_count> of_;
};

/// The facets that a row fails: something of it is chosen, but nothing that the row has.
std::uint32_t failing(std::uint32_t chosen_facets, const RowValues& values, Values& known)
{
    std::uint32_t fails = chosen_facets;
    bool hidden = false;
    for (const auto& [facet, value] : values) {
        if (known.of(facet)[value].chosen) fails &= ~bit_of(facet);
        hidden |= facet == Facet::Hidden;
    }
    // What is not for me is left out without being asked.
    if (hidden && !(chosen_facets & bit_of(Facet::Hidden))) fails |= bit_of(Facet::Hidden);
    return fails;
}

/// Of values that all rows have, or none, there is nothing to choose.
void drop_what_decides_nothing(std::vector<FacetValue>& values, Facet facet, std::size_t rows)
{
    std::erase_if(
        values, [](const FacetValue& value) { return value.total == 0 && !value.chosen; });
    const bool decides = std::ranges::any_of(values, [rows](const FacetValue& value) {
        return value.chosen || (value.total > 0 && value.total < rows);
    });
    const bool is_word = facet == Facet::Kind || facet == Facet::Language;
    if (!decides || (is_word && values.size() > worded_values_max)) values.clear();
}

/// Two tracks of one name are one value, and so are rooms of one key.
std::uint32_t choose(Values& known, const Filters& filters)
{
    std::uint32_t facets = 0;
    for (const FilterValue& filter : filters) {
        facets |= bit_of(filter.facet);
        bool found = false;
        for (FacetValue& value : known.of(filter.facet))
            if (value.key == filter.key) value.chosen = found = true;
        if (!found) known.of(filter.facet).push_back({ filter.key, filter.key, 0, 0, true });
    }
    return facets;
}

} // namespace

std::string_view facet_name(Facet facet) { return names[index_of(facet)]; }

std::optional<Facet> find_facet(std::string_view name)
{
    const auto at = std::ranges::find(names, name);
    if (at == std::end(names)) return std::nullopt;
    return static_cast<Facet>(at - std::begin(names));
}

bool toggle_filter(Filters& filters, const FilterValue& value)
{
    const auto at = std::ranges::lower_bound(filters, value);
    if (at != filters.end() && *at == value) {
        filters.erase(at);
        return false;
    }
    filters.insert(at, value);
    return true;
}

void clear_facet(Filters& filters, Facet facet)
{
    std::erase_if(filters, [facet](const FilterValue& value) { return value.facet == facet; });
}

bool has_filter(const Filters& filters, const FilterValue& value)
{
    return std::ranges::binary_search(filters, value);
}

bool has_facet(const Filters& filters, Facet facet)
{
    return std::ranges::any_of(
        filters, [facet](const FilterValue& value) { return value.facet == facet; });
}

Opinions read_opinions(const Program& program, const Agenda& agenda)
{
    const std::size_t count = program.sessions().size();
    Opinions opinions { std::vector<bool>(count), std::vector<bool>(count),
        std::vector<bool>(count), std::vector<Keenness>(count) };
    const std::string_view conference = program.text(program.conference().key);
    const auto& choices = agenda.choices();
    for (auto at = choices.lower_bound({ std::string(conference), {}, ChoiceField {} });
         at != choices.end() && at->first.conference == conference; ++at) {
        const auto& [key, choice] = *at;
        const bool passed_over = key.field == ChoiceField::Seen && choice.value == choice_yes;
        const Keenness keenness =
            key.field == ChoiceField::Keenness ? read_keenness(choice.value) : Keenness::None;
        if (!passed_over && keenness == Keenness::None) continue;
        const auto session = program.find_session(key.subject);
        if (!session) continue;
        const std::uint32_t index = position(*session);
        opinions.seen[index] = true;
        if (passed_over) continue;
        opinions.keenness[index] = keenness;
        if (is_starred(keenness))
            opinions.starred[index] = true;
        else
            opinions.hidden[index] = true;
    }
    return opinions;
}

FilterResult apply_filters(const Program& program, const Opinions& opinions,
    const std::vector<bool>& found, const std::vector<FilterRow>& rows, const Filters& filters)
{
    Values known(program, opinions);
    RowValues values;
    // Kinds and languages are known once every row has been read.
    for (const FilterRow& row : rows) {
        known.read(row, values);
        for (const auto& [facet, value] : values) ++known.of(facet)[value].total;
    }
    const std::uint32_t chosen_facets = choose(known, filters);
    FilterResult result;
    result.shown.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!found[rows[i].session]) continue;
        known.read(rows[i], values);
        const std::uint32_t fails = failing(chosen_facets, values, known);
        result.shown[i] = fails == 0;
        result.shown_count += fails == 0 ? 1 : 0;
        for (std::size_t facet = 0; facet < facet_count; ++facet)
            result.without[facet] += (fails & ~(1u << facet)) == 0 ? 1 : 0;
        for (const auto& [facet, value] : values)
            if ((fails & ~bit_of(facet)) == 0) ++known.of(facet)[value].count;
    }
    for (std::size_t facet = 0; facet < facet_count; ++facet) {
        std::vector<FacetValue>& of = known.of(static_cast<Facet>(facet));
        drop_what_decides_nothing(of, static_cast<Facet>(facet), rows.size());
        result.facets[facet] = std::move(of);
    }
    return result;
}

} // namespace hallway
