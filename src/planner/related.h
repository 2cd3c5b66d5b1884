#pragma once
#include "program/program.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hallway {

/// How much sessions have in common: people, track, and the words of their titles, of which rare
/// ones count for more.
/// Source: tf-idf with cosine similarity; Manning et al., "Introduction to Information Retrieval",
/// section 6.2 to 6.3.
class Related {
public:
    /// One pass over the program, which outlives it.
    explicit Related(const Program& program);

    /// 0: nothing in common.
    [[nodiscard]] double score(std::uint32_t session, std::uint32_t other) const;
    /// The others with the most in common, best first, each above 0: neither breaks nor the same
    /// again, nor what is cancelled altogether.
    [[nodiscard]] std::vector<SessionIndex> most_related(
        SessionIndex session, std::size_t count) const;

private:
    struct Word {
        std::uint64_t hash = 0;
        double weight = 0;
    };
    [[nodiscard]] double common_words(std::uint32_t session, std::uint32_t other) const;

    const Program& program_;
    std::vector<std::vector<Word>> words_; ///< by session, ascending, of length 1 together
};

} // namespace hallway
