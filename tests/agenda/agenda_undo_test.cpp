#include <doctest/doctest.h>

#include "agenda/support/one_choice.h"
#include "agenda/support/random_history.h"

#include <algorithm>
#include <optional>

using namespace hallway;
using namespace hallway::test;

namespace {

/// What undo means, told in another way: two stacks, and for each key the id of the choice whose
/// value stands. One device alone makes choices; others only interfere.
class StackModel {
public:
    struct Standing {
        std::string value;
        int id = 0;
        bool operator==(const Standing&) const = default;
    };

    std::string value(const ChoiceKey& key) const
    {
        const auto found = standing_.find(key);
        return found == standing_.end() ? "" : found->second.value;
    }
    void choose(const ChoiceKey& key, const std::string& value)
    {
        if (this->value(key) == value) return;
        const Standing after { value, ++last_id_ };
        done_.push_back({ key, standing_[key], after });
        standing_[key] = after;
        undone_.clear();
    }
    void interfere(const ChoiceKey& key, const std::string& value)
    {
        standing_[key] = { value, ++last_id_ };
    }
    bool undo() { return step(done_, &Entry::after, undone_, &Entry::before); }
    bool redo() { return step(undone_, &Entry::before, done_, &Entry::after); }

private:
    struct Entry {
        ChoiceKey key;
        Standing before;
        Standing after;
    };
    using Side = Standing Entry::*;

    bool step(std::vector<Entry>& from, Side expected, std::vector<Entry>& to, Side next)
    {
        for (std::size_t i = from.size(); i-- > 0;) {
            if (standing_[from[i].key] != from[i].*expected) continue;
            const Entry entry = from[i];
            from.erase(from.begin() + static_cast<std::ptrdiff_t>(i));
            standing_[entry.key] = entry.*next;
            to.push_back(entry);
            return true;
        }
        return false;
    }

    int last_id_ = 0;
    std::map<ChoiceKey, Standing> standing_;
    std::vector<Entry> done_;
    std::vector<Entry> undone_;
};

void check_alike(const Agenda& agenda, const StackModel& model)
{
    for (const char* subject : { "s0", "s1", "s2" })
        CHECK(agenda.value(key_of(subject)) == model.value(key_of(subject)));
}

/// Someone else, who has seen all that `agenda` holds, chooses. Gives false when that changes
/// nothing.
bool interfere(Agenda& agenda, const ChoiceKey& key, const std::string& value, std::int64_t now_ms)
{
    Agenda other = agenda_of(writer_of(2), agenda.writes());
    const auto choice = other.choose(key, value, {}, now_ms);
    return choice && agenda.merge(*choice);
}

} // namespace

