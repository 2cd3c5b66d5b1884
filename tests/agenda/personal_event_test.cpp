#include <doctest/doctest.h>

#include "agenda/personal_event.h"

using namespace hallway;

namespace {

WallTime wall(int day, int hour, int minute = 0)
{
    return { date_of({ 2026, 1, day }), hour * 60 + minute };
}

void keep(Agenda& agenda, const PersonalEvent& event, std::string_view conference = "conf")
{
    (void)agenda.choose({ std::string(conference), event.id, ChoiceField::Event },
        format_personal_event(event), {}, 1000);
}

} // namespace

TEST_SUITE("personal events")
{
    TEST_CASE("what is written is read again, in a format that is documented")
    {
        const PersonalEvent lunch { "event:1:a", wall(31, 12), wall(31, 13, 30), "Lunch with Ada",
            "Canteen" };
        const std::string text = format_personal_event(lunch);
        CHECK(text == "2026-01-31T12:00/2026-01-31T13:30\nLunch with Ada\nCanteen");
        CHECK(parse_personal_event("event:1:a", text) == lunch);
    }

    TEST_CASE("line breaks in a title stay in its line")
    {
        const PersonalEvent event { "e", wall(31, 12), wall(31, 13), "  Two\nlines ", "" };
        const auto read = parse_personal_event("e", format_personal_event(event));
        REQUIRE(read);
        CHECK(read->title == "Two lines");
        CHECK(read->place.empty());
    }

    TEST_CASE("what is no event is none")
    {
        for (const char* text : { "", "Lunch", "2026-01-31T12:00", "2026-01-31T12:00/noon\nLunch\n",
                 "2026-01-31T13:00/2026-01-31T12:00\nLunch\n",
                 "2026-01-31T12:00/2026-01-31T12:00\nLunch\n" }) {
            CAPTURE(text);
            CHECK_FALSE(parse_personal_event("e", text));
        }
    }

    TEST_CASE("those of one conference that were not removed are told")
    {
        Agenda agenda(7);
        keep(agenda, { "b", wall(31, 12), wall(31, 13), "Lunch", "" });
        keep(agenda, { "a", wall(31, 18), wall(31, 19), "Train", "" });
        keep(agenda, { "c", wall(31, 18), wall(31, 19), "Elsewhere", "" }, "other");
        CHECK(personal_events(agenda, "conf").size() == 2);
        (void)agenda.choose({ "conf", "b", ChoiceField::Event }, "", {}, 2000);
        const auto left = personal_events(agenda, "conf");
        REQUIRE(left.size() == 1);
        CHECK(left[0].title == "Train");
        (void)agenda.undo(3000, "conf");
        CHECK(personal_events(agenda, "conf").size() == 2);
    }

    TEST_CASE("ids differ within a millisecond and between devices")
    {
        Agenda agenda(7);
        const std::string first = new_event_id(agenda, "conf", 1000);
        keep(agenda, { first, wall(31, 12), wall(31, 13), "Lunch", "" });
        CHECK(new_event_id(agenda, "conf", 1000) != first);
        CHECK(new_event_id(Agenda(8), "conf", 1000) != first);
    }
}
