#pragma once
#include "agenda/agenda.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hallway::test {

/// Numbers that depend on the seed alone.
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014), SplitMix64.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) { }
    std::uint64_t next();
    /// 0 to `count` - 1; `count` is at least 1.
    std::size_t below(std::size_t count);
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class T> void shuffle(std::vector<T>& values)
    {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::uint64_t state_;
};

ChoiceKey key_of(std::string subject, ChoiceField field = ChoiceField::Keenness);
std::uint64_t writer_of(std::uint32_t device, std::uint32_t page_load = 1);

/// A new agenda of `writer` that holds `writes`.
Agenda agenda_of(std::uint64_t writer, const std::vector<Choice>& writes);
/// As after a reload: what `agenda` holds, encoded and decoded into a new page load of its device.
Agenda reloaded(const Agenda& agenda, std::uint64_t writer);

/// Five devices that choose, undo, redo, reload and send each other parts of what they know, each
/// with a clock that is wrong, drifts and jumps.
struct History {
    std::vector<Choice> all_writes;
    std::vector<Agenda> devices;
    /// Writes whose stamp was not later than all that their device had seen: none, one hopes.
    std::uint32_t disorder_count = 0;
};
History make_history(Random& random, std::size_t step_count);

} // namespace hallway::test