TEST_SUITE("agenda/undo")
{
    TEST_CASE("undo and redo do what two stacks would, also after reloads and with others writing")
    {
        static const char* const values[] = { "", "want", "must" };
        for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
            INFO("seed ", seed);
            Random random(seed);
            const bool alone = random.one_in(2);
            Agenda agenda(writer_of(1));
            StackModel model;
            for (std::uint32_t i = 0; i < 40; ++i) {
                INFO("step ", i);
                const auto now_ms = static_cast<std::int64_t>(random.below(1'000'000));
                const ChoiceKey key = key_of("s" + std::to_string(random.below(3)));
                const std::string value = values[random.below(3)];
                switch (random.below(9)) {
                case 0:
                case 1: CHECK(undo_one(agenda, now_ms).has_value() == model.undo()); break;
                case 2:
                case 3: CHECK(redo_one(agenda, now_ms).has_value() == model.redo()); break;
                case 4: agenda = reloaded(agenda, writer_of(1, i + 2)); break;
                case 5:
                    if (!alone && interfere(agenda, key, value, now_ms))
                        model.interfere(key, value);
                    break;
                default: agenda.choose(key, value, {}, now_ms); model.choose(key, value);
                }
                check_alike(agenda, model);
            }
            while (model.undo()) CHECK(undo_one(agenda, 5));
            CHECK_FALSE(agenda.can_undo());
            check_alike(agenda, model);
            while (model.redo()) CHECK(redo_one(agenda, 5));
            CHECK_FALSE(agenda.can_redo());
            check_alike(agenda, model);
        }
    }

    TEST_CASE("undo is a new write that names what it takes back")
    {
        Agenda agenda(writer_of(1));
        const auto star = agenda.choose(key_of("talk"), "want", { "Title", "", "Saal 1" }, 1000);
        const auto undone = undo_one(agenda, 2000);
        CHECK(undone->action == ChoiceAction::Undo);
        CHECK(undone->target == star->stamp);
        CHECK(undone->stamp > star->stamp);
        CHECK(undone->value == "");
        CHECK(undone->previous == "want");
        CHECK(undone->context == star->context);
        const auto redone = redo_one(agenda, 3000);
        CHECK(redone->action == ChoiceAction::Redo);
        CHECK(redone->target == star->stamp);
        CHECK(redone->value == "want");
        CHECK(redone->previous == "");
    }

    TEST_CASE("a step of several choices is taken back at once, also where another page reads it")
    {
        Agenda agenda(writer_of(1));
        agenda.choose(key_of("before"), "want", {}, 1000);
        agenda.begin_step();
        for (const char* key : { "a", "b", "c" }) agenda.choose(key_of(key), "want", {}, 2000);
        agenda.begin_step();
        agenda.choose(key_of("after"), "want", {}, 3000);
        Agenda again(writer_of(1, 2));
        for (const Choice& choice : agenda.writes()) again.merge(choice);
        for (Agenda* one : { &agenda, &again }) {
            CHECK(undo_one(*one, 4000)->key == key_of("after"));
            interfere(*one, key_of("b"), "no", 4500);
            CHECK(one->undo(5000).size() == 2);
            CHECK(one->value(key_of("a")) == "");
            CHECK(one->value(key_of("b")) == "no");
            CHECK(one->value(key_of("before")) == "want");
            CHECK(one->redo(6000).size() == 2);
            CHECK(one->value(key_of("a")) == "want");
            CHECK(one->value(key_of("c")) == "want");
            CHECK(redo_one(*one, 7000)->key == key_of("after"));
        }
    }

    TEST_CASE("a new choice ends what could be done again")
    {
        Agenda agenda(writer_of(1));
        agenda.choose(key_of("a"), "want", {}, 1000);
        undo_one(agenda, 2000);
        CHECK(agenda.can_redo());
        agenda.choose(key_of("b"), "want", {}, 3000);
        CHECK_FALSE(agenda.can_redo());
        CHECK_FALSE(redo_one(agenda, 4000));
    }

    TEST_CASE("what someone else has changed since is passed over, by undo and by redo")
    {
        Agenda agenda(writer_of(1));
        agenda.choose(key_of("a"), "want", {}, 1000);
        agenda.choose(key_of("b"), "want", {}, 2000);
        interfere(agenda, key_of("b"), "no", 3000);
        CHECK(undo_one(agenda, 4000)->key == key_of("a"));
        CHECK_FALSE(agenda.can_undo());
        interfere(agenda, key_of("a"), "must", 5000);
        CHECK_FALSE(agenda.can_redo());
        CHECK(agenda.value(key_of("a")) == "must");
        CHECK(agenda.value(key_of("b")) == "no");
    }

    TEST_CASE("an older choice stays passed over when a newer one restores an equal value")
    {
        Agenda agenda(writer_of(1));
        agenda.choose(key_of("a"), "want", {}, 1000);
        interfere(agenda, key_of("a"), "", 2000);
        interfere(agenda, key_of("a"), "want", 3000); // The other's star, not ours any more.
        agenda.choose(key_of("a"), "", {}, 4000);
        CHECK(undo_one(agenda, 5000)->value == "want");
        CHECK_FALSE(agenda.can_undo());
    }

    TEST_CASE("a choice of someone else is not ours to undo")
    {
        Agenda agenda(writer_of(1));
        interfere(agenda, key_of("a"), "want", 1000);
        CHECK_FALSE(agenda.can_undo());
        CHECK_FALSE(undo_one(agenda, 2000));
    }

    TEST_CASE("undo reaches into the device's other tabs, and into one conference if that is named")
    {
        Agenda here(writer_of(1, 1));
        Agenda there(writer_of(1, 2));
        const ChoiceKey other_conference { "33c3", "talk", ChoiceField::Keenness };
        there.merge(*here.choose(key_of("a"), "want", {}, 1000));
        here.merge(*there.choose(other_conference, "want", {}, 2000));
        CHECK(undo_one(here, 3000, "39c3")->key == key_of("a"));
        CHECK_FALSE(here.can_undo("39c3"));
        CHECK_FALSE(here.can_redo("33c3"));
        CHECK(undo_one(here, 4000)->key == other_conference);
        // A choice in one conference does not end what can be done again in another.
        here.choose({ "33c3", "other", ChoiceField::Keenness }, "want", {}, 5000);
        CHECK(redo_one(here, 6000, "39c3")->key == key_of("a"));
    }

    TEST_CASE("the newest choices can be undone, however often one of them was taken back")
    {
        Agenda agenda(writer_of(1));
        const int count = static_cast<int>(undo_depth_max) + 50;
        for (int i = 0; i < count; ++i) agenda.choose(key_of("a"), std::to_string(i), {}, i);
        for (int i = 0; i < 500; ++i) {
            CHECK(undo_one(agenda, 0));
            CHECK(redo_one(agenda, 0));
        }
        agenda = reloaded(agenda, writer_of(1, 2));
        int undone = 0;
        while (undo_one(agenda, 0)) ++undone;
        CHECK(undone == static_cast<int>(undo_depth_max));
        CHECK(agenda.value(key_of("a")) == "49");
        CHECK(agenda.writes().size() <= 2 * undo_depth_max + 1);
    }

    TEST_CASE("a step whose choice is beyond undo's reach is forgotten, whenever it arrives")
    {
        Agenda agenda(writer_of(1));
        agenda.choose(key_of("a"), "want", {}, 1000);
        const auto step = undo_one(agenda, 2000);
        std::vector<Choice> choices;
        for (std::size_t i = 0; i < undo_depth_max; ++i)
            choices.push_back(*agenda.choose(key_of("a"), std::to_string(i), {}, 3000));
        Agenda early = agenda_of(writer_of(1), { *step });
        for (const Choice& choice : choices) early.merge(choice);
        Agenda late = agenda_of(writer_of(1), choices);
        late.merge(*step);
        CHECK(early.writes() == choices);
        CHECK(late.writes() == choices);
    }

    TEST_CASE("a step whose choice was lost does nothing, and a choice whose step was lost stands")
    {
        Agenda agenda(writer_of(1));
        const auto star = agenda.choose(key_of("a"), "want", {}, 1000);
        const auto undone = undo_one(agenda, 2000);
        const Agenda without_choice = agenda_of(writer_of(1, 2), { *undone });
        CHECK_FALSE(without_choice.can_undo());
        CHECK_FALSE(without_choice.can_redo());
        Agenda without_step = agenda_of(writer_of(1, 2), { *star });
        CHECK(without_step.value(key_of("a")) == "want");
        CHECK(undo_one(without_step, 3000)->target == star->stamp);
    }
}
