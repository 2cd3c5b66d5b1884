#include <doctest/doctest.h>

#include "agenda/support/one_choice.h"
#include "agenda/support/random_history.h"

using namespace hallway;
using namespace hallway::test;

TEST_SUITE("agenda")
{
    TEST_CASE("a choice holds what was before it, and what the session looked like")
    {
        Agenda agenda(writer_of(1));
        const auto first = agenda.choose(key_of("talk"), "want", { "Title", "", "" }, 1000);
        const auto second =
            agenda.choose(key_of("talk"), "must", { "Title", "2025-12-27T10:30", "Saal 1" }, 2000);
        CHECK(first->previous == "");
        CHECK(first->replaced == Stamp {});
        CHECK(second->previous == "want");
        CHECK(second->replaced == first->stamp);
        CHECK(second->context == ChoiceContext { "Title", "2025-12-27T10:30", "Saal 1" });
        CHECK(agenda.value(key_of("talk")) == "must");
        CHECK(agenda.choices().size() == 1);
    }

    TEST_CASE("choosing what is chosen already makes no write")
    {
        Agenda agenda(writer_of(1));
        CHECK_FALSE(agenda.choose(key_of("talk"), "", {}, 1000));
        CHECK(agenda.choose(key_of("talk"), "want", {}, 1000));
        const std::uint64_t revision = agenda.revision();
        CHECK_FALSE(agenda.choose(key_of("talk"), "want", {}, 2000));
        CHECK(agenda.revision() == revision);
    }

    TEST_CASE("fields of one session, and sessions of two conferences, are apart")
    {
        Agenda agenda(writer_of(1));
        agenda.choose(key_of("talk"), "want", {}, 1000);
        agenda.choose(key_of("talk", ChoiceField::Note), "bring cable", {}, 1000);
        agenda.choose({ "33c3", "talk", ChoiceField::Keenness }, "no", {}, 1000);
        CHECK(agenda.value(key_of("talk")) == "want");
        CHECK(agenda.value(key_of("talk", ChoiceField::Note)) == "bring cable");
        CHECK(agenda.value({ "33c3", "talk", ChoiceField::Keenness }) == "no");
    }

    TEST_CASE("what was taken off stays known as a tombstone")
    {
        Agenda agenda(writer_of(1));
        const auto star = agenda.choose(key_of("talk"), "want", {}, 1000);
        agenda.choose(key_of("talk"), "", {}, 2000);
        CHECK_FALSE(agenda.merge(*star));
        CHECK(agenda.value(key_of("talk")).empty());
        CHECK(agenda.choices().size() == 1);
    }

    TEST_CASE("the revision grows with each change and with nothing else")
    {
        Agenda agenda(writer_of(1));
        CHECK(agenda.revision() == 0);
        const auto choice = agenda.choose(key_of("talk"), "want", {}, 1000);
        CHECK(agenda.revision() == 1);
        agenda.merge(*choice);
        CHECK(agenda.revision() == 1);
        undo_one(agenda, 2000);
        CHECK(agenda.revision() == 2);
        undo_one(agenda, 3000);
        CHECK(agenda.revision() == 2);
    }

    TEST_CASE("keys and values beyond their limit are refused whole")
    {
        Agenda agenda(writer_of(1));
        const std::string longest(choice_value_bytes_max, 'x');
        const std::string longest_key(choice_key_bytes_max, 'k');
        CHECK(agenda.choose(key_of(longest_key, ChoiceField::Note), longest, {}, 1));
        CHECK_FALSE(agenda.choose(key_of("talk", ChoiceField::Note), longest + "x", {}, 1));
        CHECK_FALSE(agenda.choose(key_of(longest_key + "k"), "want", {}, 1));
        CHECK_FALSE(agenda.choose({ longest_key + "k", "talk", {} }, "want", {}, 1));
        CHECK(agenda.choices().size() == 1);
    }

    TEST_CASE("a context beyond its limit is cut between two characters")
    {
        Agenda agenda(writer_of(1));
        const std::string title = std::string(choice_context_bytes_max - 1, 'x') + "\u00e9";
        const auto choice = agenda.choose(key_of("talk"), "want", { title, "", title + "y" }, 1);
        CHECK(choice->context.title == std::string(choice_context_bytes_max - 1, 'x'));
        CHECK(choice->context.room == choice->context.title);
        const std::string fits = std::string(choice_context_bytes_max - 2, 'x') + "\u00e9";
        const auto kept = agenda.choose(key_of("other"), "want", { fits, "", fits + "y" }, 1);
        CHECK(kept->context.title == fits);
        CHECK(kept->context.room == fits);
    }
}
