#include <doctest/doctest.h>

#include "agenda/support/one_choice.h"
#include "agenda/support/random_history.h"

#include <algorithm>

using namespace hallway;
using namespace hallway::test;

namespace {

/// Everything that a person or a later merge could tell two agendas apart by.
struct State {
    std::map<ChoiceKey, Choice> choices;
    std::vector<Choice> writes;
    std::optional<Choice> undo;
    std::optional<Choice> redo;
    bool operator==(const State&) const = default;
};

State state_of(const Agenda& agenda)
{
    State state { agenda.choices(), agenda.writes(), {}, {} };
    Agenda undone = agenda;
    state.undo = undo_one(undone, 0);
    Agenda redone = agenda;
    state.redo = redo_one(redone, 0);
    return state;
}

Agenda joined(Agenda left, const Agenda& right)
{
    for (const Choice& choice : right.writes()) left.merge(choice);
    return left;
}

std::vector<Choice> some_of(Random& random, const std::vector<Choice>& writes)
{
    std::vector<Choice> out;
    for (const Choice& choice : writes)
        if (random.one_in(2)) out.push_back(choice);
    return out;
}

/// The same stamp on something else, as two copies of one profile would make it.
void add_equal_stamps(Random& random, std::vector<Choice>& writes)
{
    for (std::size_t count = random.below(4); count > 0 && !writes.empty(); --count) {
        Choice twin = writes[random.below(writes.size())];
        if (random.one_in(2)) twin.value += "'";
        if (random.one_in(3)) twin.previous += "'";
        if (random.one_in(3)) twin.key.subject = "s0";
        writes.push_back(std::move(twin));
    }
}

/// `writes` dealt to agendas, which are then merged with each other in a random tree.
Agenda merged_in_groups(Random& random, std::uint64_t writer, const std::vector<Choice>& writes)
{
    std::vector<Agenda> groups(1 + random.below(4), Agenda(writer));
    for (const Choice& choice : writes) {
        groups[random.below(groups.size())].merge(choice);
        if (random.one_in(4)) groups[random.below(groups.size())].merge(choice);
    }
    while (groups.size() > 1) {
        random.shuffle(groups);
        const Agenda last = groups.back();
        groups.pop_back();
        groups.back() = joined(groups.back(), last);
    }
    return groups.front();
}

void check_laws(Random& random, std::uint64_t writer, const std::vector<Choice>& writes)
{
    const Agenda a = agenda_of(writer, some_of(random, writes));
    const Agenda b = agenda_of(writer, some_of(random, writes));
    const Agenda c = agenda_of(writer, some_of(random, writes));
    CHECK(state_of(joined(a, b)) == state_of(joined(b, a)));
    CHECK(state_of(joined(joined(a, b), c)) == state_of(joined(a, joined(b, c))));
    CHECK(state_of(joined(a, a)) == state_of(a));
    CHECK(state_of(joined(joined(a, b), b)) == state_of(joined(a, b)));
}

void check_any_order(Random& random, std::uint64_t writer, const std::vector<Choice>& writes)
{
    const State expected = state_of(agenda_of(writer, writes));
    for (int i = 0; i < 3; ++i) {
        std::vector<Choice> order = writes;
        for (const Choice& again : some_of(random, writes)) order.push_back(again);
        random.shuffle(order);
        CHECK(state_of(agenda_of(writer, order)) == expected);
        CHECK(state_of(merged_in_groups(random, writer, order)) == expected);
    }
}

} // namespace

