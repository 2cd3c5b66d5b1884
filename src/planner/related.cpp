#include "planner/related.h"
#include "base/hash.h"
#include "base/sort.h"
#include "planner/equivalents.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace hallway {
namespace {

constexpr double person_weight = 0.75; ///< of somebody who speaks in both
constexpr double track_weight = 0.25;
/// Shorter words are articles and the like; in scripts without spaces nothing is so short.
constexpr std::size_t word_bytes_min = 3;

/// Folded text is letters and digits, and what stands between them.
bool is_word_byte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

template <class Take> void for_each_word(std::string_view text, Take take)
{
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_word_byte(text[end])) ++end;
        if (end - at >= word_bytes_min) take(text.substr(at, end - at));
        at = end + 1;
    }
}

bool has_standing(const Program& program, const pack::SessionRecord& session)
{
    const auto occurrences = program.occurrences_of(session);
    return occurrences.empty() || std::ranges::any_of(occurrences, [&](std::uint32_t i) {
        return (program.occurrences()[i].flags & pack::OccurrenceCancelled) == 0;
    });
}

} // namespace

Related::Related(const Program& program) : program_(program)
{
    const auto sessions = program.sessions();
    words_.resize(sessions.size());
    std::vector<std::uint64_t> all; // Once for each session that has it.
    for (std::uint32_t i = 0; i < sessions.size(); ++i) {
        std::vector<std::uint64_t> own;
        const std::string_view text = program.text(sessions[i].search_text);
        for_each_word(text.substr(0, text.find('\n')),
            [&](std::string_view word) { own.push_back(hash64(word)); });
        sort_things(own);
        for (const std::uint64_t word : own)
            if (words_[i].empty() || words_[i].back().hash != word)
                words_[i].push_back({ word, 0 });
        for (const Word& word : words_[i]) all.push_back(word.hash);
    }
    sort_things(all);
    const auto count = static_cast<double>(sessions.size());
    for (std::vector<Word>& words : words_) {
        double squares = 0;
        for (Word& word : words) {
            const auto [first, last] = std::equal_range(all.begin(), all.end(), word.hash);
            word.weight = std::log(count / static_cast<double>(last - first));
            squares += word.weight * word.weight;
        }
        for (Word& word : words) word.weight /= squares > 0 ? std::sqrt(squares) : 1;
    }
}

double Related::common_words(std::uint32_t session, std::uint32_t other) const
{
    double common = 0;
    auto at = words_[other].begin();
    for (const Word& word : words_[session]) {
        while (at != words_[other].end() && at->hash < word.hash) ++at;
        if (at == words_[other].end()) break;
        if (at->hash == word.hash) common += word.weight * at->weight;
    }
    return common;
}

double Related::score(std::uint32_t session, std::uint32_t other) const
{
    const pack::SessionRecord& a = program_.sessions()[session];
    const pack::SessionRecord& b = program_.sessions()[other];
    double score = common_words(session, other);
    if (a.track != pack::none && a.track == b.track) score += track_weight;
    for (const std::uint32_t person : program_.people_of(a)) {
        const auto people = program_.people_of(b);
        if (std::ranges::find(people, person) != people.end()) score += person_weight;
    }
    return score;
}

std::vector<SessionIndex> Related::most_related(SessionIndex session, std::size_t count) const
{
    struct Scored {
        double score = 0;
        std::uint32_t session = 0;
    };
    std::vector<Scored> found;
    for (std::uint32_t i = 0; i < program_.sessions().size(); ++i) {
        const pack::SessionRecord& other = program_.sessions()[i];
        if (is_same_again(program_, position(session), i)) continue;
        if (other.kind == pack::SessionKind::Break || !has_standing(program_, other)) continue;
        if (const double score = this->score(position(session), i); score > 0)
            found.push_back({ score, i });
    }
    const auto key = [&](const Scored& scored) {
        return program_.text(program_.sessions()[scored.session].key);
    };
    sort_things(found, [&](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : key(a) < key(b);
    });
    std::vector<SessionIndex> best;
    for (std::size_t i = 0; i < std::min(count, found.size()); ++i)
        best.push_back(SessionIndex { found[i].session });
    return best;
}

} // namespace hallway
