#include <doctest/doctest.h>

#include "agenda/agenda_record.h"
#include "agenda/support/random_history.h"
#include "base/hash.h"
#include "support/files.h"

#include <algorithm>

using namespace hallway;
using namespace hallway::test;

namespace {

/// What tests/fixtures/agenda/records_version_1.bin holds: written once, by the first release.
std::vector<Choice> golden_choices()
{
    Choice star;
    star.key = { "39c3-2025", "8f1c2b0e-1d2f-5b6a-9c3d-000000000001", ChoiceField::Keenness };
    star.value = "want";
    star.stamp = { 1'766'830'200'123, 0, writer_of(0xA1B2C3D4u, 0x01020304u) };
    star.context = { "Gr\u00fc\u00dfe \u202b\u0645\u0631\u062d\u0628\u0627\u202c \U0001F680",
        "2025-12-27T10:30", "Saal 1" };

    Choice note = star;
    note.key.field = ChoiceField::Note;
    note.value = "bring\nthe \"cable\"";
    note.previous = "bring";
    note.replaced = { 1'766'830'200'123, 1, writer_of(2, 7) };
    note.stamp = { 1'766'830'200'124, 4'294'967'295u, writer_of(0xFFFFFFFFu, 0xFFFFFFFFu) };
    note.context = {};

    Choice undone = star;
    undone.value = "";
    undone.previous = "want";
    undone.replaced = star.stamp;
    undone.stamp = { 1'766'830'300'000, 0, writer_of(0xA1B2C3D4u, 5) };
    undone.action = ChoiceAction::Undo;
    undone.target = star.stamp;

    Choice redone = undone;
    std::swap(redone.value, redone.previous);
    redone.replaced = {};
    redone.stamp.counter = 1;
    redone.action = ChoiceAction::Redo;

    Choice going;
    going.key = { "", "qcon#2012-03-07T13:50", ChoiceField::Going };
    going.value = "yes";
    going.stamp = { 1, 0, 0 };
    return { star, note, undone, redone, going };
}

/// What tests/fixtures/agenda/records_version_2.bin holds: the fields that came with version 2,
/// among choices of version 1.
std::vector<Choice> golden_choices_2()
{
    Choice rating = golden_choices()[0];
    rating.key.field = ChoiceField::Rating;
    rating.value = "4";
    Choice place = rating;
    place.key.field = ChoiceField::Place;
    place.value = "yes";
    Choice attended = golden_choices()[2];
    attended.key.field = ChoiceField::Attended;
    attended.previous = "yes";
    return { rating, golden_choices()[1], place, attended };
}

/// What tests/fixtures/agenda/records_version_3.bin holds: the fields that came with version 3.
std::vector<Choice> golden_choices_3()
{
    Choice comes = golden_choices()[0];
    comes.key.subject += "#";
    comes.key.field = ChoiceField::Comes;
    comes.value = "2025-12-27T10:45";
    Choice leaves = comes;
    leaves.key.field = ChoiceField::Leaves;
    leaves.value = "2025-12-27T11:15";
    return { comes, golden_choices()[1], leaves };
}

/// What tests/fixtures/agenda/records_version_4.bin holds: a step of two writes, of which the
/// second names the first.
std::vector<Choice> golden_choices_4()
{
    Choice going = golden_choices()[0];
    going.key.subject += "#";
    going.key.field = ChoiceField::Going;
    going.value = "yes";
    Choice not_going = going;
    not_going.key.subject += "2025-12-28T10:30";
    not_going.value = "";
    not_going.previous = "yes";
    not_going.replaced = golden_choices()[4].stamp;
    not_going.stamp.counter = 1;
    not_going.target = going.stamp;
    return { going, not_going };
}

/// What tests/fixtures/agenda/records_version_5.bin holds: a personal event, which is then changed.
std::vector<Choice> golden_choices_5()
{
    Choice added = golden_choices()[0];
    added.key.subject = "event:7:kk3w";
    added.key.field = ChoiceField::Event;
    added.value = "2025-12-27T12:00/2025-12-27T13:30\nLunch with Ada\nCanteen";
    added.context = {};
    Choice changed = added;
    changed.value = "2025-12-27T12:15/2025-12-27T13:30\nLunch with Ada\n";
    changed.previous = added.value;
    changed.replaced = added.stamp;
    changed.stamp = golden_choices()[2].stamp;
    return { added, changed };
}

/// A record as a later build would write it.
Bytes record_of_version(std::uint8_t version, ByteView body)
{
    ByteWriter checked;
    checked.number(version);
    checked.number(static_cast<std::uint32_t>(body.size()));
    checked.raw(body);
    ByteWriter out;
    out.raw(bytes_of("HWR"));
    out.number(crc32(checked.view()));
    out.raw(checked.view());
    return out.take();
}

Bytes joined(std::initializer_list<Bytes> parts)
{
    Bytes out;
    for (const Bytes& part : parts) out.insert(out.end(), part.begin(), part.end());
    return out;
}

Bytes body_of(const Choice& choice)
{
    const Bytes record = encode_record(choice);
    return Bytes(record.begin() + 12, record.end());
}

/// True if `some` is `all` with at most `missing_max` left out, in the same order.
bool is_part_of(
    const std::vector<Choice>& some, const std::vector<Choice>& all, std::size_t missing_max)
{
    if (some.size() + missing_max < all.size()) return false;
    auto at = all.begin();
    for (const Choice& choice : some) {
        at = std::find(at, all.end(), choice);
        if (at == all.end()) return false;
        ++at;
    }
    return true;
}

} // namespace

TEST_SUITE("agenda/record")
{
    TEST_CASE("records of version 1 are read as they were written")
    {
        const std::string fixture = read_fixture("agenda/records_version_1.bin");
        const DecodedRecords decoded = decode_records(bytes_of(fixture));
        CHECK(decoded.choices == golden_choices());
        CHECK(decoded.damaged_count == 0);
        CHECK(decoded.newer_count == 0);
    }

    TEST_CASE("what is written is version 1 to the byte")
    {
        const Bytes written = encode_records(golden_choices());
        CHECK(text_of(written) == read_fixture("agenda/records_version_1.bin"));
    }

    TEST_CASE("records of later versions are read as they were written, and written so to the byte")
    {
        const auto check_fixture = [](const char* name, const std::vector<Choice>& choices) {
            CAPTURE(name);
            const std::string fixture = read_fixture(name);
            const DecodedRecords decoded = decode_records(bytes_of(fixture));
            CHECK(decoded.choices == choices);
            CHECK(decoded.damaged_count == 0);
            CHECK(decoded.newer_count == 0);
            CHECK(text_of(encode_records(choices)) == fixture);
        };
        check_fixture("agenda/records_version_2.bin", golden_choices_2());
        check_fixture("agenda/records_version_3.bin", golden_choices_3());
        check_fixture("agenda/records_version_4.bin", golden_choices_4());
        check_fixture("agenda/records_version_5.bin", golden_choices_5());
    }

    TEST_CASE("a field is written in the version that knew it first, and in none before")
    {
        constexpr std::size_t version_at = 7;
        for (const Choice& choice : golden_choices())
            CHECK(encode_record(choice)[version_at] == std::byte { 1 });
        const Choice rating = golden_choices_2()[0];
        CHECK(encode_record(rating)[version_at] == std::byte { 2 });
        CHECK(decode_records(record_of_version(1, body_of(rating))).damaged_count == 1);
        CHECK(decode_records(record_of_version(2, body_of(rating))).choices.size() == 1);
    }

    TEST_CASE("what is written is read back")
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            INFO("seed ", seed);
            Random random(seed);
            const History history = make_history(random, 50);
            const DecodedRecords decoded = decode_records(encode_records(history.all_writes));
            CHECK(decoded.choices == history.all_writes);
            CHECK(decoded.damaged_count == 0);
        }
    }

    TEST_CASE("the largest choice that can be made is read back")
    {
        const std::string key(choice_key_bytes_max, 'k');
        const std::string text(choice_context_bytes_max, 'c');
        Agenda agenda(writer_of(1));
        const ChoiceKey both { key, key, ChoiceField::Note };
        agenda.choose(both, std::string(choice_value_bytes_max, 'a'), { text, text, text }, 1);
        const auto largest =
            agenda.choose(both, std::string(choice_value_bytes_max, 'b'), { text, text, text }, 1);
        CHECK(decode_records(encode_record(*largest)).choices == std::vector<Choice> { *largest });
    }

    TEST_CASE("no bytes are no records and no damage")
    {
        const DecodedRecords decoded = decode_records({});
        CHECK(decoded.choices.empty());
        CHECK(decoded.damaged_count == 0);
    }

    TEST_CASE("a flip of any bit costs one record, is counted, and gives no wrong value")
    {
        const std::vector<Choice> all = golden_choices();
        const Bytes sound = encode_records(all);
        for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
            INFO("bit ", bit);
            Bytes flipped = sound;
            flipped[bit / 8] ^= std::byte { 1 } << (bit % 8);
            const DecodedRecords decoded = decode_records(flipped);
            CHECK(decoded.choices.size() == all.size() - 1);
            CHECK(is_part_of(decoded.choices, all, 1));
            CHECK(decoded.damaged_count == 1);
            CHECK(decoded.newer_count == 0);
        }
    }

    TEST_CASE("cut at any byte, the whole records before the cut are read and the rest is counted")
    {
        const std::vector<Choice> all = golden_choices();
        const Bytes sound = encode_records(all);
        std::vector<std::size_t> ends { 0 };
        for (const Choice& choice : all) ends.push_back(ends.back() + encode_record(choice).size());
        for (std::size_t size = 0; size < sound.size(); ++size) {
            INFO("size ", size);
            const DecodedRecords decoded = decode_records(ByteView(sound).first(size));
            const auto whole = std::upper_bound(ends.begin(), ends.end(), size) - ends.begin() - 1;
            CHECK(decoded.choices == std::vector<Choice>(all.begin(), all.begin() + whole));
            const bool between = std::binary_search(ends.begin(), ends.end(), size);
            CHECK(decoded.damaged_count == (between ? 0u : 1u));
        }
    }

    TEST_CASE("cut off at the front at any byte, the whole records after the cut are read")
    {
        const std::vector<Choice> all = golden_choices();
        const Bytes sound = encode_records(all);
        for (std::size_t from = 1; from < sound.size(); ++from) {
            INFO("from ", from);
            const DecodedRecords decoded = decode_records(ByteView(sound).subspan(from));
            CHECK(decoded.choices.size() < all.size());
            const auto missing = static_cast<std::ptrdiff_t>(all.size() - decoded.choices.size());
            CHECK(decoded.choices == std::vector<Choice>(all.begin() + missing, all.end()));
        }
    }

    TEST_CASE("random bytes over random places never give a choice that was not written")
    {
        for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
            INFO("seed ", seed);
            Random random(seed);
            const std::vector<Choice> all = make_history(random, 12).all_writes;
            Bytes bytes = encode_records(all);
            if (bytes.empty()) continue;
            const std::size_t from = random.below(bytes.size());
            const std::size_t count = 1 + random.below(200);
            if (random.one_in(3))
                bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                    bytes.begin()
                        + static_cast<std::ptrdiff_t>(std::min(from + count, bytes.size())));
            else
                for (std::size_t i = from; i < std::min(from + count, bytes.size()); ++i)
                    bytes[i] = static_cast<std::byte>(random.below(256));
            CHECK(is_part_of(decode_records(bytes).choices, all, all.size()));
        }
    }

    TEST_CASE("records of a newer version are counted and kept to the byte")
    {
        const std::vector<Choice> all = golden_choices();
        const Bytes newer = record_of_version(6, bytes_of("whatever version 6 will hold"));
        const Bytes newest = record_of_version(255, {});
        const DecodedRecords decoded =
            decode_records(joined({ encode_record(all[0]), newer, encode_record(all[1]), newest }));
        CHECK(decoded.choices == std::vector<Choice> { all[0], all[1] });
        CHECK(decoded.newer_count == 2);
        CHECK(decoded.newer == joined({ newer, newest }));
        CHECK(decoded.damaged_count == 0);
    }

    TEST_CASE("a record whose frame is sound and whose body is not is damage")
    {
        Choice unknown_field = golden_choices()[0];
        unknown_field.key.field = static_cast<ChoiceField>(9);
        Choice unknown_action = golden_choices()[0];
        unknown_action.action = static_cast<ChoiceAction>(3);
        Choice without_time = golden_choices()[0];
        without_time.stamp.wall_ms = 0;
        Choice too_late = golden_choices()[0];
        too_late.stamp.wall_ms = 2 * stamp_wall_ms_max + 1;
        Choice without_target = golden_choices()[2];
        without_target.target = {};
        Choice with_target = golden_choices()[0];
        with_target.target = with_target.stamp;
        Choice wrong_replaced = golden_choices()[0];
        wrong_replaced.replaced.wall_ms = -1;
        const Bytes body = body_of(golden_choices()[0]);
        const Bytes bodies[] = { body_of(unknown_field), body_of(unknown_action),
            body_of(without_time), body_of(too_late), body_of(without_target), body_of(with_target),
            body_of(wrong_replaced), {}, joined({ body, Bytes(1) }),
            Bytes(body.begin(), body.end() - 1) };
        const Bytes after = encode_record(golden_choices()[1]);
        for (const Bytes& wrong : bodies) {
            const DecodedRecords decoded =
                decode_records(joined({ record_of_version(1, wrong), after }));
            CHECK(decoded.damaged_count == 1);
            CHECK(decoded.choices == std::vector<Choice> { golden_choices()[1] });
        }
        CHECK(decode_records(record_of_version(0, body)).damaged_count == 1);
        CHECK(decode_records(record_of_version(1, body)).choices.size() == 1);
    }

    TEST_CASE("a body beyond its limit is damage")
    {
        const Bytes large(record_body_bytes_max + 1);
        CHECK(decode_records(record_of_version(4, large)).damaged_count == 1);
        const Bytes largest(record_body_bytes_max);
        CHECK(decode_records(record_of_version(6, largest)).newer_count == 1);
    }
}