TEST_SUITE("agenda/merge")
{
    TEST_CASE("merging in any order, grouping and repetition gives equal agendas")
    {
        for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
            INFO("seed ", seed);
            Random random(seed);
            History history = make_history(random, 10 + random.below(60));
            CHECK(history.disorder_count == 0);
            if (random.one_in(2)) add_equal_stamps(random, history.all_writes);
            // The fifth device, or one that made none of the writes.
            const std::uint64_t writer = writer_of(5 + static_cast<std::uint32_t>(seed % 2), 99);
            check_any_order(random, writer, history.all_writes);
            check_laws(random, writer, history.all_writes);
        }
    }

    TEST_CASE("the laws hold, too, where more was chosen than undo keeps")
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            INFO("seed ", seed);
            Random random(seed);
            std::vector<Choice> writes;
            Agenda own(writer_of(1));
            for (std::int64_t i = 0; i < 1100; ++i) {
                std::optional<Choice> choice;
                if (random.one_in(4))
                    choice = undo_one(own, i);
                else if (random.one_in(4))
                    choice = redo_one(own, i);
                else
                    choice = own.choose(key_of(std::to_string(i % 9)), std::to_string(i), {}, i);
                // Damage has cost some choices of which the steps are left.
                if (choice && (choice->action != ChoiceAction::Do || !random.one_in(3)))
                    writes.push_back(*choice);
            }
            add_equal_stamps(random, writes);
            check_any_order(random, writer_of(1, 2), writes);
            check_laws(random, writer_of(1, 2), writes);
        }
    }

    TEST_CASE("devices that have exchanged everything show the same choices")
    {
        for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
            INFO("seed ", seed);
            Random random(seed);
            History history = make_history(random, 80);
            std::vector<Agenda> devices = history.devices;
            // Snapshots alone suffice: nobody needs the whole history.
            for (int round = 0; round < 2; ++round)
                for (Agenda& to : devices)
                    for (const Agenda& from : devices) to = joined(to, from);
            for (const Agenda& device : devices) CHECK(device.choices() == devices[0].choices());
            // What nobody knows any more cannot be the latest: each device held its own choices.
            CHECK(devices[0].choices() == agenda_of(0, history.all_writes).choices());
        }
    }

    TEST_CASE("what is known already changes nothing and is not news")
    {
        Random random(7);
        const History history = make_history(random, 200);
        for (const Agenda& device : history.devices) {
            Agenda again = device;
            for (const Choice& choice : device.writes()) CHECK_FALSE(again.merge(choice));
            CHECK(again.revision() == device.revision());
        }
    }

    TEST_CASE("equal stamps with different values end alike in both orders")
    {
        Choice want;
        want.key = key_of("talk");
        want.value = "want";
        want.stamp = { 1000, 0, writer_of(1) };
        Choice must = want;
        must.value = "must";
        const Agenda one = agenda_of(writer_of(2), { want, must });
        const Agenda other = agenda_of(writer_of(2), { must, want });
        CHECK(one.value(want.key) == other.value(want.key));
        CHECK(is_later(want, must) != is_later(must, want));
        CHECK_FALSE(is_later(want, want));
    }
}

TEST_SUITE("agenda/clock")
{
    TEST_CASE("a choice is later than all before it though the clock runs backwards")
    {
        Agenda agenda(writer_of(1));
        Stamp before;
        const std::int64_t clock_ms[] = { 5000, 5000, 4000, 5001, 1, -7, 0, 4'000'000, 3 };
        int i = 0;
        for (const std::int64_t now_ms : clock_ms) {
            const auto choice = agenda.choose(key_of("talk"), std::to_string(i++), {}, now_ms);
            CHECK(choice.has_value());
            if (!choice) return;
            CHECK(choice->stamp > before);
            before = choice->stamp;
        }
        CHECK(before == Stamp { 4'000'000, 1, writer_of(1) });
    }

    TEST_CASE("a click on what a device with a clock far ahead chose takes effect")
    {
        Agenda fast(writer_of(1));
        Agenda ours(writer_of(2));
        const auto theirs = fast.choose(key_of("talk"), "want", {}, stamp_wall_ms_max);
        ours.merge(*theirs);
        const auto reply = ours.choose(key_of("talk"), "", {}, 1000);
        CHECK(fast.merge(*reply));
        CHECK(fast.value(key_of("talk")).empty());
        CHECK(ours.value(key_of("talk")).empty());
    }

    TEST_CASE("a clock beyond the limit is held to it")
    {
        Agenda agenda(writer_of(1));
        const auto choice = agenda.choose(key_of("talk"), "want", {}, stamp_wall_ms_max + 5);
        CHECK(choice->stamp.wall_ms == stamp_wall_ms_max);
        const auto early = Agenda(writer_of(1)).choose(key_of("talk"), "want", {}, -5);
        CHECK(early->stamp.wall_ms > 0);
    }

    TEST_CASE("a counter that is used up carries into the milliseconds")
    {
        Agenda agenda(writer_of(1));
        Choice foreign;
        foreign.key = key_of("talk");
        foreign.value = "want";
        foreign.stamp = { 1000, 0xFFFFFFFFu, writer_of(9) };
        agenda.merge(foreign);
        const auto choice = agenda.choose(key_of("talk"), "no", {}, 500);
        CHECK(choice->stamp == Stamp { 1001, 0, writer_of(1) });
    }

    TEST_CASE("the clock keeps its order after a reload, though only a snapshot is left")
    {
        Agenda agenda(writer_of(1));
        agenda.choose(key_of("a"), "want", {}, 9000);
        const auto latest = agenda.choose(key_of("b"), "want", {}, 10);
        Agenda after = reloaded(agenda, writer_of(1, 2));
        const auto next = after.choose(key_of("c"), "want", {}, 20);
        CHECK(next->stamp > latest->stamp);
    }
}
