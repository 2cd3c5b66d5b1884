#include "app/make_filters.h"

#include "app/describe_session.h"
#include "app/page_model.h"
#include "base/sort.h"
#include "base/text.h"

#include <algorithm>

namespace hallway {
namespace {

/// More values than this are shown on demand.
constexpr std::size_t values_at_once_max = 10;

/// Those that open from the bar, the most wanted first.
constexpr Facet opening[] = { Facet::Track, Facet::Room, Facet::Kind, Facet::Area, Facet::Language,
    Facet::Difficulty };
constexpr std::size_t narrow_openers = 2, wide_openers = 4;

struct Group {
    Text title;
    std::vector<Facet> facets;
};

std::vector<Group> groups_in_order()
{
    return { { Text::FilterMine, { Facet::Starred, Facet::Unseen, Facet::Hidden } },
        { Text::FilterTrack, { Facet::Track } }, { Text::FilterKind, { Facet::Kind } },
        { Text::FilterDifficulty, { Facet::Difficulty } },
        { Text::FilterLanguage, { Facet::Language } },
        { Text::FilterRecording, { Facet::Recorded } }, { Text::FilterAccess, { Facet::Access } },
        { Text::FilterArea, { Facet::Area } }, { Text::FilterRoom, { Facet::Room } } };
}

const std::vector<FacetValue>& values_of(const Listing& listing, Facet facet)
{
    return listing.filters.facets[static_cast<std::size_t>(facet)];
}

FilterChip make_chip(const Language& language, Facet facet, const FacetValue& value)
{
    FilterChip chip;
    std::string filter = format_filter({ facet, value.key });
    chip.key = model_key("filter", filter);
    if (facet == Facet::Starred) chip.icon = "star";
    if (facet == Facet::Hidden) chip.icon = "hide";
    chip.label = filter_words(language, facet, value);
    chip.count = std::to_string(value.count);
    chip.on = value.chosen;
    chip.intent = ToggleFilter { std::move(filter) };
    return chip;
}

FilterChip make_opener(const Language& language, Facet facet, bool wide)
{
    FilterChip chip;
    chip.key = model_key("open-filter", facet_name(facet));
    chip.kind = wide ? FilterChip::Kind::OpensWide : FilterChip::Kind::Opens;
    chip.label = facet_words(language, facet);
    chip.intent = OpenFilters { facet_name(facet) };
    return chip;
}

/// By their words, but what is not a name comes last.
std::vector<FilterChip> sorted_chips(
    const Language& language, Facet facet, const std::vector<FacetValue>& values)
{
    std::vector<FilterChip> chips;
    std::vector<std::string> words;
    for (const FacetValue& value : values) {
        chips.push_back(make_chip(language, facet, value));
        words.push_back((value.key.empty() ? "\xFF" : "") + fold(chips.back().label));
    }
    const bool named = facet == Facet::Track || facet == Facet::Area || facet == Facet::Room
        || facet == Facet::Kind || facet == Facet::Language;
    if (!named) return chips;
    std::vector<FilterChip> sorted;
    for (const std::uint32_t at : sorted_positions(
             chips.size(), [&](std::uint32_t a, std::uint32_t b) { return words[a] < words[b]; }))
        sorted.push_back(std::move(chips[at]));
    return sorted;
}

/// Keeps the first ones and those that are on.
void shorten(const Language& language, Facet facet, FilterSheet::Group& group)
{
    const std::size_t count = group.values.size();
    if (count <= values_at_once_max) return;
    std::size_t left = values_at_once_max;
    group.values = group.values.where([&](const FilterChip& chip) {
        if (chip.on) return true;
        if (left == 0) return false;
        --left;
        return true;
    });
    group.more_label = language.text(Text::FilterMore, { { "n", std::to_string(count) } });
    group.more = OpenFilters { facet_name(facet) };
}

} // namespace

std::string facet_words(const Language& language, Facet facet)
{
    constexpr Text words[] = { Text::FilterStarred, Text::FilterUnseen, Text::FilterHidden,
        Text::FilterTrack, Text::FilterArea, Text::FilterRoom, Text::FilterKind,
        Text::FilterLanguage, Text::FilterDifficulty, Text::FilterRecording, Text::FilterAccess };
    static_assert(std::size(words) == facet_count);
    return std::string(language.text(words[static_cast<std::size_t>(facet)]));
}

std::string filter_words(const Language& language, Facet facet, const FacetValue& value)
{
    struct Word {
        Facet facet;
        std::string_view key;
        Text text;
    };
    static constexpr Word words[] = { { Facet::Track, "", Text::FilterNoTrack },
        { Facet::Difficulty, "beginner", Text::FilterBeginner },
        { Facet::Difficulty, "intermediate", Text::FilterIntermediate },
        { Facet::Difficulty, "advanced", Text::FilterAdvanced },
        { Facet::Recorded, filter_yes, Text::FilterRecorded },
        { Facet::Recorded, filter_no, Text::FilterNotRecorded },
        { Facet::Access, "captions", Text::FilterCaptions },
        { Facet::Access, "sign-language", Text::FilterSignLanguage },
        { Facet::Access, "hearing-loop", Text::FilterHearingLoop },
        { Facet::Access, "audio-description", Text::FilterAudioDescription },
        { Facet::Access, "step-free", Text::FilterStepFree } };
    for (const Word& word : words)
        if (word.facet == facet && word.key == value.key)
            return std::string(language.text(word.text));
    if (facet < Facet::Track) return facet_words(language, facet);
    if (facet == Facet::Language) return language_name(language, value.key);
    return value.name.empty() ? value.key : value.name;
}

std::string chosen_words(
    const Language& language, Facet facet, const std::vector<FacetValue>& values)
{
    if (std::ranges::count(values, true, &FacetValue::chosen) != 1)
        return facet_words(language, facet);
    return filter_words(language, facet, *std::ranges::find(values, true, &FacetValue::chosen));
}

FilterBar make_filter_bar(const AppState& state, const Listing& listing, bool is_phone)
{
    const Language& language = state.language;
    FilterBar bar;
    bar.open_label = bar.open_name = language.text(Text::FilterTitle);
    const auto on = static_cast<std::int64_t>(state.filters.size());
    if (on > 0) {
        bar.on_count = std::to_string(on);
        bar.open_name = language.plural(Text::FilterOpen, on);
    }
    for (std::size_t i = 0; i < facet_count; ++i) {
        const Facet facet { static_cast<std::uint8_t>(i) };
        bar.has_any = bar.has_any || !values_of(listing, facet).empty();
        for (const FacetValue& value : values_of(listing, facet)) {
            // A phone has no room for what is not on: it stands in the sheet.
            const bool always = facet == Facet::Starred && !is_phone;
            if (value.chosen || always) bar.chips.push_back(make_chip(language, facet, value));
        }
    }
    if (is_phone) return bar;
    std::size_t openers = 0;
    for (const Facet facet : opening)
        if (!values_of(listing, facet).empty() && openers < wide_openers)
            bar.chips.push_back(make_opener(language, facet, openers++ >= narrow_openers));
    return bar;
}

FilterSheet make_filter_sheet(
    const AppState& state, const Listing& listing, std::optional<Facet> only)
{
    const Language& language = state.language;
    FilterSheet sheet;
    sheet.title = only ? facet_words(language, *only) : language.text(Text::FilterTitle);
    sheet.close_label = language.text(Text::DialogClose);
    for (const auto& [title, facets] : groups_in_order()) {
        FilterSheet::Group group;
        for (const Facet facet : facets) {
            if (only && facet != *only) continue;
            for (FilterChip& chip : sorted_chips(language, facet, values_of(listing, facet)))
                group.values.push_back(std::move(chip));
            if (!only) shorten(language, facet, group);
        }
        if (group.values.empty()) continue;
        group.key = model_key("filter-group", facet_name(facets[0]));
        if (!only) group.title = language.text(title);
        sheet.groups.push_back(std::move(group));
    }
    if (!state.filters.empty()) sheet.clear_label = language.text(Text::FilterClear);
    sheet.show_label =
        language.plural(Text::FilterShow, static_cast<std::int64_t>(listing.filters.shown_count));
    return sheet;
}

} // namespace hallway
